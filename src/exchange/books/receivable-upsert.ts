import { Injectable } from '@nestjs/common';
import { CaseIntake, type DraftOutcome, Receivables } from '../../casework/cases/index.js';
import { yuanFromFen } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { type KeptReason, reason } from '../rows/index.js';
import { type Followed, MoneyFollower, needsStep, type UpsertBy } from './money-follower.js';
import type { SyncStep } from './receivable.policy.js';
import { ReceivableRecords, type RecordedReceivable } from './receivable-records.js';
import { type ReadableReceivable, type Receivable, sourceText } from './receivable-step.js';

/** The outcome of a receivable. Only `admitted` and `in_review` create a case. */
export type UpsertOutcome =
  | Exclude<DraftOutcome['outcome'], 'duplicate'>
  | 'updated'
  | 'unchanged'
  | 'settled'
  | 'withdrawn'
  | 'repayment_reported'
  | 'revision_pending';

export interface UpsertedReceivable {
  readonly outcome: UpsertOutcome;
  readonly caseId: string | null;
  readonly reasons: readonly KeptReason[];
}

/** A receivable and its index among the outcomes. */
type Indexed = { readonly at: number; readonly one: ReadableReceivable };
/** A known receivable whose money was followed, with the step that is left. */
type Due = { readonly at: number; readonly id: string; readonly step: SyncStep; readonly reported: boolean };
type Work = { readonly tx: Tx; readonly by: UpsertBy; readonly outcomes: UpsertedReceivable[] };

/**
 * Keeps cases in step with their creditor's books, many at once: new receivables are admitted like any row, known ones update
 * their case (`receivable.policy`). No change writes nothing. Lock order: cases by id → repayments' own → revisions.
 */
@Injectable()
export class ReceivableUpsert {
  constructor(
    private readonly cases: CaseIntake,
    private readonly receivables: Receivables,
    private readonly records: ReceivableRecords,
    private readonly money: MoneyFollower,
  ) {}

  /** Refuses a creditor that is not approved now. */
  assertMayPost(tx: Tx, creditorId: string): Promise<void> {
    return this.cases.assertMayPost(tx, creditorId);
  }

  /**
   * One outcome per receivable, in the same order. Several with one reference are applied one after the other. Refuses a
   * creditor that is not approved.
   */
  async apply(tx: Tx, by: UpsertBy, found: readonly Receivable[]): Promise<UpsertedReceivable[]> {
    const outcomes: UpsertedReceivable[] = found.map(({ reasons }) =>
      rejected(null, reasons ?? [reason('FIELD_MISSING', 'externalRef')]),
    );
    let left = found.flatMap((one, at): Indexed[] => (readable(one) ? [{ at, one }] : []));
    while (left.length > 0) {
      const { wave, later } = waveOf(left);
      const overtaken = await this.wave({ tx, by, outcomes }, wave);
      left = [...overtaken, ...later];
    }
    return outcomes;
  }

  /** Receivables of different references. Returns those whose case another transaction posted meanwhile. */
  private async wave(work: Work, wave: readonly Indexed[]): Promise<Indexed[]> {
    const { tx, by, outcomes } = work;
    // Read without a lock first: what did not change is neither locked nor written.
    const seen = await this.records.read(tx, by.organisationId, refsOf(wave));
    const moving = wave.filter(({ at, one }) => {
      const known = seen.get(one.externalRef);
      if (!known) return false;
      const moves = needsStep(one, known);
      const strange = this.records.strangeTo(one, known, moves);
      outcomes[at] = strange ? rejected(null, [strange]) : withoutStep(one, known);
      return moves && !strange;
    });
    await this.follow(work, moving);
    return this.admit(
      work,
      wave.filter(({ one }) => !seen.has(one.externalRef)),
    );
  }

  private async follow(work: Work, moving: readonly Indexed[]): Promise<void> {
    const { tx, by, outcomes } = work;
    const locked = await this.records.lock(tx, by.organisationId, refsOf(moving));
    const known = (one: ReadableReceivable) => locked.get(one.externalRef)!;
    const due: Due[] = [];
    const seen = [];
    for (const { at, one } of [...moving].sort((a, b) => (known(a.one).id < known(b.one).id ? -1 : 1))) {
      // Another document may have taken the reference meanwhile.
      const strange = this.records.strangeTo(one, known(one), true);
      if (strange) outcomes[at] = rejected(null, [strange]);
      if (strange) continue;
      const followed = await this.money.follow(tx, by, one, known(one));
      due.push({ at, id: known(one).id, ...followed });
      if (followed.seen) seen.push(followed.seen);
      outcomes[at] = outcomeOf(followed, known(one).id) ?? withoutStep(one, known(one));
    }
    await this.receivables.note(tx, seen);
    await this.revise(work, due);
    await this.withdraw(work, due);
  }

  private async revise({ tx, by, outcomes }: Work, due: readonly Due[]): Promise<void> {
    const revisions = due.flatMap(({ at, id, step, reported }) =>
      step.step === 'revise' ? [{ at, id, reported, facts: step.facts }] : [],
    );
    const revised = await this.receivables.revise(tx, by, revisions);
    for (const [n, { id, reasons }] of revised.entries()) {
      const kept = keptOf(reasons);
      const { at, reported } = revisions[n]!;
      if (reported) outcomes[at] = { outcome: 'repayment_reported', caseId: id, reasons: kept };
      else outcomes[at] = kept.length > 0 ? rejected(id, kept) : { outcome: 'updated', caseId: id, reasons: [] };
    }
  }

  private async withdraw({ tx, by, outcomes }: Work, due: readonly Due[]): Promise<void> {
    for (const why of ['settled', 'withdrawn'] as const) {
      const ending = due.filter(({ step }) => step.step === 'withdraw' && step.reason === why);
      const ids = ending.map(({ id }) => id);
      await this.receivables.withdraw(tx, by, ids, why);
      for (const { at, id, reported } of ending) {
        outcomes[at] = { outcome: reported ? 'repayment_reported' : why, caseId: id, reasons: [] };
      }
    }
  }

  private async admit({ tx, by, outcomes }: Work, unknown: readonly Indexed[]): Promise<Indexed[]> {
    const fresh = unknown.filter(({ one }) => one.status === 'open' && one.draft);
    for (const { at, one } of unknown) {
      if (one.status === 'open' && !one.credit) continue;
      outcomes[at] = rejected(null, one.reasons ?? [reason('RECEIVABLE_NOT_POSTED', 'externalRef')]);
    }
    const { organisationId: creditorId, memberId, batchId } = by;
    const drafts = fresh.map(({ one }) => one.draft!);
    const found = await this.cases.admitMany(tx, { creditorId, memberId, batchId }, drafts);
    const followed = [];
    for (const [n, { at, one }] of fresh.entries()) {
      if (found[n]!.outcome === 'duplicate') continue;
      outcomes[at] = admittedAs(found[n]!);
      const id = outcomes[at].caseId;
      if (id && one.source) followed.push({ id, source: sourceText(one.source) });
    }
    await this.receivables.note(tx, followed);
    return fresh.filter((_, n) => found[n]!.outcome === 'duplicate');
  }
}

function readable(one: Receivable): one is ReadableReceivable {
  const says = one.status !== 'open' || one.draft !== undefined || one.credit !== undefined;
  return one.externalRef !== null && says;
}

function refsOf(some: readonly Indexed[]): string[] {
  return some.map(({ one }) => one.externalRef);
}

/** The first receivable of each reference, and the rest for later. */
function waveOf(left: readonly Indexed[]): { wave: Indexed[]; later: Indexed[] } {
  const firsts = new Map<string, Indexed>();
  const later: Indexed[] = [];
  for (const each of left) {
    if (firsts.has(each.one.externalRef)) later.push(each);
    else firsts.set(each.one.externalRef, each);
  }
  return { wave: [...firsts.values()], later };
}

/** The outcome of a step that is done once the money is followed; undefined for the others. */
function outcomeOf({ step, reported, faults }: Followed, caseId: string): UpsertedReceivable | undefined {
  const reasons = faults.length > 0 ? [...faults] : reasonsOf(step);
  if (!reported && faults.length > 0) return rejected(caseId, reasons);
  if (reported) return { outcome: 'repayment_reported', caseId, reasons };
  if (step.step === 'propose') return { outcome: 'revision_pending', caseId, reasons };
  return reasons.length > 0 ? rejected(caseId, reasons) : undefined;
}

function reasonsOf(step: SyncStep): KeptReason[] {
  if (step.step === 'refuse') return [step.fault];
  if (step.step === 'fell') return [reason('PAID_FELL_IN_BOOKS', 'paidFen')];
  if (step.step !== 'propose') return [];
  return [reason('REVISION_PENDING', 'outstandingFen', { outstanding: yuanFromFen(step.facts.outstandingFen) })];
}

/** The outcome of a known receivable that requires no step. */
function withoutStep(one: Receivable, known: RecordedReceivable): UpsertedReceivable {
  const over = known.state === 'withdrawn' && one.status !== 'open';
  return { outcome: over ? (one.status as 'settled' | 'withdrawn') : 'unchanged', caseId: known.id, reasons: [] };
}

function admittedAs({ outcome, caseId, reasons }: DraftOutcome): UpsertedReceivable {
  const kept = keptOf(reasons);
  if (outcome === 'rejected' || outcome === 'duplicate') return rejected(null, kept);
  return { outcome, caseId: caseId!, reasons: kept };
}

/** Reasons as stored: without the texts of admission. */
function keptOf(reasons: readonly KeptReason[]): KeptReason[] {
  return reasons.map(({ code, field, params }) => ({ code, field, params }));
}

function rejected(caseId: string | null, reasons: readonly KeptReason[]): UpsertedReceivable {
  return { outcome: 'rejected', caseId, reasons };
}
