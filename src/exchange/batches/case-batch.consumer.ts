import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { CaseBatchReceived } from '../../events/intake.events.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Jobs, Sweep } from '../../platform/jobs/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
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
