import type { PoolClient } from 'pg';
import type { Queryable, Tx } from './queryable.js';
import { type Outcome, type Statement, StatementBatch } from './statement-batch.js';

const READS = /^\s*(SELECT|WITH|SHOW)\b/i;
const WRITES = /\b(INSERT|UPDATE|DELETE|MERGE)\b/i;

/** A connection while one piece of work holds it. Statements of one turn of the event loop are sent together. */
export class OpenConnection implements Queryable {
  private waiting: Statement[] = [];
  private inFlight = false;
  private closed = false;
  private broken = false;
  private readonly texts: string[] = [];

  /** Without names every statement is prepared anew: for a pooler that keeps none. */
  constructor(
    private readonly client: PoolClient,
    private readonly named = true,
  ) {
    client.on('error', this.noteBreak);
  }

  /** Whether no statement so far could have changed anything. */
  get onlyRead(): boolean {
    return this.texts.every((text) => READS.test(text) && !WRITES.test(text));
  }

  async rows<T>(sql: string, params: unknown[] = [], name?: string): Promise<T[]> {
    return (await this.ask(sql, params, name)).rows as T[];
  }

  async one<T>(sql: string, params: unknown[] = [], name?: string): Promise<T | undefined> {
    return (await this.ask(sql, params, name)).rows[0] as T | undefined;
  }

  async affected(sql: string, params: unknown[] = [], name?: string): Promise<number> {
    const { tag } = await this.ask(sql, params, name);
    return Number(tag.slice(tag.lastIndexOf(' ') + 1)) || 0;
  }

  together<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
    return work(this);
  }

  ask(text: string, params: readonly unknown[] = [], name?: string): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      // Work that goes on after its transaction has ended would write outside of it.
      if (this.closed) return reject(new Error('a statement came after its connection was given back'));
      this.texts.push(text);
      this.waiting.push({ text, params, name: this.named ? name : undefined, resolve, reject });
      if (this.waiting.length === 1 && !this.inFlight) process.nextTick(() => this.send());
    });
  }

  /** A connection that broke, or may still be in a transaction, is destroyed, never reused. */
  giveBack(): void {
    this.closed = true;
    this.client.off('error', this.noteBreak);
    this.client.release(this.broken);
  }

  protected readonly noteBreak = (): void => {
    this.broken = true;
  };

  /** While the server works on one message, the statements of the next gather. */
  private send(): void {
    if (this.waiting.length === 0) return;
    const batch = this.waiting;
    this.waiting = [];
    this.inFlight = true;
    this.client.query(
      new StatementBatch(this.client, batch, () => {
        this.inFlight = false;
        if (this.waiting.length > 0) this.send();
      }),
    );
  }
}

/** The connection of a transaction, from BEGIN to COMMIT or ROLLBACK. */
export class OpenTransaction extends OpenConnection implements Tx {
  private readonly acts: (() => void)[] = [];
  private readonly began: Promise<unknown>;
  /** Once COMMIT is on its way, a lost connection leaves the outcome unknown. */
  committing = false;

  constructor(client: PoolClient, named = true) {
    super(client, named);
    // The server's default, READ COMMITTED. Not waited for: it travels with the first statements, which fail if it does.
    this.began = this.ask('BEGIN');
    this.began.catch(() => undefined);
  }

  afterCommit(act: () => void): void {
    this.acts.push(act);
  }

  /** A transaction in which a statement failed is rolled back by COMMIT, which must not pass for success. */
  async commit(): Promise<void> {
    await this.began;
    this.committing = true;
    const { tag } = await this.ask('COMMIT');
    if (tag !== 'COMMIT')
      throw new Error('a statement of the transaction failed and the work went on: nothing was written');
    for (const act of this.acts) act();
  }

  async rollback(): Promise<void> {
    await this.ask('ROLLBACK').catch(this.noteBreak);
  }
}
