import { chmodSync, mkdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './processes.js';

/** The uid and gid of "nobody" on Linux: the account a server started by root runs under, since PostgreSQL refuses root. */
const NOBODY: Account = { uid: 65_534, gid: 65_534 };

/**
 * The account the server of a data folder runs under. Only root has a choice: the owner of data that is already there
 * (so that root and the owner can take turns), otherwise nobody.
 */
export function serverAccount(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = statSync(dataFolder, { throwIfNoEntry: false });
  return existing && existing.uid !== 0 ? { uid: existing.uid, gid: existing.gid } : NOBODY;
}

/** Whether an account may enter a folder and everything above it. Without an account it is our own affair: yes. */
export function canEnter(folder: string, account: Account | undefined): boolean {
  if (!account) return true;
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (!allows(statSync(at), account, 0o1)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Whether an account may read a file and reach it. */
export function canRead(file: string, account: Account | undefined): boolean {
  if (!account) return true;
  const real = realpathSync(file);
  return allows(statSync(real), account, 0o4) && canEnter(dirname(real), account);
}

function allows(stats: Stats, account: Account, bit: number): boolean {
  const shift = stats.uid === account.uid ? 6 : stats.gid === account.gid ? 3 : 0;
  return ((stats.mode >> shift) & bit) === bit;
}

/** Makes a folder with those above it; the ones made here can be entered by everybody, whatever our umask says. */
export function makeEnterable(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) chmodSync(at, 0o755);
}
