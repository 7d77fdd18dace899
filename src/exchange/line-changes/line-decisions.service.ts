import { Injectable } from '@nestjs/common';
import { Receivables, type RevisedFacts } from '../../casework/cases/index.js';
import { totalsOf } from '../../casework/debt/index.js';
import { GrabHolds } from '../../casework/grabs/index.js';
import { openLines, readTargets } from '../../casework/lines/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, publicId, WrongState } from '../../kernel/index.js';
import { RepaymentBooks } from '../../money/repayments/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { type LineWish, linesAfter, numberOf } from './line-change.policy.js';
import { AboveHoldersLimit, LineChangeOutdated } from './line-change.refusals.js';
import type { LineChange } from './line-change.repository.js';
import { historyOf } from './line-changes.service.js';
import { LineProposals, withoutDocument } from './line-proposals.service.js';

/** The answers of a holder to changes of the lines of its case. Lock order: case → change. */
@Injectable()
export class LineDecisions {
  constructor(
    private readonly database: Database,
    private readonly proposals: LineProposals,
    private readonly receivables: Receivables,
    private readonly repayments: RepaymentBooks,
    private readonly holds: GrabHolds,
  ) {}

  /** The case gets the new figures; the terms of the grab stay frozen. Refuses LINE_CHANGE_OUTDATED, and more than its grade allows. */
  agree(actor: Actor, changeId: string): Promise<LineChange> {
    return this.act(actor, 'case-line-change.agree', changeId, async (tx, change) => {
      if (change.state === 'agreed') return change;
      requirePending(change);
      await this.requireWithinLimit(tx, change);
      const lineNumber = await this.revise(tx, change);
      return (await this.proposals.decide(tx, actor, changeId, { state: 'agreed', lineNumber }))!;
    });
  }

  /** The agreed figures stay. */
  decline(actor: Actor, changeId: string): Promise<LineChange> {
    return this.act(actor, 'case-line-change.decline', changeId, async (tx, change) => {
      if (change.state === 'declined') return change;
      requirePending(change);
      return (await this.proposals.decide(tx, actor, changeId, { state: 'declined' }))!;
    });
  }

  private act(
    actor: Actor,
    operation: string,
    changeId: string,
    work: (tx: Tx, change: LineChange) => Promise<LineChange>,
  ): Promise<LineChange> {
    return this.database.transaction((tx) =>
      keyed(tx, { actor, operation, request: { changeId } }, async () => {
        const { grabId, providerId } = await this.proposals.byId(tx, changeId);
        if (grabId === null || providerId !== actor.organisationId) throw new NotFound({ path: 'changeId' });
        const { grab } = await this.holds.lockWorkable(tx, actor, grabId);
        // Under the lock of its case nobody else decides it.
        const decided = await work(tx, await this.proposals.byId(tx, changeId));
        return grab.acceptedAt ? decided : withoutDocument(decided);
      }),
    );
  }

  /** The number of the line that it is about. */
  private async revise(tx: Tx, change: LineChange): Promise<number | null> {
    const { caseId, creditorId, proposedBy, fromFen, outstandingFen } = change;
    const one = await this.receivables.lockOne(tx, caseId);
    const wish = wishOf(change);
    const lines = linesAfter(openLines(one.lines), wish);
    const totals = lines && lines.length > 0 ? totalsOf(lines) : undefined;
    const pendingFen = (await this.repayments.pendingOn(tx, [caseId])).get(caseId) ?? 0n;
    const asProposed = one.outstandingFen === fromFen && totals?.outstandingFen === outstandingFen;
    if (!lines || !totals || !asProposed || outstandingFen <= one.recoveredFen + pendingFen) {
      throw new LineChangeOutdated({ path: 'changeId' });
    }
    const history = { ...historyOf(wish), agreedBy: publicId('organisation', change.providerId!) };
    const facts = { ...totals, lines };
    await this.requireFit(tx, caseId, wish, facts);
    const by = { organisationId: creditorId, memberId: proposedBy };
    const written = await this.receivables.reviseAgreed(tx, by, { id: caseId, facts, history });
    if (!written) throw new WrongState({ path: 'changeId' });
    return numberOf(wish, written);
  }

  /** Of lower amounts, as when they were proposed, only what no case may be counts: a debt that aged since may still be lowered. */
  private async requireFit(tx: Tx, id: string, wish: LineWish, facts: RevisedFacts): Promise<void> {
    if (wish.act !== 'revise') return this.receivables.requireFit(tx, { id, facts });
    const faults = await this.receivables.faultsOf(tx, id, facts);
    if (faults.length > 0) throw new LineChangeOutdated({ path: 'changeId' });
  }

  /** Otherwise a small case could grow beyond what its holder may grab. */
  private async requireWithinLimit(tx: Tx, { providerId, fromFen, outstandingFen }: LineChange): Promise<void> {
    if (outstandingFen <= fromFen) return;
    const limitFen = await this.holds.largestCaseOf(tx, providerId!);
    if (limitFen === null || outstandingFen < limitFen) return;
    const details = { outstandingFen: outstandingFen.toString(), limitFen: limitFen.toString() };
    throw new AboveHoldersLimit({ path: 'changeId', details });
  }
}

function wishOf({ act, lineNumber, line, lines }: LineChange): LineWish {
  if (act === 'revise') return { act, lines: readTargets(lines!) };
  if (act === 'withdraw') return { act, lineNumber: lineNumber! };
  const [wanted] = readTargets([line!]);
  return act === 'add' ? { act, line: wanted! } : { act, lineNumber: lineNumber!, line: wanted! };
}

function requirePending({ state }: LineChange): void {
  if (state !== 'pending') throw new WrongState({ path: 'changeId', details: { state } });
}
