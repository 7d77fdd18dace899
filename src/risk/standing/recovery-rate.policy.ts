import { type BasisPoints, type Fen, minFen, ratio } from '../../kernel/index.js';
import { readCurve } from '../../kernel/recovery-curve.js';
import { Z95 } from '../../kernel/statistics.js';
import { countedOf } from './creditor-limit.policy.js';
import { evidenceOf } from './evidence.policy.js';
import { type Contribution, NOTHING, plus, type StandingFacts } from './standing-facts.policy.js';
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
    collectionRateBps: total.claimedFen > 0n ? ratio(total.recoveredFen, total.claimedFen) : null,
    adjustedRateBps: adjusted === null ? null : Math.min(adjusted, parameters.adjustedCeilingBps),
    limitLossBps: counted.expected > 0 ? down(counted.lost / counted.expected) : 0,
    shrunkRateBps: down(rate),
    reliabilityBps: down(between > 0 ? 1 - variance / between : 0),
    lowestRateBps: Math.max(0, down(rate - half)),
    highestRateBps: down(rate + half),
    effectiveCases,
  };
}

/** As basis points, rounded down; what is a whole number but for the last bit of a float stays it. */
function down(rate: number): BasisPoints {
  return Math.floor(rate * 10_000 + 1e-6);
}
