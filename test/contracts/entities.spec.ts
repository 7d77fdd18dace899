import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { ownerDataSource } from '../../src/platform/database/index.js';
import { asOwner, type TestDatabase, workerDatabase } from '../support/database.js';

/** What TypeORM would change of these belongs to migrations here: indexes, checks, uniqueness, keys, comments. */
const MIGRATIONS_BUSINESS = [
  /^(CREATE|DROP|ALTER) (UNIQUE )?INDEX/,
  /^ALTER TABLE \S+ (ADD|DROP|RENAME) CONSTRAINT/,
  /^COMMENT ON/,
  /^DROP TABLE "?schema_migrations/,
];

describe('entities', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await workerDatabase();
    const files = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' });
    for (const file of files) if (file.endsWith('.entity.ts')) await import(join(process.cwd(), 'src', file));
    const entities = getMetadataArgsStorage().tables.map((table) => table.target as new () => object);
    source = new DataSource({ ...ownerDataSource(database.ownerUrl).options, entities, migrations: [] } as never);
    await source.initialize();
  });
  afterAll(() => source?.destroy());

  it('propose no table, column, type, nullability or default that the migrations did not make', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const proposals = upQueries
      .map(({ query }) => query)
      .filter((query) => !MIGRATIONS_BUSINESS.some((mine) => mine.test(query)));
    expect(proposals).toEqual([]);
  });

  it('stand for every table, and every table for one of them', async () => {
    const rows = await asOwner<{ name: string }>(
      database,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    const tables = rows.map(({ name }) => name).filter((name) => name !== 'schema_migrations');
    expect(tables.length).toBeGreaterThan(20);
    const mapped = [...new Set(source.entityMetadatas.map((entity) => entity.tableName))];
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
