import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export const TEMPLATE = 'recourse_template';
export const APP_PASSWORD = 'recourse-tests-only';

/** Where a database is, as its owner and as the application. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The database of this Jest worker, cloned from the migrated template the first time it is asked for. */
export async function workerDatabase(): Promise<TestDatabase> {
  return namedDatabase(`recourse_w${process.env['JEST_WORKER_ID'] ?? '1'}`);
}

/** A database of its own for a test that breaks things (crashes, migrations, counts of everything). */
export async function namedDatabase(
  name: string,
  options: { fresh?: boolean; empty?: boolean } = {},
): Promise<TestDatabase> {
  const admin = new pg.Client({ connectionString: process.env['RECOURSE_TEST_ADMIN'] });
  await admin.connect();
  try {
    if (options.fresh) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    const known = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount === 0) {
      await admin.query(`CREATE DATABASE ${name} OWNER recourse_owner ${options.empty ? '' : `TEMPLATE ${TEMPLATE}`}`);
    }
  } finally {
    await admin.end();
  }
  return { ownerUrl: urlOf(name), appUrl: urlOf(name, { username: 'recourse_app', password: APP_PASSWORD }) };
}

/** One statement as the owner of a test's database: to look behind the API, or to make time pass. */
export async function asOwner<T = Record<string, unknown>>(
  database: TestDatabase,
  sql: string,
  params: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql, params)).rows as T[];
  } finally {
    await client.end();
  }
}

/**
 * How many deadlocks a database ever had. A session tells of its own when it has been idle for a while and at the latest when it
 * ends, so this waits until all others have ended: close the applications first.
 */
export async function deadlocksIn(database: TestDatabase): Promise<number> {
  for (;;) {
    const [found] = await asOwner<{ others: number; deadlocks: number }>(
      database,
      `SELECT (SELECT count(*)::int FROM pg_stat_activity
                WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()) AS others,
              (SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()) AS deadlocks`,
    );
    if (found!.others === 0) return found!.deadlocks;
    await pause(20);
  }
}

function urlOf(name: string, login?: { username: string; password: string }): string {
  const url = new URL(process.env['RECOURSE_TEST_OWNER']!);
  url.pathname = `/${name}`;
  if (login) Object.assign(url, login);
  return url.toString();
}
