import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

export type MigrationClass = new () => MigrationInterface;

/** A data source that owns the schema and knows only migrations; nothing else may change the schema. */
export function ownerDataSource(ownerUrl: string, list: MigrationClass[] = migrations): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: list,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: { max: 2 },
  });
}

/** Any process may start first; the rest wait here and then find nothing to do. */
const MIGRATION_LOCK = 7_236_115;
const TRY_AGAIN_MS = 200;

/** Runs every pending migration forward; returns the names of those that ran. */
export async function migrateUp(ownerUrl: string): Promise<string[]> {
  const source = await ownerDataSource(ownerUrl).initialize();
  const runner = source.createQueryRunner();
  try {
    while (!(await locked(runner))) await pause(TRY_AGAIN_MS);
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    // The lock goes with the connection.
    await runner.release();
    await source.destroy();
  }
}

/** Asked again and again: a statement that waits holds a snapshot, and an index built beside traffic waits for all of them. */
async function locked(runner: QueryRunner): Promise<boolean> {
  const [row] = await runner.query('SELECT pg_try_advisory_lock($1) AS got', [MIGRATION_LOCK]);
  return row.got;
}

/** Takes the newest `steps` migrations back, newest first. */
export async function migrateDown(ownerUrl: string, steps: number): Promise<void> {
  const source = await ownerDataSource(ownerUrl).initialize();
  try {
    for (let step = 0; step < steps; step += 1) await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
}
