/**
 * What a repository runs statements on: the pool (each statement commits by itself) or an open transaction.
 * int8 comes as bigint, numeric as string, date as `YYYY-MM-DD`, timestamptz as Date, bytea as Buffer.
 */
export interface Queryable {
  /** All rows of a statement. A `name` prepares it once per connection: for the few hot, fixed statements. */
  rows<T>(sql: string, params?: unknown[], name?: string): Promise<T[]>;
  /** The first row, if any. */
  one<T>(sql: string, params?: unknown[], name?: string): Promise<T | undefined>;
  /** How many rows a statement touched. */
  affected(sql: string, params?: unknown[], name?: string): Promise<number>;
  /**
   * Statements over one connection: those issued without waiting for each other go in one message, run in order and succeed
   * or fail as one. Outside a transaction such a message commits by itself.
   */
  together<T>(work: (q: Queryable) => Promise<T>): Promise<T>;
}

/** An open transaction: the first parameter of every function that writes. The function that opened it closes it. */
export interface Tx extends Queryable {
  /** Runs after the commit, never after a rollback. Must not throw: the effect is already there. */
  afterCommit(act: () => void): void;
}
