import { Injectable } from '@nestjs/common';
import { CaseBatchFinished } from '../../events/intake.events.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type BatchState, countsOf } from './case-batch.lifecycle.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';

/** How a batch ends, whichever way: one conditional move and its announcement. */
@Injectable()
export class BatchEndings {
  constructor(
    private readonly batches: CaseBatchRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Undefined when the batch is in none of the states it may end from. */
  async end(
    tx: Tx,
    id: string,
    from: readonly BatchState[],
    state: 'completed' | 'failed' | 'cancelled',
    failureCode: string | null = null,
  ): Promise<CaseBatch | undefined> {
    const batch = await this.batches.finish(tx, id, from, state, failureCode);
    if (!batch) return undefined;
    await this.outbox.publish(tx, CaseBatchFinished, {
      batchId: batch.id,
      creditorId: batch.creditorId,
      state,
      totalRows: batch.totalRows,
      processedRows: batch.processedRows,
      dryRun: batch.dryRun,
      ...countsOf(batch),
    });
    return batch;
  }
}
