import { gradesFault } from './grades-fault.policy.js';
import { type Grade, type GradeRule, STANDING_DEFAULTS, standingParameters } from './standing-parameters.policy.js';

const faultOf = (grades: Partial<Record<Grade, Partial<GradeRule>>>) => {
  const fault = gradesFault(standingParameters({ grades }));
  return fault && [fault.path, fault.details['other']];
};

describe('grades as a whole', () => {
  it('are in order by default, and where neighbours are alike', () => {
    expect(gradesFault(STANDING_DEFAULTS)).toBeUndefined();
    expect(faultOf({ middle: { casesHeld: 8 }, expert: { minShrunkRateBps: 10_000 } })).toBeUndefined();
  });

  it.each<[string, Partial<Record<Grade, Partial<GradeRule>>>, [string, string]]>([
    ['easier to reach', { senior: { minCompletedCases: 4 } }, ['senior.minCompletedCases', 'middle.minCompletedCases']],
    ['cheaper', { expert: { minRecoveredFen: 0n } }, ['expert.minRecoveredFen', 'senior.minRecoveredFen']],
    ['lower in rate', { middle: { minShrunkRateBps: 10_001 } }, ['senior.minShrunkRateBps', 'middle.minShrunkRateBps']],
    ['smaller', { junior: { casesHeld: 6 } }, ['middle.casesHeld', 'junior.casesHeld']],
    [
      'limited above an unlimited one',
      { middle: { largestCaseFen: null }, senior: { largestCaseFen: 5n } },
      ['senior.largestCaseFen', 'middle.largestCaseFen'],
    ],
    ['allowed to be slower', { expert: { maxAverageDays: null } }, ['expert.maxAverageDays', 'senior.maxAverageDays']],
    [
      'allowed more penalties',
      { expert: { maxPenaltyPoints: 121 } },
      ['expert.maxPenaltyPoints', 'senior.maxPenaltyPoints'],
    ],
  ])('are nonsense when a higher one is %s', (_, grades, [path, other]) => {
    expect(faultOf(grades)).toEqual([`change.grades.${path}`, `grades.${other}`]);
  });
});
