import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { children, postmasterOf, signal } from './processes.mjs';

const LONG_MS = 5_000;
const OF_THE_APP = `usename = 'recourse_app'`;

export const databaseKinds = {
  'kill-pg': { what: 'SIGKILL to the postmaster; its keeper starts it again', felt: true, strike: ending('SIGKILL') },
  'pg-immediate': { what: 'an immediate shutdown (SIGQUIT); started again', felt: true, strike: ending('SIGQUIT') },
  'pg-fast-restart': { what: 'a fast shutdown (SIGINT); started again', felt: true, strike: ending('SIGINT') },
  'kill-pg-embedded': {
    what: 'SIGKILL to the postmaster that the process itself started and has to start again',
    with: { embedded: true },
    felt: true,
    strike: async ({ home, apps }) => {
      const before = postmasterOf(home);
      signal(before, 'SIGKILL');
      await apps[0].saying('PostgreSQL runs again');
      return `postmaster ${before} killed, ${postmasterOf(home)} started`;
    },
  },
  'kill-both-embedded': {
    what: 'SIGKILL to the process and to the postmaster it started; the process is started again',
    with: { embedded: true },
    felt: true,
    strike: async ({ home, apps }) => {
      const before = postmasterOf(home);
      const ended = apps[0].end('SIGKILL');
      signal(before, 'SIGKILL');
      await ended;
      await apps[0].start();
      return `process and postmaster ${before} killed, ${postmasterOf(home)} started`;
    },
  },
  'stop-pg': {
    what: 'SIGSTOP to postmaster and backends for 10 s',
    felt: true,
    strike: async ({ home }) => {
      const pids = [postmasterOf(home), ...children(postmasterOf(home))];
      for (const pid of pids) signal(pid, 'SIGSTOP');
      await pause(LONG_MS * 2);
      for (const pid of pids) signal(pid, 'SIGCONT');
      return `${pids.length} stopped for 10 s`;
    },
  },
  'pg-terminate': {
    what: 'every connection of the product terminated, `--rounds` times (20)',
    strike: async ({ owner, rounds }) => {
      let ended = 0;
      for (let round = 0; round < rounds; round += 1) {
        ended += await terminate(owner);
        await pause(50);
      }
      return ended > 0 && `${ended} connections terminated`;
    },
  },
  'pg-backend-kill9': {
    what: 'SIGKILL to one backend, which makes PostgreSQL recover',
    felt: true,
    strike: async ({ owner, chances }) => {
      const { rows } = await owner.query(`SELECT pid FROM pg_stat_activity WHERE ${OF_THE_APP}`);
      if (rows.length === 0) return undefined;
      const { pid } = chances.one(rows);
      signal(pid, 'SIGKILL');
      return `backend ${pid} killed`;
    },
  },
  'pool-exhausted': {
    what: 'somebody else takes every connection PostgreSQL has, for 5 s',
    felt: 'DATABASE_UNAVAILABLE',
    strike: takingEveryConnection,
  },
  'lock-case': locking('the cases, up to 200 of them, are locked', 'SELECT id FROM cases ORDER BY random() LIMIT 200 FOR UPDATE'),
  'lock-slot': locking('the slots of all agencies are locked', 'SELECT provider_id FROM provider_slots FOR UPDATE', 'BUSY'),
  'lock-ledger': locking('every account of the ledger is locked', 'SELECT id FROM ledger_accounts FOR UPDATE', 'BUSY'),
  'lock-keys': locking('the table of idempotency keys is locked', 'LOCK TABLE idempotency_keys IN ACCESS EXCLUSIVE MODE', 'BUSY'),
  'lock-table': locking('the table of the hall is locked', 'LOCK TABLE hall_listings IN ACCESS EXCLUSIVE MODE', 'BUSY'),
  'net-reset': {
    what: 'every connection to PostgreSQL is reset',
    strike: async ({ path }) => {
      const count = path.reset();
      return count > 0 && `${count} connections reset`;
    },
  },
  'net-stall': {
    what: 'the path to PostgreSQL carries nothing for 5 s',
    strike: async ({ path }) => {
      const count = path.stall();
      await pause(LONG_MS);
      path.resume();
      return count > 0 && `${count} connections stalled`;
    },
  },
  'net-blackhole': {
    what: 'the present connections to PostgreSQL never speak again; new ones work',
    felt: true,
    strike: async ({ path }) => {
      const count = path.loseThePresent();
      return count > 0 && `${count} connections lost in silence`;
    },
  },
};

async function terminate(q) {
  const { rowCount } = await q.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OF_THE_APP}`);
  return rowCount;
}

/** The bench looks after its server as the product looks after an embedded one: it is started again. */
function ending(name) {
  return async ({ home, backAgain }) => {
    const before = postmasterOf(home);
    const back = backAgain();
    signal(before, name);
    await back;
    return `postmaster ${before} ended, ${postmasterOf(home)} started`;
  };
}

/** Everything is taken, and what the product still holds is ended and taken too, until it has nothing left. */
async function takingEveryConnection({ adminUrl }) {
  const [admin] = await Promise.all([connected(adminUrl)]);
  const taken = [];
  const take = async () => {
    for (;;) {
      const more = (await Promise.all(Array.from({ length: 10 }, () => connected(adminUrl)))).filter(Boolean);
      taken.push(...more);
      if (more.length < 10) return;
    }
  };
  const held = async () => (await admin.query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE ${OF_THE_APP}`)).rows[0].n;
  try {
    let left = await held();
    for (const until = performance.now() + LONG_MS * 3; left > 0 && performance.now() < until; left = await held()) {
      await terminate(admin);
      await take();
    }
    for (const until = performance.now() + LONG_MS; performance.now() < until; await pause(100)) await take();
    return left === 0 && `${taken.length} connections taken, none left to the product`;
  } finally {
    await Promise.all([admin, ...taken].map((client) => client.end()));
  }
}

async function connected(connectionString) {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client,
    () => undefined,
  );
}

function locking(what, sql, felt) {
  const strike = async ({ ownerUrl }) => {
    const client = await connected(ownerUrl);
    await client.query('BEGIN');
    const { command, rowCount } = await client.query(sql);
    await pause(LONG_MS);
    await client.query('ROLLBACK');
    await client.end();
    return (command === 'LOCK' || rowCount > 0) && (command === 'LOCK' ? 'table locked for 5 s' : `${rowCount} rows locked for 5 s`);
  };
  return { what: `${what} for 5 s`, felt, strike };
}
