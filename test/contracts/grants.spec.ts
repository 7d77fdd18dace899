import pg from 'pg';
import { asOwner, type TestDatabase, workerDatabase } from '../support/database.js';

/** Tables nobody rewrites: what happened stays written. */
const APPEND_ONLY = ['ledger_entries', 'ledger_transfers', 'audit_records'];

describe('the application’s role', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await workerDatabase();
    client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
  });
  afterAll(() => client?.end());

  const refused = (sql: string) => expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
  const tables = async () =>
    (
      await asOwner<{ name: string }>(
        database,
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
      )
    ).map(({ name }) => name);

  it('is recourse_app, and nothing more powerful behind it', async () => {
    const { rows } = await client.query('SELECT current_user AS who, session_user AS login');
    expect(rows).toEqual([{ who: 'recourse_app', login: 'recourse_app' }]);
    const [powers] = await asOwner(
      database,
      `SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = 'recourse_app'`,
    );
    expect(Object.values(powers!)).toEqual([false, false, false, false, false]);
    const member = await asOwner(
      database,
      `SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
       WHERE u.rolname = 'recourse_app'`,
    );
    expect(member).toEqual([]);
  });

  it('owns nothing of ours', async () => {
    const owned = await asOwner(
      database,
      `SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'recourse_app'
         AND c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT p.proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE r.rolname = 'recourse_app'`,
    );
    expect(owned).toEqual([]);
  });

  it.each(APPEND_ONLY)('cannot rewrite, remove or empty %s', async (table) => {
    const [column] = await asOwner<{ name: string }>(
      database,
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 1 AND NOT attisdropped
         AND attidentity = '' ORDER BY attnum LIMIT 1`,
    );
    await refused(`UPDATE ${table} SET ${column!.name} = ${column!.name}`);
    await refused(`DELETE FROM ${table}`);
    await refused(`TRUNCATE ${table}`);
    await refused(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    const rights = await asOwner<{ right: string }>(
      database,
      `SELECT privilege_type AS right FROM information_schema.role_table_grants WHERE grantee = 'recourse_app' AND table_name = '${table}'
       UNION SELECT privilege_type FROM information_schema.role_column_grants WHERE grantee = 'recourse_app' AND table_name = '${table}'`,
    );
    expect(rights.map(({ right }) => right).sort()).toEqual(['INSERT', 'SELECT']);
  });

  it.each(APPEND_ONLY)('leaves %s unwritable even for its owner', async (table) => {
    for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
      await expect(asOwner(database, sql)).rejects.toThrow(/append-only/);
    }
  });

  it('cannot make, change or drop anything', async () => {
    await refused('CREATE TABLE public.smuggled (id int)');
    await refused('CREATE SCHEMA smuggled');
    await refused('CREATE FUNCTION public.smuggled() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$');
    await refused('CREATE ROLE smuggled');
    for (const table of await tables()) {
      await refused(`ALTER TABLE ${table} ADD COLUMN smuggled int`);
      await refused(`DROP TABLE ${table}`);
      await refused(`TRUNCATE ${table}`);
    }
  });

  it('has no right on the list of migrations, and none to hand on', async () => {
    await refused('INSERT INTO schema_migrations (timestamp, name) VALUES (1, $$x$$)');
    const handed = await asOwner(
      database,
      `SELECT table_name, privilege_type FROM information_schema.role_table_grants
       WHERE grantee = 'recourse_app' AND (is_grantable = 'YES' OR privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER'))`,
    );
    expect(handed).toEqual([]);
  });

  it('moves balances only, never who an account belongs to', async () => {
    await refused('UPDATE ledger_accounts SET owner_organisation_id = gen_random_uuid()');
    await refused('DELETE FROM ledger_accounts');
  });

  it('works under limits that no statement can forget', async () => {
    const limits = ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout'];
    const { appPoolConfig } = await import('../../src/platform/database/index.js');
    const pooled = new pg.Client(appPoolConfig(database.appUrl, 1));
    await pooled.connect();
    try {
      const values = [];
      for (const name of limits) values.push((await pooled.query(`SHOW ${name}`)).rows[0]?.[name]);
      expect(values).toEqual(['2s', '5s', '10s']);
    } finally {
      await pooled.end();
    }
  });
});
