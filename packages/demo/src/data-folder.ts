import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@recourse/embedded-postgres';

/** Which processes play in a data folder: the demo, and the server it started. */
interface Players {
  readonly demo: Player;
  readonly server: Player | null;
}
interface Player {
  readonly pid: number;
  /** Words its command line must hold, because pids are used again. */
  readonly program: string;
}

const NOTE = 'demo.json';
const PATIENCE_MS = 20_000;

/**
 * Makes the data folder empty. An earlier demo that was killed may have left its server and its database running there:
 * both are ended first. Errors: a demo still plays there; the database cannot be stopped.
 */
export async function freshDataFolder(folder: string): Promise<void> {
  const players = readPlayers(folder);
  if (players && players.demo.pid !== process.pid && plays(players.demo)) {
    throw new Error(`Another demo plays in ${folder} (process ${players.demo.pid}). End it first, or give --data-dir.`);
  }
  if (players?.server) await endProcess(players.server);
  await endDatabase(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  notePlayers(folder, null);
}

/** Notes who plays here, for the next demo to find. */
export function notePlayers(folder: string, serverPid: number | null): void {
  const server = serverPid === null ? null : { pid: serverPid, program: 'main.js' };
  const players: Players = { demo: { pid: process.pid, program: 'demo' }, server };
  writeFileSync(join(folder, NOTE), JSON.stringify(players));
}

function readPlayers(folder: string): Players | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as Players;
  } catch {
    return undefined;
  }
}

function plays({ pid, program }: Player): boolean {
  try {
    process.kill(pid, 0);
    return existsSync(`/proc/${pid}`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program) : true;
  } catch {
    return false;
  }
}

async function endProcess(player: Player): Promise<void> {
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    if (!plays(player)) return;
    process.kill(player.pid, name);
    const deadline = performance.now() + PATIENCE_MS;
    while (plays(player) && performance.now() < deadline) await sleep(50);
  }
}

/** Joins what runs on the folder and leaves as its last user, which ends it; also removes what root had to keep elsewhere. */
async function endDatabase(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const elsewhere = join(folder, 'kept-elsewhere');
  const home = existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : folder;
  if (existsSync(join(home, 'cluster', 'data', 'postmaster.pid'))) {
    const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
    await server.stop();
  }
  const ours = existsSync(join(home, 'belongs-to')) && readFileSync(join(home, 'belongs-to'), 'utf8').trim() === folder;
  if (home !== folder && ours) rmSync(home, { recursive: true, force: true });
}
