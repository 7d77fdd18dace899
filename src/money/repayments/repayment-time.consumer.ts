import { Injectable, Logger } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxAged } from '../../events/sandbox.events.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Jobs, Sweep } from '../../platform/jobs/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { RepaymentRepository } from './repayment.repository.js';
import { RepaymentOutcomes } from './repayment-outcomes.service.js';
import { AUTO_CONFIRM } from './repayment-reports.service.js';

const SWEEP_MS = 60_000;
const SWEEP_BATCH = 200;

/** Confirms reports that a creditor did not answer: a job for each, and a sweep for lost jobs. */
@Injectable()
export class RepaymentTimeConsumer {
  private readonly logger = new Logger(RepaymentTimeConsumer.name);

  constructor(
    private readonly database: Database,
    private readonly repayments: RepaymentRepository,
    private readonly outcomes: RepaymentOutcomes,
    private readonly jobs: Jobs,
  ) {}

  @OnEvent(SandboxAged)
  async whenAged(tx: Tx, { organisationIds }: EventOf<typeof SandboxAged>): Promise<void> {
    const waiting = await this.repayments.waiting(tx, organisationIds);
    if (waiting.length > 0) this.jobs.scheduleAllAfter(tx, AUTO_CONFIRM, waiting);
  }

  @JobHandler(AUTO_CONFIRM)
  async confirm(job: JobCall): Promise<void> {
    await this.outcomes.confirmByTime(job.id);
  }

  /** A report that cannot be settled is logged, so that it does not delay the others. */
  @Sweep(AUTO_CONFIRM, SWEEP_MS)
  async sweep(): Promise<void> {
    for (const { id } of await this.repayments.overdue(this.database, SWEEP_BATCH)) {
      await this.outcomes
        .confirmByTime(id)
        .catch((error: Error) => this.logger.error(`repayment ${id} is not confirmed by time: ${error.message}`));
    }
  }
}
