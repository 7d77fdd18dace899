import pg from 'pg';

export const OWNER = 'recourse_owner';
export const DATABASE = 'recourse';

/** Any number will do as long as all our processes use the same. */
const PREPARING = 7_265_635;

/** The address of a role on an embedded server; 127.0.0.1 is the only one it listens on. */
export function addressOf(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the owner's role and the database where they are missing. The owner is no superuser: it owns the database and may
 * create roles, which is what migrations need. Processes that come at once take turns by an advisory lock.
 */
export async function ensureOwner(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    const role = await client.query('select from pg_roles where rolname = $1', [OWNER]);
    if (role.rowCount === 0) await client.query(`create role ${OWNER} login createrole password '${password}'`);
    const database = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (database.rowCount === 0) {
      await client.query(`create database ${DATABASE} owner ${OWNER} template template0 encoding 'UTF8' locale 'C'`);
    }
  } finally {
    await client.end();
  }
}

/** Whether an error says that the server is not ready yet or on its way out, so that looking again makes sense. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code?.startsWith('57P0')) return true;
  return /connection terminated|timeout expired/i.test(message ?? '');
}
