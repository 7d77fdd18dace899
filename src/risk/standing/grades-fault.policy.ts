import { defineReasons, invalid, type Refusal } from '../../kernel/index.js';
import { GRADES, type GradeRule, STANDING_DEFAULTS, type StandingParameters } from './standing-parameters.policy.js';

const invalidGrade = defineReasons({
  NEWCOMERS_GRADE: ['every newcomer has this grade, so it asks for nothing', '该等级为所有新服务方的等级，不设条件'],
});

/** Where a higher grade may ask for no less, or give no less; null is without a limit. */
const RISING = ['minCompletedCases', 'minRecoveredFen', 'minShrunkRateBps', 'casesHeld', 'largestCaseFen'] as const;
/** Where it may allow no more. */
const FALLING = ['maxAverageDays', 'maxPenaltyPoints'] as const;
/** What a grade asks for; the rest of `RISING` is what it gives. */
const CONDITIONS = ['minCompletedCases', 'minRecoveredFen', 'minShrunkRateBps', ...FALLING] as const;

/**
 * What is nonsense about the grades as a whole: one that is higher but easier to reach, or that gives less, for a provider would then rise
 * by getting worse; and a condition of the lowest one, which nobody would look at.
 */
export function gradesFault({ grades }: Pick<StandingParameters, 'grades'>): Refusal | undefined {
  const asked = CONDITIONS.find((name) => grades.junior[name] !== STANDING_DEFAULTS.grades.junior[name]);
  if (asked) return invalidGrade('NEWCOMERS_GRADE', { path: `change.grades.junior.${asked}` });
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
