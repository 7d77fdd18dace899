import type { KeepingStatement, Queryable } from '../database/index.js';

/** What one chunk came to; `last` is where the next one begins. */
export interface Chunk {
  readonly gone: number;
  readonly seen: number;
  readonly last: string | null;
}

export class RetentionRepository {
  /** Looks at `limit` rows with keys between `after` and `before`, and removes the old ones. */
  async walk(
    q: Queryable,
    { sql }: KeepingStatement,
    days: number,
    limit: number,
    after: string,
    before: string,
  ): Promise<Chunk> {
    return (await q.one<Chunk>(sql, [days, limit, after, before]))!;
  }

  remove(q: Queryable, { sql }: KeepingStatement, days: number, limit: number): Promise<number> {
    return q.affected(sql, [days, limit]);
  }
}
