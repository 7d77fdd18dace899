import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, ROLE_SETTINGS } from './connection.js';

type Runner = Pick<QueryRunner, 'query'>;

/**
 * Makes the application's role when it is missing (a role belongs to the server, so a restored database may come without
 * it) and gives it its settings, which go with its login and so hold behind a pooler too. Where the owner may not change a
 * role that an administrator made, the start of the process says what is missing.
 */
export async function ensureAppRole(owner: Runner): Promise<void> {
  await owner.query(`
    DO $$ BEGIN
      CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
    END $$`);
  const settings = `SELECT setconfig FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
                     WHERE r.rolname = $1 AND s.setdatabase = 0`;
  const rows = (await owner.query(settings, [APP_ROLE])) as { setconfig: string[] }[];
  const known = new Set(rows[0]?.setconfig.map((one) => one.toLowerCase()));
  for (const [name, value] of Object.entries(ROLE_SETTINGS)) {
    if (known.has(`${name}=${value}`.toLowerCase())) continue;
    // Another process may set the same at this moment, also from another database of the server.
    await owner.query(`
      DO $$ BEGIN
        ALTER ROLE ${APP_ROLE} SET ${name} = '${value}';
      EXCEPTION WHEN insufficient_privilege OR internal_error THEN NULL;
      END $$`);
  }
}

/** Whether the role lacks its rights on tables that are there, as after a restore without it. */
export async function lacksRights(owner: Runner): Promise<boolean> {
  const [row] = (await owner.query(
    `SELECT to_regclass('policies') IS NOT NULL AND NOT has_table_privilege($1, 'policies', 'SELECT') AS lacks`,
    [APP_ROLE],
  )) as { lacks: boolean }[];
  return row?.lacks === true;
}

/** What a right was given on may have been dropped or renamed by a later migration. */
const GONE = new Set(['42P01', '42703', '42883', '42704', '3F000']);

/** Gives and takes every right again that the migrations gave and took, in their order; they are run on paper for that. */
export async function grantAgain(owner: Runner, list: readonly (new () => MigrationInterface)[]): Promise<void> {
  const said: string[] = [];
  const paper = {
    query: async (sql: string) => {
      if (/^\s*(GRANT|REVOKE)\b/i.test(sql)) said.push(sql);
      return [];
    },
    // On paper there is nothing yet, and nothing to commit.
    hasColumn: async () => false,
    startTransaction: async () => undefined,
    commitTransaction: async () => undefined,
    rollbackTransaction: async () => undefined,
  } satisfies Partial<Record<keyof QueryRunner, unknown>>;
  for (const Migration of list) await new Migration().up(paper as unknown as QueryRunner);
  await owner.query(`DO $$ BEGIN EXECUTE format('GRANT ${APP_ROLE} TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN NULL; END $$`);
  for (const sql of said) {
    await owner.query(sql).catch((error: { code?: string }) => {
      if (!GONE.has(error.code ?? '')) throw error;
    });
  }
}
