import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { Busy, Refusal } from '../../kernel/index.js';
import { refusalForConstraint } from './constraints.js';
import type { Queryable, Tx } from './queryable.js';

/** How often a whole transaction is run again after a serialization failure, a deadlock or a lost connection before COMMIT. */
const MAX_RUNS = 4;
const RERUN = new Set(['40001', '40P01']);
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';

/** The database as the modules see it: single statements, and transactions that are run again when PostgreSQL asks for it. */
@Injectable()
export class Database implements Queryable {
  constructor(private readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** The driver's pool, for what needs a connection of its own (LISTEN, COPY). */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async rows<T>(sql: string, params: unknown[] = [], name?: string): Promise<T[]> {
    return (await run(this.pool, sql, params, name)).rows as T[];
  }

  async one<T>(sql: string, params: unknown[] = [], name?: string): Promise<T | undefined> {
    return (await this.rows<T>(sql, params, name))[0];
  }

  async affected(sql: string, params: unknown[] = [], name?: string): Promise<number> {
    return (await run(this.pool, sql, params, name)).rowCount ?? 0;
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
    const runner = this.dataSource.createQueryRunner();
    const afterCommit: (() => void)[] = [];
    let broken: Error | undefined;
    try {
      const client = (await runner.connect()) as PoolClient;
      // The server's default, READ COMMITTED: naming it would cost a second round trip.
      await runner.startTransaction();
      const result = await work(new OpenTransaction(client, runner, afterCommit));
      await runner.commitTransaction();
      for (const act of afterCommit) act();
      return result;
    } catch (error) {
      broken = error as Error;
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw broken;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}

class OpenTransaction implements Tx {
  constructor(
    private readonly client: PoolClient,
    private readonly runner: QueryRunner,
    private readonly acts: (() => void)[],
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async rows<T>(sql: string, params: unknown[] = [], name?: string): Promise<T[]> {
    return (await run(this.client, sql, params, name)).rows as T[];
  }

  async one<T>(sql: string, params: unknown[] = [], name?: string): Promise<T | undefined> {
    return (await this.rows<T>(sql, params, name))[0];
  }

  async affected(sql: string, params: unknown[] = [], name?: string): Promise<number> {
    return (await run(this.client, sql, params, name)).rowCount ?? 0;
  }

  afterCommit(act: () => void): void {
    this.acts.push(act);
  }
}

function run(client: Pool | PoolClient, sql: string, params: unknown[], name: string | undefined) {
  return client.query(name === undefined ? { text: sql, values: params } : { name, text: sql, values: params });
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
