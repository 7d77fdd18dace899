import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { VerificationRevoked } from '../../events/verification.events.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { GrabHolds } from '../grabs/index.js';

/**
 * What follows for cases when a provider loses its verification. A suspension or an expiry only stops its reading and acting, which
 * is checked at each act; a revocation takes its cases back as well.
 */
@Injectable()
export class VerificationLossConsumer {
  constructor(private readonly holds: GrabHolds) {}

  /** All active grabs are recalled without a penalty, with their disclosures; the cases go back into the hall. */
  @OnEvent(VerificationRevoked)
  async whenRevoked(tx: Tx, event: EventOf<typeof VerificationRevoked>): Promise<void> {
    if (event.organisationKind === 'creditor') return;
    await this.holds.recallAll(tx, [event.organisationId], 'verification_lost');
  }
}
