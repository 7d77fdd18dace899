import { join } from 'node:path';
import { startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import type { Config } from '../platform/config/index.js';
import { APP_ROLE, migrateUp } from '../platform/database/index.js';
import { migrateJobs } from '../platform/jobs/index.js';

/** A database that is ready, and how to stop it. */
export interface PreparedDatabase {
  stop(): Promise<void>;
}

/**
 * Makes the database ready before anything else starts: the embedded one when no URL is given, pending migrations, the job
 * queue's schema. `lost` is called when the embedded one ends and cannot be started again. Afterwards `config.databaseUrl` is a login that works under the application's role.
 */
export async function prepareDatabase(
  config: Config,
  log: (line: string) => void,
  lost: (error: Error) => void = () => undefined,
): Promise<PreparedDatabase> {
  if (!config.embedded) {
    if (config.migrateOnStart) {
      await migrate(config.databaseOwnerUrl, log);
      await openAppLogin(config, log);
    }
    return { stop: async () => undefined };
  }
  const dataDir = join(config.dataDir, 'postgres');
  const embedded = await startEmbeddedPostgres({ dataDir, durable: config.databaseDurable, log, lost });
  try {
    log(`embedded PostgreSQL ${embedded.adopted ? 'joined' : 'started'} on port ${embedded.port}`);
    config.databaseOwnerUrl = embedded.ownerUrl;
    if (config.migrateOnStart) await migrate(embedded.ownerUrl, log);
    config.databaseUrl = await appLogin(embedded.ownerUrl, config.keyFor('database-login').toString('base64url'));
    config.databaseDirectUrl = config.databaseUrl;
    return { stop: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Brings the schema and the job queue's schema up to this build. */
export async function migrate(ownerUrl: string, log: (line: string) => void): Promise<void> {
  for (const name of await migrateUp(ownerUrl)) log(`migrated ${name}`);
  await connected(ownerUrl, migrateJobs);
}

/** Does work over a connection of its own. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * On an external server: when DATABASE_URL logs in as the application's role and another login owns the schema, the owner
 * sets that password for the role. A login that already works is left alone; an administrator may have made it.
 */
async function openAppLogin(config: Config, log: (line: string) => void): Promise<void> {
  const { user, password } = new pg.Client({ connectionString: config.databaseUrl });
  if (user !== APP_ROLE || !password || config.databaseOwnerUrl === config.databaseUrl) return;
  if (await canLogIn(config.databaseUrl)) return;
  await appLogin(config.databaseOwnerUrl, password);
  log(`${APP_ROLE} may log in with the password of DATABASE_URL`);
}

/** PostgreSQL's codes for a wrong password and for a role that may not log in. */
const LOGIN_REFUSED = ['28P01', '28000'];

async function canLogIn(url: string): Promise<boolean> {
  try {
    return await connected(url, async () => true);
  } catch (error) {
    if (LOGIN_REFUSED.includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}

/** Lets the application log in as its own role, which owns nothing, instead of with the owner's login. */
export async function appLogin(ownerUrl: string, password: string): Promise<string> {
  await connected(ownerUrl, async (owner) => {
    // Processes that start together would otherwise fail on each other's change of the same role.
    await owner.query('BEGIN');
    await owner.query(`SELECT pg_advisory_xact_lock(hashtext('recourse:app-login'))`);
    await owner.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
    await owner.query('COMMIT');
  });
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.toString();
}
