import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDatabase } from '../../src/boot/check-database.js';
import { migrateDown, migrateUp } from '../../src/platform/database/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { anOrganisation, type Organisation } from '../support/builders.js';
import { testConfig } from '../support/config.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

describe('a process on a database or a file store that does not fit', () => {
  let database: TestDatabase;
  let folder: string;
  let app: TestApp;
  let creditor: Organisation | undefined;

  beforeAll(async () => {
    database = await namedDatabase('recourse_readiness', { fresh: true });
    folder = mkdtempSync(join(tmpdir(), 'readiness-'));
    app = await testApp({ DATA_DIR: folder, PROCESS: 'api' }, database);
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const config = () => testConfig({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });
  const upload = async () => {
    creditor ??= await anOrganisation(app, 'creditor');
    const { owner } = creditor;
    return app
      .rest()
      .post('/v1/files')
      .set('authorization', `Bearer ${owner.token}`)
      .field('purpose', 'verification-document')
      .attach('file', Buffer.from('%PDF-1.7\n%%EOF\n'), { filename: 'licence.pdf', contentType: 'application/pdf' });
  };
  const ready = async () => {
    const { status, body } = await app.rest().get('/readyz');
    return { status, ...body.parts };
  };

  it('is not ready while the schema is behind, and says so at its start', async () => {
    expect(await ready()).toEqual({ status: 200, database: true, schema: true, queue: true, files: true });
    await migrateDown(database.ownerUrl, 2);
    const said: string[] = [];
    await checkDatabase(config(), (line) => said.push(line));
    expect(said.join()).toContain('behind this build');
    expect(await ready()).toMatchObject({ status: 503, schema: false });
    await migrateUp(database.ownerUrl);
    expect(await ready()).toMatchObject({ status: 200, schema: true });
  });

  it('refuses to start on a schema that a later build has changed, and serves on through such a change', async () => {
    const name = 'Later20991231000000';
    await asOwner(database, `INSERT INTO schema_migrations (timestamp, name) VALUES (20991231000000, $1)`, [name]);
    await expect(checkDatabase(config(), () => undefined)).rejects.toThrow(name);
    expect(await ready()).toMatchObject({ status: 200 });
    await asOwner(database, 'DELETE FROM schema_migrations WHERE name = $1', [name]);
  });

  it('is not ready while files cannot be stored, and answers such an upload with 503', async () => {
    rmSync(join(folder, 'files'), { recursive: true, force: true });
    writeFileSync(join(folder, 'files'), 'no folder');
    expect(await ready()).toMatchObject({ status: 503, files: false });
    const answer = await upload();
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 503, code: 'FILES_UNAVAILABLE' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    rmSync(join(folder, 'files'));
    expect((await upload()).status).toBe(201);
    expect(await ready()).toMatchObject({ status: 200, files: true });
  });

  it('leaves no key behind that it made for a database of another key', async () => {
    const made = mkdtempSync(join(tmpdir(), 'keyless-'));
    const settings = { DATA_DIR: made, MASTER_KEY: '', PROCESS: 'api' };
    await expect(testApp(settings, database)).rejects.toThrow('another database');
    expect(() => rmSync(join(made, 'master.key'))).toThrow('ENOENT');
    rmSync(made, { recursive: true, force: true });
  });
});
