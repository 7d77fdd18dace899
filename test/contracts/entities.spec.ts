import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { features } from '../../src/features.js';
import { ownerDataSource } from '../../src/platform/database/index.js';
import { testConfig } from '../support/config.js';
import { asOwner, type TestDatabase, workerDatabase } from '../support/database.js';

/** What TypeORM would change belongs to migrations here: indexes, checks, uniqueness, keys and their names. */
const MIGRATIONS_BUSINESS =
  /\b(INDEX|CONSTRAINT|FOREIGN KEY|CHECK|PRIMARY KEY|typeorm_metadata|SEQUENCE|COMMENT ON)\b|^DROP (VIEW|TYPE)/i;

describe('entities', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await workerDatabase();
    // Naming the features is what loads every module's entities.
    expect(features(testConfig({ DATABASE_URL: database.appUrl })).length).toBeGreaterThan(10);
    const entities = getMetadataArgsStorage().tables.map((table) => table.target as new () => object);
    source = new DataSource({ ...ownerDataSource(database.ownerUrl).options, entities, migrations: [] } as never);
    await source.initialize();
  });
  afterAll(() => source?.destroy());

  it('propose no table, column, type, nullability or default that the migrations did not make', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const proposals = upQueries.map(({ query }) => query).filter((query) => !MIGRATIONS_BUSINESS.test(query));
    expect(proposals).toEqual([]);
  });

  it('stand for every table, and every table for one of them', async () => {
    const rows = await asOwner<{ name: string }>(
      database,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    const tables = rows.map(({ name }) => name).filter((name) => name !== 'schema_migrations');
    expect(tables.length).toBeGreaterThan(20);
    const mapped = source.entityMetadatas.map((entity) => entity.tableName);
    expect(mapped.sort()).toEqual(tables.sort());
  });

  it('read money as bigint, never as text or number', () => {
    const money = source.entityMetadatas.flatMap((entity) =>
      entity.columns.filter((column) => /_fen$/.test(column.databaseName)),
    );
    expect(money.length).toBeGreaterThan(5);
    const loose = money.filter((column) => column.type !== 'bigint' || column.transformer === undefined);
    expect(loose.map((column) => `${column.entityMetadata.tableName}.${column.databaseName}`)).toEqual([]);
  });
});
