import { type BasisPoints, type Fen, minFen, ratio } from '../../kernel/index.js';
import { readCurve } from '../../kernel/recovery-curve.js';
import { kishOf, reliability, Z95 } from '../../kernel/statistics.js';
import { type Contribution, type CreditorRecord, NOTHING, plus, type StandingFacts } from './standing-facts.policy.js';
import { STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';

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
  const all = numbersOf(total);
  const counted = { ...all, observed: countedOf(facts.creditors, all, parameters) };
  const { effectiveCases, reliability: trust, shrunk: rate } = evidenceOf(counted, parameters);
  const between = (parameters.betweenSdBps / 10_000) ** 2;
  const drift = idleMonths * (parameters.idleDriftBps / 10_000) ** 2;
  const variance = Math.min(between, (1 - trust) * between + drift);
  const half = Z95 * Math.sqrt(variance + (parameters.expectationErrorBps / 10_000) ** 2);
  const adjusted = all.expected > 0 ? down(counted.observed / all.expected) : null;
  return {
    // Lines that were added to a held case by agreement may bring in more than was claimed at the grab.
    collectionRateBps:
      total.claimedFen > 0n ? ratio(minFen(total.recoveredFen, total.claimedFen), total.claimedFen) : null,
    adjustedRateBps: adjusted === null ? null : Math.min(adjusted, parameters.adjustedCeilingBps),
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
}

function numbersOf({ observed, expected, chargedFen: charged, squaredFen: squared }: Contribution): Sums {
  return {
    observed: Number(observed) / 10_000,
    expected: Number(expected) / 10_000,
    charged: Number(charged),
    squared: Number(squared),
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

/** How often the others are asked anew what they show: friends of one ring must not vouch for each other. */
const PASSES = 3;

/**
 * What counts of what was observed: of each creditor no more than what all the others show of as many cases, and `creditorCreditBps` of an
 * average case paid in full. Whatever a creditor does for a provider, by calling back what fails or by payments that nobody made,
 * it cannot lift the rate by more. What speaks against a provider counts in full.
 */
function countedOf(creditors: readonly CreditorRecord[], all: Sums, parameters: StandingParameters): number {
  if (!(all.expected > 0)) return all.observed;
  const credit = (parameters.creditorCreditBps / 10_000) * (all.charged / all.expected);
  const records = creditors.map((one) => ({ known: one.known, own: numbersOf(one) }));
  let counts = records.map(({ own }) => own.observed);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const observed = sumOf(counts);
    counts = records.map(({ known, own }, at) => {
      if (!known) return own.observed;
      const others = { ...without(all, own), observed: observed - counts[at]! };
      // Where there are no others, nobody confirms anything.
      const most = others.expected > 0 ? credit : 0;
      return Math.min(own.observed, own.expected * evidenceOf(others, parameters).shrunk + most);
    });
  }
  return sumOf(counts);
}

function without(all: Sums, own: Sums): Sums {
  return {
    observed: all.observed - own.observed,
    expected: all.expected - own.expected,
    charged: all.charged - own.charged,
    squared: all.squared - own.squared,
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** As basis points, rounded down; what is a whole number but for the last bit of a float stays it. */
function down(rate: number): BasisPoints {
  return Math.floor(rate * 10_000 + 1e-6);
}
