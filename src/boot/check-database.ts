import type { Config } from '../platform/config/index.js';
import {
  APP_ROLE,
  appPoolConfig,
  ROLE_SETTINGS,
  SupervisedClient,
  schemaDifference,
} from '../platform/database/index.js';

/** What can be asked for rows: the application's database, or one connection. */
interface Asked {
  rows<T>(sql: string): Promise<T[]>;
}

/**
 * Refuses to serve on a database that would be misused: one whose schema a later build has changed, or a login without the
 * application's role and limits, as behind a pooler that drops them. Says so when the schema is behind; then the process is
 * not ready until it was migrated.
 */
export async function checkDatabase(config: Config, log: (line: string) => void): Promise<void> {
  const client = new SupervisedClient(appPoolConfig(config.databaseUrl, 1));
  await client.connect();
  const asked: Asked = { rows: async <T>(sql: string) => (await client.query(sql)).rows as T[] };
  try {
    await checkLimits(asked);
    const { behind, unknown } = await differenceIn(asked);
    if (unknown.length > 0) {
      throw new Error(
        `the schema is newer than this build: it has ${unknown.join(', ')}. Start a build that knows them.`,
      );
    }
    if (behind.length > 0)
      log(`the schema is behind this build by ${behind.length} migrations: not ready before npm run migrate`);
  } finally {
    await client.end();
  }
}

/** Whether the schema has all that this build needs; for readiness. A later build may have added to it meanwhile. */
export async function schemaFits(database: Asked): Promise<boolean> {
  return (await differenceIn(database)).behind.length === 0;
}

async function differenceIn(asked: Asked) {
  try {
    const applied = await asked.rows<{ name: string }>('SELECT name FROM schema_migrations');
    return schemaDifference(applied.map(({ name }) => name));
  } catch (error) {
    // No such table yet, or from before the application might read it.
    if (['42P01', '42501'].includes((error as { code?: string }).code ?? '')) return schemaDifference([]);
    throw error;
  }
}

async function checkLimits(asked: Asked): Promise<void> {
  const names = Object.keys(ROLE_SETTINGS);
  const columns = names.map((name) => `current_setting('${name}') AS ${name}`);
  const [found] = await asked.rows<Record<string, string>>(`SELECT current_user AS role, ${columns.join(', ')}`);
  const wrong = names.filter((name) => found![name] !== ROLE_SETTINGS[name]);
  if (found!['role'] === APP_ROLE && wrong.length === 0) return;
  const what =
    found!['role'] === APP_ROLE ? wrong.map((name) => `${name} is ${found![name]}`).join(', ') : found!['role'];
  throw new Error(
    `DATABASE_URL works without the role or the limits of ${APP_ROLE} (${what}). Log in as ${APP_ROLE} and run npm run ` +
      'migrate once with the login of the owner; a pooler must open new connections afterwards.',
  );
}
