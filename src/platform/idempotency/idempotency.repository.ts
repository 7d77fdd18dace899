import type { Queryable, Tx } from '../database/index.js';

export interface StoredAnswer {
  operation: string;
  request_hash: Buffer;
  response: unknown;
}

export interface AnswerToStore {
  organisationId: string;
  key: string;
  operation: string;
  requestHash: Buffer;
  /** JSON text. */
  response: string;
}

const REMEMBER = `
  INSERT INTO idempotency_keys (organisation_id, key, operation, request_hash, response)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[]::jsonb[]) AS a (organisation_id, key)
   WHERE pg_try_advisory_xact_lock(hashtextextended(a.organisation_id::text || ':' || a.key, 0))
  ON CONFLICT DO NOTHING`;

export class IdempotencyRepository {
  /** Tries to lock the key until the transaction ends, and reads the answer stored under it. Never waits. */
  async claim(tx: Tx, organisationId: string, key: string): Promise<{ locked: boolean; stored?: StoredAnswer }> {
    const row = await tx.one<StoredAnswer & { locked: boolean }>(
      'SELECT * FROM idempotency_claim($1, $2)',
      [organisationId, key],
      'idempotency.claim',
    );
    return { locked: row!.locked, stored: row!.request_hash === null ? undefined : row };
  }

  /** The answers stored under the pairs, by their place in the list. */
  async find(q: Queryable, pairs: { organisationId: string; key: string }[]): Promise<Map<number, StoredAnswer>> {
    const rows = await q.rows<StoredAnswer & { place: number }>(
      `SELECT c.n::integer AS place, k.operation, k.request_hash, k.response
         FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS c (organisation_id, key, n)
         JOIN idempotency_keys k USING (organisation_id, key)`,
      [pairs.map(({ organisationId }) => organisationId), pairs.map(({ key }) => key)],
      'idempotency.find',
    );
    return new Map(rows.map((row) => [row.place - 1, row]));
  }

  /** Returns how many rows were stored: fewer than given means that another transaction has or had one of the keys. */
  async remember(tx: Tx, answers: AnswerToStore[]): Promise<number> {
    const columns = (['organisationId', 'key', 'operation', 'requestHash', 'response'] as const).map((name) =>
      answers.map((answer) => answer[name]),
    );
    return tx.affected(REMEMBER, columns, 'idempotency.remember');
  }
}
