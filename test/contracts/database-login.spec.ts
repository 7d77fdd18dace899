import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import { prepareDatabase } from '../../src/boot/prepare-database.js';
import { testConfig } from '../support/config.js';

describe('the application’s login on a server of one’s own', () => {
  let folder: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'login-'));
    chmodSync(folder, 0o755);
    server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const urlWith = (password: string) => {
    const url = new URL(server.ownerUrl);
    url.username = 'recourse_app';
    url.password = password;
    return url.toString();
  };
  const prepare = (databaseUrl: string, settings: Record<string, string> = {}) =>
    prepareDatabase(
      testConfig({
        DATABASE_URL: databaseUrl,
        DATABASE_OWNER_URL: server.ownerUrl,
        MIGRATE_ON_START: 'true',
        ...settings,
      }),
      () => undefined,
    );
  const whoAmI = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return (await client.query('SELECT current_user AS name')).rows[0].name as string;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.end();
    }
  };

  it('is given by the owner, also when several processes start at once, and follows a changed password', async () => {
    await Promise.all([1, 2, 3, 4].map(() => prepare(urlWith('first@word/:'))));
    expect(await whoAmI(urlWith('first@word/:'))).toBe('recourse_app');
    await prepare(urlWith('second word'));
    expect([await whoAmI(urlWith('first@word/:')), await whoAmI(urlWith('second word'))]).toEqual([
      '28P01',
      'recourse_app',
    ]);
  });

  it('is left alone where nothing may be migrated, and where the owner logs in for the application', async () => {
    await prepare(urlWith('third word'), { MIGRATE_ON_START: 'false' });
    await prepare(server.ownerUrl);
    expect([await whoAmI(urlWith('third word')), await whoAmI(urlWith('second word'))]).toEqual([
      '28P01',
      'recourse_app',
    ]);
  });
});
