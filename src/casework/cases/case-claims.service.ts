import { Injectable } from '@nestjs/common';
import { CaseClosed, CaseFrozen, CaseUnfrozen } from '../../events/cases.events.js';
import type { PayloadOf } from '../../events/define-event.js';
import type { Actor } from '../../kernel/access/index.js';
import { type InterventionReason, NotFound, orNotFound, WrongState } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type Disclosee, Disclosures } from '../debtors/index.js';
import {
  type CaseState,
  CLOSED_STATES,
  type CloseCode,
  caseLifecycle,
  closedState,
  HELD_STATES,
} from './case.lifecycle.js';
import { CloseCodeUnfounded, RecoveryExceedsOutstanding } from './case.refusals.js';
import {
  CaseClaimsRepository,
  type CaseGlance,
  type ListedCase,
  type LockedCase,
  type Recovered,
  type Recovery,
} from './case-claims.repository.js';
import type { Move, MovedCase, Mover } from './case-moves.repository.js';
import { CaseMoves } from './case-moves.service.js';

/** The platform's reason for stepping in, and the holder of the case with its hold, if any. */
export interface Intervention {
  readonly reasonCode: InterventionReason;
  readonly providerId: string | null;
  readonly hold?: PayloadOf<typeof CaseFrozen>['hold'];
}

/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const AT_ONCE = 500;

/** What grabs, collection and repayments do to a case: tx first, and one statement for any number of cases where many contend. */
@Injectable()
export class CaseClaims {
  constructor(
    private readonly claims: CaseClaimsRepository,
    private readonly moves: CaseMoves,
    private readonly disclosures: Disclosures,
    private readonly outbox: Outbox,
  ) {}

  /** Reads without a lock, to refuse late grabs cheaply. A case that does not exist is not in the map. */
  async statesOf(q: Queryable, caseIds: string[]): Promise<Map<string, CaseGlance>> {
    return new Map((await this.claims.statesOf(q, caseIds)).map((one) => [one.id, one]));
  }

  /** Locks the listed ones of these cases in id order (FOR NO KEY UPDATE); skips those that another transaction has locked. */
  lockListed(tx: Tx, caseIds: string[]): Promise<ListedCase[]> {
    return this.claims.lockListed(tx, caseIds);
  }

  /** Locks the case (first in the lock order) and returns its amounts and state. NOT_FOUND when there is no such case. */
  async lock(tx: Tx, caseId: string): Promise<LockedCase> {
    return orNotFound(await this.claims.lock(tx, caseId), 'caseId');
  }

  /** Like `lock`, for a member of the platform: NOT_FOUND for a case of another world. */
  async lockOf(tx: Tx, actor: Pick<Actor, 'sandboxId'>, caseId: string): Promise<LockedCase> {
    const seen = (await this.claims.statesOf(tx, [caseId]))[0];
    if (seen?.sandboxId !== actor.sandboxId) throw new NotFound({ path: 'caseId' });
    return this.lock(tx, caseId);
  }

  /** listed → grabbed. Returns the ids that moved; a case that is missing was no longer listed. */
  async markGrabbed(tx: Tx, claims: readonly Disclosee[]): Promise<string[]> {
    const moved = await this.moves.move(tx, claims, { act: 'grab', to: 'grabbed', from: ['listed'] });
    return moved.map((one) => one.id);
  }

  /** Moves the case to in_collection once the entrustment is accepted. Refuses WRONG_STATE. */
  async markInCollection(tx: Tx, caseId: string, by: Mover = {}): Promise<void> {
    await this.one(tx, caseId, by, { act: 'entrust', to: 'in_collection', from: ['grabbed', 'in_litigation'] });
  }

  /**
   * Puts held cases back into the hall, or (`toReturned`) returns them to the creditor, who may relist. Revokes all disclosures.
   * Returns the ids that moved; a case that was not held stays as it is. A case paid in full is closed instead of listed. A
   * `frozen` one stays frozen, and is listed once the platform lets it go on.
   */
  async putBack(
    tx: Tx,
    caseIds: readonly string[],
    input: { reason: string; toReturned?: boolean; frozen?: boolean; by?: Mover },
  ): Promise<string[]> {
    const cases = caseIds.map((caseId) => ({ caseId, ...input.by }));
    const facts = { reason: input.reason };
    if (input.frozen) {
      const free: Move = { act: 'put_back', to: 'on_hold', from: ['on_hold'], change: 'free', facts };
      return this.putBackAs(tx, await this.moves.move(tx, cases, free));
    }
    const moved = input.toReturned
      ? await this.moves.move(tx, cases, { act: 'return', to: 'returned', from: HELD_STATES, change: 'release', facts })
      : await this.moves.list(tx, cases, { act: 'put_back', from: HELD_STATES, facts }, true);
    const ids = await this.putBackAs(tx, moved);
    return input.toReturned ? ids : [...ids, ...(await this.paidAmong(tx, caseIds, new Set(ids)))];
  }

  private async putBackAs(tx: Tx, moved: readonly MovedCase[]): Promise<string[]> {
    const ids = moved.map((one) => one.id);
    await this.disclosures.revoke(tx, ids);
    return ids;
  }

  private async paidAmong(tx: Tx, caseIds: readonly string[], moved: ReadonlySet<string>): Promise<string[]> {
    const closed: string[] = [];
    for (const caseId of caseIds.filter((id) => !moved.has(id))) {
      const locked = await this.claims.lock(tx, caseId);
      const held = locked !== undefined && (HELD_STATES as readonly CaseState[]).includes(locked.state);
      if (!held || locked.recoveredFen < locked.outstandingFen) continue;
      await this.close(tx, caseId, 'paid');
      closed.push(caseId);
    }
    return closed;
  }

  /**
   * Adds a confirmed repayment, or takes a reversed one back. Refuses RECOVERY_EXCEEDS_OUTSTANDING when the sum would leave
   * 0…outstanding. A case that no provider holds and that is now paid in full is closed as paid.
   */
  async recordRecovery(tx: Tx, caseId: string, recovered: Recovered, by: Mover = {}): Promise<Recovery> {
    const found = await this.claims.recover(tx, caseId, recovered, by);
    if (!found) throw await this.whyNot(tx, caseId);
    const paid = found.recoveredFen >= found.outstandingFen;
    if (found.state !== 'listed' && found.state !== 'returned') return found;
    if (paid) return { ...found, state: await this.close(tx, caseId, 'paid', by) };
    if (found.state === 'listed')
      await this.moves.announceChanged(tx, await this.claims.refreshListing(tx, caseId, by));
    return found;
  }

  /**
   * Closes a case: the code says why, the recovered amount decides the state. Refuses CLOSE_CODE_UNFOUNDED when the code claims
   * a payment that is not on record, WRONG_STATE when the case is not open. Revokes all disclosures.
   */
  async close(tx: Tx, caseId: string, closeCode: CloseCode, by: Mover = {}): Promise<CaseState> {
    const locked = await this.lock(tx, caseId);
    const to = closedState(closeCode, locked.recoveredFen, locked.outstandingFen);
    if (!to) throw new CloseCodeUnfounded({ path: 'closeCode', details: { closeCode, ...sums(locked) } });
    if (!caseLifecycle.sourcesOf(to).includes(locked.state) || CLOSED_STATES.includes(locked.state)) {
      throw new WrongState({ path: 'caseId', details: { state: locked.state } });
    }
    const close: Move = { act: 'close', to, from: [locked.state], change: 'close', value: closeCode };
    const moved = await this.one(tx, caseId, by, { ...close, facts: sums(locked) });
    await this.disclosures.revoke(tx, [caseId]);
    const event = { caseId, creditorId: moved.creditorId, closeCode, state: to, ...sums(locked) };
    await this.outbox.publish(tx, CaseClosed, { ...event, leftHall: locked.state === 'listed' });
    return to;
  }

  /** Stops all work on a case: it leaves the hall, and its holder cannot act. Refuses WRONG_STATE. The caller has the lock. */
  async freeze(tx: Tx, caseId: string, by: Mover, intervention: Intervention): Promise<void> {
    const { reasonCode, ...holder } = intervention;
    const from = caseLifecycle.sourcesOf('on_hold');
    const move: Move = { act: 'freeze', to: 'on_hold', from, change: 'hold', facts: { reasonCode } };
    const { creditorId, fromState } = await this.one(tx, caseId, by, move);
    const event = { caseId, creditorId, ...holder, reasonCode, leftHall: fromState === 'listed' };
    await this.outbox.publish(tx, CaseFrozen, event);
  }

  /** Lets a frozen case go on where it was. One that was listed, and was paid in full meanwhile, is closed. Refuses WRONG_STATE. */
  async unfreeze(tx: Tx, caseId: string, by: Mover, intervention: Intervention): Promise<CaseState> {
    const { reasonCode, ...holder } = intervention;
    const { creditorId, heldFrom, ...locked } = orNotFound(await this.claims.lock(tx, caseId), 'caseId');
    if (!heldFrom) throw new WrongState({ path: 'caseId', details: { state: locked.state } });
    const move = { act: 'unfreeze', from: ['on_hold'] as const, facts: { reasonCode } };
    let state: CaseState = heldFrom;
    if (heldFrom !== 'listed') await this.one(tx, caseId, by, { ...move, to: heldFrom, change: 'release' });
    else if (locked.recoveredFen >= locked.outstandingFen) state = await this.close(tx, caseId, 'paid', by);
    else await this.moves.list(tx, [{ caseId, ...by }], move, true);
    await this.outbox.publish(tx, CaseUnfrozen, { caseId, creditorId, ...holder, reasonCode, state });
    return state;
  }

  /** Takes the cases of a creditor whose verification is not in force out of the hall, until `standUp`. */
  async standDown(tx: Tx, creditorId: string): Promise<void> {
    const reasonCode = 'verification_lost' satisfies InterventionReason;
    const move: Move = { act: 'freeze', to: 'on_hold', from: ['listed'], change: 'hold', facts: { reasonCode } };
    await this.each(tx, creditorId, 'listed', async (caseIds) => {
      const moved = await this.moves.move(
        tx,
        caseIds.map((caseId) => ({ caseId })),
        move,
      );
      const events = moved.map(({ id: caseId }) =>
        this.outbox.prepare(CaseFrozen, { caseId, creditorId, providerId: null, reasonCode, leftHall: true }),
      );
      await this.outbox.publishAll(tx, events);
    });
  }

  /** Puts the cases that `standDown` took out of the hall back into it. One that the platform froze stays frozen. */
  standUp(tx: Tx, creditorId: string): Promise<void> {
    return this.each(tx, creditorId, 'stood_down', async (caseIds) => {
      for (const id of caseIds) await this.unfreeze(tx, id, {}, { reasonCode: 'resolved', providerId: null });
    });
  }

  /** Goes through cases of a creditor in id order, some at once, each locked. */
  private async each(
    tx: Tx,
    creditorId: string,
    where: 'listed' | 'stood_down',
    work: (caseIds: string[]) => Promise<void>,
  ): Promise<void> {
    for (let after = FIRST; ; ) {
      const caseIds = await this.claims.nextOf(tx, creditorId, where, after, AT_ONCE);
      if (caseIds.length === 0) return;
      await work(caseIds);
      after = caseIds.at(-1)!;
    }
  }

  private async one(tx: Tx, caseId: string, by: Mover, move: Move): Promise<MovedCase> {
    const [moved] = await this.moves.move(tx, [{ caseId, ...by }], move);
    if (moved) return moved;
    const { state } = await this.lock(tx, caseId);
    throw new WrongState({ path: 'caseId', details: { state } });
  }

  private async whyNot(tx: Tx, caseId: string): Promise<Error> {
    const locked = await this.lock(tx, caseId);
    if (!this.claims.mayEarn(locked.state)) return new WrongState({ path: 'caseId', details: { state: locked.state } });
    return new RecoveryExceedsOutstanding({ path: 'amountFen', details: sums(locked) });
  }
}

function sums({ recoveredFen, outstandingFen }: Recovery): { recoveredFen: string; outstandingFen: string } {
  return { recoveredFen: recoveredFen.toString(), outstandingFen: outstandingFen.toString() };
}
