import { type BasisPoints, type CodeOf, type Day, defineVocabulary, type Fen, sumFen } from '../../kernel/index.js';

/** How a provider is taxed, as it states it itself. Nobody guesses it: a provider that stated nothing has no figures of tax. */
export const TAX_PROFILE = defineVocabulary({
  general: { en: 'General taxpayer (VAT Law art. 10).', zh: '一般纳税人' },
  simple: { en: 'General taxpayer by the simple method (VAT Law art. 11).', zh: '一般纳税人简易计税' },
  small_scale: { en: 'Small-scale taxpayer (VAT Law art. 9, 11).', zh: '小规模纳税人' },
  exempt: { en: 'Exempt from value added tax.', zh: '免征增值税' },
});
export type TaxProfile = CodeOf<typeof TAX_PROFILE>;

/** The rate of a profile, from a day, until a day where the law sets one. */
export interface VatRate {
  readonly profile: TaxProfile;
  readonly from: Day;
  /** The last day; null while no law ends it. */
  readonly until: Day | null;
  readonly bps: BasisPoints;
}

/**
 * 6 % for services (VAT Law art. 10), 3 % by the simple method (art. 11). Small-scale taxpayers pay 1 % instead of 3 % until
 * 2027-12-31 (财政部 税务总局公告2023年第19号); what follows is not law yet, so that no rate is in force from the day after.
 */
export const VAT_RATES: readonly VatRate[] = [
  { profile: 'general', from: '2016-05-01', until: null, bps: 600 },
  { profile: 'simple', from: '2016-05-01', until: null, bps: 300 },
  { profile: 'small_scale', from: '2023-01-01', until: '2027-12-31', bps: 100 },
  { profile: 'exempt', from: '2016-05-01', until: null, bps: 0 },
];

/** A profile that its provider stated, in force from a day until the next one. */
export interface StatedProfile {
  readonly profile: TaxProfile;
  readonly fromOn: Day;
}

/** Why there is no figure of tax. */
export type VatMissing = 'profile_not_stated' | 'rate_not_set';

/** The profile in force on a day; undefined before the first. Of several from one day the one stated last, later in the list, counts. */
export function profileOn(stated: readonly StatedProfile[], on: Day): TaxProfile | undefined {
  const reached = stated.filter(({ fromOn }) => fromOn <= on);
  return reached.reduce<StatedProfile | undefined>(
    (best, one) => (best && best.fromOn > one.fromOn ? best : one),
    undefined,
  )?.profile;
}

/** The rate of a profile on a day; undefined when none is set for that day. */
export function rateOn(rates: readonly VatRate[], profile: TaxProfile, on: Day): BasisPoints | undefined {
  return rates.find((one) => one.profile === profile && one.from <= on && (one.until === null || on <= one.until))?.bps;
}

/**
 * A price that includes value added tax, taken apart (VAT Law art. 7; Implementing Regulation art. 16): the sales amount is the
 * price ÷ (1 + rate), rounded half up, and the tax is the rest. A price below zero mirrors the one above.
 */
export function vatWithin(priceFen: Fen, bps: BasisPoints): { salesFen: Fen; vatFen: Fen } {
  const size = priceFen < 0n ? -priceFen : priceFen;
  const divisor = 10_000n + BigInt(bps);
  const sales = (2n * size * 10_000n + divisor) / (2n * divisor);
  const salesFen = priceFen < 0n ? -sales : sales;
  return { salesFen, vatFen: priceFen - salesFen };
}

/** A price with the day on which it was earned. */
export interface Earned {
  readonly amountFen: Fen;
  readonly on: Day;
}

/** What was earned under one profile at one rate, or without a figure of tax. */
export interface VatPart {
  readonly profile: TaxProfile | null;
  readonly rateBps: BasisPoints | null;
  readonly priceFen: Fen;
  /** The price without its tax; null when the profile or its rate is missing. */
  readonly salesFen: Fen | null;
  readonly vatFen: Fen | null;
  readonly missing: VatMissing | null;
}

/**
 * The tax within what was earned, by the profile and the rate of the day of each commission. The prices of the parts sum to what was
 * earned; each part is taken apart as a whole, as an invoice over it is.
 */
export function vatParts(
  earned: readonly Earned[],
  stated: readonly StatedProfile[],
  rates: readonly VatRate[],
): VatPart[] {
  const groups = new Map<string, Earned[]>();
  const known = (one: Earned) => {
    const profile = profileOn(stated, one.on);
    return { profile, bps: profile && rateOn(rates, profile, one.on) };
  };
  for (const one of earned) {
    const { profile, bps } = known(one);
    const key = `${profile} ${bps}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const { profile, bps } = known(group[0]!);
    return partOf(sumFen(group.map(({ amountFen }) => amountFen)), profile, bps);
  });
}

function partOf(priceFen: Fen, profile: TaxProfile | undefined, bps: BasisPoints | undefined): VatPart {
  if (profile === undefined || bps === undefined) {
    const missing = profile === undefined ? 'profile_not_stated' : 'rate_not_set';
    return { profile: profile ?? null, rateBps: null, priceFen, salesFen: null, vatFen: null, missing };
  }
  return { profile, rateBps: bps, priceFen, ...vatWithin(priceFen, bps), missing: null };
}
