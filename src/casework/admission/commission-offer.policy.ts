import { type BasisPoints, type Fen, type FrozenTerms, isBasisPoints, WHOLE } from '../../kernel/index.js';

/** A rate for older or larger cases. Both conditions must be met; a missing one always is. */
export interface CommissionTier {
  readonly minMonthsOverdue?: number;
  readonly minAmountFen?: Fen;
  readonly bps: BasisPoints;
}

/** What a creditor offers on recovered amounts. Tiers run from general to special: the last that matches applies. */
export interface CommissionOffer {
  readonly bps: BasisPoints;
  readonly tiers: readonly CommissionTier[];
}

/** The facts of a case that decide its rate: the amount still owed and the whole months overdue. */
export interface OfferFacts {
  readonly monthsOverdue: number;
  readonly amountFen: Fen;
}

/** The bounds of creditors' offers. */
export interface CommissionBounds {
  readonly minBps: BasisPoints;
  readonly maxBps: BasisPoints;
  readonly maxTiers: number;
}

export type OfferProblemCode =
  | 'RATE_OUT_OF_BOUNDS'
  | 'TOO_MANY_TIERS'
  | 'TIER_WITHOUT_CONDITION'
  | 'TIER_CONDITION_INVALID'
  | 'TIER_NEVER_APPLIES';

export interface OfferProblem {
  readonly code: OfferProblemCode;
  readonly path: string;
}

/** The rate of an offer for a case with these facts. */
export function rateFor(offer: CommissionOffer, facts: OfferFacts): BasisPoints {
  return offer.tiers.findLast((tier) => matches(tier, facts))?.bps ?? offer.bps;
}

function matches(tier: CommissionTier, facts: OfferFacts): boolean {
  return facts.monthsOverdue >= (tier.minMonthsOverdue ?? 0) && facts.amountFen >= (tier.minAmountFen ?? 0n);
}

/** The first fault of an offer; undefined when it is valid. */
export function boundsProblem(offer: CommissionOffer, bounds: CommissionBounds): OfferProblem | undefined {
  if (!within(offer.bps, bounds)) return { code: 'RATE_OUT_OF_BOUNDS', path: 'bps' };
  if (offer.tiers.length > bounds.maxTiers) return { code: 'TOO_MANY_TIERS', path: 'tiers' };
  for (const [index, tier] of offer.tiers.entries()) {
    const problem = tierProblem(tier, offer.tiers.slice(index + 1), bounds);
    if (problem) return { code: problem.code, path: `tiers.${index}${problem.path}` };
  }
  return undefined;
}

function tierProblem(tier: CommissionTier, later: readonly CommissionTier[], bounds: CommissionBounds) {
  const { minMonthsOverdue: months, minAmountFen: amount } = tier;
  const fault = (code: OfferProblemCode, path = ''): OfferProblem => ({ code, path });
  if (!within(tier.bps, bounds)) return fault('RATE_OUT_OF_BOUNDS', '.bps');
  if (months === undefined && amount === undefined) return fault('TIER_WITHOUT_CONDITION');
  if (months !== undefined && !(Number.isSafeInteger(months) && months >= 0)) {
    return fault('TIER_CONDITION_INVALID', '.minMonthsOverdue');
  }
  if (amount !== undefined && amount < 0n) return fault('TIER_CONDITION_INVALID', '.minAmountFen');
  // A later tier with the same or weaker conditions always applies instead: surely not what the creditor meant.
  const hidden = later.some((next) => matches(next, { monthsOverdue: months ?? 0, amountFen: amount ?? 0n }));
  return hidden ? fault('TIER_NEVER_APPLIES') : undefined;
}

function within(bps: BasisPoints, bounds: CommissionBounds): boolean {
  return isBasisPoints(bps) && bps >= bounds.minBps && bps <= bounds.maxBps;
}

export type ProviderKind = 'agency' | 'law_firm';

/** Freezes an offer for one grab; the statutory cap (司发通〔2021〕87号 item 6) applies to law firms. Throws RangeError when both rates exceed 100 %. */
export function freezeTerms(
  offer: CommissionOffer,
  facts: OfferFacts,
  providerKind: ProviderKind,
  serviceFeeBps: BasisPoints,
): FrozenTerms {
  const commissionBps = rateFor(offer, facts);
  if (!isBasisPoints(commissionBps) || !isBasisPoints(serviceFeeBps) || commissionBps + serviceFeeBps > WHOLE) {
    throw new RangeError('commission and service fee must be rates that together stay within 100 %');
  }
  const capKind = providerKind === 'law_firm' ? 'lawyer' : 'none';
  return { commissionBps, serviceFeeBps, capKind };
}

/** A tier in the database and in events: the amount is a string of fen. */
export interface StoredTier {
  minMonthsOverdue?: number;
  minAmountFen?: string;
  bps: BasisPoints;
}

export function storeTiers(tiers: readonly CommissionTier[]): StoredTier[] {
  return tiers.map(({ bps, minMonthsOverdue: months, minAmountFen: amount }) => ({
    ...(months === undefined ? {} : { minMonthsOverdue: months }),
    ...(amount === undefined ? {} : { minAmountFen: amount.toString() }),
    bps,
  }));
}

export function readTiers(stored: readonly StoredTier[]): CommissionTier[] {
  return stored.map(({ minAmountFen: amount, ...rest }) => ({
    ...rest,
    ...(amount === undefined ? {} : { minAmountFen: BigInt(amount) }),
  }));
}
