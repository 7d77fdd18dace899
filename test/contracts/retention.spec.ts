import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { fillDatabase, WHO } from '../../bench/growth/fill.js';
import { Retention } from '../../src/platform/retention/index.js';
import { Storage } from '../../src/platform/storage/storage.js';
import { type TestApp, testApp } from '../support/app.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

const SIZE = { cases: 4_000, events: 4_000, repayments: 1_000, endpoints: 20 };
/** Smaller than what there is of every table, so that each takes several. */
const CHUNK = 100;
/** An end that no machine reaches. */
const LONG = 600_000;

/** How many rows are older than their time, by the table. */
const OLD: Record<string, string> = {
  audit_records: `created_at < now() - interval '1828 days'`,
  case_events: `created_at < now() - interval '1828 days'`,
  case_disclosures: `revoked_at < now() - interval '1828 days'`,
  standing_changes: `changed_at < now() - interval '1828 days'`,
  standing_appeals: `decided_at < now() - interval '1828 days'`,
  idempotency_keys: `created_at < now() - interval '30 days'`,
  sessions: `expires_at < now() - interval '30 days'`,
  debtor_read_counts: `hour < now() - interval '30 days'`,
  login_places: `last_login_at < now() - interval '180 days'`,
  erp_sync_rows: `decided_at < now() - interval '730 days'`,
  erp_sync_runs: `finished_at < now() - interval '90 days' AND NOT EXISTS (SELECT FROM erp_sync_rows r WHERE r.run_id = erp_sync_runs.id)`,
  login_failures: `last_failed_at < now() - interval '1 day'`,
  outbox_events: `done_at < now() - interval '7 days'`,
  inbox: `handled_at < now() - interval '7 days' AND NOT EXISTS (SELECT FROM outbox_events e WHERE e.id = event_id)`,
  feed_events: `occurred_at < now() - interval '30 days'`,
  webhook_deliveries: `created_at < now() - interval '30 days'`,
  webhook_messages: `created_at < now() - interval '30 days'`,
  webhook_attempts: `attempted_at < now() - interval '30 days'`,
  files: `created_at < now() - interval '7 days' AND NOT EXISTS (SELECT FROM case_batches b WHERE b.file_id = files.id)`,
  case_batch_rows: `batch_id IN (SELECT id FROM case_batches WHERE finished_at < now() - interval '90 days')`,
};

describe('retention', () => {
  let database: TestDatabase;
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    database = await namedDatabase('recourse_retention', { fresh: true });
    const admin = new pg.Client({ connectionString: adminUrl(database) });
    await admin.connect();
    await fillDatabase(admin, SIZE).finally(() => admin.end());
    folder = await mkdtemp(join(tmpdir(), 'recourse-retention-'));
    app = await testApp({ PROCESS: 'api', DATA_DIR: folder }, database);
  });
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const count = async (table: string, where: string) => {
    const [row] = await asOwner<{ n: number }>(database, `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`);
    return row!.n;
  };
  const retention = () => app.serving.app.get(Retention);

  it('removes all that is old of every table, chunk by chunk, and nothing young', async () => {
    const [old, young]: [Record<string, number>, Record<string, number>] = [{}, {}];
    for (const [table, where] of Object.entries(OLD)) {
      old[table] = await count(table, where);
      young[table] = await count(table, `(${where}) IS NOT TRUE`);
    }
    expect(
      Object.entries(old).filter(([table, n]) => n < 2 * CHUNK && !['inbox', 'erp_sync_runs'].includes(table)),
    ).toEqual([]);
    await retention().remove(LONG, CHUNK);
    // The contents of uploads go with the next run.
    await retention().remove(LONG, CHUNK);
    for (const [table, where] of Object.entries(OLD)) expect([table, await count(table, where)]).toEqual([table, 0]);
    // Handled entries become removable with their events, uploads with their batches.
    const growing = ['inbox', 'files', 'case_batch_rows', 'erp_sync_runs'];
    for (const table of Object.keys(OLD).filter((one) => !growing.includes(one))) {
      expect([table, await count(table, 'true')]).toEqual([table, young[table]]);
    }
    expect(await count('inbox', 'true')).toBeGreaterThan(0);
    expect(await count('case_batch_rows', 'true')).toBe(young['case_batch_rows']);
  });

  it('parts ended batches from their uploads and keeps their figures', async () => {
    const [batch] = await asOwner<{ files: number; old: number; rows: number }>(
      database,
      `SELECT count(file_id) FILTER (WHERE finished_at < now() - interval '90 days')::int AS files,
              count(*) FILTER (WHERE finished_at < now() - interval '90 days')::int AS old, min(admitted_rows) AS rows FROM case_batches`,
    );
    expect(batch).toEqual({ files: 0, old: expect.any(Number), rows: 500 });
    expect(batch!.old).toBeGreaterThan(0);
    expect(await count('file_removals', 'true')).toBe(0);
  });

  it('removes the contents of a file after its row, and again when that failed', async () => {
    const storage = app.serving.app.get(Storage);
    await storage.put('filled/unused', Buffer.from('sealed'));
    await storage.put('filled/young', Buffer.from('sealed'));
    const insert = `INSERT INTO files (id, organisation_id, media_type, bytes, sha256, storage_key, filename_sealed, purpose, created_at)
      VALUES (uuidv7(-$3::interval), $1, 'text/csv', 1, sha256('x'), $2, '\\x00', 'evidence', now() - $3::interval)`;
    await asOwner(database, insert, [WHO.bigCreditor, 'filled/unused', '8 days']);
    await asOwner(database, insert, [WHO.bigCreditor, 'filled/young', '6 days']);
    const remove = jest.spyOn(storage, 'remove').mockRejectedValueOnce(new Error('the store is away'));
    await expect(retention().remove(LONG, CHUNK)).rejects.toThrow('the store is away');
    expect(await count('files', `storage_key = 'filled/unused'`)).toBe(0);
    expect(await count('file_removals', 'true')).toBe(1);
    remove.mockRestore();
    await retention().remove(LONG, CHUNK);
    expect(await readdir(join(folder, 'files', 'filled'))).toEqual(['young']);
    expect(await count('file_removals', 'true')).toBe(0);
  });

  it('cannot be made to remove what the law wants kept for five years', async () => {
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      for (const table of ['case_events', 'case_disclosures', 'standing_changes']) {
        await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only for five years');
      }
      await client.query(`SET recourse.forgetting = 'on'`);
      await expect(client.query('DELETE FROM audit_records')).rejects.toThrow('permission denied');
      const before = await count('audit_records', 'true');
      await client.query(`SELECT forget_audit_records('0 days', 1000000)`);
      expect(await count('audit_records', 'true')).toBe(before);
    } finally {
      await client.end();
    }
    await expect(asOwner(database, 'DELETE FROM audit_records')).rejects.toThrow('append-only');
  });

  it('goes on with the other tables when one fails, and says which did', async () => {
    await asOwner(
      database,
      `INSERT INTO login_failures (subject, failures, last_failed_at) VALUES ($1, 1, now() - interval '9 days')`,
      [randomUUID()],
    );
    await asOwner(database, 'REVOKE DELETE ON idempotency_keys FROM recourse_app');
    await expect(retention().remove(LONG, CHUNK)).rejects.toThrow(/^idempotency_keys: permission denied/);
    await asOwner(database, 'GRANT DELETE ON idempotency_keys TO recourse_app');
    expect(await count('login_failures', OLD['login_failures']!)).toBe(0);
  });

  it('is stated for every table in docs/operating.md', async () => {
    const section = /^## What is kept\n([\s\S]*?)^## /m.exec(readFileSync('docs/operating.md', 'utf8'))![1]!;
    const named = new Set([...section.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name!));
    const tables = await asOwner<{ name: string }>(
      database,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'schema_migrations'`,
    );
    expect(tables.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
    const [removed] = section.split('Kept for good');
    expect(retention().tables.filter((table) => !removed!.includes(`\`${table}\``))).toEqual([]);
  });
});

function adminUrl({ ownerUrl }: TestDatabase): string {
  const url = new URL(process.env['RECOURSE_TEST_ADMIN']!);
  url.pathname = new URL(ownerUrl).pathname;
  return url.toString();
}
