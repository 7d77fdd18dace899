import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Sweep } from '../../platform/jobs/index.js';
import { SYNC_JOB } from './sync-results.js';
import { SyncRunRepository } from './sync-run.repository.js';
import { SyncRunner } from './sync-runner.js';

const SWEEP_MS = 15_000;
const SWEEP_BATCH = 10;

/** Asks ERPs when they are due: a job for each connection, and a sweep for jobs that were lost and processes that died. */
@Injectable()
export class SyncConsumer {
  constructor(
    private readonly database: Database,
    private readonly runs: SyncRunRepository,
    private readonly runner: SyncRunner,
  ) {}

  /** Only sets the run going: a walk through a large ERP would keep a place among the jobs for minutes. */
  @JobHandler(SYNC_JOB)
  async sync(job: JobCall): Promise<void> {
    this.runner.begin(job.id);
  }

  @Sweep(SYNC_JOB, SWEEP_MS)
  async sweep(): Promise<void> {
    for (const { id } of await this.runs.due(this.database, SWEEP_BATCH)) this.runner.begin(id);
  }
}
