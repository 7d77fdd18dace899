import { type Rates, ratesOf, type StandingFacts } from './recovery-rate.policy.js';
import { explain, type Factor } from './standing-explanation.policy.js';
import {
  GRADES,
  type Grade,
  type GradeRule,
  type Quota,
  STANDING_DEFAULTS,
  type StandingParameters,
} from './standing-parameters.policy.js';

export const REQUIREMENTS = ['completed_cases', 'recovered_amount', 'shrunk_rate', 'speed', 'compliance'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export interface Standing extends Rates {
  /** 0 to 1,000: the sum of the effects in the explanation. */
  readonly points: number;
  readonly grade: Grade;
  readonly quota: Quota;
  /** The next grade and the requirements still missing for it; null for the highest grade. */
  readonly next: { readonly grade: Grade; readonly missing: readonly Requirement[] } | null;
  /** Every factor, in a fixed order (PIPL art. 24: automated decisions are explained). */
  readonly explanation: readonly Factor[];
}

/** Grade, rates and quota of a provider. The same facts and parameters always give the same standing. */
export function standingOf(facts: StandingFacts, parameters: StandingParameters = STANDING_DEFAULTS): Standing {
  const rates = ratesOf(facts, parameters);
  const grade = gradeOf(facts, rates, parameters);
  const quota = quotaOf(grade, rates, parameters);
  const next = nextOf(grade, facts, rates, parameters);
  const explanation = explain(facts, rates, grade, quota, parameters);
  const points = explanation.reduce((sum, factor) => sum + factor.effect, 0);
  return { ...rates, points, grade, quota, next, explanation };
}

function gradeOf(facts: StandingFacts, rates: Rates, parameters: StandingParameters): Grade {
  const reached = GRADES.findLast((name) => missing(parameters.grades[name], facts, rates).length === 0);
  return reached ?? 'junior';
}

function quotaOf(grade: Grade, rates: Rates, parameters: StandingParameters): Quota {
  const { casesHeld, largestCaseFen } = parameters.grades[grade];
  const step = parameters.heldByRate.findLast((each) => rates.shrunkRateBps >= each.minShrunkRateBps);
  return { casesHeld: Math.ceil((casesHeld * (step?.shareBps ?? 10_000)) / 10_000), largestCaseFen };
}

function nextOf(grade: Grade, facts: StandingFacts, rates: Rates, parameters: StandingParameters): Standing['next'] {
  const next = GRADES[GRADES.indexOf(grade) + 1];
  return next ? { grade: next, missing: missing(parameters.grades[next], facts, rates) } : null;
}

function missing(rule: GradeRule, facts: StandingFacts, rates: Rates): Requirement[] {
  const met: Record<Requirement, boolean> = {
    completed_cases: facts.completedCases >= rule.minCompletedCases,
    recovered_amount: facts.provenFen >= rule.minRecoveredFen,
    shrunk_rate: rates.shrunkRateBps >= rule.minShrunkRateBps,
    speed: rule.maxAverageDays === null || (facts.averageDays !== null && facts.averageDays <= rule.maxAverageDays),
    compliance: rule.maxPenaltyPoints === null || facts.penaltyPoints <= rule.maxPenaltyPoints,
  };
  return REQUIREMENTS.filter((each) => !met[each]);
}
