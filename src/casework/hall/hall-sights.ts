import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../kernel/access/index.js';
import { Approvals } from '../../parties/approvals/index.js';
import { Database } from '../../platform/database/index.js';
import type { HallSight } from './hall.policy.js';

/** How long an approval is cached: a suspension closes the hall within this time. Grabbing checks every time. */
const TRUSTED_MS = 2_000;

/** How much of the hall an actor sees. */
@Injectable()
export class HallSights {
  private readonly approvedAt = new LRUCache<string, number>({ max: 10_000 });

  constructor(
    private readonly database: Database,
    private readonly approvals: Approvals,
  ) {}

  /** Approved providers and the platform see exact amounts, creditors see bands. Refuses ORGANISATION_NOT_VERIFIED. */
  of({ organisationId, organisationKind }: Actor): HallSight | Promise<HallSight> {
    if (organisationKind === 'platform') return 'exact';
    if (organisationKind === 'creditor') return 'band';
    const at = this.approvedAt.get(organisationId);
    return at !== undefined && performance.now() - at < TRUSTED_MS ? 'exact' : this.checked(organisationId);
  }

  /** Only approvals are cached, so that a provider can read the hall as soon as it is approved. */
  private async checked(organisationId: string): Promise<HallSight> {
    const at = performance.now();
    await this.approvals.requireApproved(this.database, organisationId);
    this.approvedAt.set(organisationId, at);
    return 'exact';
  }
}
