import { Injectable } from '@nestjs/common';
import { CaseListed, CaseWithdrawn } from '../../events/cases.events.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CaseState } from './case.lifecycle.js';
import { CaseMovesRepository, type Move, type MovedCase, type MoveOf } from './case-moves.repository.js';

/** How cases change their state, and what is announced when they enter the hall or are withdrawn. Tx first. */
@Injectable()
export class CaseMoves {
  constructor(
    private readonly moves: CaseMovesRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Moves any number of cases in one statement; answers those that were in a state the move leaves. */
  move(tx: Tx, cases: readonly MoveOf[], move: Move): Promise<MovedCase[]> {
    return this.moves.move(tx, cases, move);
  }

  /** Into the hall, announced: for the first time, or `again` after a holder had it. What is paid in full stays out. */
  async list(
    tx: Tx,
    cases: readonly MoveOf[],
    move: Pick<Move, 'act' | 'from' | 'facts'>,
    again: boolean,
  ): Promise<MovedCase[]> {
    const moved = await this.moves.move(tx, cases, { ...move, to: 'listed', change: 'list' });
    const events = moved.map((one) => this.outbox.prepare(CaseListed, listedPayload(one, again)));
    await this.outbox.publishAll(tx, events);
    return moved;
  }

  /** Taken back by the creditor, announced. */
  async withdraw(
    tx: Tx,
    cases: readonly MoveOf[],
    from: readonly CaseState[],
    facts: Record<string, unknown>,
  ): Promise<MovedCase[]> {
    const move: Move = { act: 'withdraw', to: 'withdrawn', from, change: 'close', value: 'withdrawn', facts };
    const moved = await this.moves.move(tx, cases, move);
    const events = moved.map(({ id, creditorId, fromState }) =>
      this.outbox.prepare(CaseWithdrawn, { caseId: id, creditorId, leftHall: fromState === 'listed' }),
    );
    await this.outbox.publishAll(tx, events);
    return moved;
  }
}

function listedPayload(one: MovedCase, again: boolean) {
  return {
    caseId: one.id,
    creditorId: one.creditorId,
    category: one.category,
    serviceLine: one.serviceLine,
    amountFen: (one.outstandingFen - one.recoveredFen).toString(),
    commissionBps: one.commissionBps,
    grade: one.grade,
    again,
  };
}
