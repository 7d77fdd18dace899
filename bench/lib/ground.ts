import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import { appLogin, migrate } from '../../src/boot/prepare-database.js';
import { type Config, loadConfig } from '../../src/platform/config/index.js';

/** The one database every contender of a run works on, and what it takes to be a process of the product on it. */
export interface Ground {
  readonly ownerUrl: string;
  /** A superuser, for what the owner may not: filling tables without their triggers. */
  readonly adminUrl: string;
  /** The login of the application's role: the product and its peers all use it. */
  readonly appUrl: string;
  /** Environment of a process of the product on this database. */
  readonly environment: Record<string, string>;
  readonly config: Config;
  readonly postgresVersion: string;
  /** Statements as the owner, one connection. */
  owner<T = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<T[]>;
  /** Writes dirty pages now, so that the next round does not pay for the last one's. */
  checkpoint(): Promise<void>;
  stop(): Promise<void>;
}

const FOLDER = '.recourse/bench';

/** A fresh, durable (fsync on), migrated cluster in a folder of the bench's own; the last run's is thrown away. */
export async function prepareGround(log: (line: string) => void): Promise<Ground> {
  const dataDir = resolve(FOLDER);
  rmSync(dataDir, { recursive: true, force: true });
  const server = await startEmbeddedPostgres({ dataDir: `${dataDir}/postgres`, durable: true, maxConnections: 400 });
  await migrate(server.ownerUrl, () => undefined);
  const appUrl = await appLogin(server.ownerUrl, randomBytes(18).toString('base64url'));
  const environment = {
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    // Counted, so that counting is measured, and never used up.
    RATE_LIMIT: 'member=900000000,machine=900000000,address=900000000,registration=900000000',
    SOCKETS_PER_ADDRESS: '10000',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: server.ownerUrl,
    MIGRATE_ON_START: 'false',
    DATA_DIR: dataDir,
    MASTER_KEY: randomBytes(32).toString('base64'),
  };
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await Promise.all([owner.connect(), admin.connect()]);
  const version = await owner.query('SHOW server_version');
  log(`PostgreSQL ${version.rows[0].server_version} on port ${server.port}, fsync on`);
  return {
    ownerUrl: server.ownerUrl,
    adminUrl: databaseUrl(server.adminUrl, server.ownerUrl),
    appUrl,
    environment,
    config: loadConfig(environment),
    postgresVersion: version.rows[0].server_version,
    owner: async <T>(sql: string, params: unknown[] = []) => (await owner.query(sql, params)).rows as T[],
    checkpoint: async () => {
      await admin.query('CHECKPOINT');
    },
    stop: async () => {
      await Promise.all([owner.end(), admin.end()]);
      await server.stop();
      // The files may lie elsewhere, when the server's account cannot enter this folder.
      for (const folder of [server.home, dataDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The administrator's login to the product's database. */
function databaseUrl(adminUrl: string, ownerUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = new URL(ownerUrl).pathname;
  return url.toString();
}
