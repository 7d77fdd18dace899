import { type BasisPoints, type Fen, minFen, ratio } from '../../kernel/index.js';
import { readCurve } from '../../kernel/recovery-curve.js';
import { STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';

/** One grab as far as standing is concerned. */
export interface GrabOutcome {
  readonly state: 'active' | 'completed' | 'returned' | 'expired' | 'recalled';
  readonly amountFen: Fen;
  readonly monthsOverdueAtGrab: number;
  readonly recoveredFen: Fen;
  readonly daysHeld: number;
}

/** What a provider did, summed over the grabs that count (`countsTowardsRate`). */
export interface StandingFacts {
  /** Grabs that count towards the rate. */
  readonly countedCases: number;
  /**
   * How many cases of equal size would say as much: (Σ expected)² ÷ Σ expected², Kish's effective sample size. One large
   * case among many small ones decides the rate almost alone, so it must not count as many.
   */
  readonly effectiveCases: number;
  /** Grabs that ended as completed. */
  readonly completedCases: number;
  readonly claimedFen: Fen;
  readonly recoveredFen: Fen;
  readonly expectedFen: Fen;
  /** From grab to money, weighted by amount, whole days; null while there was no money. */
  readonly averageDays: number | null;
  /** Penalty points of the window. */
  readonly penaltyPoints: number;
}

export const NEWCOMER: StandingFacts = {
  countedCases: 0,
  effectiveCases: 0,
  completedCases: 0,
  claimedFen: 0n,
  recoveredFen: 0n,
  expectedFen: 0n,
  averageDays: null,
  penaltyPoints: 0,
};

export interface Rates {
  /** Recovered ÷ claimed; null while nothing counts. */
  readonly collectionRateBps: BasisPoints | null;
  /** Recovered ÷ expected for the same mix of age and amount; null while nothing counts. */
  readonly adjustedRateBps: BasisPoints | null;
  /** The adjusted rate drawn towards the platform mean while there are few cases; the mean itself for a newcomer. */
  readonly shrunkRateBps: BasisPoints;
}

/**
 * Whether a grab counts towards the rates: completed ones, and active ones held long enough. Leaving young grabs out keeps
 * fresh work from reading as failure; counting old ones keeps failures from being hidden by never closing them. Returned,
 * expired and recalled grabs are answered by penalty points, or are the creditor's doing.
 */
export function countsTowardsRate(
  outcome: Pick<GrabOutcome, 'state' | 'daysHeld'>,
  parameters: StandingParameters = STANDING_DEFAULTS,
): boolean {
  if (outcome.state === 'completed') return true;
  return outcome.state === 'active' && outcome.daysHeld >= parameters.maturityDays;
}

/** What an average provider recovers of one case, in fen, rounded down. */
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

/** The three rates, from the plain one to the one that decides. */
export function ratesOf(facts: StandingFacts, parameters: StandingParameters = STANDING_DEFAULTS): Rates {
  const { claimedFen, recoveredFen, expectedFen, effectiveCases } = facts;
  const { platformMeanBps: mean, priorCases: prior } = parameters;
  const collectionRateBps = claimedFen > 0n ? ratio(recoveredFen, claimedFen) : null;
  if (expectedFen <= 0n) return { collectionRateBps, adjustedRateBps: null, shrunkRateBps: mean };
  const most = (expectedFen * BigInt(parameters.adjustedCeilingBps)) / 10_000n;
  const adjustedRateBps = ratio(minFen(recoveredFen, most), expectedFen);
  const weight = effectiveCases + prior;
  const shrunkRateBps =
    weight === 0 ? mean : Math.floor((effectiveCases * adjustedRateBps + prior * mean) / weight + 1e-9);
  return { collectionRateBps, adjustedRateBps, shrunkRateBps };
}
