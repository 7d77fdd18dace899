import { type BasisPoints, type Fen, minFen, ratio } from '../../kernel/index.js';
import { readCurve } from '../../kernel/recovery-curve.js';
import { type Contribution, type CreditorRecord, NOTHING, plus, type StandingFacts } from './standing-facts.policy.js';
import { STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';
import { kishOf, reliability, Z95 } from './statistics.policy.js';

export interface Rates {
  /** Recovered ÷ claimed, of all creditors alike: what happened, beside what counts; null while there is no record. */
  readonly collectionRateBps: BasisPoints | null;
  /** Recovered ÷ expected for the same mix of age and amount, weighted by √amount; null while nothing counts. */
  readonly adjustedRateBps: BasisPoints | null;
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
  const evidence = evidenceOf(numbersOf(total), parameters);
  const rate = liftedAtMost(facts.creditors, total, evidence.shrunk, parameters);
  const between = (parameters.betweenSdBps / 10_000) ** 2;
  const drift = idleMonths * (parameters.idleDriftBps / 10_000) ** 2;
  const variance = Math.min(between, (1 - evidence.reliability) * between + drift);
  const half = Z95 * Math.sqrt(variance);
  return {
    collectionRateBps: total.claimedFen > 0n ? ratio(total.recoveredFen, total.claimedFen) : null,
    adjustedRateBps:
      total.expected > 0n ? Math.min(ratio(total.observed, total.expected), parameters.adjustedCeilingBps) : null,
    shrunkRateBps: down(rate),
    reliabilityBps: down(between > 0 ? 1 - variance / between : 0),
    lowestRateBps: Math.max(0, down(rate - half)),
    highestRateBps: down(rate + half),
    effectiveCases: evidence.effectiveCases,
  };
}

/** Sums as numbers: √fen for what is weighted, fen for what is squared. */
interface Sums {
  readonly observed: number;
  readonly expected: number;
  readonly charged: number;
  readonly squared: number;
}

function numbersOf({ observed, expected, chargedFen, squaredFen }: Contribution): Sums {
  return {
    observed: Number(observed) / 10_000,
    expected: Number(expected) / 10_000,
    charged: Number(chargedFen),
    squared: Number(squaredFen),
  };
}

interface Evidence {
  readonly effectiveCases: number;
  readonly reliability: number;
  readonly shrunk: number;
}

/**
 * What the sums say. A case that is paid in full or not at all, the first with probability p, has the variance p × (1 − p); with weights
 * whose squares are the amounts, that sums to charged − squared. Payments in part vary less and debtors of one kind more than that, which
 * `dispersionBps` corrects. A case that is as good as certain keeps a twentieth, so that nothing is certain.
 */
function evidenceOf({ observed, expected, charged, squared }: Sums, parameters: StandingParameters): Evidence {
  const mean = parameters.platformMeanBps / 10_000;
  if (!(expected > 0 && squared > 0)) return { effectiveCases: 0, reliability: 0, shrunk: mean };
  const between = (parameters.betweenSdBps / 10_000) ** 2;
  const effectiveCases = kishOf(expected, squared);
  const within = ((parameters.dispersionBps / 10_000) * Math.max(charged - squared, charged / 20)) / squared;
  const trust = reliability(effectiveCases, between, within);
  return { effectiveCases, reliability: trust, shrunk: mean + trust * (observed / expected - mean) };
}

/**
 * The rate, but no more than `maxCreditorLiftBps` above what all other creditors show: whatever one creditor does for a provider, by
 * calling back what fails or by payments that nobody made, it cannot lift its standing by more than that.
 */
function liftedAtMost(
  creditors: readonly CreditorRecord[],
  total: Contribution,
  rate: number,
  parameters: StandingParameters,
): number {
  const all = numbersOf(total);
  const lift = parameters.maxCreditorLiftBps / 10_000;
  return creditors.reduce((least, creditor) => {
    if (!creditor.known) return least;
    const own = numbersOf(creditor);
    const others = {
      observed: all.observed - own.observed,
      expected: all.expected - own.expected,
      charged: all.charged - own.charged,
      squared: all.squared - own.squared,
    };
    return Math.min(least, evidenceOf(others, parameters).shrunk + lift);
  }, rate);
}

/** As basis points, rounded down; what is a whole number but for the last bit of a float stays it. */
function down(rate: number): BasisPoints {
  return Math.floor(rate * 10_000 + 1e-6);
}
