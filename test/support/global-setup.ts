import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import { appLogin, migrate } from '../../src/boot/prepare-database.js';
import { APP_PASSWORD, TEMPLATE } from './database.js';

/** One embedded server for the whole run, with a migrated template every worker's database is cloned from. */
export default async function globalSetup(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'recourse-test-'));
  // As root the server runs under another account and has to get in; otherwise it would keep its data elsewhere.
  chmodSync(dir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(dir, 'postgres'), durable: false });
  (globalThis as { recourseTestServer?: EmbeddedPostgres }).recourseTestServer = server;
  process.env['RECOURSE_TEST_DIR'] = dir;
  process.env['RECOURSE_TEST_OWNER'] = server.ownerUrl;
  process.env['RECOURSE_TEST_ADMIN'] = server.adminUrl;
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE} OWNER recourse_owner`);
  await admin.end();
  const url = new URL(server.ownerUrl);
  url.pathname = `/${TEMPLATE}`;
  await migrate(url.toString(), () => undefined);
  await appLogin(url.toString(), APP_PASSWORD);
}
