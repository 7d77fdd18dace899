import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The account a server process runs under; absent: our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Nothing of our own environment (secrets, PG* variables) reaches the server; messages stay in English to be read. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/** Runs a program to its end and collects what it said; rejects only when it cannot be started. */
export function run(
  command: string,
  args: readonly string[],
  where: { account: Account | undefined; cwd: string },
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: where.cwd,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...where.account,
    });
    let output = '';
    const collect = (bytes: Buffer) => {
      output += bytes.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * Fields of /proc/<pid>/stat after the program's name, from the state on; undefined where there is no /proc or no such process.
 * The name stands in brackets and may hold anything, so fields are counted from the last bracket.
 */
function procStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether a process runs. A zombie does not: in a container nobody may ever collect it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return procStat(pid)?.[0] !== 'Z';
}

/** When a process began, in ticks since boot or as `ps` puts it; empty where the system does not say. With the pid it names a process for good. */
export function beganAt(pid: number): string {
  return procStat(pid)?.[19] ?? psSays(pid, 'lstart') ?? '';
}

/** The words a process was started with; undefined where the system does not say. */
export function commandLine(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return psSays(pid, 'command')?.split(' ');
  }
}

/** A column of `ps`, which macOS and the BSDs have in place of /proc; undefined where there is neither. */
function psSays(pid: number, column: 'lstart' | 'command'): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    const args = ['-ww', '-p', String(pid), '-o', `${column}=`];
    const { PATH } = process.env;
    const env = { ...SERVER_ENVIRONMENT, PATH };
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
