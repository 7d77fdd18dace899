import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import { appLogin, migrate } from '../../src/boot/prepare-database.js';
import { breachesIn } from '../../src/commands/laws.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  logIn,
  type Organisation,
} from '../support/builders.js';
import { ask } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { pictureOf } from './schema-picture.js';

const SILENT = () => undefined;

describe('a backup restored on a new server', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let source: TestDatabase;
  let creditor: Organisation;
  let caseId: string;

  beforeAll(async () => {
    source = await namedDatabase('recourse_to_back_up', { fresh: true });
    const app = await testApp({}, source);
    creditor = await aCreditor(app);
    const agency = await anAgency(app);
    caseId = await aListedCase(app, creditor);
    const grabId = await aGrab(app, agency, await aListedCase(app, creditor));
    await aConfirmedRepayment(app, creditor, agency, grabId);
    await app.settled();
    await app.close();
    folder = mkdtempSync(join(tmpdir(), 'restore-'));
    chmodSync(folder, 0o755);
    server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Rows and sequences, as a dump of data carries them: without checks, since they were checked where they come from. */
  async function copyRows(): Promise<void> {
    const to = new pg.Client({ connectionString: inDatabase(server.adminUrl, server.ownerUrl) });
    await to.connect();
    await to.query('SET session_replication_role = replica');
    const tables = await asOwner<{ name: string; columns: string }>(
      source,
      `SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations' GROUP BY 1`,
    );
    for (const { name, columns } of tables) {
      const [rows] = await asOwner<{ all: string | null }>(source, `SELECT json_agg(t)::text AS all FROM ${name} t`);
      const insert = `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
        SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`;
      await to.query(`DELETE FROM ${name}`);
      if (rows!.all) await to.query(insert, [rows!.all]);
    }
    const sequences = await asOwner<{ name: string; last: string | null }>(
      source,
      `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public'`,
    );
    for (const { name, last } of sequences) if (last !== null) await to.query('SELECT setval($1, $2)', [name, last]);
    await to.end();
  }

  /** What a restore without the role leaves: nobody has a right, and nobody to have it. */
  async function loseTheRole(): Promise<void> {
    const admin = new pg.Client({ connectionString: inDatabase(server.adminUrl, server.ownerUrl) });
    await admin.connect();
    await admin.query('DROP OWNED BY recourse_app');
    await admin.query('DROP ROLE recourse_app');
    await admin.end();
  }

  it('gets its role and every right back by migrating, opens what was sealed, and keeps the laws', async () => {
    await migrate(server.ownerUrl, SILENT);
    const whole = await pictureOf(server.ownerUrl);
    await copyRows();
    await loseTheRole();
    expect(await pictureOf(server.ownerUrl)).not.toEqual(whole);

    await migrate(server.ownerUrl, SILENT);
    expect(await pictureOf(server.ownerUrl)).toEqual(whole);
    const restored: TestDatabase = {
      ownerUrl: server.ownerUrl,
      appUrl: await appLogin(server.ownerUrl, 'restored for a test'),
    };
    expect(await breachesIn(restored.ownerUrl)).toEqual([]);
    const app = await testApp({}, restored);
    try {
      await works(app);
    } finally {
      await app.close();
    }
  });

  async function works(app: TestApp): Promise<void> {
    const token = (await logIn(app, creditor.owner.email))['accessToken'];
    const read = await ask(app, 'case', { id: ['ID!', caseId] }, 'id state debtorMaskedName', token);
    expect(read).toMatchObject({ id: caseId, state: 'listed' });
    const debtor = await ask(app, 'caseDebtor', { caseId: ['ID!', caseId] }, '... on Debtor { name }', token);
    expect(debtor['name']).toMatch(/./);
    await aListedCase(app, { ...creditor, owner: { ...creditor.owner, token } });
    await app.settled();
    expect(await breachesIn(app.database.ownerUrl)).toEqual([]);
  }
});

function inDatabase(adminUrl: string, ownerUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = new URL(ownerUrl).pathname;
  return url.toString();
}
