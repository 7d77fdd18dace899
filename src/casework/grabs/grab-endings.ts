import { Injectable } from '@nestjs/common';
import { GrabEnded } from '../../events/grabs.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { penaltyFor, type RecallReason, Standings, suspensionAfter } from '../../risk/standing/index.js';
import { CaseClaims, type CloseCode } from '../cases/index.js';
import type { GrabEnd } from './grab.lifecycle.js';
import { type Grab, GrabRepository } from './grab.repository.js';
import { grabEventOf } from './grab-events.js';
import { grabFigures } from './grab-figures.js';
import { SlotRepository } from './slot.repository.js';

const SUSPENSION_WINDOW_DAYS = 7;

type Mover = Pick<Actor, 'organisationId' | 'memberId'>;

/** How a grab ends. */
export interface Ending {
  readonly state: GrabEnd;
  /** A code; or what a member wrote, and then `code` is given. */
  readonly reason: string;
  /** What the event says: never what a member wrote. By default `reason`. */
  readonly code?: string;
  /** The code of a creditor that takes its case back. */
  readonly recallReason?: RecallReason | undefined;
  readonly by?: Mover | undefined;
  /** What becomes of the case: closed by this code, or given to its creditor; left out: put back into the hall. */
  readonly closeCode?: CloseCode | undefined;
  readonly toCreditor?: boolean;
  /** Costs what a return costs. Returns and expiries always do. */
  readonly penalised?: boolean;
}

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

  /** Ends a grab and moves its case. Locks case, then slot. */
  async end(tx: Tx, grab: Grab, ending: Ending): Promise<Grab> {
    const { state, reason, by, closeCode } = ending;
    if (closeCode) await this.claims.close(tx, grab.caseId, closeCode, by);
    else await this.putBack(tx, grab, ending);
    await this.slots.lock(tx, grab.providerId);
    const { points, suspendHours } = await this.penaltyOf(tx, grab.providerId, ending);
    const written = ending.code !== undefined;
    const recallReason = ending.recallReason ?? null;
    const ended = await this.grabs.end(tx, grab.id, { state, reason, written, points, recallReason });
    if (!ended) {
      const now = await this.grabs.byId(tx, grab.id);
      throw new WrongState({ path: 'grabId', details: { state: now?.state ?? 'gone' } });
    }
    await this.slots.release(tx, grab.providerId, suspendHours);
    const { firstActivityAt, sparedSeconds } = ended;
    const said = { state, reason: ending.code ?? reason, points, worked: firstActivityAt !== null, recallReason };
    await this.outbox.publish(tx, GrabEnded, { ...grabEventOf(ended), ...said, sparedSeconds });
    return ended;
  }

  /** Takes every case back from providers that may not hold any, without a penalty. All cases are locked before the first slot. */
  async recallAll(tx: Tx, providerIds: readonly string[], reason: string): Promise<void> {
    const held = await this.grabs.activeOf(tx, providerIds);
    for (const caseId of held.map((grab) => grab.caseId).sort()) await this.claims.lock(tx, caseId);
    for (const providerId of [...providerIds].sort()) await this.slots.lock(tx, providerId);
    // Read again under the locks: a grab may have ended meanwhile.
    for (const grab of await this.grabs.active(
      tx,
      held.map(({ id }) => id),
    )) {
      await this.end(tx, grab, { state: 'recalled', reason });
    }
  }

  /** Expires one grab if its time has passed, checked under the case's lock; otherwise does nothing. */
  async expire(grabId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const grab = await this.grabs.byId(tx, grabId);
      if (grab?.state !== 'active') return;
      await this.claims.lock(tx, grab.caseId);
      const reason = await this.grabs.expiryReason(tx, grabId);
      if (reason) await this.end(tx, grab, { state: 'expired', reason });
    });
  }

  /** A case that does not move was no longer held: the grab had ended already. */
  private async putBack(tx: Tx, grab: Grab, { state, by, toCreditor }: Ending): Promise<void> {
    const { endsUntilSentBack } = await this.policies.get(grabFigures, tx);
    const bad = state === 'returned' || state === 'expired';
    const before = bad ? await this.grabs.badEndsOnCase(tx, grab.caseId) : 0;
    const toReturned = toCreditor ?? (bad && before + 1 >= endsUntilSentBack);
    const frozen = grab.frozenAt !== null && !toReturned;
    const moved = await this.claims.putBack(tx, [grab.caseId], { reason: state, toReturned, frozen, by });
    if (moved.length === 0) throw new WrongState({ path: 'grabId', details: { state: grab.state } });
  }

  /** What this return, expiry or close costs: points that rise each time, and a suspension after too many in a week. */
  private async penaltyOf(
    tx: Tx,
    providerId: string,
    { state, penalised }: Ending,
  ): Promise<{ points: number; suspendHours: number }> {
    if (!penalised && state !== 'returned' && state !== 'expired') return { points: 0, suspendHours: 0 };
    const figures = await this.standings.parameters(tx);
    const before = await this.grabs.badEndsWithin(tx, providerId, figures.penaltyWindowDays);
    const thisWeek = await this.grabs.badEndsWithin(tx, providerId, SUSPENSION_WINDOW_DAYS);
    return { points: penaltyFor(before, figures), suspendHours: suspensionAfter(thisWeek + 1, figures) };
  }
}
