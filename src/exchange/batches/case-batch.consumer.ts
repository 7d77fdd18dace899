import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { CaseBatchReceived } from '../../events/intake.events.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Jobs, Sweep } from '../../platform/jobs/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { Removes, type RetentionFigures } from '../../platform/retention/index.js';
import { StoredFiles } from '../../platform/storage/index.js';
import { BatchRowRepository } from './batch-row.repository.js';
import { BatchRunner } from './batch-runner.js';
import { CaseBatchRepository } from './case-batch.repository.js';

const PROCESS = 'case-batch.process';
const SWEEP_MS = 5_000;
const SWEEP_BATCH = 10;

/** Starts processing a received batch: by a job at once, and by a sweep where a job was lost or a process died. */
@Injectable()
export class CaseBatchConsumer {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly batches: CaseBatchRepository,
    private readonly runner: BatchRunner,
  ) {}

  @OnEvent(CaseBatchReceived)
  async whenReceived(tx: Tx, event: EventOf<typeof CaseBatchReceived>): Promise<void> {
    this.jobs.scheduleAfter(tx, PROCESS, { id: event.batchId });
  }

  @JobHandler(PROCESS)
  async process(job: JobCall): Promise<void> {
    await this.runner.run(job.id);
  }

  /** Only starts the runs: a sweep that lasted as long as a batch would hold its lease beyond a crash. */
  @Sweep(PROCESS, SWEEP_MS)
  async sweep(): Promise<void> {
    for (const { id } of await this.batches.unattended(this.database, SWEEP_BATCH)) this.runner.begin(id);
  }
}

/**
 * Removes the upload of a batch and the outcomes of its rows a while after its end: by then its debtors are cases, and the
 * upload is nothing but a second copy of their data. The batch itself stays, with its figures.
 */
@Injectable()
export class BatchRetention {
  constructor(
    private readonly database: Database,
    private readonly batches: CaseBatchRepository,
    private readonly rows: BatchRowRepository,
    private readonly files: StoredFiles,
  ) {}

  /** Rows first, a part of them at a time; the upload, which is how the batch is found, with the last of them. */
  @Removes('case_batch_rows')
  async forget(limit: number, { batchDays }: RetentionFigures): Promise<number> {
    let gone = 0;
    while (gone < limit) {
      const removed = await this.forgetSome(limit - gone, batchDays);
      if (removed === undefined) return gone;
      gone += Math.max(1, removed);
    }
    return gone;
  }

  /** Undefined when no batch is old enough. */
  private forgetSome(limit: number, days: number): Promise<number | undefined> {
    return this.database.transaction(async (tx) => {
      const batch = await this.batches.oldestKept(tx, days);
      if (!batch) return undefined;
      const removed = await this.rows.remove(tx, batch.id, limit);
      if (removed === limit) return removed;
      const { id, fileId } = batch;
      if (await this.batches.part(tx, id, fileId)) await this.files.forget(tx, [fileId]);
      return removed;
    });
  }
}
