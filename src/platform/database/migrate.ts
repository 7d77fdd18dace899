import { DataSource, type MigrationInterface } from 'typeorm';
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

/** Runs every pending migration forward; returns the names of those that ran. */
export async function migrateUp(ownerUrl: string): Promise<string[]> {
  const source = await ownerDataSource(ownerUrl).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    // The lock goes with the connection.
    await runner.release();
    await source.destroy();
  }
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
