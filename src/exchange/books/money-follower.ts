import { Injectable } from '@nestjs/common';
import { Receivables, type SeenBooks } from '../../casework/cases/index.js';
import { totalsOf } from '../../casework/debt/index.js';
import { RepaymentBooks } from '../../money/repayments/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { KeptReason } from '../rows/index.js';
import { type BookedReceivable, type SyncStep, seenPaid, stepOf } from './receivable.policy.js';
import type { RecordedReceivable } from './receivable-records.js';
import { bookedOf, type ReadableReceivable, sourceText } from './receivable-step.js';
import { RevisionProposals } from './revision-proposals.service.js';

/** The creditor whose books these are, and their batch; null when they came from a connection. */
export interface UpsertBy {
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly sandboxId: string | null;
  readonly batchId: string | null;
}

/** What was done about a receivable's money, and the step that is left. */
export interface Followed {
  readonly step: SyncStep;
  readonly reported: boolean;
  /** Why nothing is proposed: the books show what no case may be. */
  readonly faults: readonly KeptReason[];
  /** What to remember of the books with the case. */
  readonly seen: SeenBooks | undefined;
}

/** Does what the books say about the money of one locked case: reports what was paid, doubts what was taken back, proposes less. */
@Injectable()
export class MoneyFollower {
  constructor(
    private readonly books: RepaymentBooks,
    private readonly proposals: RevisionProposals,
    private readonly receivables: Receivables,
  ) {}

  async follow(tx: Tx, by: UpsertBy, one: ReadableReceivable, known: RecordedReceivable): Promise<Followed> {
    const booked = bookedOf(one, known)!;
    const first = stepOf(known, booked);
    const { step, reported } =
      first.step === 'report' ? await this.report(tx, by, known, booked, first) : { step: first, reported: false };
    if (step.step === 'fell') await this.books.fell(tx, by, known.id);
    const faults = step.step === 'propose' ? await this.propose(tx, by, known, step) : [];
    if (step.step !== 'propose' && step.step !== 'refuse' && isOpen(known)) {
      await this.proposals.decide(tx, known.id, { state: 'lapsed' });
    }
    const refused = (step.step === 'refuse' || faults.length > 0) && !reported;
    return { step, reported, faults, seen: refused ? undefined : seenOf(one, known) };
  }

  private async report(
    tx: Tx,
    by: UpsertBy,
    known: RecordedReceivable,
    booked: BookedReceivable,
    rise: SyncStep & { step: 'report' },
  ): Promise<Pick<Followed, 'step' | 'reported'>> {
    const reported = (await this.books.report(tx, by, known.id, rise)) === 'reported';
    const pendingFen = known.pendingFen + (reported ? rise.amountFen : 0n);
    return { step: stepOf({ ...known, pendingFen, booksPaidFen: rise.paidNowFen }, booked), reported };
  }

  /** Proposes what the books show; why not, when no case may be like that. */
  private async propose(
    tx: Tx,
    by: UpsertBy,
    known: RecordedReceivable,
    { facts }: SyncStep & { step: 'propose' },
  ): Promise<readonly KeptReason[]> {
    const faults = await this.receivables.faultsOf(tx, known.id, { ...facts, ...totalsOf(facts.lines) });
    if (faults.length > 0) return faults.map(({ code, field, params }) => ({ code, field, params }));
    const { organisationId: creditorId, batchId } = by;
    await this.proposals.propose(tx, { creditorId, batchId, caseId: known.id, fromFen: known.outstandingFen }, facts);
    return [];
  }
}

/** Whether a receivable has to be looked at under the lock of its case. */
export function needsStep(one: ReadableReceivable, known: RecordedReceivable): boolean {
  const { step } = stepOf(known, bookedOf(one, known)!);
  return step !== 'none' || seenOf(one, known) !== undefined || isOpen(known);
}

function isOpen({ proposal }: RecordedReceivable): boolean {
  return proposal !== null && proposal.state !== 'declined';
}

function seenOf(one: ReadableReceivable, known: RecordedReceivable): SeenBooks | undefined {
  const paidFen = seenPaid(known, bookedOf(one, known)!);
  const source = one.source && known.booksSource === null ? sourceText(one.source) : undefined;
  return paidFen === undefined && source === undefined ? undefined : { id: known.id, paidFen, source };
}
