import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { monthsBetween, NotFound, shareOf, sumFen } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import {
  type AdmissionReason,
  type AdmissionRules,
  type CaseDraft,
  CaseRules,
  type CaseSheet,
  claimFactsOf,
  commissionFigures,
  linesOf,
  rateFor,
  sheetOf,
} from '../admission/index.js';
import { Cases, type SeenCase } from '../cases/index.js';
import { firstClock, type Payment, readClaimTerms, readPayments } from '../debt/index.js';
import { type Claim, claimOf } from '../interest/index.js';
import { openLines, type SeenLine, seenLines } from '../lines/index.js';

/** What becomes of money that comes in: what the creditor owes its provider and the platform when all of the debt does. */
export interface FullRecovery {
  readonly commissionBps: number;
  readonly commissionFen: bigint;
  readonly serviceFeeBps: number;
  readonly serviceFeeFen: bigint;
}

/** What posting a draft today would come to. */
export interface Quote {
  readonly verdict: 'admit' | 'review' | 'reject';
  readonly reasons: readonly AdmissionReason[];
  /** The creditor's case with this reference, if there is one: the draft would be a duplicate. */
  readonly existingCaseId: string | null;
  readonly draft: CaseDraft;
  readonly lines: readonly SeenLine[];
  readonly monthsOverdue: number;
  readonly limitation: { readonly expiresOn: string; readonly daysLeft: number };
  /** Null for a draft that is refused. */
  readonly appraisal: Pick<CaseSheet, 'score' | 'grade' | 'evidenceBps' | 'offer'> | null;
  readonly fullRecovery: FullRecovery | null;
  /** Null for a debt of illegal origin, of which the law protects nothing, and for lines whose amounts cannot be. */
  readonly claim: Claim | null;
}

/** A claim with the numbers of the lines that it is computed from. */
export interface ClaimOfCase {
  readonly claim: Claim;
  readonly lineNumbers: readonly number[];
}

/** Answers questions about drafts and cases; writes nothing. */
@Injectable()
export class Quotes {
  constructor(
    private readonly database: Database,
    private readonly rules: CaseRules,
    private readonly policies: Policies,
    private readonly cases: Cases,
  ) {}

  /** Judges a draft as `postCase` would, for any creditor, approved or not. */
  async quote(actor: Actor, draft: CaseDraft): Promise<Quote> {
    const rules = await this.rules.now(this.database);
    const { serviceFeeBps } = await this.policies.get(commissionFigures);
    const sheet = sheetOf(draft, rules);
    const refused = sheet.verdict === 'reject';
    // What is posted is the tidied draft; a refused one has none.
    const posted = refused ? draft : sheet.draft;
    return {
      ...{ verdict: sheet.verdict, reasons: sheet.reasons, draft: posted },
      existingCaseId: await this.existing(actor, posted.externalRef.trim()),
      ...agesOf(posted, rules),
      appraisal: refused ? null : sheet,
      fullRecovery: refused ? null : recoveryOf(sheet, rules, serviceFeeBps),
      claim: hasNoClaim(sheet.reasons) ? null : claimOf(claimFactsOf(posted), rules.today, rules.admission.claim),
    };
  }

  /** The claim of a case, for its creditor, the platform and the holder that sees all of it. */
  async claimOf(actor: Actor, caseId: string): Promise<ClaimOfCase> {
    const one = await this.cases.get(actor, caseId);
    if (one.sight === 'holder_masked') throw new NotFound({ path: 'caseId' });
    const { today, admission } = await this.rules.now(this.database);
    const lines = openLines(one.lines);
    const claim = claimOf({ ...factsOf(one), lines }, today, admission.claim);
    return { claim, lineNumbers: lines.map(({ lineNumber }) => lineNumber) };
  }

  private async existing(actor: Actor, externalRef: string): Promise<string | null> {
    if (externalRef === '') return null;
    const { nodes } = await this.cases.page(actor, { first: 1, after: null }, { externalRef });
    return nodes[0]?.id ?? null;
  }
}

function factsOf(one: SeenCase) {
  const { category, invoicedOn, annualRateBps, claimTerms } = one;
  return {
    category,
    invoicedOn,
    annualRateBps,
    terms: claimTerms && readClaimTerms(claimTerms),
    payments: paymentsOf(one),
  };
}

/**
 * What was recovered, by the days of the payments. Of one that a process of an earlier release confirmed the day is not known: it
 * counts from the due day on, so that the claim is never too high.
 */
function paymentsOf({ payments, recoveredFen, dueOn }: SeenCase): Payment[] {
  const known = readPayments(payments);
  const rest = recoveredFen - sumFen(known.map(({ amountFen }) => amountFen));
  return rest > 0n ? [{ paidOn: dueOn, amountFen: rest }, ...known] : known;
}

function agesOf(draft: CaseDraft, { today }: AdmissionRules) {
  const lines = linesOf(draft);
  const { expiresOn, daysLeft } = firstClock(lines, today);
  const numbered = lines.map((line, n) => {
    return { ...line, clock: [...line.clock], lineNumber: n + 1, limitationExpiresOn: null, withdrawnAt: null };
  });
  const limitation = { expiresOn, daysLeft };
  return { lines: seenLines(numbered, today, []), monthsOverdue: monthsBetween(draft.dueOn, today), limitation };
}

/** As the terms would be frozen by a grab today. */
function recoveryOf({ offer, draft }: CaseSheet, { today }: AdmissionRules, serviceFeeBps: number): FullRecovery {
  const amountFen = draft.outstandingFen;
  const commissionBps = rateFor(offer, { amountFen, monthsOverdue: monthsBetween(draft.dueOn, today) });
  return {
    ...{ commissionBps, commissionFen: shareOf(amountFen, commissionBps) },
    ...{ serviceFeeBps, serviceFeeFen: shareOf(amountFen, serviceFeeBps) },
  };
}

/** What an amount of the wrong sign bears in interest is no figure to show. */
const NO_CLAIM: readonly string[] = ['ILLEGAL_ORIGIN', 'LINE_AMOUNT_SIGN', 'LINE_OVERPAID', 'AMOUNT_INVALID'];

function hasNoClaim(reasons: readonly AdmissionReason[]): boolean {
  return reasons.some(({ code }) => NO_CLAIM.includes(code));
}
