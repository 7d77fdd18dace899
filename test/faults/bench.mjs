import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import { appLogin, migrate } from '../../dist/src/boot/prepare-database.js';
import { openPath } from './path.mjs';
import { App, freePort, postmasterOf, signal } from './processes.mjs';
import { chances } from './random.mjs';
import { RedisServer } from './redis.mjs';
import { Sink } from './sink.mjs';
import { hookUp, organisations, thePlatform } from './world.mjs';

/**
 * A database with a path to it, the processes of the product on it, and what stands around them. Whatever was started is ended
 * by `stop`, also when a later step fails.
 */
export async function openBench(needs, seed, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-faults-'));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o755);
  const endings = [() => rmSync(folder, { recursive: true, force: true })];
  const bench = { apps: [], dataDir, rounds, chances: chances(seed), clockFile: join(folder, 'clock') };
  bench.stop = async () => {
    for (const end of endings.reverse()) await end();
  };
  try {
    await openDatabase(bench, needs, endings);
    bench.sink = await new Sink().open();
    endings.push(() => bench.sink.close());
    if (needs.redis) {
      bench.redis = await new RedisServer().start();
      endings.push(() => bench.redis.stop());
    }
    await startProcesses(bench, needs, endings);
    bench.everybody = [...bench.creditors, ...bench.agencies];
    await hookUp(bench.apps[0], bench.sink, bench.everybody);
    return bench;
  } catch (error) {
    await bench.stop();
    throw error;
  }
}

async function openDatabase(bench, { embedded }, endings) {
  const heard = new Set();
  const server = await startEmbeddedPostgres({
    dataDir: join(bench.dataDir, 'postgres'),
    durable: true,
    maxConnections: 120,
    log: (line) => {
      if (line.includes('runs again')) for (const tell of heard) tell();
    },
  });
  let kept = true;
  endings.push(() => (kept ? server.stop() : endPostmaster(server.home)));
  Object.assign(bench, { home: server.home, ownerUrl: server.ownerUrl, adminUrl: server.adminUrl });
  bench.backAgain = () => new Promise((tell) => heard.add(tell));
  await migrate(server.ownerUrl, () => undefined);
  await fill(bench);
  if (embedded) {
    // The product starts it itself: on the port that was remembered, with the password that is kept.
    await server.stop();
    kept = false;
  } else {
    bench.path = await openPath(server.port);
    endings.push(() => bench.path.close());
    bench.appUrl = new URL(await appLogin(server.ownerUrl, randomBytes(18).toString('base64url')));
    bench.appUrl.port = String(bench.path.port);
  }
  bench.owner = new pg.Pool({ connectionString: server.ownerUrl, max: 2 });
  bench.owner.on('error', () => undefined);
  endings.push(() => bench.owner.end().catch(() => undefined));
}

async function fill(bench) {
  const owner = new pg.Pool({ connectionString: bench.ownerUrl, max: 1 });
  await thePlatform(owner);
  bench.creditors = await organisations(owner, 'creditor', 5);
  bench.agencies = await organisations(owner, 'agency', 8);
  await owner.end();
}

async function startProcesses(bench, { apps = 1, worker = false }, endings) {
  writeFileSync(bench.clockFile, '0');
  const environment = {
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    NODE_OPTIONS: `--require=${resolve(import.meta.dirname, 'clock.cjs')}`,
    CLOCK_FILE: bench.clockFile,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    RATE_LIMIT: 'off',
    OUTBOUND_ALLOW_PRIVATE: 'true',
    DATA_DIR: bench.dataDir,
    MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
    ...(bench.appUrl ? { DATABASE_URL: bench.appUrl.toString(), DATABASE_OWNER_URL: bench.ownerUrl, MIGRATE_ON_START: 'false' } : {}),
    ...(bench.redis ? { REDIS_URL: bench.redis.url } : {}),
  };
  const start = async (part) => {
    const app = new App({ ...environment, PROCESS: part }, await freePort());
    endings.push(() => app.child && app.end('SIGKILL'));
    await app.start();
    return app;
  };
  bench.apps = await Promise.all(Array.from({ length: apps }, () => start(worker ? 'api' : 'all')));
  if (worker) bench.worker = await start('worker');
}

/** The server of a process that was killed runs on. */
async function endPostmaster(home) {
  if (!existsSync(join(home, 'cluster/data/postmaster.pid'))) return;
  const pid = postmasterOf(home);
  signal(pid, 'SIGQUIT');
  while (signal(pid, 0)) await pause(50);
}
