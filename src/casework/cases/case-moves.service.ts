import { Injectable } from '@nestjs/common';
import { CaseListed, CaseWithdrawn, ListingChanged } from '../../events/cases.events.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CaseState } from './case.lifecycle.js';
import {
  CaseMovesRepository,
  type ListedNow,
  type Move,
  type MovedCase,
  type MoveOf,
} from './case-moves.repository.js';

/** Changes the state of cases and publishes an event when they are listed or withdrawn. */
@Injectable()
export class CaseMoves {
  constructor(
    private readonly moves: CaseMovesRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Moves any number of cases in one statement. Returns those that were in one of the states `move.from`. */
  move(tx: Tx, cases: readonly MoveOf[], move: Move): Promise<MovedCase[]> {
    return this.moves.move(tx, cases, move);
  }

  /** Lists cases and publishes it: for the first time, or `again` after a provider held them. A case paid in full is not listed. */
  async list(
    tx: Tx,
    cases: readonly MoveOf[],
    move: Pick<Move, 'act' | 'from' | 'facts'>,
    again: boolean,
  ): Promise<MovedCase[]> {
    const moved = await this.moves.move(tx, cases, { ...move, to: 'listed', change: 'list' });
    const events = moved.map((one) => this.outbox.prepare(CaseListed, { ...offerOf(one), again }));
    await this.outbox.publishAll(tx, events);
    return moved;
  }

  /** Publishes what the hall shows now of those of the cases that are listed. */
  async announceChanged(tx: Tx, cases: readonly ListedNow[]): Promise<void> {
    const listed = cases.filter(({ state }) => state === 'listed');
    await this.outbox.publishAll(
      tx,
      listed.map((one) => this.outbox.prepare(ListingChanged, offerOf(one))),
    );
  }

  /** The creditor takes its cases back, or (with a reason code) the platform withdraws them; publishes an event for each. */
  async withdraw(
    tx: Tx,
    cases: readonly MoveOf[],
    from: readonly CaseState[],
    facts: Record<string, unknown>,
    reasonCode: string | null = null,
  ): Promise<MovedCase[]> {
    const move: Move = { act: 'withdraw', to: 'withdrawn', from, change: 'close', value: 'withdrawn', facts };
    const moved = await this.moves.move(tx, cases, move);
    const events = moved.map(({ id, creditorId, fromState }) =>
      this.outbox.prepare(CaseWithdrawn, { caseId: id, creditorId, leftHall: fromState === 'listed', reasonCode }),
    );
    await this.outbox.publishAll(tx, events);
    return moved;
  }
}

function offerOf(one: ListedNow) {
  return {
    caseId: one.id,
    creditorId: one.creditorId,
    category: one.category,
    serviceLine: one.serviceLine,
    amountFen: (one.outstandingFen - one.recoveredFen).toString(),
    commissionBps: one.commissionBps,
    grade: one.grade,
  };
}
