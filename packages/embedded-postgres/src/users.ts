import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beganAt, isAlive } from './processes.js';

/** One use of a server by one process. */
export interface Use {
  /** Ends this use. True when nobody else that lives uses the server: then whoever leaves stops it. */
  end(): boolean;
}

/**
 * Notes that this process uses the server of a home. Each user has a file, named by its pid, so that one killed without a
 * word is recognised; the last to leave stops the server, whoever started it.
 */
export function beginUse(home: string): Use {
  const folder = join(home, 'users');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}`);
  // Whoever copies the folder of a running server copies this file too: it says whose user it is.
  writeFileSync(file, userOf(home, process.pid));
  return {
    end: () => {
      rmSync(file, { force: true });
      return sweep(home, folder) === 0;
    },
  };
}

/**
 * Removes the files of the dead and counts the living. A pid taken over by another process has another beginning; a file that
 * came with a copy of the folder names another folder.
 */
function sweep(home: string, folder: string): number {
  let living = 0;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const pid = Number.parseInt(name, 10);
    if (isAlive(pid) && contentsOf(file) === userOf(home, pid)) living += 1;
    else rmSync(file, { force: true });
  }
  return living;
}

/** A process, named for good, and the folder whose server it uses. */
function userOf(home: string, pid: number): string {
  return `${beganAt(pid)} ${home}`;
}

function contentsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'gone';
  }
}
