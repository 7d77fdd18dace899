import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxClockAdvanced } from '../../events/sandbox.events.js';
import type { Tx } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { GrabRepository } from './grab.repository.js';
import { SlotRepository } from './slot.repository.js';

/** When a sandbox's clock goes forward, its grabs grow older: they expire sooner, and their penalties are forgotten sooner. */
@Injectable()
export class GrabTimeConsumer {
  constructor(
    private readonly grabs: GrabRepository,
    private readonly slots: SlotRepository,
    private readonly jobs: Jobs,
  ) {}

  @OnEvent(SandboxClockAdvanced)
  async whenClockAdvanced(tx: Tx, event: EventOf<typeof SandboxClockAdvanced>): Promise<void> {
    const { organisationIds, seconds, meta } = event;
    await this.slots.waitShorter(tx, organisationIds, seconds);
    const active = await this.grabs.growOlder(tx, organisationIds, seconds, meta.occurredAt);
    const due = active.flatMap(({ id, acceptBy, activityBy }) => [
      { id, at: acceptBy, key: `grab-accept:${id}` },
      { id, at: activityBy, key: `grab-activity:${id}` },
    ]);
    if (due.length > 0) this.jobs.scheduleAllAfter(tx, 'grab.expire', due);
  }
}
