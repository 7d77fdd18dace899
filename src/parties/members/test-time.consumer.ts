import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxClockAdvanced } from '../../events/sandbox.events.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { TestOrganisationRepository } from './test-organisation.repository.js';

/** When a sandbox's clock goes forward, invitations of its organisations end that much sooner. */
@Injectable()
export class TestTimeConsumer {
  constructor(private readonly tests: TestOrganisationRepository) {}

  @OnEvent(SandboxClockAdvanced)
  async whenClockAdvanced(tx: Tx, event: EventOf<typeof SandboxClockAdvanced>): Promise<void> {
    await this.tests.bringCloser(tx, event.organisationIds, event.seconds, event.meta.occurredAt);
  }
}
