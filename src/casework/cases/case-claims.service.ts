import { Injectable } from '@nestjs/common';
import { CaseClosed, CaseListed } from '../../events/cases.events.js';
import { type Fen, NotFound, WrongState } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { DisclosureRepository } from '../debtors/index.js';
import { type CaseState, type CloseCode, caseLifecycle, closedState, HELD_STATES } from './case.lifecycle.js';
import { CloseCodeUnfounded, RecoveryExceedsOutstanding } from './case.refusals.js';
import type { CaseGlance, Disclosee, ListedCase, Mover, Recovery } from './case.types.js';
import { CaseClaimsRepository, type LockedCase } from './case-claims.repository.js';
import { CaseMovesRepository, listedPayload, type Move, type MovedCase, type MoveOf } from './case-moves.repository.js';

/** What grabs, collection and repayments do to a case: tx first, and one statement for any number of cases where many contend. */
@Injectable()
export class CaseClaims {
  constructor(
    private readonly claims: CaseClaimsRepository,
    private readonly moves: CaseMovesRepository,
    private readonly disclosures: DisclosureRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Cheap and without a lock, for turning latecomers away. A case that does not exist is not in the map. */
  async statesOf(q: Queryable, caseIds: string[]): Promise<Map<string, CaseGlance>> {
    return new Map((await this.claims.statesOf(q, caseIds)).map((one) => [one.id, one]));
  }

  /** Locks those of the cases that are listed, in id order (FOR NO KEY UPDATE); what another transaction holds is left out. */
  lockListed(tx: Tx, caseIds: string[]): Promise<ListedCase[]> {
    return this.claims.lockListed(tx, caseIds);
  }

  /** Takes the case's lock, the first in the lock order, and answers how its money stands. NOT_FOUND when there is none. */
  async lock(tx: Tx, caseId: string): Promise<Recovery> {
    const { recoveredFen, outstandingFen, state } = await this.locked(tx, caseId);
    return { recoveredFen, outstandingFen, state };
  }

  /** listed → grabbed and out of the hall. Answers the ids that moved; a case missing there was not listed any more. */
  async markGrabbed(tx: Tx, claims: readonly Disclosee[]): Promise<string[]> {
    const moved = await this.moves.move(tx, claims, { act: 'grab', to: 'grabbed', from: ['listed'] });
    return moved.map((one) => one.id);
  }

  /** The entrustment is accepted and work begins. Refuses WRONG_STATE. */
  async markInCollection(tx: Tx, caseId: string, by: Mover = {}): Promise<void> {
    await this.one(tx, caseId, by, { act: 'entrust', to: 'in_collection', from: ['grabbed', 'in_litigation'] });
  }

  /** A suit or arbitration was filed. Refuses WRONG_STATE. */
  async markInLitigation(tx: Tx, caseId: string, by: Mover = {}): Promise<void> {
    await this.one(tx, caseId, by, { act: 'litigate', to: 'in_litigation', from: ['in_collection'] });
  }

  /**
   * The holder is gone: back to the hall, or (`toReturned`) to the creditor, who may relist. Every disclosure ends. Answers
   * the ids that moved; a case that was not held is left alone. One that is paid in full is closed instead of listed.
   */
  async putBack(
    tx: Tx,
    caseIds: readonly string[],
    input: { reason: string; toReturned?: boolean; by?: Mover },
  ): Promise<string[]> {
    const cases = caseIds.map((caseId) => ({ caseId, ...input.by }));
    const facts = { reason: input.reason };
    const move: Move = input.toReturned
      ? { act: 'return', to: 'returned', from: HELD_STATES, change: 'release', facts }
      : { act: 'put_back', to: 'listed', from: HELD_STATES, change: 'list', facts };
    const moved = await this.moves.move(tx, cases, move);
    await this.disclosures.revoke(
      tx,
      moved.map((one) => one.id),
      null,
    );
    if (!input.toReturned)
      await this.outbox.publishAll(
        tx,
        moved.map((one) => this.outbox.prepare(CaseListed, listedPayload(one, true))),
      );
    const ids = new Set(moved.map((one) => one.id));
    if (!input.toReturned) for (const id of await this.paidAmong(tx, caseIds, ids)) ids.add(id);
    return [...ids];
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
   * Adds recovered money in fen, or with a negative delta takes a reversed payment back. Refuses RECOVERY_EXCEEDS_OUTSTANDING
   * where the sum would leave 0…outstanding. A case nobody holds that is now paid in full is closed as paid.
   */
  async recordRecovery(tx: Tx, caseId: string, deltaFen: Fen, by: Mover = {}): Promise<Recovery> {
    const found = await this.claims.recover(tx, caseId, deltaFen, by);
    if (!found) throw await this.whyNot(tx, caseId);
    const paid = found.recoveredFen >= found.outstandingFen;
    if (found.state !== 'listed' && found.state !== 'returned') return found;
    if (paid) return { ...found, state: await this.close(tx, caseId, 'paid', by) };
    if (found.state === 'listed') await this.claims.refreshListing(tx, caseId, by);
    return found;
  }

  /**
   * Ends a case. The code says why, the recovered money how well. Refuses CLOSE_CODE_UNFOUNDED when the code claims money
   * that did not come, WRONG_STATE for a case that is not open. Every disclosure ends.
   */
  async close(tx: Tx, caseId: string, closeCode: CloseCode, by: Mover = {}): Promise<CaseState> {
    const locked = await this.locked(tx, caseId);
    const to = closedState(closeCode, locked.recoveredFen, locked.outstandingFen);
    if (!to) throw new CloseCodeUnfounded({ path: 'closeCode', details: { closeCode, ...sums(locked) } });
    if (caseLifecycle.sourcesOf(to).includes(locked.state) === false || CLOSED_ALREADY.includes(locked.state)) {
      throw new WrongState({ path: 'caseId', details: { state: locked.state } });
    }
    const move: Move = {
      act: 'close',
      to,
      from: [locked.state],
      change: 'close',
      value: closeCode,
      facts: sums(locked),
    };
    const moved = await this.one(tx, caseId, by, move);
    await this.disclosures.revoke(tx, [caseId], null);
    const event = { caseId, creditorId: moved.creditorId, closeCode, state: to, ...sums(locked) };
    await this.outbox.publish(tx, CaseClosed, { ...event, leftHall: locked.state === 'listed' });
    return to;
  }

  /** Stops the clock of a disputed case; it remembers where it was. Refuses WRONG_STATE. */
  async hold(tx: Tx, caseId: string, reason: string, by: Mover = {}): Promise<void> {
    const from = caseLifecycle.sourcesOf('on_hold');
    await this.one(tx, caseId, by, { act: 'hold', to: 'on_hold', from, change: 'hold', facts: { reason } });
  }

  /** The dispute is settled: back to where the case was. Answers that state. Refuses WRONG_STATE. */
  async release(tx: Tx, caseId: string, by: Mover = {}): Promise<CaseState> {
    const { state, heldFrom } = await this.locked(tx, caseId);
    if (!heldFrom) throw new WrongState({ path: 'caseId', details: { state } });
    const change = heldFrom === 'listed' ? 'list' : 'release';
    await this.one(tx, caseId, by, { act: 'release', to: heldFrom, from: ['on_hold'], change });
    return heldFrom;
  }

  private async one(tx: Tx, caseId: string, by: Mover, move: Move): Promise<MovedCase> {
    const cases: MoveOf[] = [{ caseId, ...by }];
    const [moved] = await this.moves.move(tx, cases, move);
    if (moved) return moved;
    const { state } = await this.locked(tx, caseId);
    throw new WrongState({ path: 'caseId', details: { state } });
  }

  private async locked(tx: Tx, caseId: string): Promise<LockedCase> {
    const locked = await this.claims.lock(tx, caseId);
    if (!locked) throw new NotFound({ path: 'caseId' });
    return locked;
  }

  private async whyNot(tx: Tx, caseId: string): Promise<Error> {
    const locked = await this.locked(tx, caseId);
    if (!this.claims.mayEarn(locked.state)) return new WrongState({ path: 'caseId', details: { state: locked.state } });
    return new RecoveryExceedsOutstanding({ path: 'amountFen', details: sums(locked) });
  }
}

const CLOSED_ALREADY: readonly CaseState[] = ['recovered', 'partially_recovered', 'unrecovered', 'withdrawn'];

function sums(recovery: { recoveredFen: Fen; outstandingFen: Fen }): { recoveredFen: string; outstandingFen: string } {
  return { recoveredFen: recovery.recoveredFen.toString(), outstandingFen: recovery.outstandingFen.toString() };
}
