import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { GrabTaken } from '../../events/grabs.events.js';
import { SandboxAged } from '../../events/sandbox.events.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Jobs, Sweep } from '../../platform/jobs/index.js';
import { OnEvent, OnEvents } from '../../platform/outbox/index.js';
import { ContestReader } from './contest-reader.js';
import { type Grab, GrabRepository } from './grab.repository.js';
import { GrabEndings } from './grab-endings.js';

const SWEEP_MS = 60_000;
const SWEEP_BATCH = 200;

/** Expires grabs whose 48 h or 72 h have passed: a job for each instant, and a sweep in case a job was lost. */
@Injectable()
export class GrabExpiryConsumer {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly grabs: GrabRepository,
    private readonly endings: GrabEndings,
    private readonly contest: ContestReader,
  ) {}

  @OnEvents(GrabTaken)
  async whenGrabsTaken(tx: Tx, events: EventOf<typeof GrabTaken>[]): Promise<void> {
    const ids = events.map((event) => event.grabId);
    this.schedule(tx, await this.grabs.active(tx, ids));
    await this.recallFromRevoked(tx, events);
  }

  @OnEvent(SandboxAged)
  async whenAged(tx: Tx, { organisationIds }: EventOf<typeof SandboxAged>): Promise<void> {
    this.schedule(tx, await this.grabs.activeOf(tx, organisationIds));
  }

  /** A grab may be committed just after its provider's verification was revoked and its other cases were recalled. */
  private async recallFromRevoked(tx: Tx, events: readonly EventOf<typeof GrabTaken>[]): Promise<void> {
    const parties = await this.contest.parties(tx, [...new Set(events.map((event) => event.providerId))]);
    const revoked = [...parties].filter(([, { revoked: is }]) => is).map(([id]) => id);
    if (revoked.length > 0) await this.endings.recallAll(tx, revoked, 'verification_lost');
  }

  @JobHandler('grab.expire')
  async expire(job: JobCall): Promise<void> {
    await this.endings.expire(job.id);
  }

  @Sweep('grab.expire', SWEEP_MS)
  async sweep(): Promise<void> {
    for (const { id } of await this.grabs.overdue(this.database, SWEEP_BATCH)) await this.endings.expire(id);
  }

  private schedule(tx: Tx, active: readonly Grab[]): void {
    const due = active.flatMap(({ id, acceptBy, activityBy }) => [
      { id, at: acceptBy, key: `grab-accept:${id}` },
      { id, at: activityBy, key: `grab-activity:${id}` },
    ]);
    if (due.length > 0) this.jobs.scheduleAllAfter(tx, 'grab.expire', due);
  }
}
