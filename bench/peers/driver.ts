import pg from 'pg';
import { serveAsContender } from '../lib/contender-process.js';
import { summary } from '../lib/load.js';
import { GRAB_ONE } from './grab-statement.js';

export interface DriverOrder {
  readonly connections: number;
  readonly warmUp: number;
}

/** The driver alone, without HTTP: so many loops, each with one prepared statement at a time on a connection of its own. */
serveAsContender(async (settings: { databaseUrl: string; pool: number }) => {
  const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: settings.pool });
  // An idle connection that ends shows in the next request; it must not end the process.
  pool.on('error', () => undefined);
  return { url: '', order: (order: DriverOrder) => grab(pool, order), stop: () => pool.end() };
});

async function grab(pool: pg.Pool, { connections, warmUp }: DriverOrder) {
  const { rows } = await pool.query<{ case_id: string; provider_id: string; member_id: string }>(
    'SELECT case_id, provider_id, member_id FROM bench_attempts ORDER BY n',
  );
  const attempts = rows.map((row) => [row.case_id, row.provider_id, row.member_id]);
  const { wins: warmUpWins } = await run(pool, attempts.slice(0, warmUp), connections);
  const cpuBefore = process.cpuUsage();
  const measured = await run(pool, attempts.slice(warmUp), connections);
  const { user, system } = process.cpuUsage(cpuBefore);
  return { ...measured, warmUpWins, cpuMicros: user + system };
}

async function run(pool: pg.Pool, attempts: string[][], connections: number) {
  const latencies = new Float64Array(attempts.length);
  let next = 0;
  let wins = 0;
  const loop = async () => {
    while (next < attempts.length) {
      const mine = next;
      next += 1;
      const sent = performance.now();
      const { rowCount } = await pool.query({ name: 'grab', text: GRAB_ONE, values: attempts[mine]! });
      latencies[mine] = performance.now() - sent;
      wins += rowCount ?? 0;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, loop));
  return { ...summary(latencies, (performance.now() - began) / 1000), wins, others: 0, firstOther: undefined };
}
