import { Injectable } from '@nestjs/common';
import { CaseListed, CaseWithdrawn } from '../../events/cases.events.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CaseState } from './case.lifecycle.js';
import { CaseMovesRepository, type Move, type MovedCase, type MoveOf } from './case-moves.repository.js';

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
    const events = moved.map((one) => this.outbox.prepare(CaseListed, listedPayload(one, again)));
    await this.outbox.publishAll(tx, events);
    return moved;
  }

  /** The creditor takes its cases back; publishes an event for each. */
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
