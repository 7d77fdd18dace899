import { Injectable } from '@nestjs/common';
import { GrabEnded } from '../../events/grabs.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { penaltyFor, Standings, suspensionAfter } from '../../risk/standing/index.js';
import { CaseClaims, type CloseCode } from '../cases/index.js';
import type { GrabEnd } from './grab.lifecycle.js';
import { type Grab, GrabRepository } from './grab.repository.js';
import { eventOf } from './grab-events.js';
import { grabFigures } from './grab-figures.js';
import { SlotRepository } from './slot.repository.js';

const SUSPENSION_WINDOW_DAYS = 7;

type Mover = Pick<Actor, 'organisationId' | 'memberId'>;

/** Ends grabs, for whatever reason: moves the case, frees the slot and counts the penalty, once. */
@Injectable()
export class GrabEndings {
  constructor(
    private readonly database: Database,
    private readonly claims: CaseClaims,
    private readonly grabs: GrabRepository,
    private readonly slots: SlotRepository,
    private readonly standings: Standings,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
  ) {}

  /** Ends a grab. With a close code the case is closed, otherwise it is put back. Locks case, then slot. */
  async end(
    tx: Tx,
    grab: Grab,
    state: GrabEnd,
    reason: string,
    by: Mover | undefined,
    closeCode?: CloseCode,
  ): Promise<Grab> {
    if (closeCode) await this.claims.close(tx, grab.caseId, closeCode, by);
    else await this.putBack(tx, grab, state, by);
    await this.slots.lock(tx, grab.providerId);
    const penalty = await this.penaltyOf(tx, grab.providerId, state);
    const ended = await this.grabs.end(tx, grab.id, state, reason, penalty.points);
    if (!ended) {
      const now = await this.grabs.byId(tx, grab.id);
      throw new WrongState({ path: 'grabId', details: { state: now?.state ?? 'gone' } });
    }
    await this.slots.release(tx, grab.providerId, penalty.suspendHours);
    // A member's reason is free text, which an event must not contain.
    const eventReason = state === 'returned' || state === 'recalled' ? state : reason;
    await this.outbox.publish(tx, GrabEnded, { ...eventOf(ended), state, reason: eventReason, points: penalty.points });
    return ended;
  }

  /** Expires one grab if its time has passed, checked under the case's lock; otherwise does nothing. */
  async expire(grabId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const grab = await this.grabs.byId(tx, grabId);
      if (grab?.state !== 'active') return;
      await this.claims.lock(tx, grab.caseId);
      const reason = await this.grabs.expiryReason(tx, grabId);
      if (reason) await this.end(tx, grab, 'expired', reason, undefined);
    });
  }

  /** A case that does not move was no longer held: the grab had ended already. */
  private async putBack(tx: Tx, grab: Grab, state: GrabEnd, by: Mover | undefined): Promise<void> {
    const { endsUntilSentBack } = await this.policies.get(grabFigures, tx);
    const before = state === 'recalled' ? 0 : await this.grabs.badEndsOnCase(tx, grab.caseId);
    const toReturned = state !== 'recalled' && before + 1 >= endsUntilSentBack;
    const moved = await this.claims.putBack(tx, [grab.caseId], { reason: state, toReturned, by });
    if (moved.length === 0) throw new WrongState({ path: 'grabId', details: { state: grab.state } });
  }

  /** What this return or expiry costs: points that rise each time, and a suspension after too many in a week. */
  private async penaltyOf(
    tx: Tx,
    providerId: string,
    state: GrabEnd,
  ): Promise<{ points: number; suspendHours: number }> {
    if (state !== 'returned' && state !== 'expired') return { points: 0, suspendHours: 0 };
    const figures = await this.standings.parameters(tx);
    const before = await this.grabs.badEndsWithin(tx, providerId, figures.penaltyWindowDays);
    const thisWeek = await this.grabs.badEndsWithin(tx, providerId, SUSPENSION_WINDOW_DAYS);
    return { points: penaltyFor(before, figures), suspendHours: suspensionAfter(thisWeek + 1, figures) };
  }
}
