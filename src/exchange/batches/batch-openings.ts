import { Injectable } from '@nestjs/common';
import { CaseBatchReceived } from '../../events/intake.events.js';
import { Clock, newId } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type CaseBatch, CaseBatchRepository, type NewBatch } from './case-batch.repository.js';

/** How a batch begins, whichever way: its row and its announcement. */
@Injectable()
export class BatchOpenings {
  constructor(
    private readonly batches: CaseBatchRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Undefined when the dry run it would carry out is carried out by another batch already. */
  async open(tx: Tx, batch: Omit<NewBatch, 'id'>): Promise<CaseBatch | undefined> {
    const opened = await this.batches.insert(tx, { ...batch, id: newId(this.clock.millis()) });
    if (!opened) return undefined;
    const { id: batchId, creditorId, totalRows } = opened;
    await this.outbox.publish(tx, CaseBatchReceived, { batchId, creditorId, totalRows });
    return opened;
  }
}
