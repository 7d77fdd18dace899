import { Injectable } from '@nestjs/common';
import {
  CaseFrozenByPlatform,
  Cases,
  CLOSED_STATES,
  FREE_STATES,
  type KnownReceivable,
  Receivables,
} from '../../casework/cases/index.js';
import { openOf, totalsOf } from '../../casework/debt/index.js';
import type { TargetLine } from '../../casework/lines/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, WrongState } from '../../kernel/index.js';
import { RepaymentBooks } from '../../money/repayments/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import {
  type LineWish,
  linesAfter,
  misreadIn,
  numberOf,
  type OneLineWish,
  placeOf,
  raisesPaid,
} from './line-change.policy.js';
import { AmountMisread, NothingLeftToCollect, PaymentIsARepayment } from './line-change.refusals.js';
import type { LineChange } from './line-change.repository.js';
import { LineProposals } from './line-proposals.service.js';

/** The acts of a creditor on the lines of its cases. Lock order: case → change. */
@Injectable()
export class LineChanges {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly receivables: Receivables,
    private readonly repayments: RepaymentBooks,
    private readonly proposals: LineProposals,
  ) {}

  /**
   * Changes a line: at once while nobody holds the case, judged again like any revision; of a held case it is proposed to the holder.
   * Refuses a closed and a frozen case, an amount that was misread, and a change that leaves nothing to collect.
   */
  async change(actor: Actor, caseId: string, wish: OneLineWish): Promise<LineChange> {
    return this.database.transaction((tx) =>
      keyed(tx, { actor, operation: `case-line.${wish.act}`, request: { caseId, wish } }, async () => {
        const known = await this.lockOwn(tx, actor, caseId);
        await this.proposals.requireRoom(tx, caseId);
        const lines = await this.judged(tx, known, wish);
        const facts = { ...totalsOf(lines), lines };
        const revision = { id: caseId, facts, history: historyOf(wish), ownLine: placeOf(wish, lines) };
        const by = { organisationId: actor.organisationId, memberId: actor.memberId };
        const wished = { by, wish, fromFen: known.outstandingFen, outstandingFen: facts.outstandingFen };
        if ((FREE_STATES as readonly string[]).includes(known.state)) {
          const written = await this.receivables.requireRevised(tx, by, revision);
          return this.proposals.applied(tx, caseId, wished, numberOf(wish, written));
        }
        await this.receivables.requireFit(tx, revision);
        return this.proposals.propose(tx, caseId, wished);
      }),
    );
  }

  /** The changes of a case, newest first; a holder sees those proposed to it. */
  async ofCase(actor: Actor, caseId: string): Promise<LineChange[]> {
    const { sight } = await this.cases.get(actor, caseId);
    return this.proposals.ofCase(this.database, actor, caseId, sight);
  }

  private async lockOwn(tx: Tx, actor: Actor, caseId: string): Promise<KnownReceivable> {
    const { sight, externalRef } = await this.cases.get(actor, caseId, tx);
    if (sight !== 'creditor') throw new NotFound({ path: 'caseId' });
    await this.receivables.assertMayPost(tx, actor.organisationId);
    const known = (await this.receivables.lock(tx, actor.organisationId, [externalRef!])).get(externalRef!)!;
    if (CLOSED_STATES.includes(known.state) || known.state === 'rejected') {
      throw new WrongState({ path: 'caseId', details: { state: known.state } });
    }
    if (known.state === 'on_hold') throw new CaseFrozenByPlatform({ path: 'caseId' });
    return known;
  }

  private async judged(tx: Tx, known: KnownReceivable, wish: OneLineWish): Promise<readonly TargetLine[]> {
    const misread = misreadIn(known.lines, wish);
    if (misread) {
      const { field, ...details } = misread;
      throw new AmountMisread({ path: `line.${field}`, details });
    }
    const lines = linesAfter(known.lines, wish);
    if (!lines) throw new NotFound({ path: 'lineNumber' });
    if (known.everHeld && raisesPaid(known.lines, lines)) throw new PaymentIsARepayment({ path: 'line.paidFen' });
    const outstandingFen = lines.reduce((sum, line) => sum + openOf(line), 0n);
    const coveredFen = known.recoveredFen + (await this.pendingOn(tx, known.id));
    if (outstandingFen <= coveredFen) {
      const details = { outstandingFen: outstandingFen.toString(), coveredFen: coveredFen.toString() };
      throw new NothingLeftToCollect({ path: 'line', details });
    }
    return lines;
  }

  private async pendingOn(q: Queryable, caseId: string): Promise<bigint> {
    return (await this.repayments.pendingOn(q, [caseId])).get(caseId) ?? 0n;
  }
}

/** What the history of the case says of a change. */
export function historyOf(wish: LineWish): Readonly<Record<string, unknown>> {
  if (wish.act === 'revise') return { act: 'revise_lines' };
  const act = `${wish.act}_line`;
  return wish.act === 'add' ? { act } : { act, lineNumber: wish.lineNumber };
}
