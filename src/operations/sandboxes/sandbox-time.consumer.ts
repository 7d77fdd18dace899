import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxAged, SandboxClockAdvanced } from '../../events/sandbox.events.js';
import { ageingStatements, type Tx } from '../../platform/database/index.js';
import { OnEvent, Outbox } from '../../platform/outbox/index.js';

/** Moves everything that ages in a sandbox closer when its clock is advanced, in one transaction. */
@Injectable()
export class SandboxTimeConsumer {
  constructor(private readonly outbox: Outbox) {}

  @OnEvent(SandboxClockAdvanced)
  async whenClockAdvanced(tx: Tx, event: EventOf<typeof SandboxClockAdvanced>): Promise<void> {
    const { sandboxId, organisationIds, providerIds, seconds, fromSeconds, meta } = event;
    const days = wholeDays(fromSeconds + seconds) - wholeDays(fromSeconds);
    const params = [[sandboxId, ...organisationIds], seconds, days, meta.occurredAt, fromSeconds];
    for (const statement of ageingStatements()) await tx.affected(statement, params);
    await this.outbox.publish(tx, SandboxAged, { sandboxId, organisationIds, providerIds });
  }
}

function wholeDays(seconds: number): number {
  return Math.floor(seconds / 86_400);
}
