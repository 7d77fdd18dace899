import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresFailed, lastLinesOf, textFrom } from './failure.js';
import { findPostmaster } from './postmaster.js';
import { type Account, isAlive, SERVER_ENVIRONMENT, signal } from './processes.js';

const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

export interface Launch {
  readonly home: string;
  readonly dataFolder: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly port: number;
  readonly durable: boolean;
  readonly maxConnections: number;
}

/** How a launch ended: the server is ready, another process was first, the port is taken, or remains of a dead one linger. */
export type Launched = ChildProcess | 'another-holds-the-folder' | 'port-taken' | 'remains';

/**
 * Starts a server and waits until it takes connections or ends; `patienceMs` covers recovery after a crash.
 * Errors: START_FAILED with what the server said, NOT_ANSWERING.
 */
export async function launch(order: Launch, patienceMs: number): Promise<Launched> {
  const logFile = join(order.home, 'postgres.log');
  const { child, offset } = spawnServer(order, logFile);
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    await sleep(10);
    if (failure) throw new EmbeddedPostgresFailed('NO_BINARIES', failure.message);
    if (child.exitCode !== null || child.signalCode !== null) return whyEnded(textFrom(logFile, offset), logFile);
    const postmaster = findPostmaster(order.dataFolder);
    if (postmaster?.pid === child.pid && postmaster?.ready) return release(child);
  }
  child.kill('SIGQUIT');
  throw new EmbeddedPostgresFailed(
    'NOT_ANSWERING',
    `not ready in time, see ${logFile}`,
    lastLinesOf(textFrom(logFile, offset)),
  );
}

/** A session of its own: Ctrl-C in a terminal must reach us alone, so that we can drain before the database goes. */
function spawnServer(order: Launch, logFile: string): { child: ChildProcess; offset: number } {
  rotate(logFile);
  const log = openSync(logFile, 'a', 0o600);
  try {
    // Taken before the start: a server that fails at once has written its reason by the time we look.
    const offset = fstatSync(log).size;
    const child = spawn(order.binaries.postgres, ['-D', order.dataFolder, ...settings(order)], {
      cwd: order.dataFolder,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', log, log],
      detached: true,
      ...order.account,
    });
    return { child, offset };
  } finally {
    closeSync(log);
  }
}

function settings({ port, durable, maxConnections }: Launch): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: maxConnections,
    shared_buffers: durable ? '256MB' : '128MB',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // A refused row must not leave personal data in the log: neither its values (DETAIL) nor its statement.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
}

function whyEnded(said: string, logFile: string): Launched {
  if (/lock file ".*" already exists|is another postmaster/i.test(said)) return 'another-holds-the-folder';
  if (/address already in use|could not create any TCP\/IP sockets/i.test(said)) return 'port-taken';
  if (/shared memory block .* is still in use/i.test(said)) return 'remains';
  throw new EmbeddedPostgresFailed('START_FAILED', `PostgreSQL did not start, see ${logFile}`, lastLinesOf(said));
}

function release(child: ChildProcess): ChildProcess {
  child.unref();
  return child;
}

/**
 * Ends the server of a data folder, whoever started it: first the fast way (connections are closed, a checkpoint is
 * written), after 60 s at once, which a restart repairs. Errors: STOP_FAILED after another minute.
 */
export async function shutDown(dataFolder: string, child: ChildProcess | undefined): Promise<void> {
  const pid = findPostmaster(dataFolder)?.pid;
  // The parent holds the child's exit status; waiting with the child referenced lets it be collected.
  child?.ref();
  try {
    if (pid === undefined) return;
    for (const [name, patienceMs] of [
      ['SIGINT', 60_000],
      ['SIGQUIT', 60_000],
    ] as const) {
      signal(pid, name);
      if (await ended(pid, child, patienceMs)) return;
    }
    throw new EmbeddedPostgresFailed('STOP_FAILED', `the server ${pid} of ${dataFolder} does not end`);
  } finally {
    child?.unref();
  }
}

async function ended(pid: number, child: ChildProcess | undefined, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  const gone = () => (child?.pid === pid ? child.exitCode !== null || child.signalCode !== null : !isAlive(pid));
  while (!gone()) {
    if (performance.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}
