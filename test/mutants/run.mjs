/**
 * `npm run mutants [-- word …]`: applies each mutant to a copy of the sources and runs the tests that must notice it. Names
 * the survivors and exits 1 when there is one, or when a mutant no longer fits the sources: then it has to be written anew.
 * Words choose the mutants whose names hold one of them.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutants } from './mutants.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const COPIED = [
  'src',
  'test',
  'migrations',
  'packages',
  'bench',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'jest.config.cjs',
  'openapi.yaml',
  '.dependency-cruiser.cjs',
  '.module-map.cjs',
  'README.md',
  'docs',
];
/** A mutant that makes a test wait for ever is killed by the test's own time limit, within that of the run. */
const TEST_TIMEOUT_MS = 120_000;
const PATIENCE_MS = 600_000;

const words = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const say = (line) => process.stdout.write(`${line}\n`);

/** A copy of everything the tests need, with the packages linked. */
function copyOfSources() {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-mutant-'));
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(folder, 'node_modules'));
  return folder;
}

/** Each text must stand there exactly once: a mutant that no longer fits shows nothing. */
function apply(folder, { name, patches }) {
  if (patches.length === 0) throw new Error(`${name} changes nothing`);
  for (const { file, find, replace } of patches) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const found = text.split(find).length - 1;
    if (found !== 1) throw new Error(`${name}: the text stands ${found} times in ${file}, not once:\n    ${find}`);
    writeFileSync(path, text.replace(find, () => replace));
  }
}

/** Runs the tests of a mutant; answers how many failed, how many ran, and what was said when none could. */
function runTests(folder, { project, files, tests }) {
  const report = join(folder, 'report.json');
  const jest = join(folder, 'node_modules/jest/bin/jest.js');
  const args = ['--selectProjects', project, '--testPathPatterns', files, '--json', '--outputFile', report, '--silent'];
  const child = spawn(process.execPath, [jest, ...args, ...(tests ? ['-t', tests] : [])], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TEST_TIMEOUT_MS: String(TEST_TIMEOUT_MS) },
  });
  const said = [];
  child.stderr.on('data', (chunk) => said.push(chunk));
  const timer = setTimeout(() => child.kill('SIGTERM'), PATIENCE_MS);
  return new Promise((done) => {
    child.on('exit', () => {
      clearTimeout(timer);
      try {
        const { numFailedTests, numPassedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
        done({ failed: numFailedTests, passed: numPassedTests, broken: numRuntimeErrorTestSuites, said: said.join('') });
      } catch {
        done({ failed: 0, passed: 0, broken: 1, said: said.join('') });
      }
    });
  });
}

/** What became of one mutant. */
async function fateOf(mutant) {
  const folder = copyOfSources();
  try {
    apply(folder, mutant);
    const { failed, passed, broken, said } = await runTests(folder, mutant);
    if (broken > 0) return { fate: 'BROKEN', detail: said.slice(-2_000) };
    if (failed + passed === 0) return { fate: 'BROKEN', detail: 'no test was run' };
    return failed > 0
      ? { fate: 'killed', detail: `by ${failed} of ${failed + passed} tests` }
      : { fate: 'SURVIVED', detail: `${passed} tests passed` };
  } catch (error) {
    return { fate: 'STALE', detail: error.message };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same tests on the sources as they are: a test that fails anyway kills nothing. */
async function healthOf(mutant) {
  const folder = copyOfSources();
  try {
    const { failed, passed, broken, said } = await runTests(folder, mutant);
    return failed === 0 && broken === 0 && passed > 0 ? undefined : said.slice(-4_000) || 'no test was run';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const fates = [];
const healthy = new Map();
for (const mutant of chosen) {
  const started = Date.now();
  const key = `${mutant.project} ${mutant.files} ${mutant.tests}`;
  if (!healthy.has(key)) healthy.set(key, await healthOf(mutant));
  const ill = healthy.get(key);
  const { fate, detail } = ill ? { fate: 'UNTRIED', detail: `its tests fail without it:\n${ill}` } : await fateOf(mutant);
  fates.push(fate);
  say(`${fate.padEnd(8)} ${mutant.name} (${detail}; ${Math.round((Date.now() - started) / 1000)} s)`);
  if (fate !== 'killed') say(`         ${mutant.why}`);
}
const killed = fates.filter((fate) => fate === 'killed').length;
say(`${killed} of ${chosen.length} mutants killed`);
process.exitCode = chosen.length > 0 && killed === chosen.length ? 0 : 1;
