import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EmbeddedPostgresFailed } from './failure.js';
import { canEnter, makeEnterable, serverAccount } from './reach.js';

/**
 * Where root keeps what must be reachable by a lesser account when the data folder is not, for example in a clone under
 * root's home. /var/lib is the place for data that programs keep: it outlives a reboot and nobody sweeps it, unlike the
 * temporary folder.
 */
export const ROOT_FOLDER = '/var/lib/recourse';

const NOTE = 'kept-elsewhere';

/** The folder of the cluster inside a home, and of its data. */
export const clusterOf = (home: string) => join(home, 'cluster');
export const dataOf = (home: string) => join(home, 'cluster', 'data');

/**
 * The folder that really holds everything of one embedded server: the data folder itself, or, when root started us and
 * the server's account cannot get there, a folder under /var/lib/recourse named by a note in the data folder. Removing the
 * data folder therefore always means a fresh start. Errors: FOLDER_UNUSABLE.
 */
export function settleHome(dataDir: string, log: (line: string) => void): string {
  const wanted = makeFolder(resolve(dataDir));
  const noted = readNote(wanted);
  if (noted) return noted;
  if (canEnter(wanted, serverAccount(dataOf(wanted)))) return wanted;
  const home = moveAway(wanted);
  log(`${wanted} cannot be entered by the account PostgreSQL runs under; its data are kept in ${home}`);
  return home;
}

function makeFolder(folder: string): string {
  try {
    if (process.getuid?.() === 0) makeEnterable(folder);
    else mkdirSync(folder, { recursive: true });
    return realpathSync(folder);
  } catch (error) {
    throw new EmbeddedPostgresFailed('FOLDER_UNUSABLE', `cannot make ${folder}: ${(error as Error).message}`);
  }
}

function readNote(folder: string): string | undefined {
  const note = join(folder, NOTE);
  if (!existsSync(note)) return undefined;
  const home = readFileSync(note, 'utf8').trim();
  if (existsSync(home)) return home;
  rmSync(note, { force: true });
  return undefined;
}

/** Two processes may get here at once: the note is linked into place, so the first one decides for both. */
function moveAway(folder: string): string {
  const home = join(ROOT_FOLDER, `${basename(folder)}-${randomBytes(6).toString('hex')}`);
  const draft = join(folder, `${NOTE}.${process.pid}`);
  try {
    makeEnterable(home);
    writeFileSync(join(home, 'belongs-to'), `${folder}\n`);
    writeFileSync(draft, `${home}\n`);
    linkSync(draft, join(folder, NOTE));
    return home;
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    const winner = readNote(folder);
    if (winner) return winner;
    const why = (error as Error).message;
    throw new EmbeddedPostgresFailed('FOLDER_UNUSABLE', `${folder} is not reachable and ${ROOT_FOLDER} failed: ${why}`);
  } finally {
    rmSync(draft, { force: true });
  }
}
