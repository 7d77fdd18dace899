import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { Busy, Refusal } from '../../kernel/index.js';
import { refusalForConstraint } from './constraints.js';
import { OpenConnection, OpenTransaction } from './open-connection.js';
import type { Queryable, Tx } from './queryable.js';

/** How often a whole transaction is run, at most, after a serialization failure, a deadlock or a lost connection before COMMIT. */
const MAX_RUNS = 4;
const RERUN = new Set(['40001', '40P01']);
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';

/** The database as the modules see it: single statements, and transactions that are run again when PostgreSQL asks for it. */
@Injectable()
export class Database implements Queryable {
  constructor(private readonly dataSource: DataSource) {}

  /** The driver's pool, for what needs a connection of its own (LISTEN, COPY). */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  rows<T>(sql: string, params?: unknown[], name?: string): Promise<T[]> {
    return this.together((q) => q.rows<T>(sql, params, name));
  }

  one<T>(sql: string, params?: unknown[], name?: string): Promise<T | undefined> {
    return this.together((q) => q.one<T>(sql, params, name));
  }

  affected(sql: string, params?: unknown[], name?: string): Promise<number> {
    return this.together((q) => q.affected(sql, params, name));
  }

  async together<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    const connection = new OpenConnection(await this.pool.connect());
    try {
      return await work(connection);
    } finally {
      connection.giveBack();
    }
  }

  /**
   * Runs the work in one READ COMMITTED transaction. A serialization failure or deadlock runs the whole work again on a
   * fresh connection, a bounded number of times; a lock that is not obtained in time is `BUSY`; a violated constraint is
   * the refusal it stands for. Nothing in the work may touch the network or keep effects outside the transaction.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (code !== undefined && RERUN.has(code) && attempt < MAX_RUNS) continue;
        throw meaningOf(error);
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const tx = new OpenTransaction(await this.pool.connect());
    try {
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      await tx.rollback();
      throw error;
    } finally {
      tx.giveBack();
    }
  }
}

/** What a driver error means to the caller: a refusal where there is one, otherwise the error itself. */
export function meaningOf(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const cause = (error as { driverError?: unknown }).driverError ?? error;
  const code = (cause as { code?: string }).code;
  if (code === LOCK_NOT_AVAILABLE || code === QUERY_CANCELED || (code !== undefined && RERUN.has(code))) {
    return new Busy({ retryAfter: 1 });
  }
  return refusalForConstraint(cause) ?? error;
}
