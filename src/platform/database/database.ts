import { Injectable, Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Busy, Refusal } from '../../kernel/index.js';
import { Config } from '../config/index.js';
import { awayAsRefusal, isAway, lostCommit } from './away.js';
import { refusalForConstraint } from './constraints.js';
import { OpenConnection, OpenTransaction } from './open-connection.js';
import type { Queryable, Tx } from './queryable.js';

/** How often a whole transaction is run, at most, after a serialization failure, a or a deadlock. */
const MAX_RUNS = 4;
const RERUN = new Set(['40001', '40P01']);
/** Milliseconds between two lines in the log about a database that is away. */
const NOTED_EVERY_MS = 5_000;
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';

/** The database as the modules see it: single statements, and transactions that are run again when PostgreSQL asks for it. */
@Injectable()
export class Database implements Queryable {
  private readonly logger = new Logger(Database.name);
  private notedAt = Number.NEGATIVE_INFINITY;
  private readonly named: boolean;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
  ) {
    this.named = config.databaseNamedStatements;
  }

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

  /**
   * Statements without a transaction. A connection that breaks under mere reading is replaced once and the work run again; a lock
   * that is not obtained in time is `BUSY`, as in a transaction.
   */
  async together<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const connection = new OpenConnection(await this.connect(), this.named);
      try {
        return await work(connection);
      } catch (error) {
        if (!isAway(error)) throw busyOf(error) ?? error;
        this.noteAway(error);
        if (!connection.onlyRead) throw awayAsRefusal(lostCommit(error));
        if (attempt > 1) throw awayAsRefusal(error);
      } finally {
        connection.giveBack();
      }
    }
  }

  /**
   * Runs the work in one READ COMMITTED transaction. A serialization failure or deadlock runs the whole work again on a
   * fresh connection, a bounded number of times, and so does, once, a connection lost before COMMIT; lost at COMMIT it is
   * `OUTCOME_UNKNOWN`. A lock that is not obtained in time is `BUSY`; a violated constraint is the refusal it stands for.
   * Nothing in the work may touch the network or keep effects outside the transaction.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1, lost = 0; ; attempt += 1) {
      const tx = new OpenTransaction(await this.connect(), this.named);
      try {
        return await this.attempt(tx, work);
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (code !== undefined && RERUN.has(code) && attempt < MAX_RUNS) continue;
        if (!isAway(error)) throw meaningOf(error);
        this.noteAway(error);
        if (tx.committing) throw awayAsRefusal(lostCommit(error));
        if (lost === 1) throw awayAsRefusal(error);
        lost += 1;
      }
    }
  }

  private async attempt<T>(tx: OpenTransaction, work: (tx: Tx) => Promise<T>): Promise<T> {
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

  private async connect(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      if (isAway(error)) this.noteAway(error);
      throw awayAsRefusal(error);
    }
  }

  /** Each of many requests meets the same trouble; the operator needs to read of it once in a while. */
  private noteAway(error: unknown): void {
    if (performance.now() - this.notedAt < NOTED_EVERY_MS) return;
    this.notedAt = performance.now();
    this.logger.warn(`the database is away: ${(error as Error).message}`);
  }
}

/** What a driver error means to the caller: a refusal where there is one, otherwise the error itself. */
export function meaningOf(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  return busyOf(error) ?? refusalForConstraint(causeOf(error)) ?? error;
}

/** The refusal of work that others were in the way of for too long. */
function busyOf(error: unknown): Refusal | undefined {
  const { code } = causeOf(error) as { code?: string };
  const busy = code === LOCK_NOT_AVAILABLE || code === QUERY_CANCELED || (code !== undefined && RERUN.has(code));
  return busy ? new Busy({ retryAfter: 1 }) : undefined;
}

function causeOf(error: unknown): unknown {
  return (error as { driverError?: unknown }).driverError ?? error;
}
