import { type BasisPoints, type Fen, minFen, ratio } from '../../kernel/index.js';
import { readCurve } from '../../kernel/recovery-curve.js';
import { kishOf, meanExcess, reliability, Z95 } from '../../kernel/statistics.js';
import { type Contribution, type CreditorRecord, NOTHING, plus, type StandingFacts } from './standing-facts.policy.js';
import { STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';

export interface Rates {
  /** Recovered ÷ claimed, of all creditors alike: what happened, beside what counts; null while there is no record. */
  readonly collectionRateBps: BasisPoints | null;
  /** Recovered ÷ expected for the same mix of age and amount, weighted by √amount; null while nothing counts. */
  readonly adjustedRateBps: BasisPoints | null;
  /** So much of the expectation does not count for the next rate: what the limit by creditor takes from an average record. */
  readonly limitLossBps: BasisPoints;
  /** The adjusted rate, shrunk towards the platform mean while it is not reliable; the mean for a newcomer. It decides. */
  readonly shrunkRateBps: BasisPoints;
  /** How much of what sets the rate apart from the mean is the provider's own doing and not chance; less after idle months. */
  readonly reliabilityBps: BasisPoints;
  /** With 95 % the true rate lies between these. */
  readonly lowestRateBps: BasisPoints;
  readonly highestRateBps: BasisPoints;
  /** As many cases of equal weight would tell as much (Kish). */
  readonly effectiveCases: number;
}

/** What an average provider recovers of a case, in fen, rounded down. */
export function expectedRecovery(
  amountFen: Fen,
  monthsOverdueAtGrab: number,
  parameters: StandingParameters = STANDING_DEFAULTS,
): Fen {
  const byAge = BigInt(readCurve(parameters.expectedCurve, monthsOverdueAtGrab));
  const band = parameters.amountFactors.findLast((each) => amountFen >= each.minAmountFen);
  const expected = (amountFen * byAge * BigInt(band?.factorBps ?? 10_000)) / 100_000_000n;
  return minFen(expected, amountFen);
}

/** All that holds of a provider tell together. */
export function totalOf({ creditors }: StandingFacts): Contribution {
  return creditors.reduce(plus, NOTHING);
}

/** The rates of a record after so many idle months. */
export function ratesOf(facts: StandingFacts, parameters: StandingParameters, idleMonths: number): Rates {
  const total = totalOf(facts);
  const counted = countedOf(facts.creditors, parameters);
  const { effectiveCases, reliability: trust, shrunk: rate } = evidenceOf(counted, parameters);
  const between = (parameters.betweenSdBps / 10_000) ** 2;
  const drift = idleMonths * (parameters.idleDriftBps / 10_000) ** 2;
  const variance = Math.min(between, (1 - trust) * between + drift);
  const half = Z95 * Math.sqrt(variance + (parameters.expectationErrorBps / 10_000) ** 2);
  const adjusted = counted.expected > 0 ? down(counted.observed / counted.expected) : null;
  return {
    // Lines that were added to a held case by agreement may bring in more than was claimed at the grab.
    collectionRateBps:
      total.claimedFen > 0n ? ratio(minFen(total.recoveredFen, total.claimedFen), total.claimedFen) : null,
    adjustedRateBps: adjusted === null ? null : Math.min(adjusted, parameters.adjustedCeilingBps),
    limitLossBps: counted.expected > 0 ? down(counted.lost / counted.expected) : 0,
    shrunkRateBps: down(rate),
    reliabilityBps: down(between > 0 ? 1 - variance / between : 0),
    lowestRateBps: Math.max(0, down(rate - half)),
    highestRateBps: down(rate + half),
    effectiveCases,
  };
}

/** Sums as numbers: √fen for what is weighted, fen for what is squared. */
interface Sums {
  readonly observed: number;
  readonly expected: number;
  readonly charged: number;
  readonly squared: number;
  /** Σ over creditors of what is expected of each, squared. */
  readonly clustered: number;
  /** What the limit by creditor takes from an average record: it comes off the expectation. */
  readonly lost: number;
}

/** Those of one creditor, or of many at once, who are not known. */
function numbersOf(
  { observed, expected, chargedFen: charged, squaredFen: squared }: Contribution,
  known: boolean,
): Sums {
  const sums = { observed: Number(observed) / 10_000, expected: Number(expected) / 10_000 };
  const clustered = known ? sums.expected ** 2 : 0;
  return { ...sums, charged: Number(charged), squared: Number(squared), clustered, lost: 0 };
}

function sumOf(all: readonly Sums[]): Sums {
  const sum = { observed: 0, expected: 0, charged: 0, squared: 0, clustered: 0, lost: 0 };
  for (const one of all) {
    sum.observed += one.observed;
    sum.expected += one.expected;
    sum.charged += one.charged;
    sum.squared += one.squared;
    sum.clustered += one.clustered;
    sum.lost += one.lost;
  }
  return sum;
}

/** The sums of all others than one creditor, of which so much was counted as observed. */
function without(all: Sums, own: Sums, observed: number): Sums {
  return {
    observed: all.observed - observed,
    expected: all.expected - own.expected,
    charged: all.charged - own.charged,
    squared: all.squared - own.squared,
    clustered: all.clustered - own.clustered,
    lost: all.lost - own.lost,
  };
}

interface Evidence {
  readonly effectiveCases: number;
  readonly reliability: number;
  readonly shrunk: number;
}

/** What the sums say of the rate, and how far they can be believed. */
function evidenceOf(sums: Sums, parameters: StandingParameters): Evidence {
  const { observed, expected, squared, lost } = sums;
  const mean = parameters.platformMeanBps / 10_000;
  if (!(expected > 0 && squared > 0)) return { effectiveCases: 0, reliability: 0, shrunk: mean };
  const between = (parameters.betweenSdBps / 10_000) ** 2;
  const effectiveCases = kishOf(expected, squared);
  const trust = reliability(effectiveCases, between, varianceOf(sums, parameters) / squared);
  return { effectiveCases, reliability: trust, shrunk: mean + trust * (observed / (expected - lost) - mean) };
}

/**
 * How much what is observed varies by chance. A case that is paid in full or not at all, the first with probability p, has the variance
 * p × (1 − p); with weights whose squares are the amounts, that sums to charged − squared. Payments in part vary less, which `dispersionBps`
 * corrects. A case that is as good as certain keeps a twentieth, so that nothing is certain. The debtors of one creditor are better or
 * worse together (`creditorSdBps`), so that many cases of few creditors tell less than as many of many.
 */
function varianceOf({ charged, squared, clustered }: Sums, parameters: StandingParameters): number {
  const ofCases = (parameters.dispersionBps / 10_000) * Math.max(charged - squared, charged / 20);
  return ofCases + (parameters.creditorSdBps / 10_000) ** 2 * clustered;
}

/** How often the others are asked anew what they show: friends of one ring must not vouch for each other. */
const PASSES = 3;

/** No more of what is expected of a creditor is taken for lost: of a hold that has just begun little is expected, and much varies. */
const MOST_LOST = 1 / 3;

/**
 * What counts of what was observed: of each creditor no more than what all the others show of as many cases, and `creditorCreditBps` of an
 * average case paid in full. Whatever a creditor does for a provider, by calling back what fails or by payments that nobody made,
 * it cannot lift the rate by more. What speaks against a provider counts in full.
 *
 * So of good luck with one creditor a part is lost, and of bad luck nothing: what that takes from an average record comes off the
 * expectation. Otherwise an honest provider with many cases of few creditors would stand several percent lower than it is.
 */
function countedOf(creditors: readonly CreditorRecord[], parameters: StandingParameters): Sums {
  const plain = creditors.map((one) => ({ known: one.known, own: numbersOf(one, one.known) }));
  const { charged, expected } = sumOf(plain.map(({ own }) => own));
  const credit = (parameters.creditorCreditBps / 10_000) * (charged / expected);
  const records = plain.map(({ known, own }) => {
    // Where there are no others, nobody confirms anything.
    if (!known || !(expected - own.expected > 0)) return { known, own, most: 0 };
    return { known, own: { ...own, lost: lostOf(own, credit, parameters) }, most: credit };
  });
  let counted = sumOf(records.map(({ own }) => own));
  if (!(expected > 0)) return counted;
  let counts = records.map(({ own }) => own.observed);
  for (let pass = 0; pass < PASSES; pass += 1) {
    counts = records.map(({ known, own, most }, at) => {
      if (!known) return own.observed;
      const others = without(counted, own, counts[at]!);
      return Math.min(own.observed, own.expected * evidenceOf(others, parameters).shrunk + most);
    });
    counted = { ...counted, observed: counts.reduce((sum, one) => sum + one, 0) };
  }
  return counted;
}

function lostOf(own: Sums, credit: number, parameters: StandingParameters): number {
  const { expected, charged, squared } = own;
  // So far above the expectation all cases are when each is paid in full: nothing lies beyond it that could be lost.
  const whole = squared > 0 ? (expected * (charged - squared)) / squared : 0;
  if (whole <= credit) return 0;
  const deviation = Math.sqrt(varianceOf(own, parameters));
  const ofMany = meanExcess(credit, deviation) - meanExcess(whole, deviation);
  // A single case is paid or not, and deviates by all of it.
  const ofOne = (squared / charged) * (parameters.dispersionBps / 10_000) * (whole - credit);
  const one = Math.min(1, squared / expected ** 2);
  return Math.min(expected * MOST_LOST, one * ofOne + (1 - one) * ofMany);
}

/** As basis points, rounded down; what is a whole number but for the last bit of a float stays it. */
function down(rate: number): BasisPoints {
  return Math.floor(rate * 10_000 + 1e-6);
}
