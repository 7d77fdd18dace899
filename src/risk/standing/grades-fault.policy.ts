import { invalid, type Refusal } from '../../kernel/index.js';
import { GRADES, type GradeRule, type StandingParameters } from './standing-parameters.policy.js';

/** Where a higher grade may ask for no less, or give no less; null is without a limit. */
const RISING = ['minCompletedCases', 'minRecoveredFen', 'minShrunkRateBps', 'casesHeld', 'largestCaseFen'] as const;
/** Where it may allow no more. */
const FALLING = ['maxAverageDays', 'maxPenaltyPoints'] as const;

/**
 * What is nonsense about the grades as a whole: one that is higher but easier to reach, or that gives less. A provider would then rise
 * by getting worse.
 */
export function gradesFault({ grades }: Pick<StandingParameters, 'grades'>): Refusal | undefined {
  for (const [at, upper] of GRADES.entries()) {
    const lower = GRADES[at - 1];
    if (!lower) continue;
    const path = (name: string) => ({ path: `change.grades.${upper}.${name}`, other: `grades.${lower}.${name}` });
    const sunk = RISING.find((name) => isAbove(grades[lower][name], grades[upper][name]));
    if (sunk) return invalid('AT_LEAST_FIELD', path(sunk));
    const risen = FALLING.find((name) => isAbove(grades[upper][name], grades[lower][name]));
    if (risen) return invalid('AT_MOST_FIELD', path(risen));
  }
  return undefined;
}

function isAbove(one: GradeRule[keyof GradeRule], other: GradeRule[keyof GradeRule]): boolean {
  return other !== null && (one === null || one > other);
}
