import { Injectable } from '@nestjs/common';
import { GrabTaken } from '../events/grabs.events.js';
import { Database, type Tx } from '../platform/database/index.js';
import { type JobCall, JobHandler, Jobs, Sweep } from '../platform/jobs/index.js';
import { type EventOf, OnEvent } from '../platform/outbox/index.js';
import { GrabRepository } from './grab.repository.js';
import { GrabEndings } from './grab-endings.js';

const SWEEP_MS = 60_000;
const SWEEP_BATCH = 200;

/** Ends grabs whose 48 h or 72 h have passed: a job for each instant, and a sweep for jobs that were lost. */
@Injectable()
export class GrabExpiryConsumer {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly grabs: GrabRepository,
    private readonly endings: GrabEndings,
  ) {}

  @OnEvent(GrabTaken)
  async whenGrabTaken(tx: Tx, event: EventOf<typeof GrabTaken>): Promise<void> {
    const grab = await this.grabs.byId(tx, event.grabId);
    if (grab?.state !== 'active') return;
    this.jobs.scheduleAfter(tx, 'grab.expire', { id: grab.id, at: grab.acceptBy, key: `grab-accept:${grab.id}` });
    this.jobs.scheduleAfter(tx, 'grab.expire', { id: grab.id, at: grab.activityBy, key: `grab-activity:${grab.id}` });
  }

  @JobHandler('grab.expire')
  async expire(job: JobCall): Promise<void> {
    await this.endings.expire(job.id);
  }

  @Sweep('grab.expire', SWEEP_MS)
  async sweep(): Promise<void> {
    for (const { id } of await this.grabs.overdue(this.database, SWEEP_BATCH)) await this.endings.expire(id);
  }
}
