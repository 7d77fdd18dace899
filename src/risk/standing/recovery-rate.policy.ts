import { type BasisPoints, type Fen, minFen, ratio } from '../../kernel/index.js';
import { readCurve } from '../../kernel/recovery-curve.js';
import { STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';

/** The record of a provider, summed over the grabs that count towards the rates. */
export interface StandingFacts {
  /** Grabs that count towards the rate. */
  readonly countedCases: number;
  /**
   * Kish's effective sample size: (Σ expected)² ÷ Σ expected². One large case among many small ones decides the rate almost alone, so
   * together they must count as few.
   */
  readonly effectiveCases: number;
  /** Grabs that ended as completed, as far as they count. */
  readonly completedCases: number;
  /** What was claimed in all. */
  readonly claimedFen: Fen;
  /** What counts of the recovered amount, and of what was expected. */
  readonly recoveredFen: Fen;
  readonly expectedFen: Fen;
  /** What counts of the recovered amount in the provider's favour: no creditor makes up more of it than its share. */
  readonly provenFen: Fen;
  /** What was recovered in all. */
  readonly allRecoveredFen: Fen;
  /** Average whole days from grab to recovery, weighted by amount; null without a recovery. */
  readonly averageDays: number | null;
  /** Penalty points within the window. */
  readonly penaltyPoints: number;
}

export const NEWCOMER: StandingFacts = {
  countedCases: 0,
  effectiveCases: 0,
  completedCases: 0,
  claimedFen: 0n,
  recoveredFen: 0n,
  expectedFen: 0n,
  provenFen: 0n,
  allRecoveredFen: 0n,
  averageDays: null,
  penaltyPoints: 0,
};

export interface Rates {
  /** Recovered ÷ claimed, of all creditors alike: what happened, beside what counts; null while there is no record. */
  readonly collectionRateBps: BasisPoints | null;
  /** Recovered ÷ expected for the same mix of age and amount; null while nothing counts. */
  readonly adjustedRateBps: BasisPoints | null;
  /** The adjusted rate, shrunk towards the platform mean while there are few cases; the mean for a newcomer. */
  readonly shrunkRateBps: BasisPoints;
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

/** The three rates; the last one decides about the grade. */
export function ratesOf(facts: StandingFacts, parameters: StandingParameters = STANDING_DEFAULTS): Rates {
  const { claimedFen, recoveredFen, allRecoveredFen, expectedFen, effectiveCases } = facts;
  const { platformMeanBps: mean, priorCases: prior } = parameters;
  const collectionRateBps = claimedFen > 0n ? ratio(allRecoveredFen, claimedFen) : null;
  if (expectedFen <= 0n) return { collectionRateBps, adjustedRateBps: null, shrunkRateBps: mean };
  const most = (expectedFen * BigInt(parameters.adjustedCeilingBps)) / 10_000n;
  const adjustedRateBps = ratio(minFen(recoveredFen, most), expectedFen);
  const weight = effectiveCases + prior;
  const shrunkRateBps =
    weight === 0 ? mean : Math.floor((effectiveCases * adjustedRateBps + prior * mean) / weight + 1e-9);
  return { collectionRateBps, adjustedRateBps, shrunkRateBps };
}
