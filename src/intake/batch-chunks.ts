import { Injectable } from '@nestjs/common';
import { CaseIntake } from '../cases/index.js';
import { Busy, Refusal } from '../kernel/index.js';
import { Database, type Tx } from '../platform/database/index.js';
import type { ReadRow } from './batch-contents.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';
import { type DecidedRow, decided, type KeptReason, rejected } from './decided-row.js';
import { reason } from './reasons.js';

/** Another worker moved the batch, or somebody ended it: nothing more to do here, and nothing was written. */
export class Overtaken extends Error {}

/** One chunk of rows: admitted, recorded and the cursor moved, all in one transaction or not at all. */
@Injectable()
export class BatchChunks {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseIntake,
    private readonly batches: CaseBatchRepository,
  ) {}

  /**
   * Decides the rows that follow `cursor` and answers the new cursor. A row the database refuses is found by halving and
   * rejected by itself, so that it does not hold its neighbours. Throws Overtaken, what concerns the creditor (403), and
   * errors that have nothing to do with the rows.
   */
  async decide(
    batch: CaseBatch,
    cursor: number,
    rows: readonly ReadRow[],
    spell: (field: string) => string,
  ): Promise<number> {
    try {
      return await this.database.transaction((tx) => this.write(tx, batch, cursor, rows, spell));
    } catch (error) {
      if (!isOfARow(error)) throw error;
      if (rows.length === 1) return this.reject(batch, cursor, rows[0]!, error);
      const half = rows.length >> 1;
      const middle = await this.decide(batch, cursor, rows.slice(0, half), spell);
      return this.decide(batch, middle, rows.slice(half), spell);
    }
  }

  private async write(
    tx: Tx,
    batch: CaseBatch,
    cursor: number,
    rows: readonly ReadRow[],
    spell: (field: string) => string,
  ): Promise<number> {
    if (!(await this.batches.holdAt(tx, batch.id, cursor))) throw new Overtaken();
    const drafts = rows.flatMap((row) => (row.draft ? [row.draft] : []));
    const by = { creditorId: batch.creditorId, memberId: batch.memberId, batchId: batch.id };
    const found = drafts.length === 0 ? [] : await this.cases.admitMany(tx, by, drafts);
    let next = 0;
    const outcomes = rows.map((row) =>
      row.draft ? decided(row, found[next++]!, spell) : rejected(row, row.reasons ?? []),
    );
    return this.record(tx, batch, cursor, outcomes);
  }

  private async record(tx: Tx, batch: CaseBatch, cursor: number, rows: readonly DecidedRow[]): Promise<number> {
    await this.batches.insertRows(tx, batch.id, rows);
    if (!(await this.batches.advance(tx, batch.id, cursor, rows))) throw new Overtaken();
    return rows.at(-1)?.rowNumber ?? cursor;
  }

  private reject(batch: CaseBatch, cursor: number, row: ReadRow, error: unknown): Promise<number> {
    return this.database.transaction(async (tx) => {
      if (!(await this.batches.holdAt(tx, batch.id, cursor))) throw new Overtaken();
      return this.record(tx, batch, cursor, [rejected(row, [reasonOf(error)])]);
    });
  }
}

/** A refusal other than "not you" and "not now", or data the database does not take (classes 22 and 23 of SQLSTATE). */
function isOfARow(error: unknown): boolean {
  if (error instanceof Refusal) return !(error instanceof Busy) && error.spec.status !== 403;
  return /^2[23]/.test(String((error as { code?: unknown } | null)?.code ?? ''));
}

function reasonOf(error: unknown): KeptReason {
  return error instanceof Refusal ? { code: error.code, field: '', params: {} } : reason('ROW_NOT_STORED', '');
}
