import { Injectable, Logger } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { ClosingProposed } from '../../events/grabs.events.js';
import { SandboxAged } from '../../events/sandbox.events.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Jobs, Sweep } from '../../platform/jobs/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { GrabHolds } from '../grabs/index.js';
import { Closings } from './closings.service.js';

const JOB = 'closing.by-silence';
const SWEEP_MS = 60_000;
const SWEEP_BATCH = 200;

/** Carries out proposed closes that no creditor answered: a job for each, and a sweep in case a job was lost. */
@Injectable()
export class ClosingTimeConsumer {
  private readonly logger = new Logger(ClosingTimeConsumer.name);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly holds: GrabHolds,
    private readonly closings: Closings,
  ) {}

  @OnEvent(ClosingProposed)
  async whenProposed(tx: Tx, { grabId, closesAt }: EventOf<typeof ClosingProposed>): Promise<void> {
    this.jobs.scheduleAfter(tx, JOB, { id: grabId, at: new Date(closesAt), key: `${JOB}:${grabId}:${closesAt}` });
  }

  @OnEvent(SandboxAged)
  async whenAged(tx: Tx, { providerIds }: EventOf<typeof SandboxAged>): Promise<void> {
    const proposed = (await this.holds.activeOf(tx, providerIds)).filter((grab) => grab.closeBy !== null);
    const due = proposed.map(({ id, closeBy: at }) => ({ id, at: at!, key: `${JOB}:${id}:${at!.toISOString()}` }));
    if (due.length > 0) this.jobs.scheduleAllAfter(tx, JOB, due);
  }

  @JobHandler(JOB)
  async carryOut({ id }: JobCall): Promise<void> {
    await this.closings.bySilence(id);
  }

  /** A close that cannot be carried out is logged, so that it does not delay the others. */
  @Sweep(JOB, SWEEP_MS)
  async sweep(): Promise<void> {
    for (const { id } of await this.holds.closesDue(this.database, SWEEP_BATCH)) {
      await this.closings
        .bySilence(id)
        .catch((error: Error) => this.logger.error(`grab ${id} is not closed by silence: ${error.message}`));
    }
  }
}
