import { randomBytes } from 'node:crypto';
import { FieldCipher, KeyRing } from '../../src/platform/crypto/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, aListedCase, anAgency, logIn, type Organisation } from '../support/builders.js';
import { type Answer, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { buildProduct, runCommand } from '../support/process.js';
import { anEndpoint } from '../support/webhooks.js';

const OLD = Buffer.alloc(32, 7);
const NEW = randomBytes(32);

describe('changing the keys', () => {
  let database: TestDatabase;
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  let caseId: string;

  beforeAll(async () => {
    database = await namedDatabase('recourse_keys', { fresh: true });
    app = await testApp({}, database);
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
    caseId = await aCase('KEYS-1');
  });
  afterAll(() => app.close());

  /** A case with all that is sealed about it. */
  async function aCase(externalRef: string): Promise<string> {
    const id = await aListedCase(app, creditor, { externalRef });
    const grabId = await aGrab(app, agency, id);
    const input = { grabId, kind: 'call', outcome: 'promised', note: `note of ${externalRef}` };
    await done(app, 'logActivity', { input: ['LogActivityInput!', input] }, '', { token: agency.owner.token });
    return id;
  }

  async function readOf(one: string, token = creditor.owner.token): Promise<Answer> {
    const debtor = await ask(
      app,
      'caseDebtor',
      { caseId: ['ID!', one] },
      '... on Debtor { name phone idNumber }',
      token,
    );
    const args = { caseId: ['ID!', one], first: ['Int!', 10] } as const;
    return { debtor, activities: await ask(app, 'activities', args, 'nodes { note }', token) };
  }

  /** How many sealed values of each column open, each at its own row. Throws at one that does not. */
  async function opened(): Promise<{ counts: Record<string, number>; versions: number[] }> {
    const cipher = app.serving.app.get(FieldCipher);
    const columns = await asOwner<{ table: string; column: string }>(
      database,
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type = 'bytea' AND column_name LIKE '%sealed' ORDER BY 1, 2`,
    );
    const counts: Record<string, number> = {};
    const versions = new Set<number>();
    for (const { table, column } of columns) {
      const rows = await asOwner(database, `SELECT * FROM ${table} WHERE ${column} IS NOT NULL`);
      for (const row of rows) {
        const sealed = row[column] as Buffer;
        const places = [column, column.replace('_sealed', '')];
        const ids = Object.values(row).filter((value) => typeof value === 'string' && value.length === 36) as string[];
        const opens = ids.some((id) => places.some((place) => opensAt(cipher, table, place, id, sealed)));
        if (!opens) throw new Error(`${table}.${column} of ${JSON.stringify(row['id'])} does not open`);
        versions.add(sealed.readUInt16BE(1));
      }
      counts[`${table}.${column}`] = rows.length;
    }
    return { counts, versions: [...versions].sort() };
  }

  async function restarted(masterKey: Buffer): Promise<void> {
    await app.close();
    app = await testApp({ MASTER_KEY: masterKey.toString('base64') }, database);
    for (const organisation of [creditor, agency]) {
      const session = await logIn(app, organisation.owner.email);
      Object.assign(organisation.owner, { token: session['accessToken'] });
    }
  }

  it('leaves everything readable under a new data key, and seals anew with it', async () => {
    await anEndpoint(app, creditor, { url: 'https://93.184.215.14/hooks', types: ['case.closed'] });
    const before = await readOf(caseId);
    const sealedBefore = (await opened()).counts;
    expect(Object.values(sealedBefore).filter((count) => count > 0).length).toBeGreaterThanOrEqual(4);

    const [ring, db] = [app.serving.app.get(KeyRing), app.serving.app.get(Database)];
    const version = await ring.rotate(db);
    await asOwner(database, `UPDATE data_keys SET created_at = now() - interval '1 hour' WHERE version = $1`, [
      version,
    ]);
    await ring.reload(db);
    await aCase('KEYS-2');
    expect(await readOf(caseId)).toEqual(before);
    expect((await opened()).versions).toEqual([version - 1, version]);
  });

  it('leaves everything readable and findable under a new master key, and refuses the old one', async () => {
    const before = await readOf(caseId);
    const { counts } = await opened();
    const rewrap = (from: Buffer, to: Buffer) =>
      app.serving.app.get(Database).transaction((tx) => KeyRing.rewrap(tx, from, to));
    await expect(rewrap(OLD, NEW)).rejects.toThrow('permission denied');

    await buildProduct();
    // As the command does it: with the owner's login, the keys in the environment and on standard input.
    const command = (oldKey: string, environment: Record<string, string>) =>
      runCommand(
        'rotate-keys',
        ['--master'],
        {
          ...environment,
          DATABASE_URL: database.appUrl,
          DATABASE_OWNER_URL: database.ownerUrl,
          MASTER_KEY: NEW.toString('base64'),
        },
        oldKey,
      );
    const stranger = await command('', { OLD_MASTER_KEY: randomBytes(32).toString('base64') });
    expect([stranger.code, stranger.errors]).toEqual([1, expect.stringContaining('does not open data key')]);
    const done = await command(`${OLD.toString('base64')}\n`, {});
    expect([done.code, done.output]).toEqual([0, expect.stringContaining('data keys are under the new MASTER_KEY')]);
    const again = await command('', { OLD_MASTER_KEY: OLD.toString('base64') });
    expect([again.code, again.output]).toEqual([0, expect.stringContaining('already')]);

    await restarted(NEW);
    expect(await readOf(caseId)).toEqual(before);
    expect((await opened()).counts).toEqual(counts);
    await app.close();
    await expect(testApp({}, database)).rejects.toThrow('does not open data key');
    app = await testApp({ MASTER_KEY: NEW.toString('base64') }, database);
  });
});

function opensAt(cipher: FieldCipher, table: string, place: string, id: string, sealed: Buffer): boolean {
  try {
    cipher.openBytes(table, place, id, sealed);
    return true;
  } catch {
    return false;
  }
}
