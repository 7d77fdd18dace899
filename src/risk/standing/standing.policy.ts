import { type Day, monthsBetween } from '../../kernel/index.js';
import { type Rates, ratesOf } from './recovery-rate.policy.js';
import { explain, type Factor } from './standing-explanation.policy.js';
import type { StandingFacts } from './standing-facts.policy.js';
import {
  GRADES,
  type Grade,
  type GradeRule,
  type Quota,
  type StandingParameters,
} from './standing-parameters.policy.js';
import { isInTime, proofOf, type StandingRecord } from './standing-proof.policy.js';

export const REQUIREMENTS = [
  'completed_cases',
  'recovered_amount',
  'reliability',
  'shrunk_rate',
  'speed',
  'compliance',
  'veto',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export interface Standing extends Rates {
  /** 0 to 1,000: the sum of the effects in the explanation. */
  readonly points: number;
  /** What the record has earned: to be kept, for the next look begins with it. */
  readonly earned: Grade;
  /** What the record has earned, or less while penalty points allow no more. */
  readonly grade: Grade;
  readonly quota: Quota;
  /** Whole months without anything done. */
  readonly idleMonths: number;
  /** The next grade and the requirements still missing for it; null for the highest grade. */
  readonly next: { readonly grade: Grade; readonly missing: readonly Requirement[] } | null;
  /** Every factor, in a fixed order (PIPL art. 24: automated decisions are explained). */
  readonly explanation: readonly Factor[];
}

/**
 * Grade, rates and quota of a provider that had earned a grade before; none, as a newcomer. The same facts, grade, figures and day always
 * give the same standing. A veto comes after it.
 */
export function standingOf(
  facts: StandingFacts,
  before: Grade | null,
  parameters: StandingParameters,
  today: Day,
): Standing {
  const idleMonths = facts.lastActiveOn === null ? 0 : monthsBetween(facts.lastActiveOn, today);
  const rates = ratesOf(facts, parameters, idleMonths);
  const record = { facts, rates, proof: proofOf(facts, parameters), parameters };
  const earned = earnedGrade(before ?? 'junior', record);
  const grade = disciplined(earned, facts.penaltyPoints, parameters);
  const quota = quotaOf(grade, rates, parameters);
  const next = nextOf(grade, record);
  const explanation = explain({ ...record, idleMonths, earned, grade, quota });
  const points = explanation.reduce((sum, factor) => sum + factor.effect, 0);
  return { ...rates, points, earned, grade, quota, idleMonths, next, explanation };
}

/**
 * The grade that the record earns. It stays while the rate is not reliable, and near a limit: it rises only when enough of the interval
 * lies above the limit, and falls only when as much lies below. The limits are fixed, so nobody falls because others rise.
 */
function earnedGrade(before: Grade, record: StandingRecord): Grade {
  const { rates, parameters } = record;
  if (rates.reliabilityBps < parameters.minReliabilityBps) return before;
  const margin = marginOf(record);
  const at = (rate: number) => (name: Grade) => missing(parameters.grades[name], record, rate).length === 0;
  const risen = GRADES.findLast(at(rates.shrunkRateBps - margin));
  if (risen && GRADES.indexOf(risen) > GRADES.indexOf(before)) return risen;
  return upTo(before).findLast(at(rates.shrunkRateBps + margin)) ?? 'junior';
}

function marginOf({ rates, parameters }: StandingRecord): number {
  return ((rates.highestRateBps - rates.shrunkRateBps) * parameters.hysteresisBps) / 10_000;
}

/** The highest grade up to this one with so many penalty points. They lapse, and what the record has earned is then in force again. */
function disciplined(earned: Grade, penaltyPoints: number, { grades }: StandingParameters): Grade {
  const allowed = ({ maxPenaltyPoints: most }: GradeRule) => most === null || penaltyPoints <= most;
  return upTo(earned).findLast((name) => allowed(grades[name])) ?? 'junior';
}

function upTo(grade: Grade): readonly Grade[] {
  return GRADES.slice(0, GRADES.indexOf(grade) + 1);
}

function quotaOf(grade: Grade, rates: Rates, parameters: StandingParameters): Quota {
  const { casesHeld, largestCaseFen } = parameters.grades[grade];
  const step = parameters.heldByRate.findLast((each) => rates.shrunkRateBps >= each.minShrunkRateBps);
  return { casesHeld: Math.ceil((casesHeld * (step?.shareBps ?? 10_000)) / 10_000), largestCaseFen };
}

function nextOf(grade: Grade, record: StandingRecord): Standing['next'] {
  const { rates, parameters, facts } = record;
  const next = GRADES[GRADES.indexOf(grade) + 1];
  if (!next) return null;
  const rule = parameters.grades[next];
  const unmet = new Set(missing(rule, record, rates.shrunkRateBps - marginOf(record)));
  if (rates.reliabilityBps < parameters.minReliabilityBps) unmet.add('reliability');
  if (rule.maxPenaltyPoints !== null && facts.penaltyPoints > rule.maxPenaltyPoints) unmet.add('compliance');
  return { grade: next, missing: REQUIREMENTS.filter((each) => unmet.has(each)) };
}

/** The requirements of a grade that a record does not meet at this rate; compliance is looked at apart. */
function missing(rule: GradeRule, { proof }: StandingRecord, rateBps: number): Requirement[] {
  const met: Partial<Record<Requirement, boolean>> = {
    completed_cases: proof.completedCases >= rule.minCompletedCases,
    recovered_amount: proof.recoveredFen >= rule.minRecoveredFen,
    shrunk_rate: rateBps >= rule.minShrunkRateBps,
    speed: isInTime(rule, proof),
  };
  return REQUIREMENTS.filter((each) => met[each] === false);
}
