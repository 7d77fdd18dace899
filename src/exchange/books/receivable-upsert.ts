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
      const overtaken = await this.wave(tx, by, wave, outcomes);
      left = [...overtaken, ...later];
    }
    return outcomes;
  }

  /** Receivables of different references. Returns those whose case another transaction posted meanwhile. */
  private async wave(
    tx: Tx,
    by: UpsertBy,
    wave: readonly Indexed[],
    outcomes: UpsertedReceivable[],
  ): Promise<Indexed[]> {
    const creditorId = by.organisationId;
    const refsOf = (some: readonly Indexed[]) => some.map(({ one }) => one.externalRef);
    // Read without a lock first: what did not change is neither locked nor written.
    const seen = await this.receivables.known(tx, creditorId, refsOf(wave));
    const moving = wave.filter(({ one }) => needsStep(one, seen.get(one.externalRef)));
    const locked = moving.length > 0 ? await this.receivables.lock(tx, creditorId, refsOf(moving)) : new Map();
    for (const { at, one } of wave) {
      const known = seen.get(one.externalRef);
      if (known) outcomes[at] = withoutStep(one, known);
    }
    await this.follow(tx, by, moving, locked, outcomes);
    return this.admit(
      tx,
      by,
      wave.filter(({ one }) => !seen.has(one.externalRef)),
      outcomes,
    );
  }

  private async follow(
    tx: Tx,
    by: UpsertBy,
    moving: readonly Indexed[],
    locked: ReadonlyMap<string, KnownReceivable>,
    outcomes: UpsertedReceivable[],
  ): Promise<void> {
    const due: (Indexed & { known: KnownReceivable; step: SyncStep })[] = [];
    for (const each of moving) {
      const known = locked.get(each.one.externalRef)!;
      due.push({ ...each, known, step: stepOf(known, bookedOf(each.one)!) });
    }
    due.sort((a, b) => (a.known.id < b.known.id ? -1 : 1));
    const free: typeof due = [];
    for (const each of due) {
      const step = await this.report(tx, by, each, outcomes);
      if (step) free.push({ ...each, step });
    }
    await this.revise(tx, by, free, outcomes);
    await this.withdraw(tx, by, free, outcomes);
  }

  /** Reports money that came in as a repayment; returns the step that remains when no provider holds the case. */
  private async report(
    tx: Tx,
    by: UpsertBy,
    { at, known, step }: Indexed & { known: KnownReceivable; step: SyncStep },
    outcomes: UpsertedReceivable[],
  ): Promise<SyncStep | undefined> {
    if (step.step === 'refuse') outcomes[at] = rejected(known.id, [step.fault]);
    if (step.step !== 'report') return step;
    const taken = await this.books.follow(tx, by, known.id, step.restFen);
    if (taken === 'reported') outcomes[at] = { outcome: 'repayment_reported', caseId: known.id, reasons: [] };
    if (taken !== 'nobody') return undefined;
    const { otherwise } = step;
    if (otherwise.step === 'refuse') {
      outcomes[at] = rejected(known.id, [otherwise.fault]);
    }
    return otherwise;
  }

  private async revise(
    tx: Tx,
    by: UpsertBy,
    due: readonly (Indexed & { known: KnownReceivable; step: SyncStep })[],
    outcomes: UpsertedReceivable[],
  ): Promise<void> {
    const revisions = due.flatMap(({ at, known, step }) =>
      step.step === 'revise' ? [{ at, id: known.id, facts: step.facts }] : [],
    );
    const revised = await this.receivables.revise(tx, by, revisions);
    for (const [n, { id, reasons }] of revised.entries()) {
      const kept = reasons.map(({ code, field, params }) => ({ code, field, params }));
      outcomes[revisions[n]!.at] =
        kept.length > 0 ? rejected(id, kept) : { outcome: 'updated', caseId: id, reasons: [] };
    }
  }

  private async withdraw(
    tx: Tx,
    by: UpsertBy,
    due: readonly (Indexed & { known: KnownReceivable; step: SyncStep })[],
    outcomes: UpsertedReceivable[],
  ): Promise<void> {
    for (const why of ['settled', 'withdrawn'] as const) {
      const ending = due.filter(({ step }) => step.step === 'withdraw' && step.reason === why);
      const ids = ending.map(({ known }) => known.id);
      await this.receivables.withdraw(tx, by, ids, why);
      for (const { at, known } of ending) outcomes[at] = { outcome: why, caseId: known.id, reasons: [] };
    }
  }

  private async admit(
    tx: Tx,
    by: UpsertBy,
    unknown: readonly Indexed[],
    outcomes: UpsertedReceivable[],
  ): Promise<Indexed[]> {
    const fresh = unknown.filter(({ one }) => one.status === 'open' && one.draft);
    for (const { at, one } of unknown) {
      if (one.status !== 'open')
        outcomes[at] = rejected(null, one.reasons ?? [reason('RECEIVABLE_NOT_POSTED', 'externalRef')]);
    }
    const who = { creditorId: by.organisationId, memberId: by.memberId, batchId: by.batchId };
    const found = await this.cases.admitMany(
      tx,
      who,
      fresh.map(({ one }) => one.draft!),
    );
    const overtaken: Indexed[] = [];
    for (const [n, each] of fresh.entries()) {
      const outcome = found[n]!;
      if (outcome.outcome === 'duplicate') overtaken.push(each);
      else outcomes[each.at] = admittedAs(outcome);
    }
    return overtaken;
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
  const kept = reasons.map(({ code, field, params }) => ({ code, field, params }));
  if (outcome === 'rejected' || outcome === 'duplicate') return rejected(null, kept);
  return { outcome, caseId: caseId!, reasons: kept };
}

function rejected(caseId: string | null, reasons: readonly KeptReason[]): UpsertedReceivable {
  return { outcome: 'rejected', caseId, reasons };
}
