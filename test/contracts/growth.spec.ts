import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { fillDatabase } from '../../bench/growth/fill.js';
import { type Did, explained } from '../../bench/growth/plans.js';
import { typeParsers } from '../../src/platform/database/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

/** Enough that a scan or a walk stands out from a page, and little enough to be written in seconds. */
const SIZE = { cases: 60_000, events: 60_000, repayments: 20_000, endpoints: 1_000 };
/** So many rows make a table one that grows. */
const GROWN = 2_000;
/** Rows that a page and what belongs to it may read. */
const READS = 1_200;
/** Rows one sort may order. */
const SORTS = 1_200;

/** What is asked about the whole of a small table or of one world's organisations. */
const SCANNED_ON_PURPOSE: Record<string, string[]> = {};

describe('on a database that has grown', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let grown: Set<string>;

  beforeAll(async () => {
    const files = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' });
    for (const file of files) if (file.endsWith('.entity.ts')) await import(join(process.cwd(), 'src', file));
    database = await namedDatabase('recourse_grown', { fresh: true });
    const admin = new pg.Client({ connectionString: adminUrl(database) });
    await admin.connect();
    await fillDatabase(admin, SIZE).finally(() => admin.end());
    const tables = await asOwner<{ name: string; rows: number }>(
      database,
      `SELECT relname AS name, reltuples::int AS rows FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    grown = new Set(tables.filter(({ rows }) => rows >= GROWN).map(({ name }) => name));
    client = new pg.Client({
      connectionString: database.appUrl,
      types: typeParsers as never,
      options: '-c timezone=UTC',
    });
    await client.connect();
  });
  afterAll(() => client?.end());

  it('fills what grows', () => {
    for (const table of ['cases', 'grabs', 'repayments', 'ledger_entries', 'feed_events', 'outbox_events', 'inbox']) {
      expect(grown).toContain(table);
    }
    expect(grown.size).toBeGreaterThan(20);
  });

  it('no statement reads or sorts a whole table, or more rows than its answer needs', async () => {
    // Entities first: what ages and what is kept is declared by them.
    const { statements } = await import('../../bench/growth/statements.js');
    const faults: Record<string, string[]> = {};
    for (const { name, act, reads = READS } of statements) {
      const found = (await explained(client, act)).flatMap((did) =>
        faultsOf(did, reads, SCANNED_ON_PURPOSE[name] ?? []),
      );
      if (found.length > 0) faults[name] = found;
    }
    expect(faults).toEqual({});
    expect(statements.length).toBeGreaterThan(120);
  });

  it('a list by state does not walk past other states, whatever the planner believes of them', async () => {
    const { statements } = await import('../../bench/growth/statements.js');
    // A provider's list begins with what was disclosed to it, which knows no state.
    const lists = statements.filter(({ name }) => /^cases in (a )?rare state/.test(name) && !name.endsWith('provider'));
    // An order that costs nothing against one that may not be made: what a plan turns to when it takes a rare state for a common one.
    await client.query('SET enable_sort = off; SET enable_bitmapscan = off');
    try {
      const faults: Record<string, string[]> = {};
      for (const { name, act } of lists) {
        const found = (await explained(client, act)).flatMap((did) => faultsOf(did, READS, []));
        if (found.length > 0) faults[name] = found;
      }
      expect(faults).toEqual({});
      expect(lists).toHaveLength(8);
    } finally {
      await client.query('RESET enable_sort; RESET enable_bitmapscan');
    }
  });

  function faultsOf(did: Did, reads: number, allowed: readonly string[]): string[] {
    const scans = [...new Set([...did.scanned, ...did.scannedAnyway])].filter(
      (one) => grown.has(one) && !allowed.includes(one),
    );
    const read = Object.entries(did.read).reduce((sum, [table, rows]) => (grown.has(table) ? sum + rows : sum), 0);
    return [
      ...scans.map((table) => `reads all of ${table}: ${did.sql}`),
      ...(read > reads ? [`reads ${read} rows: ${did.sql}`] : []),
      ...(did.sorted > Math.max(SORTS, reads) ? [`sorts ${did.sorted} rows: ${did.sql}`] : []),
    ];
  }
});

function adminUrl({ ownerUrl }: TestDatabase): string {
  const url = new URL(process.env['RECOURSE_TEST_ADMIN']!);
  url.pathname = new URL(ownerUrl).pathname;
  return url.toString();
}
