import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { EmbeddedPostgresFailed } from './failure.js';
import { dataOf, settleHome } from './home.js';
import { addressOf, DATABASE, ensureOwner, isPassing, OWNER } from './owner.js';
import { forgetPort, freePort, rememberedPort, rememberPort } from './port.js';
import { findPostmaster } from './postmaster.js';
import { signal } from './processes.js';
import { serverAccount } from './reach.js';
import { type Launch, launch, shutDown } from './server.js';
import { beginUse, type Use } from './users.js';
import { Watch } from './watch.js';

/** Covers a crash recovery on a slow and busy machine; a healthy start takes a tenth of a second. */
const PATIENCE_MS = 600_000;

export interface EmbeddedPostgresOptions {
  /** Made when missing. Removing it while nothing runs means a fresh database. */
  readonly dataDir: string;
  /** Absent or 0: the port of the last start while it is free, otherwise any free one. */
  readonly port?: number;
  /** False gives up safety against power loss for speed: for test clusters only. */
  readonly durable: boolean;
  /** 200 unless told. */
  readonly maxConnections?: number;
  readonly log?: (line: string) => void;
  /**
   * Called once when the server ended although nobody stopped it and could not be started again, or did so too often. Absent:
   * only the log says so.
   */
  readonly lost?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  /** The database as its owner; it carries a password, so it must not be logged. */
  readonly url: string;
  /** The same address: the application lays its own role down by connection options. */
  readonly ownerUrl: string;
  /** The maintenance database as superuser. */
  readonly adminUrl: string;
  readonly port: number;
  /** Where everything really is; differs from the data folder when root had to keep it elsewhere. */
  readonly home: string;
  /** True when the server was already running: of another process, or left behind by one that was killed. */
  readonly adopted: boolean;
  /** Ends our use of the server, and the server itself unless another living process uses it. May be called again. */
  stop(): Promise<void>;
}

/** A server that runs, and our child when it is one. */
interface Running {
  readonly port: number;
  readonly child: ChildProcess | undefined;
}

/**
 * Starts PostgreSQL on a data folder, or joins the one that already serves it. Several processes may do so at once.
 * The caller must call `stop`: a process that ends by process.exit or an empty event loop asks the server to end on its
 * way out, but a signal without a handler leaves it running, to be taken over by the next start.
 * Errors: EmbeddedPostgresFailed.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const home = settleHome(options.dataDir, log);
  const account = serverAccount(dataOf(home));
  const binaries = findBinaries(home, account, log);
  const durable = options.durable;
  const { dataFolder, password } = await ensureCluster({ home, binaries, account, durable });
  const maxConnections = options.maxConnections ?? 200;
  const order = { home, dataFolder, binaries, account, durable, maxConnections };
  const use = beginUse(home);
  try {
    const running = await reach(order, options.port ?? 0, password);
    rememberPort(home, running.port);
    log(`PostgreSQL ${running.child ? 'started' : 'was already running'} on port ${running.port}, data in ${home}`);
    const watch = new Watch({
      alive: () => findPostmaster(dataFolder) !== undefined,
      again: async () => void (await reach(order, running.port, password)),
      log,
      lost: options.lost ?? (() => undefined),
    });
    return handle(home, dataFolder, password, { ...running, watch }, use, log);
  } catch (error) {
    if (use.end() && findPostmaster(dataFolder)?.proven) await shutDown(dataFolder, undefined).catch(() => undefined);
    throw error;
  }
}

/**
 * Finds or starts the server until one answers with its database prepared. Every step looks afresh, because another
 * process may start or stop the same server meanwhile.
 */
async function reach(order: Omit<Launch, 'port'>, wantedPort: number, password: string): Promise<Running> {
  const deadline = performance.now() + PATIENCE_MS;
  let child: ChildProcess | undefined;
  while (performance.now() < deadline) {
    const found = findPostmaster(order.dataFolder);
    if (!found) child = (await tryLaunch(order, wantedPort)) ?? child;
    else if (found.ready && found.port && (await answers(found.port, password, order.dataFolder))) {
      return { port: found.port, child: child?.pid === found.pid ? child : undefined };
    }
    if (found || !child) await sleep(50);
  }
  throw new EmbeddedPostgresFailed('NOT_ANSWERING', `a server holds ${order.dataFolder} but does not answer`);
}

async function tryLaunch(order: Omit<Launch, 'port'>, wantedPort: number): Promise<ChildProcess | undefined> {
  const port = wantedPort || rememberedPort(order.home) || (await freePort());
  const launched = await launch({ ...order, port }, PATIENCE_MS);
  if (typeof launched !== 'string') return launched;
  if (launched === 'port-taken') {
    if (wantedPort) throw new EmbeddedPostgresFailed('PORT_TAKEN', `port ${wantedPort} is in use by another program`);
    forgetPort(order.home);
  }
  return undefined;
}

/** That our password opens it proves the server is ours; that it is still ready afterwards, that nobody is ending it. */
async function answers(port: number, password: string, dataFolder: string): Promise<boolean> {
  try {
    await ensureOwner(addressOf('postgres', password, port, 'postgres'), password);
    return findPostmaster(dataFolder)?.ready === true;
  } catch (error) {
    if (isPassing(error)) return false;
    throw new EmbeddedPostgresFailed('START_FAILED', `the database cannot be prepared: ${(error as Error).message}`);
  }
}

function handle(
  home: string,
  dataFolder: string,
  password: string,
  { port, child, watch }: Running & { watch: Watch },
  use: Use,
  log: (line: string) => void,
): EmbeddedPostgres {
  const atExit = () => {
    const postmaster = use.end() ? findPostmaster(dataFolder) : undefined;
    if (postmaster) signal(postmaster.pid, 'SIGINT');
  };
  const leave = async () => {
    await watch.stop();
    process.off('exit', atExit);
    if (use.end()) await shutDown(dataFolder, child);
    else log('PostgreSQL keeps running for another process that uses it');
  };
  process.on('exit', atExit);
  let stopping: Promise<void> | undefined;
  const url = addressOf(OWNER, password, port, DATABASE);
  const adminUrl = addressOf('postgres', password, port, 'postgres');
  const stop = () => {
    stopping ??= leave();
    return stopping;
  };
  return { url, ownerUrl: url, adminUrl, port, home, adopted: child === undefined, stop };
}
