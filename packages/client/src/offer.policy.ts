import type { EventData } from './events.js';
import type { HallFilter } from './generated/operations.js';

/** A case one may grab, whether found in the hall or heard of live. */
export interface Offer {
  readonly caseId: string;
  readonly category: string;
  readonly serviceLine: string;
  /** What is to be recovered; null for those who see only bands. */
  readonly amountFen: bigint | null;
  readonly amountBand: string;
  /** In basis points of what is recovered. */
  readonly commissionBps: number;
  /** A (easiest to recover) to E. */
  readonly grade: string;
  /** Where the stream stood: give it as `after` to come back. Empty for what was found in the hall. */
  readonly cursor: string;
}

/** What of the hall's filter can be told of a live offer, too. */
export type OfferFilter = Pick<
  HallFilter,
  | 'categories'
  | 'serviceLines'
  | 'grades'
  | 'amountBands'
  | 'minAmountFen'
  | 'maxAmountFen'
  | 'minCommissionBps'
  | 'maxCommissionBps'
>;

type Listed = Omit<EventData['case.listed'], 'again'>;

export function offerOf(listed: Listed, cursor: string): Offer {
  const { caseId, category, serviceLine, amountFen, amountBand, commissionBps, grade } = listed;
  return { caseId, category, serviceLine, amountFen, amountBand, commissionBps, grade, cursor };
}

/** Whether an offer fulfils everything given. An amount nobody told fulfils no limit. */
export function fits(offer: Offer, filter: OfferFilter = {}): boolean {
  return (
    among(offer.category, filter.categories) &&
    among(offer.serviceLine, filter.serviceLines) &&
    among(offer.grade, filter.grades) &&
    among(offer.amountBand, filter.amountBands) &&
    within(offer.amountFen, filter.minAmountFen, filter.maxAmountFen) &&
    within(offer.commissionBps, filter.minCommissionBps, filter.maxCommissionBps)
  );
}

function among(value: string, wanted: readonly string[] | null | undefined): boolean {
  return !wanted || wanted.length === 0 || wanted.includes(value);
}

function within<T extends number | bigint>(value: T | null, min?: T | null, max?: T | null): boolean {
  if (min !== null && min !== undefined && (value === null || value < min)) return false;
  return max === null || max === undefined || (value !== null && value <= max);
}
