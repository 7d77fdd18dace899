import { Injectable } from '@nestjs/common';
import { CaseBatchFinished, CaseBatchReceived } from '../../events/intake.events.js';
import { Clock, newId } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type BatchState, countsOf } from './case-batch.lifecycle.js';
import { type CaseBatch, CaseBatchRepository, type NewBatch } from './case-batch.repository.js';

/** Opens and ends batches: changes the state and publishes the event. */
@Injectable()
export class BatchMoves {
  constructor(
    private readonly batches: CaseBatchRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Undefined when another batch commits the same dry run already. */
  async open(tx: Tx, batch: Omit<NewBatch, 'id'>): Promise<CaseBatch | undefined> {
    const opened = await this.batches.insert(tx, { ...batch, id: newId(this.clock.millis()) });
    if (!opened) return undefined;
    const { id: batchId, creditorId, totalRows } = opened;
    await this.outbox.publish(tx, CaseBatchReceived, { batchId, creditorId, totalRows });
    return opened;
  }

  /** Undefined when the batch is in none of the states `from`. */
  async end(
    tx: Tx,
    id: string,
    from: readonly BatchState[],
    state: 'completed' | 'failed' | 'cancelled',
    failureCode: string | null = null,
  ): Promise<CaseBatch | undefined> {
    const ended = await this.batches.finish(tx, id, from, state, failureCode);
    if (!ended) return undefined;
    const { creditorId, totalRows, processedRows, dryRun } = ended;
    const facts = { batchId: id, creditorId, state, totalRows, processedRows, dryRun, ...countsOf(ended) };
    await this.outbox.publish(tx, CaseBatchFinished, facts);
    return ended;
  }
}
