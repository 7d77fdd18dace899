import type { BasisPoints, CodeOf, Day, Fen } from '../../kernel/index.js';
import type { ClaimTerms, DebtLine, Payment } from '../debt/index.js';
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
  /** What was confirmed as paid since the debt was posted. */
  readonly payments?: readonly Payment[];
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

/** A claim before payments are set against it. */
export type OpenClaim = Omit<Claim, 'receivedFen' | 'coveredFen'>;

/** Interest and charges on a debt to a day: what is asked, and what the law lets the creditor have. */
export interface Claim {
  readonly rule: ClaimRule;
  /** The day up to which it is computed; it does not count itself. */
  readonly until: Day;
  /** What bears interest now: the principal still owed, without what was deducted in advance and what payments covered. */
  readonly principalFen: Fen;
  /** What was confirmed as paid since the debt was posted. */
  readonly receivedFen: Fen;
  /** What payments, of before and since, covered of the allowed charges: it is owed no more. */
  readonly coveredFen: Fen;
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
