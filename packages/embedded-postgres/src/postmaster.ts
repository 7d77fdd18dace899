import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { commandLine, isAlive } from './processes.js';

/** The server that holds a data folder, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number | undefined;
  readonly ready: boolean;
  /** False where the system does not tell a server from a stranger that was given its pid: such a one is never signalled. */
  readonly proven: boolean;
}

/**
 * The living server of a data folder. A file left by a server that died is left to PostgreSQL, which checks also for
 * surviving backends before it replaces it; a file whose pid now belongs to a stranger would stop PostgreSQL for good, so
 * that one is removed.
 */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  const file = join(dataFolder, 'postmaster.pid');
  const text = read(file);
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  const who = identify(pid, dataFolder);
  if (who === 'stranger') {
    if (read(file) === text) rmSync(file, { force: true });
    return undefined;
  }
  const port = Number.parseInt(lines[3] ?? '', 10);
  return { pid, port: port > 0 ? port : undefined, ready: lines[7]?.trim() === 'ready', proven: who === 'ours' };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A stranger only when certain: the process is no PostgreSQL server, or one of another folder. */
function identify(pid: number, dataFolder: string): 'ours' | 'stranger' | 'unknown' {
  const words = commandLine(pid);
  if (!words) return 'unknown';
  if (basename(words[0] ?? '') !== 'postgres') return 'stranger';
  const folder = words[words.indexOf('-D') + 1];
  const theirs = folder ? statSync(folder, { throwIfNoEntry: false }) : undefined;
  if (!theirs) return 'unknown';
  const ours = statSync(dataFolder);
  return theirs.ino !== ours.ino || theirs.dev !== ours.dev ? 'stranger' : 'ours';
}
