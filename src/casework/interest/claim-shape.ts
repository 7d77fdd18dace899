import type { BasisPoints, CodeOf, Day, Fen } from '../../kernel/index.js';
import { type ClaimTerms, type DebtLine, openOf } from '../debt/index.js';
import type { CLAIM_PHASE, CLAIM_RULE } from './claim.words.js';
import type { ClaimNote } from './claim-notes.js';
import { type InterestSegment, type Rate, totalOf } from './interest.policy.js';
import type { LatePaymentParameters } from './late-payment.policy.js';
import type { CapParameters } from './lending-cap.policy.js';

export type ClaimRule = CodeOf<typeof CLAIM_RULE>;

export interface ClaimParameters extends CapParameters, LatePaymentParameters {
  readonly lprVerifiedThrough: Day;
}

/** What a claim is computed from. */
export interface ClaimFacts {
  readonly category:
    | 'commercial_receivable'
    | 'property_management_fee'
    | 'online_loan'
    | 'credit_card'
    | 'private_loan';
  readonly lines: readonly DebtLine[];
  /** Of a loan, the day of its note. */
  readonly invoicedOn: Day | null;
  /** Agreed interest per year, all charges included. */
  readonly annualRateBps: BasisPoints | null;
  readonly terms: ClaimTerms | null;
}

/** One step of the arithmetic of a claim. */
export interface ClaimSegment extends InterestSegment {
  /** The place of its line among those of the case, from 0. */
  readonly line: number;
  readonly phase: CodeOf<typeof CLAIM_PHASE>;
}

/** Steps, and charges that are no rate; together they are the total. */
export interface Charges {
  readonly segments: readonly ClaimSegment[];
  readonly feesFen: Fen;
}

export function chargesTotal({ segments, feesFen }: Charges): Fen {
  return totalOf(segments) + feesFen;
}

/** Interest and charges on a debt to a day: what is asked, and what the law lets the creditor have. */
export interface Claim {
  readonly rule: ClaimRule;
  /** The day up to which it is computed; it does not count itself. */
  readonly until: Day;
  /** What bears interest: the principal still owed, without what was deducted in advance. */
  readonly principalFen: Fen;
  /** What the creditor states as penalty and interest; when it states none, what its terms come to. */
  readonly askedFen: Fen;
  readonly allowedFen: Fen;
  /** What is allowed, step by step. */
  readonly allowed: Charges;
  /** The most that the law protects over the same days, step by step; null where no cap is set. */
  readonly cap: Charges | null;
  readonly capFen: Fen | null;
  /** What is asked beyond what is allowed, where a cap cuts it; the law does not protect it. 0 without a cap. */
  readonly excessFen: Fen;
  /** The highest rate asked, in basis points a year; null when no rate is stated. */
  readonly askedRateBps: BasisPoints | null;
  /** The limit of the last days. */
  readonly capRate: Rate | null;
  /** The least that the law gives where courts choose within bounds; null elsewhere. */
  readonly leastFen: Fen | null;
  readonly notes: readonly ClaimNote[];
}

/** A part of the debt that bears interest. */
export interface Part {
  readonly line: number;
  readonly dueOn: Day;
  readonly invoicedOn: Day | null;
  readonly amountFen: Fen;
}

/**
 * What bears interest, line by line. A payment covers the charges of its line before the principal (Civil Code art. 561); credit notes
 * and what a lender kept back in advance (Private Lending Rules art. 26) lower what was due first. The days of payments are not
 * known, so what was paid bears no interest at all: the claim is never too high.
 */
export function partsOf(lines: readonly DebtLine[], deductedFen: Fen): Part[] {
  const open = lines.map((line) => {
    if (line.kind === 'credit_note') return openOf(line);
    const { principalFen, penaltyFen, paidFen } = line;
    return paidFen > penaltyFen ? principalFen + penaltyFen - paidFen : principalFen;
  });
  let lower = deductedFen - open.reduce((sum, fen) => (fen < 0n ? sum + fen : sum), 0n);
  const parts: Part[] = [];
  const order = lines.map((_, n) => n).sort((a, b) => (lines[a]!.dueOn < lines[b]!.dueOn ? -1 : 1));
  for (const line of order) {
    const left = open[line]!;
    if (left <= 0n) continue;
    const amountFen = left > lower ? left - lower : 0n;
    lower -= left - amountFen;
    const { dueOn, invoicedOn } = lines[line]!;
    if (amountFen > 0n) parts.push({ line, dueOn, invoicedOn, amountFen });
  }
  return parts;
}
