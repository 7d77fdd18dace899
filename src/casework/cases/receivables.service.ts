import { Injectable } from '@nestjs/common';
import { CaseRevised } from '../../events/cases.events.js';
import { orNotFound } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type AdmissionReason, isAccepted, keptLineFaults } from '../admission/index.js';
import { type LineToWrite, linesToWrite, statedLines } from '../lines/index.js';
import { FREE_STATES, HELD_STATES } from './case.lifecycle.js';
import { CaseNotAdmissible } from './case.refusals.js';
import { CaseRepository, type CaseRow } from './case.repository.js';
import { CaseAppraisals } from './case-appraisals.service.js';
import type { ListedNow } from './case-moves.repository.js';
import { CaseMoves } from './case-moves.service.js';
import type { KnownReceivable, RevisedFacts } from './receivable.js';
import { ReceivablesRepository, type Revision, type SeenBooks } from './receivables.repository.js';

/** The creditor whose books the cases follow. */
export interface BookKeeper {
  readonly organisationId: string;
  readonly memberId: string | null;
}

/** A case as it shall be, and what its history says besides. */
export interface RevisionWish {
  readonly id: string;
  readonly facts: RevisedFacts;
  readonly history?: Readonly<Record<string, unknown>> | undefined;
  /** The place of the line that it is about, where it is about one. */
  readonly ownLine?: number | undefined;
}

/** The outcome of one revision: its lines are written when there are no reasons against it. */
export interface RevisionOutcome {
  readonly id: string;
  readonly reasons: readonly AdmissionReason[];
  readonly lines: readonly LineToWrite[];
}

/** Cases by their creditor's references, changed as long as no provider holds them. */
@Injectable()
export class Receivables {
  constructor(
    private readonly receivables: ReceivablesRepository,
    private readonly cases: CaseRepository,
    private readonly appraisals: CaseAppraisals,
    private readonly moves: CaseMoves,
    private readonly outbox: Outbox,
  ) {}

  /** The receivables with these references that were posted before, without a lock. */
  async known(q: Queryable, creditorId: string, refs: readonly string[]): Promise<Map<string, KnownReceivable>> {
    return byRef(await this.receivables.known(q, creditorId, refs));
  }

  /** Like `known`, and locks the cases in id order: the first in the lock order. */
  async lock(tx: Tx, creditorId: string, refs: readonly string[]): Promise<Map<string, KnownReceivable>> {
    return byRef(await this.receivables.lock(tx, creditorId, refs));
  }

  /** The numbers of the creditor's cases, by id. */
  async numbersOf(q: Queryable, creditorId: string, caseIds: readonly string[]): Promise<Map<string, string>> {
    return new Map((await this.receivables.numbers(q, creditorId, caseIds)).map(({ id, number }) => [id, number]));
  }

  /**
   * Writes new amounts and days where the case still satisfies every rule of admission; its listing changes with it. Returns one
   * outcome per revision. The caller has locked the cases.
   */
  async revise(tx: Tx, by: BookKeeper, wishes: readonly RevisionWish[]): Promise<RevisionOutcome[]> {
    if (wishes.length === 0) return [];
    const appraised: (Revision & { refused: readonly AdmissionReason[] })[] = [];
    for (const wish of wishes) appraised.push(await this.appraise(tx, wish));
    const fit = appraised.filter(({ refused }) => refused.length === 0);
    await this.announce(tx, by, await this.receivables.revise(tx, fit, by));
    return appraised.map(({ id, refused, lines }) => ({ id, reasons: refused, lines }));
  }

  /** Writes amounts that were agreed, whether a provider holds the case or not; the lines written, undefined when it is closed. */
  async reviseAgreed(tx: Tx, by: BookKeeper, wish: RevisionWish): Promise<readonly LineToWrite[] | undefined> {
    const agreed = await this.appraise(tx, wish);
    const revised = await this.receivables.revise(tx, [agreed], by, [...FREE_STATES, ...HELD_STATES]);
    await this.announce(tx, by, revised);
    return revised.length === 1 ? agreed.lines : undefined;
  }

  /** Revises one case without a holder; the lines written. Refuses CASE_NOT_ADMISSIBLE with the reasons. */
  async requireRevised(tx: Tx, by: BookKeeper, wish: RevisionWish): Promise<readonly LineToWrite[]> {
    const [outcome] = await this.revise(tx, by, [wish]);
    refuseFor(outcome!.reasons, wish);
    return outcome!.lines;
  }

  /** Refuses facts that admission refuses for this case; writes nothing. */
  async requireFit(tx: Tx, wish: RevisionWish): Promise<void> {
    refuseFor((await this.appraise(tx, wish)).refused, wish);
  }

  /** What no case may be and this one would become by these facts: nothing to ask anybody's consent for. Writes nothing. */
  async faultsOf(tx: Tx, id: string, facts: RevisedFacts) {
    const before = await this.appraisals.withChange(tx, await this.lockOne(tx, id), {});
    const known = new Set(before.reasons.map(({ code }) => code));
    const { refused } = await this.appraise(tx, { id, facts });
    return refused.filter(({ code, severity }) => severity === 'reject' && !known.has(code));
  }

  /** Refuses a creditor that is not approved now. */
  assertMayPost(tx: Tx, creditorId: string): Promise<void> {
    return this.appraisals.assertMayPost(tx, creditorId);
  }

  /** The whole row, locked. NOT_FOUND when there is no such case. */
  async lockOne(tx: Tx, caseId: string): Promise<CaseRow> {
    return orNotFound(await this.cases.lock(tx, caseId), 'caseId');
  }

  /** Cases that followed documents of this connection follow none any more. */
  forgetConnection(tx: Tx, creditorId: string, connectionId: string): Promise<void> {
    return this.receivables.forgetConnection(tx, creditorId, connectionId);
  }

  /** Remembers what the books showed last, and which document each case follows. The caller has locked the cases. */
  note(tx: Tx, seen: readonly SeenBooks[]): Promise<void> {
    return this.receivables.note(tx, seen);
  }

  private async announce(tx: Tx, by: BookKeeper, revised: readonly ListedNow[]): Promise<void> {
    const events = revised.map(({ id, state, outstandingFen, recoveredFen }) =>
      this.outbox.prepare(CaseRevised, {
        caseId: id,
        creditorId: by.organisationId,
        state,
        amountFen: (outstandingFen - recoveredFen).toString(),
      }),
    );
    await this.outbox.publishAll(tx, events);
    await this.moves.announceChanged(tx, revised);
  }

  /** Withdraws cases that no provider holds, with the reason in their history. Returns the ids withdrawn. */
  async withdraw(tx: Tx, by: BookKeeper, caseIds: readonly string[], reason: string): Promise<string[]> {
    if (caseIds.length === 0) return [];
    const cases = caseIds.map((caseId) => ({ caseId, ...by }));
    const moved = await this.moves.withdraw(tx, cases, FREE_STATES, { reason });
    return moved.map(({ id }) => id);
  }

  private async appraise(tx: Tx, { id, facts, history }: RevisionWish) {
    const one = (await this.cases.lock(tx, id))!;
    const judged = await this.appraisals.withChange(tx, one, { ...facts, lines: statedLines(facts.lines) });
    const { reasons, score, grade, limitationExpiresOn, lineExpiries } = judged;
    const waiting = one.state === 'submitted' || one.state === 'under_review' || one.state === 'draft';
    // Reasons that a reviewer accepted stay accepted. A new reason would need a reviewer, which a listed case does not have. A debt
    // that was large enough when posted is not too small because a part was paid.
    const refused = reasons.filter((each) =>
      each.severity === 'reject'
        ? each.code !== 'AMOUNT_BELOW_MINIMUM'
        : !waiting && !isAccepted(each, one.reviewReasons),
    );
    const reviewReasons = waiting ? reasons.filter(({ severity }) => severity === 'review') : one.reviewReasons;
    const lines = linesToWrite(one.lines, facts.lines, lineExpiries);
    refused.push(...keptLineFaults([...one.lines.filter(({ withdrawnAt }) => withdrawnAt), ...lines]));
    return { id, facts, lines, history, limitationExpiresOn, score, grade, reviewReasons, refused };
  }
}

function refuseFor(reasons: readonly AdmissionReason[], { ownLine }: RevisionWish): void {
  if (reasons.length > 0) throw CaseNotAdmissible.because(reasons, ownLine);
}

function byRef(found: readonly KnownReceivable[]): Map<string, KnownReceivable> {
  return new Map(found.map((one) => [one.externalRef, one]));
}
