import { type BasisPoints, type Fen, type FrozenTerms, isBasisPoints, WHOLE } from '../../kernel/index.js';

/** A rate for older or larger cases. Both conditions must hold; a missing one always does. */
export interface CommissionTier {
  readonly minMonthsOverdue?: number;
  readonly minAmountFen?: Fen;
  readonly bps: BasisPoints;
}

/** What a creditor offers on recovered money. Tiers are written from general to special: the last that matches wins. */
export interface CommissionOffer {
  readonly bps: BasisPoints;
  readonly tiers: readonly CommissionTier[];
}

/** What an offer is applied to: the amount still owed and whole months since the due day. */
export interface OfferFacts {
  readonly monthsOverdue: number;
  readonly amountFen: Fen;
}

/** Within what the platform lets creditors offer. */
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

/** The rate an offer gives a case with these facts; frozen at the grab. */
export function rateFor(offer: CommissionOffer, facts: OfferFacts): BasisPoints {
  return offer.tiers.findLast((tier) => matches(tier, facts))?.bps ?? offer.bps;
}

function matches(tier: CommissionTier, facts: OfferFacts): boolean {
  return facts.monthsOverdue >= (tier.minMonthsOverdue ?? 0) && facts.amountFen >= (tier.minAmountFen ?? 0n);
}

/** The first thing wrong with an offer, or nothing. */
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
  // A later tier that asks no more than this one hides it: surely not what the creditor meant.
  const hidden = later.some((next) => matches(next, { monthsOverdue: months ?? 0, amountFen: amount ?? 0n }));
  return hidden ? fault('TIER_NEVER_APPLIES') : undefined;
}

function within(bps: BasisPoints, bounds: CommissionBounds): boolean {
  return isBasisPoints(bps) && bps >= bounds.minBps && bps <= bounds.maxBps;
}

export type ProviderKind = 'agency' | 'law_firm';

/** Freezes an offer for one grab. A law firm is always capped. Throws RangeError where the two rates pass 100 %. */
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

/** A tier as the database and events carry it: the amount as a string of fen. */
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
