import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Builds what is stale and nothing else: `node packages/build/build.mjs [packages | NAME…] [--force]`. A build goes to a folder of
 * its own; then each changed file replaces its forerunner by a rename. So a server that runs from `dist` finds all its files
 * throughout, a build that fails changes nothing, and two builds at once do no harm.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** In a build's folder, last: of which sources it was made. */
const STAMP = '.built-from';
const DRAFT = /^\.dist-(\d+)$/;

/** Our packages by name, each with those of ours it needs. */
function packagesOf() {
  const found = new Map();
  for (const folder of readdirSync(join(ROOT, 'packages'))) {
    const at = join(ROOT, 'packages', folder, 'package.json');
    if (!existsSync(at)) continue;
    const { dependencies = {} } = JSON.parse(readFileSync(at, 'utf8'));
    const needs = Object.keys(dependencies).flatMap((name) => /^@recourse\/(.+)$/.exec(name)?.[1] ?? []);
    found.set(folder, { name: folder, needs, home: join(ROOT, 'packages', folder), sources: ['src', 'package.json'] });
  }
  return found;
}

/** What to build in order: whatever is needed comes first, the product itself last. */
function order(wanted) {
  const known = packagesOf();
  const product = { name: 'product', needs: [...known.keys()], home: ROOT, sources: ['src', 'migrations', 'bench'] };
  known.set(product.name, product);
  const names = wanted.length === 0 ? ['product'] : wanted.flatMap((one) => (one === 'packages' ? product.needs : one));
  const ordered = new Set();
  const add = (name) => {
    const unit = known.get(name);
    if (!unit) throw new Error(`There is no package ${name} to build; there are ${product.needs.join(', ')}`);
    for (const need of unit.needs) add(need);
    ordered.add(unit);
  };
  for (const name of names) add(name);
  return [...ordered];
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** The sources of a unit and of all it needs as one number; by content, because a checkout changes times and no content. */
function stampOf({ home, sources, needs }, stamps) {
  const hash = createHash('sha256');
  const shared = [join(ROOT, 'tsconfig.json'), join(ROOT, 'package-lock.json')];
  const own = [...sources, 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(home, name));
  for (const path of [...shared, ...own].flatMap(filesUnder)) {
    if (/\.(spec\.ts|md)$/.test(path)) continue;
    hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  for (const need of needs) hash.update(stamps.get(need));
  return hash.digest('hex');
}

function isFresh(unit, stamp) {
  const at = join(unit.home, 'dist', STAMP);
  return existsSync(at) && readFileSync(at, 'utf8') === stamp;
}

function build(unit, stamp) {
  sweep(unit.home);
  const draft = join(unit.home, `.dist-${process.pid}`);
  try {
    const config = existsSync(join(unit.home, 'tsconfig.build.json')) ? 'tsconfig.build.json' : 'tsconfig.json';
    const compiler = join(ROOT, 'node_modules/ts7/bin/tsc');
    const args = [compiler, '-p', join(unit.home, config), '--outDir', draft];
    const { status, error } = spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`${unit.name} could not be built${error ? `: ${error.message}` : ''}`);
    install(draft, join(unit.home, 'dist'));
    writeFileSync(join(draft, STAMP), stamp);
    renameSync(join(draft, STAMP), join(unit.home, 'dist', STAMP));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Moves a build into place file by file. A file that is no longer built goes last. */
function install(draft, dist) {
  const built = filesUnder(draft).map((path) => path.slice(draft.length + 1));
  rmSync(join(dist, STAMP), { force: true });
  for (const name of built) {
    const [from, to] = [join(draft, name), join(dist, name)];
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  const keep = new Set(built);
  for (const path of filesUnder(dist)) if (!keep.has(path.slice(dist.length + 1))) rmSync(path, { force: true });
  removeEmpty(dist);
}

function removeEmpty(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Removes the drafts of builds that were killed. */
function sweep(home) {
  for (const name of readdirSync(home)) {
    const pid = DRAFT.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(home, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function main() {
  const args = process.argv.slice(2);
  const force = args.includes('--force');
  const units = order(args.filter((one) => one !== '--force'));
  const stamps = new Map();
  let told = false;
  for (const unit of units) {
    const stamp = stampOf(unit, stamps);
    stamps.set(unit.name, stamp);
    if (!force && isFresh(unit, stamp)) continue;
    if (!told) process.stderr.write('Building what has changed; the first time takes about half a minute …\n');
    told = true;
    build(unit, stamp);
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
