import { type BasisPoints, type CodeOf, defineVocabulary, type Fen } from '../../kernel/index.js';
import { CCAA_CURVE, type CurvePoint } from '../../kernel/recovery-curve.js';
import { type RecallReason, SPARING_CODES } from './given-back.policy.js';

export const GRADE = defineVocabulary({
  junior: { en: 'Every newcomer.', zh: '初级' },
  middle: { en: 'A first record of recovered cases.', zh: '中级' },
  senior: { en: 'A long record at the expected rate; no limit of amount.', zh: '高级' },
  expert: { en: 'Clearly above the expected rate over many cases.', zh: '专家' },
});
export const GRADES = GRADE.codes;
export type Grade = CodeOf<typeof GRADE>;

/** How many cases a provider may hold at once, and how large each may be. */
export interface Quota {
  readonly casesHeld: number;
  /** A case must be below this amount; null means no limit. */
  readonly largestCaseFen: Fen | null;
}

/** The requirements of a grade, all of which must be met, and its quota. */
export interface GradeRule extends Quota {
  readonly minCompletedCases: number;
  readonly minRecoveredFen: Fen;
  readonly minShrunkRateBps: BasisPoints;
  /**
   * Longest average time from grab to recovery, in days, of a provider that recovers just what its grade needs; who recovers more may take
   * longer. Null means no limit.
   */
  readonly maxAverageDays: number | null;
  readonly maxPenaltyPoints: number | null;
}

/** How many points each factor may add or take. The maxima sum to 1,000. */
export interface PointsRule {
  readonly start: number;
  readonly rate: number;
  readonly completed: number;
  readonly amount: number;
  readonly speed: number;
  /** Completed cases and recovered fen that earn all points of their factor; average days that earn and cost none. */
  readonly fullCompletedCases: number;
  readonly fullRecoveredFen: Fen;
  readonly neutralDays: number;
}

/** The parameters of standings. */
export interface StandingParameters {
  readonly expectedCurve: readonly CurvePoint[];
  /** Corrects the expectation for large cases: the last band reached applies. Neutral until there are outcomes to fit. */
  readonly amountFactors: readonly { readonly minAmountFen: Fen; readonly factorBps: BasisPoints }[];
  /** What an average provider reaches of the expectation; the rate of every newcomer. */
  readonly platformMeanBps: BasisPoints;
  /** How far the rates of providers truly lie apart, as a standard deviation: so far a rate is believed before it is known. */
  readonly betweenSdBps: BasisPoints;
  /** How much outcomes vary, as a share of what cases would that are paid in full or not at all, each on its own. */
  readonly dispersionBps: BasisPoints;
  /** How far what is expected of a provider's cases may itself be off, as a standard deviation: no number of cases tells more. */
  readonly expectationErrorBps: BasisPoints;
  /** Below this reliability the grade stays as it is. */
  readonly minReliabilityBps: BasisPoints;
  /** So much of the interval's half must lie beyond the limit between two grades before the grade moves. */
  readonly hysteresisBps: BasisPoints;
  /** How far a true rate may have moved in one idle month, as a standard deviation; widens the interval. */
  readonly idleDriftBps: BasisPoints;
  /** The highest adjusted rate that is shown: beyond it, it says nothing. */
  readonly adjustedCeilingBps: BasisPoints;
  /**
   * The largest part of what speaks for a provider that one creditor may make up. Otherwise a creditor and a provider could raise
   * its standing by payments that nobody made.
   */
  readonly maxCreditorShareBps: BasisPoints;
  /** How far the debtors of one creditor are better or worse together than what is expected of them, as a standard deviation. */
  readonly creditorSdBps: BasisPoints;
  /** So much of an average case paid in full may one creditor stand for beyond what all the others show. */
  readonly creditorCreditBps: BasisPoints;
  /** Days after which a grab that did not complete is held to its whole expectation; before, to the share of them it was held. */
  readonly maturityDays: number;
  /** Codes of creditors and of the platform by which a recall says nothing about the holder. */
  readonly exoneratingRecalls: readonly string[];
  /** Reasons of the platform for which a case stands still through no fault of its holder: such days do not count as held. */
  readonly sparingFreezes: readonly string[];
  readonly grades: Readonly<Record<Grade, GradeRule>>;
  /** Share of the grade's quota left at a shrunk rate, rounded up; the last step reached applies. In rising order. */
  readonly heldByRate: readonly { readonly minShrunkRateBps: BasisPoints; readonly shareBps: BasisPoints }[];
  readonly points: PointsRule;
  /** Points for the first, second, … return or expiry within the window; the last value repeats. */
  readonly penaltySteps: readonly number[];
  readonly penaltyWindowDays: number;
  /** After `ends` returns and expiries within seven days grabbing is suspended for `hours`. */
  readonly suspension: { readonly ends: number; readonly hours: number };
}

const CNY = 100n;

/** The platform's defaults. The quotas are those of 人人催; the requirements are our own. */
export const STANDING_DEFAULTS: StandingParameters = {
  expectedCurve: CCAA_CURVE,
  amountFactors: [{ minAmountFen: 0n, factorBps: 10_000 }],
  platformMeanBps: 10_000,
  betweenSdBps: 2_400,
  dispersionBps: 6_500,
  expectationErrorBps: 200,
  minReliabilityBps: 5_000,
  hysteresisBps: 2_500,
  idleDriftBps: 300,
  adjustedCeilingBps: 30_000,
  maxCreditorShareBps: 5_000,
  creditorSdBps: 1_000,
  creditorCreditBps: 6_000,
  maturityDays: 90,
  // Not what nobody but a friendly creditor can confirm.
  exoneratingRecalls: [
    ...([
      'debtor_dispute',
      'wrong_debtor',
      'posted_in_error',
      'settled_directly',
      'insolvency',
      'legal_order',
    ] as const),
  ] satisfies readonly RecallReason[],
  // Nobody can work on a frozen case, and nobody but the platform freezes one.
  sparingFreezes: SPARING_CODES,
  grades: {
    junior: {
      minCompletedCases: 0,
      minRecoveredFen: 0n,
      minShrunkRateBps: 0,
      maxAverageDays: null,
      maxPenaltyPoints: null,
      casesHeld: 3,
      largestCaseFen: 50_000n * CNY,
    },
    middle: {
      minCompletedCases: 5,
      minRecoveredFen: 50_000n * CNY,
      minShrunkRateBps: 9_000,
      maxAverageDays: null,
      maxPenaltyPoints: 180,
      casesHeld: 5,
      largestCaseFen: 1_000_000n * CNY,
    },
    senior: {
      minCompletedCases: 20,
      minRecoveredFen: 1_000_000n * CNY,
      minShrunkRateBps: 10_000,
      maxAverageDays: 180,
      maxPenaltyPoints: 120,
      casesHeld: 8,
      largestCaseFen: null,
    },
    expert: {
      minCompletedCases: 60,
      minRecoveredFen: 5_000_000n * CNY,
      minShrunkRateBps: 11_000,
      maxAverageDays: 120,
      maxPenaltyPoints: 60,
      casesHeld: 15,
      largestCaseFen: null,
    },
  },
  heldByRate: [
    { minShrunkRateBps: 0, shareBps: 5_000 },
    { minShrunkRateBps: 5_000, shareBps: 10_000 },
  ],
  points: {
    start: 400,
    rate: 300,
    completed: 100,
    amount: 100,
    speed: 100,
    fullCompletedCases: 100,
    fullRecoveredFen: 10_000_000n * CNY,
    neutralDays: 90,
  },
  penaltySteps: [30, 40, 50, 60],
  penaltyWindowDays: 30,
  suspension: { ends: 5, hours: 24 },
};

/** The defaults with changed values in place, field by field (grades and points one level deeper). */
export function standingParameters(
  changed: Partial<Omit<StandingParameters, 'grades' | 'points'>> & {
    grades?: Partial<Record<Grade, Partial<GradeRule>>>;
    points?: Partial<PointsRule>;
  } = {},
): StandingParameters {
  const base = STANDING_DEFAULTS;
  const grade = (name: Grade): GradeRule => ({ ...base.grades[name], ...changed.grades?.[name] });
  return {
    ...base,
    ...changed,
    grades: { junior: grade('junior'), middle: grade('middle'), senior: grade('senior'), expert: grade('expert') },
    points: { ...base.points, ...changed.points },
  };
}
