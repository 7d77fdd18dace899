import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { ensureAppRole, grantAgain, lacksRights } from './app-role.js';

export type MigrationClass = new () => MigrationInterface;

/**
 * How long a migration waits for a lock. Whoever comes after it waits behind it, so it gives up soon and comes again: a long
 * transaction of a running process delays the migration, never the other processes.
 */
const LOCK_LIMIT = '2s';
const LOCK_TRIES = 60;
const LOCK_PAUSE_MS = 500;
const LOCK_NOT_AVAILABLE = '55P03';

/** A data source that owns the schema and knows only migrations; nothing else may change the schema. */
export function ownerDataSource(ownerUrl: string, list: MigrationClass[] = migrations): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: list,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: { max: 2, options: `-c lock_timeout=${LOCK_LIMIT}` },
  });
}

/** Any process may start first; the rest wait here and then find nothing to do. */
const MIGRATION_LOCK = 7_236_115;
const TRY_AGAIN_MS = 200;

/** Runs every pending migration forward; returns the names of those that ran. Mends the application's role and its rights. */
export async function migrateUp(ownerUrl: string): Promise<string[]> {
  return alone(ownerUrl, async (source, runner) => {
    await ensureAppRole(runner);
    const ran = await patiently(() => source.runMigrations());
    if (await lacksRights(runner)) await grantAgain(runner, migrations);
    return ran.map(({ name }) => name);
  });
}

/** Takes the newest `steps` migrations back, newest first. */
export async function migrateDown(ownerUrl: string, steps: number): Promise<void> {
  await alone(ownerUrl, async (source) => {
    for (let step = 0; step < steps; step += 1) await patiently(() => source.undoLastMigration());
  });
}

/** Migrations that this build has and the schema has not, and the reverse. */
export interface SchemaDifference {
  readonly behind: string[];
  readonly unknown: string[];
}

/** Compares the names of the migrations that a schema has with those of this build. */
export function schemaDifference(applied: readonly string[], list: MigrationClass[] = migrations): SchemaDifference {
  const ours = list.map(({ name }) => name);
  return {
    behind: ours.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !ours.includes(name)),
  };
}

/** Does work under the lock of migrations, which goes with its connection. */
async function alone<T>(ownerUrl: string, work: (source: DataSource, runner: QueryRunner) => Promise<T>): Promise<T> {
  const source = await ownerDataSource(ownerUrl).initialize();
  const runner = source.createQueryRunner();
  try {
    while (!(await locked(runner))) await pause(TRY_AGAIN_MS);
    return await work(source, runner);
  } finally {
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

/** Asked again and again: a statement that waits holds a snapshot, and an index built beside traffic waits for all of them. */
async function locked(runner: QueryRunner): Promise<boolean> {
  const [row] = await runner.query('SELECT pg_try_advisory_lock($1) AS got', [MIGRATION_LOCK]);
  return row.got;
}

/** A migration that does not get a lock was undone as a whole and is tried again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
      if (code !== LOCK_NOT_AVAILABLE || tries >= LOCK_TRIES) throw error;
      await pause(LOCK_PAUSE_MS);
    }
  }
}
