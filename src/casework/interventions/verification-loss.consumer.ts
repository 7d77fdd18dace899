import { Injectable } from '@nestjs/common';
import { CaseListed, CasesPosted } from '../../events/cases.events.js';
import type { EventOf } from '../../events/define-event.js';
import {
  VerificationApproved,
  VerificationExpired,
  VerificationReinstated,
  VerificationRevoked,
  VerificationSuspended,
} from '../../events/verification.events.js';
import { Approvals } from '../../parties/approvals/index.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent, OnEvents } from '../../platform/outbox/index.js';
import { CaseClaims } from '../cases/index.js';
import { GrabHolds } from '../grabs/index.js';

type Party = Pick<EventOf<typeof VerificationRevoked>, 'organisationId' | 'organisationKind'>;

/**
 * What follows for cases when an organisation loses its verification. A suspension or an expiry only stops a provider's reading and
 * acting, which is checked at each act; a revocation takes its cases back as well. Cases of a creditor are not in the hall while its
 * verification is not in force, for whatever reason; what a provider holds already goes on.
 */
@Injectable()
export class VerificationLossConsumer {
  constructor(
    private readonly holds: GrabHolds,
    private readonly claims: CaseClaims,
    private readonly approvals: Approvals,
  ) {}

  /** All active grabs are recalled without a penalty, with their disclosures; the cases go back into the hall. */
  @OnEvent(VerificationRevoked)
  async whenRevoked(tx: Tx, event: EventOf<typeof VerificationRevoked>): Promise<void> {
    await this.settle(tx, event);
    if (event.organisationKind !== 'creditor') {
      await this.holds.recallAll(tx, [event.organisationId], 'verification_lost');
    }
  }

  @OnEvent(VerificationSuspended)
  async whenSuspended(tx: Tx, event: EventOf<typeof VerificationSuspended>): Promise<void> {
    await this.settle(tx, event);
  }

  @OnEvent(VerificationExpired)
  async whenExpired(tx: Tx, event: EventOf<typeof VerificationExpired>): Promise<void> {
    await this.settle(tx, event);
  }

  @OnEvent(VerificationReinstated)
  async whenReinstated(tx: Tx, event: EventOf<typeof VerificationReinstated>): Promise<void> {
    await this.settle(tx, event);
  }

  @OnEvent(VerificationApproved)
  async whenApproved(tx: Tx, event: EventOf<typeof VerificationApproved>): Promise<void> {
    await this.settle(tx, event);
  }

  /** A case may be listed again, or posted just before, while its creditor's verification is not in force. */
  @OnEvents(CaseListed)
  async whenListed(tx: Tx, events: EventOf<typeof CaseListed>[]): Promise<void> {
    await this.standDownUnverified(tx, events);
  }

  @OnEvents(CasesPosted)
  async whenPosted(tx: Tx, events: EventOf<typeof CasesPosted>[]): Promise<void> {
    await this.standDownUnverified(tx, events);
  }

  /** As the verification of a creditor is now: events may come late or in another order. */
  private async settle(tx: Tx, { organisationId, organisationKind }: Party): Promise<void> {
    if (organisationKind !== 'creditor') return;
    const facts = (await this.approvals.factsOf(tx, [organisationId])).get(organisationId);
    if (facts?.approved) await this.claims.standUp(tx, organisationId);
    else await this.claims.standDown(tx, organisationId);
  }

  private async standDownUnverified(tx: Tx, events: readonly { creditorId: string }[]): Promise<void> {
    const creditorIds = [...new Set(events.map((event) => event.creditorId))].sort();
    const facts = await this.approvals.factsOf(tx, creditorIds);
    for (const [id, { approved }] of facts) if (!approved) await this.claims.standDown(tx, id);
  }
}
