import { Injectable } from '@nestjs/common';
import { CaseBatchProgressed } from '../../events/intake.events.js';
import { Refusal } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { inHalves, Overtaken } from '../../platform/loops/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type KeptReason, type ReadCase, reason } from '../rows/index.js';
import { BatchJudge } from './batch-judge.js';
import { BatchRowRepository } from './batch-row.repository.js';
import { countsOf } from './case-batch.lifecycle.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';
import { type DecidedRow, rejectedCase, rowsOf, type Spelling } from './decided-row.js';

/** Thrown to roll back a dry run once its outcomes are known. */
class DryRunDone extends Error {
  constructor(readonly outcomes: readonly DecidedRow[]) {
    super('dry run done');
  }
}

/** Processes one chunk of cases: the outcomes of their rows, their record and the cursor in one transaction. */
@Injectable()
export class BatchChunks {
  constructor(
    private readonly database: Database,
    private readonly judge: BatchJudge,
    private readonly batches: CaseBatchRepository,
    private readonly rows: BatchRowRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Decides the rows after `cursor` and returns the new cursor. A case the database refuses is found by halving and its rows are
   * rejected alone, so that they do not block their neighbours. Throws Overtaken, refusals of the creditor (403), and errors that no row
   * caused.
   */
  async decide(batch: CaseBatch, cursor: number, cases: readonly ReadCase[], spell: Spelling): Promise<number> {
    let at = cursor;
    await inHalves(cases, {
      together: async (some) => {
        at = await this.decideTogether(batch, at, some, spell);
      },
      alone: async (one, error) => {
        at = await this.record(batch, at, async () => rowsOf(one, rejectedCase([reasonOf(error)]), spell));
      },
      isOfAnItem: isOfARow,
    });
    return at;
  }

  private async decideTogether(batch: CaseBatch, cursor: number, cases: readonly ReadCase[], spell: Spelling) {
    try {
      return await this.record(batch, cursor, async (tx) => {
        const outcomes = await this.judge.judge(tx, batch, cases, spell);
        if (batch.dryRun) throw new DryRunDone(outcomes);
        return outcomes;
      });
    } catch (error) {
      if (!(error instanceof DryRunDone)) throw error;
      // A dry run does everything a real one does and is rolled back; its outcomes are written in a second transaction.
      return this.record(batch, cursor, async () => this.judge.asDryRun(error.outcomes));
    }
  }

  /** Locks the batch at the cursor, records the outcomes and moves the cursor, in one transaction. */
  private record(
    batch: CaseBatch,
    cursor: number,
    decide: (tx: Tx) => Promise<readonly DecidedRow[]>,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      if (!(await this.batches.holdAt(tx, batch.id, cursor))) throw new Overtaken();
      const rows = await decide(tx);
      await this.rows.insert(tx, batch, rows);
      const moved = await this.batches.advance(tx, batch, cursor, rows);
      if (!moved) throw new Overtaken();
      const { id: batchId, creditorId, dryRun, totalRows, processedRows: rowsRead } = moved;
      const progress = { batchId, creditorId, dryRun, totalRows, rowsRead, ...countsOf(moved) };
      await this.outbox.publish(tx, CaseBatchProgressed, progress);
      return moved.cursor;
    });
  }
}

/** A refusal other than 403 and those of the moment, or data the database does not take (classes 22 and 23 of SQLSTATE). */
function isOfARow(error: unknown): boolean {
  if (error instanceof Refusal) return !error.passing && error.spec.status !== 403;
  return /^2[23]/.test(String((error as { code?: unknown } | null)?.code ?? ''));
}

function reasonOf(error: unknown): KeptReason {
  return error instanceof Refusal ? { code: error.code, field: '', params: {} } : reason('ROW_NOT_STORED', '');
}
