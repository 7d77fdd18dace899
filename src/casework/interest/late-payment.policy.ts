import { addDays, type BasisPoints, type Day, type Fen } from '../../kernel/index.js';
import type { ClaimTerms } from '../debt/index.js';
import { aDay, aYear, type Rate, raised, type YearDays } from './interest.policy.js';
import { referenceRateOn } from './lpr.policy.js';
import type { DatedRate } from './lpr-table.js';

export interface LatePaymentParameters {
  readonly lpr: readonly DatedRate[];
  readonly yearDays: YearDays;
  /** What courts add to the reference rate when nothing is agreed. */
  readonly markUp: { readonly leastBps: BasisPoints; readonly mostBps: BasisPoints };
  /** What a small creditor gets whose payment was made to wait for a third party's, and no rate agreed. */
  readonly smeMadeToWait: 'daily_rate' | 'lpr';
}

/**
 * A sale, or another contract for a price (Civil Code art. 646), with nothing agreed: the reference rate at the breach raised by 30 to
 * 50 % (Interpretation on sale contracts, 2020, art. 18 (4)). `undefined` when no table knows the rate.
 */
export function ratesByLaw(
  breachOn: Day,
  { lpr, yearDays, markUp }: LatePaymentParameters,
): { least: Rate; most: Rate } | undefined {
  const bps = referenceRateOn(lpr, breachOn);
  if (bps === undefined) return undefined;
  const reference = aYear(bps, yearDays);
  return { least: raised(reference, markUp.leastBps), most: raised(reference, markUp.mostBps) };
}

/** State Council Decree 728, in force from this day; Decree 802 from 2025-06-01. */
const SME_RULES_FROM: Day = '2020-09-01';
/** 0.05 % a day (Decree 728 art. 15, Decree 802 art. 17). */
const SME_DAILY = aDay(50_000n);

type Scales = Pick<ClaimTerms, 'creditorScale' | 'debtorScale'>;

/** A small or medium enterprise that a large one or a public body pays late. */
export function isSmeClaim({ creditorScale, debtorScale }: Scales, breachOn: Day): boolean {
  const protectedAgainst = debtorScale === 'large' || debtorScale === 'public_body';
  return creditorScale === 'sme' && protectedAgainst && breachOn >= SME_RULES_FROM;
}

export interface SmeRate {
  readonly rate: Rate;
  readonly because: 'agreed' | 'floor' | 'daily_rate' | 'lpr';
}

/**
 * The rate of a small creditor's late interest: the agreed one, but not below the one-year LPR at the contract; 0.05 % a day when
 * none is agreed. Whether a creditor made to wait for a third party's payment gets that too, or the LPR (法释〔2024〕11号 item 2), is a
 * choice of the platform. `undefined` when the table does not know the rate.
 */
export function smeRate(
  agreedBps: BasisPoints | null,
  contractOn: Day,
  payWhenPaid: boolean,
  { lpr, yearDays, smeMadeToWait }: LatePaymentParameters,
): SmeRate | undefined {
  const waited = payWhenPaid && smeMadeToWait === 'lpr';
  if (agreedBps === null && !waited) return { rate: SME_DAILY, because: 'daily_rate' };
  const floorBps = referenceRateOn(lpr, contractOn);
  if (floorBps === undefined) return undefined;
  if (agreedBps === null) return { rate: aYear(floorBps, yearDays), because: 'lpr' };
  const because = agreedBps < floorBps ? 'floor' : 'agreed';
  return { rate: aYear(Math.max(agreedBps, floorBps), yearDays), because };
}

export type TermFinding = 'within' | 'over_longest' | 'by_custom_only';

/**
 * The payment term that a small creditor was given, in days from delivery or receipt (Decree 802 art. 9): a public body at most 60 by
 * agreement, else 30; a large enterprise 60, and longer only as the custom of the trade makes reasonable.
 */
export function termOf(debtorScale: 'large' | 'public_body', agreedDays: number): TermFinding {
  if (agreedDays <= 60) return 'within';
  return debtorScale === 'public_body' ? 'over_longest' : 'by_custom_only';
}

/** The term in days when none is agreed. */
export function termByLaw(debtorScale: 'large' | 'public_body'): number {
  return debtorScale === 'public_body' ? 30 : 60;
}

/** When the authority that accepted a small creditor's complaint has to answer: in 30 days, in 90 if it is complex (Decree 802 art. 25). */
export function complaintAnswers(acceptedOn: Day): { answerBy: Day; atMostBy: Day } {
  return { answerBy: addDays(acceptedOn, 30), atMostBy: addDays(acceptedOn, 90) };
}

/** A penalty of more than 130 % of the loss is presumed excessive (Interpretation on the General Part of Contracts, 2023, art. 65). */
export function isExcessivePenalty(penaltyFen: Fen, lossFen: Fen): boolean {
  return penaltyFen * 100n > lossFen * 130n;
}
