import { Injectable } from '@nestjs/common';
import {
  CaseIntake,
  type DraftOutcome,
  type KnownReceivable,
  Receivables,
  type SyncStep,
  stepOf,
} from '../../casework/cases/index.js';
import { RepaymentBooks } from '../../money/repayments/index.js';
import type { Tx } from '../../platform/database/index.js';
import { type KeptReason, reason } from '../rows/index.js';
import { bookedOf, type ReadableReceivable, type Receivable } from './receivable-step.js';

/** The outcome of a receivable. Only `admitted` and `in_review` create a case. */
export type UpsertOutcome =
  | Exclude<DraftOutcome['outcome'], 'duplicate'>
  | 'updated'
  | 'unchanged'
  | 'settled'
  | 'withdrawn'
  | 'repayment_reported';

export interface UpsertedReceivable {
  readonly outcome: UpsertOutcome;
  readonly caseId: string | null;
  readonly reasons: readonly KeptReason[];
}

/** The creditor whose books these are, and their batch; null when they came from a connection. */
export interface UpsertBy {
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly sandboxId: string | null;
  readonly batchId: string | null;
}

/** A receivable and its index among the outcomes. */
type Indexed = { readonly at: number; readonly one: ReadableReceivable };
/** A known receivable, locked, with the step its case needs. */
type Due = { readonly at: number; readonly known: KnownReceivable; readonly step: SyncStep };
type Work = { readonly tx: Tx; readonly by: UpsertBy; readonly outcomes: UpsertedReceivable[] };

/**
 * Keeps cases in step with their creditor's books, many at once: new receivables are admitted like any row, known ones update
 * their case (receivable.policy in cases). No change writes nothing. Lock order: cases by id → repayments' own.
 */
@Injectable()
export class ReceivableUpsert {
  constructor(
    private readonly cases: CaseIntake,
    private readonly receivables: Receivables,
    private readonly books: RepaymentBooks,
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
    const refsOf = (some: readonly Indexed[]) => some.map(({ one }) => one.externalRef);
    // Read without a lock first: what did not change is neither locked nor written.
    const seen = await this.receivables.known(tx, by.organisationId, refsOf(wave));
    const moving = wave.filter(({ one }) => needsStep(one, seen.get(one.externalRef)));
    const locked = moving.length > 0 ? await this.receivables.lock(tx, by.organisationId, refsOf(moving)) : new Map();
    for (const { at, one } of wave) {
      const known = seen.get(one.externalRef);
      if (known) outcomes[at] = withoutStep(one, known);
    }
    await this.follow(work, moving, locked);
    const unknown = wave.filter(({ one }) => !seen.has(one.externalRef));
    return this.admit(work, unknown);
  }

  private async follow(work: Work, moving: readonly Indexed[], locked: ReadonlyMap<string, KnownReceivable>) {
    const due = moving.map((each): Due => {
      const known = locked.get(each.one.externalRef)!;
      return { at: each.at, known, step: stepOf(known, bookedOf(each.one)!) };
    });
    due.sort((a, b) => (a.known.id < b.known.id ? -1 : 1));
    const free: Due[] = [];
    for (const each of due) {
      const step = await this.report(work, each);
      if (step) free.push({ ...each, step });
    }
    await this.revise(work, free);
    await this.withdraw(work, free);
  }

  /** Reports money that came in as a repayment; returns the step that remains when no provider holds the case. */
  private async report({ tx, by, outcomes }: Work, { at, known, step }: Due): Promise<SyncStep | undefined> {
    if (step.step === 'refuse') outcomes[at] = rejected(known.id, [step.fault]);
    if (step.step !== 'report') return step;
    const taken = await this.books.follow(tx, by, known.id, step.restFen);
    if (taken === 'reported') outcomes[at] = { outcome: 'repayment_reported', caseId: known.id, reasons: [] };
    if (taken !== 'nobody') return undefined;
    const { otherwise } = step;
    if (otherwise.step === 'refuse') outcomes[at] = rejected(known.id, [otherwise.fault]);
    return otherwise;
  }

  private async revise({ tx, by, outcomes }: Work, due: readonly Due[]): Promise<void> {
    const revisions = due.flatMap(({ at, known, step }) =>
      step.step === 'revise' ? [{ at, id: known.id, facts: step.facts }] : [],
    );
    const revised = await this.receivables.revise(tx, by, revisions);
    for (const [n, { id, reasons }] of revised.entries()) {
      const kept = keptOf(reasons);
      outcomes[revisions[n]!.at] =
        kept.length > 0 ? rejected(id, kept) : { outcome: 'updated', caseId: id, reasons: [] };
    }
  }

  private async withdraw({ tx, by, outcomes }: Work, due: readonly Due[]): Promise<void> {
    for (const why of ['settled', 'withdrawn'] as const) {
      const ending = due.filter(({ step }) => step.step === 'withdraw' && step.reason === why);
      const ids = ending.map(({ known }) => known.id);
      await this.receivables.withdraw(tx, by, ids, why);
      for (const { at, known } of ending) outcomes[at] = { outcome: why, caseId: known.id, reasons: [] };
    }
  }

  private async admit({ tx, by, outcomes }: Work, unknown: readonly Indexed[]): Promise<Indexed[]> {
    const fresh = unknown.filter(({ one }) => one.status === 'open' && one.draft);
    for (const { at, one } of unknown) {
      if (one.status === 'open') continue;
      outcomes[at] = rejected(null, one.reasons ?? [reason('RECEIVABLE_NOT_POSTED', 'externalRef')]);
    }
    const { organisationId: creditorId, memberId, batchId } = by;
    const drafts = fresh.map(({ one }) => one.draft!);
    const found = await this.cases.admitMany(tx, { creditorId, memberId, batchId }, drafts);
    for (const [n, { at }] of fresh.entries()) {
      if (found[n]!.outcome !== 'duplicate') outcomes[at] = admittedAs(found[n]!);
    }
    return fresh.filter((_, n) => found[n]!.outcome === 'duplicate');
  }
}

function readable(one: Receivable): one is ReadableReceivable {
  return one.externalRef !== null && (one.status !== 'open' || one.draft !== undefined);
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

function needsStep(one: Receivable, known: KnownReceivable | undefined): boolean {
  const booked = bookedOf(one);
  return known !== undefined && booked !== undefined && stepOf(known, booked).step !== 'none';
}

/** The outcome of a known receivable that requires no step. */
function withoutStep(one: Receivable, known: KnownReceivable): UpsertedReceivable {
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
