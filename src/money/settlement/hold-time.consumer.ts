import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxClockAdvanced } from '../../events/sandbox.events.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { CommissionRepository } from './commission.repository.js';

/** When a sandbox's clock goes forward, commissions of its providers rest that much shorter. */
@Injectable()
export class HoldTimeConsumer {
  constructor(private readonly commissions: CommissionRepository) {}

  @OnEvent(SandboxClockAdvanced)
  async whenClockAdvanced(tx: Tx, event: EventOf<typeof SandboxClockAdvanced>): Promise<void> {
    // Bookings are dated by the sandbox's clock, so what it showed before is what they are compared with.
    const asOf = new Date(event.meta.occurredAt.getTime() + event.fromSeconds * 1000);
    await this.commissions.restShorter(tx, event.organisationIds, event.seconds, asOf);
  }
}
