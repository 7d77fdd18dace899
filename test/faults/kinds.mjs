import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** How long a fault that has a length lasts. */
const LONG_MS = 5_000;

/** Each does its harm and returns when the harm is over; what is then still broken is the product's to mend. */
export const kinds = {
  'kill-app': (bench) => again(bench.apps[0], 'SIGKILL'),
  'kill-app-thrice': async (bench) => {
    for (let n = 0; n < 3; n += 1) {
      await again(bench.apps[0], 'SIGKILL');
      await pause(500);
    }
  },
  'kill-one-of-two': twoApps((bench) => again(bench.apps[1], 'SIGKILL')),
  'stop-app': async ({ apps }) => {
    apps[0].signal('SIGSTOP');
    await pause(LONG_MS);
    apps[0].signal('SIGCONT');
  },
  'sigterm-load': (bench) => again(bench.apps[0], 'SIGTERM'),
  rolling: twoApps(async (bench) => {
    for (const app of bench.apps) await again(app, 'SIGTERM');
  }),
  'kill-pg': (bench) => endPostgres(bench, 'SIGKILL'),
  'pg-immediate': (bench) => endPostgres(bench, 'SIGQUIT'),
  'pg-fast-restart': (bench) => endPostgres(bench, 'SIGINT'),
  'stop-pg': async (bench) => {
    const pids = [postmaster(bench), ...children(postmaster(bench))];
    for (const pid of pids) signal(pid, 'SIGSTOP');
    await pause(LONG_MS * 2);
    for (const pid of pids) signal(pid, 'SIGCONT');
  },
  'pg-terminate': async (bench) => {
    for (let round = 0; round < bench.rounds; round += 1) {
      await bench.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'recourse_app'`);
      await pause(50);
    }
  },
  'pg-backend-kill9': async (bench) => {
    const found = await bench.owner.query(`SELECT pid FROM pg_stat_activity WHERE usename = 'recourse_app' LIMIT 1`);
    signal(found.rows[0].pid, 'SIGKILL');
  },
  'pool-exhausted': async (bench) => {
    const taken = [];
    for (;;) {
      const client = new pg.Client({ connectionString: bench.adminUrl });
      client.on('error', () => undefined);
      if (!(await client.connect().then(() => true, () => false))) break;
      taken.push(client);
    }
    await bench.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'recourse_app'`).catch(() => undefined);
    await pause(LONG_MS);
    await Promise.all(taken.map((client) => client.end()));
  },
  'lock-case': locking('SELECT id FROM cases ORDER BY random() LIMIT 200 FOR UPDATE'),
  'lock-slot': locking('SELECT provider_id FROM provider_slots FOR UPDATE'),
  'lock-ledger': locking('SELECT id FROM ledger_accounts FOR UPDATE'),
  'lock-keys': locking('LOCK TABLE idempotency_keys IN ACCESS EXCLUSIVE MODE'),
  'lock-table': locking('LOCK TABLE hall_listings IN ACCESS EXCLUSIVE MODE'),
  'net-reset': async ({ path }) => path.reset(),
  'net-stall': async ({ path }) => {
    path.stall();
    await pause(LONG_MS);
    path.resume();
  },
  'net-blackhole': async ({ path }) => {
    path.loseThePresent();
  },
  'files-away': async ({ dataDir }) => {
    const files = join(dataDir, 'files');
    mkdirSync(dataDir, { recursive: true });
    if (existsSync(files)) renameSync(files, `${files}-kept`);
    writeFileSync(files, 'no folder');
    await pause(LONG_MS);
    rmSync(files);
    if (existsSync(`${files}-kept`)) renameSync(`${files}-kept`, files);
  },
};

function twoApps(fault) {
  return Object.assign(fault, { apps: 2 });
}

async function again(app, name) {
  await app.end(name);
  await app.start();
}

function postmaster({ home }) {
  return Number.parseInt(readFileSync(join(home, 'cluster/data/postmaster.pid'), 'utf8'), 10);
}

function children(pid) {
  try {
    return execFileSync('pgrep', ['-P', String(pid)]).toString().trim().split('\n').map(Number);
  } catch {
    return [];
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** The bench looks after its server as the product looks after an embedded one: it is started again. */
async function endPostgres(bench, name) {
  const back = bench.backAgain();
  signal(postmaster(bench), name);
  await back;
}

function locking(sql) {
  return async ({ ownerUrl }) => {
    const client = new pg.Client({ connectionString: ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    await client.query(sql);
    await pause(LONG_MS);
    await client.query('ROLLBACK').catch(() => undefined);
    await client.end();
  };
}
