import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../kernel/access/index.js';
import { Clock } from '../../kernel/index.js';
import { Approvals } from '../../parties/approvals/index.js';
import { Database } from '../../platform/database/index.js';
import type { HallSight } from './hall.policy.js';

/** How long an approval is taken for granted; a suspension closes the hall within this time. Grabbing asks every time. */
const TRUSTED_MS = 2_000;

/** Who sees how much of the hall. */
@Injectable()
export class HallSights {
  private readonly approvedAt = new LRUCache<string, number>({ max: 10_000 });

  constructor(
    private readonly database: Database,
    private readonly approvals: Approvals,
    private readonly clock: Clock,
  ) {}

  /** Providers must be approved (ORGANISATION_NOT_VERIFIED) and see exact amounts, as the platform does; creditors see bands. */
  of({ organisationId, organisationKind }: Actor): HallSight | Promise<HallSight> {
    if (organisationKind === 'platform') return 'exact';
    if (organisationKind === 'creditor') return 'band';
    const at = this.approvedAt.get(organisationId);
    return at !== undefined && this.clock.millis() - at < TRUSTED_MS ? 'exact' : this.asked(organisationId);
  }

  /** Only a yes is remembered: who has just been approved is let in at once. */
  private async asked(organisationId: string): Promise<HallSight> {
    const at = this.clock.millis();
    await this.approvals.requireApproved(this.database, organisationId);
    this.approvedAt.set(organisationId, at);
    return 'exact';
  }
}
