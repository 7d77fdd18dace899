import type pg from 'pg';
import type { KeyStore } from '../platform/crypto/index.js';

/** The statements of a command over the login of the schema's owner, who may change what the application may only add. */
export function statementsOf(client: pg.Client): KeyStore {
  return {
    rows: async <T>(sql: string, params?: readonly unknown[]) =>
      (await client.query(sql, [...(params ?? [])])).rows as T[],
    affected: async (sql: string, params?: readonly unknown[]) =>
      (await client.query(sql, [...(params ?? [])])).rowCount ?? 0,
  };
}
