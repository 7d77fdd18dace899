import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Sweep } from '../../platform/jobs/index.js';
import { SYNC_JOB } from './sync-results.js';
import { SyncRunRepository } from './sync-run.repository.js';
import { SyncRunner } from './sync-runner.js';

const SWEEP_MS = 15_000;
const SWEEP_BATCH = 10;

/** Starts runs when they are due: by a job for each connection, and by a sweep where a job was lost or a process died. */
@Injectable()
export class SyncConsumer {
  constructor(
    private readonly database: Database,
    private readonly runs: SyncRunRepository,
    private readonly runner: SyncRunner,
  ) {}

  /** Only starts the run: reading a large ERP would occupy a job slot for minutes. */
  @JobHandler(SYNC_JOB)
  async sync(job: JobCall): Promise<void> {
    this.runner.begin(job.id);
  }

  @Sweep(SYNC_JOB, SWEEP_MS)
  async sweep(): Promise<void> {
    for (const { id } of await this.runs.due(this.database, SWEEP_BATCH)) this.runner.begin(id);
  }
}
