import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { migrateDown, migrateUp, ownerDataSource } from '../../src/platform/database/index.js';
import { asOwner, type TestDatabase } from '../support/database.js';
import { aDatabaseInEveryState } from '../support/every-state.js';

/** The longest a migration may wait for a lock: whoever comes after it waits behind it. */
const LONGEST_WAIT_MS = 10_000;

/** Tables that grow with what is done on the platform: an index of them takes long to build. */
const GROWING =
  /^(cases|hall_listings|grabs|repayments|outbox_events|inbox|feed_events|audit_records|webhook_(messages|deliveries|attempts)|ledger_(entries|transfers)|standing_(grabs|recoveries)|commissions|case_events|case_batch_rows|erp_sync_rows|idempotency_keys)$/;

/** One table: the file its rows are in, and whether it has any. A rewrite gives it another file. */
interface Stored {
  readonly name: string;
  readonly file: string;
  readonly filled: boolean;
}

describe('migrations beside traffic', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await aDatabaseInEveryState('recourse_beside_traffic');
  });

  /** By oid, so that a table which took another's name is told as a new one. */
  async function tables(): Promise<Map<string, Stored>> {
    const rows = await asOwner<Stored & { oid: string }>(
      database,
      `SELECT c.oid::text, c.relname AS name, pg_relation_filenode(c.oid)::text AS file,
              (xpath('/table/row/n/text()', query_to_xml('SELECT count(*) AS n FROM ' || c.oid::regclass, false, false, '')))[1]::text <> '0' AS filled
         FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'`,
    );
    return new Map(rows.map(({ oid, ...stored }) => [oid, stored]));
  }

  /** Indexes of tables that grow with what is done on the platform, by oid. */
  async function indexes(): Promise<Map<string, { name: string; table: string }>> {
    const rows = await asOwner<{ oid: string; name: string; table: string }>(
      database,
      `SELECT indexrelid::text AS oid, indexrelid::regclass::text AS name, indrelid::regclass::text AS table FROM pg_index`,
    );
    return new Map(rows.filter(({ table }) => GROWING.test(table)).map(({ oid, ...one }) => [oid, one]));
  }

  /** One migration more. */
  async function step(count: number): Promise<void> {
    const source = await ownerDataSource(database.ownerUrl, migrations.slice(0, count)).initialize();
    try {
      expect(await source.runMigrations()).toHaveLength(1);
    } finally {
      await source.destroy();
    }
  }

  it('rewrite no table that has rows', async () => {
    const sandboxes = migrations.findIndex(({ name }) => name.startsWith('Sandboxes')) + 1;
    await migrateDown(database.ownerUrl, migrations.length - sandboxes);
    const rewritten: string[] = [];
    let looked = 0;
    for (let count = sandboxes + 1; count <= migrations.length; count += 1) {
      const before = await tables();
      await step(count);
      const after = await tables();
      for (const [oid, { name, file, filled }] of before) {
        if (!filled) continue;
        looked += 1;
        if (after.get(oid)?.file !== file) rewritten.push(`${migrations[count - 1]!.name}: ${name}`);
      }
    }
    await migrateUp(database.ownerUrl);
    expect(looked).toBeGreaterThan(200);
    expect(rewritten).toEqual([]);
  });

  it('build no index of a table that grows but beside its traffic', async () => {
    const first = migrations.findIndex(({ name }) => name.startsWith('SandboxWorlds'));
    await migrateDown(database.ownerUrl, migrations.length - first);
    const locking: string[] = [];
    let looked = 0;
    for (let count = first + 1; count <= migrations.length; count += 1) {
      const [before, there] = [await indexes(), new Set([...(await tables()).values()].map((one) => one.name))];
      await step(count);
      const migration = migrations[count - 1]!;
      const beside = (new migration() as { transaction?: boolean }).transaction === false;
      for (const [oid, { name, table }] of await indexes()) {
        if (before.has(oid) || !there.has(table)) continue;
        looked += 1;
        if (!beside) locking.push(`${migration.name}: ${name}`);
      }
    }
    expect(looked).toBeGreaterThan(20);
    expect(locking).toEqual([]);
  });

  it('wait for every lock within a limit, that of the connection or a stated one', async () => {
    const source = await ownerDataSource(database.ownerUrl).initialize();
    const [{ lock_timeout: limit }] = await source.query('SHOW lock_timeout');
    await source.destroy();
    expect(limit).toBe('2s');
    const folder = join(process.cwd(), 'migrations');
    const stated = readdirSync(folder).flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [...text.matchAll(/lock_timeout\b\s*(?:=|TO)\s*('?[\w ]+'?)/gi)].map(([, value]) => ({
        name,
        value: value!,
      }));
    });
    expect(stated.length).toBeGreaterThan(10);
    const unbounded = stated.filter(({ value }) => {
      const ms = /^'(\d+)(ms|s)'$/.exec(value);
      return (
        value !== 'DEFAULT' &&
        !(ms && Number(ms[1]) > 0 && Number(ms[1]) * (ms[2] === 's' ? 1000 : 1) <= LONGEST_WAIT_MS)
      );
    });
    expect(unbounded).toEqual([]);
  });
});
