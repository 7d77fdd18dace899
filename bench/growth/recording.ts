import type pg from 'pg';
import type { Tx } from '../../src/platform/database/index.js';

/** A statement as a repository sent it. */
export interface Sent {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly name: string | undefined;
}

/** Runs statements on one connection, inside its transaction, and notes each. */
export class Recording implements Tx {
  readonly sent: Sent[] = [];

  constructor(private readonly client: pg.Client) {}

  async rows<T>(sql: string, params: unknown[] = [], name?: string): Promise<T[]> {
    return (await this.send(sql, params, name)).rows as T[];
  }

  async one<T>(sql: string, params: unknown[] = [], name?: string): Promise<T | undefined> {
    return (await this.rows<T>(sql, params, name))[0];
  }

  async affected(sql: string, params: unknown[] = [], name?: string): Promise<number> {
    return (await this.send(sql, params, name)).rowCount ?? 0;
  }

  together<T>(work: (q: Tx) => Promise<T>): Promise<T> {
    return work(this);
  }

  afterCommit(): void {
    // Nothing is ever committed.
  }

  private send(sql: string, params: unknown[], name: string | undefined): Promise<pg.QueryResult> {
    this.sent.push({ sql, params, name });
    return this.client.query(sql, params);
  }
}
