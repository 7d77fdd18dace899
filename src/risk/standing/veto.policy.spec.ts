import { standingOf } from './standing.policy.js';
import { NEWCOMER } from './standing-facts.policy.js';
import { GRADES, type Grade, STANDING_DEFAULTS, standingParameters } from './standing-parameters.policy.js';
import { underVeto, type Veto } from './veto.policy.js';

const today = '2026-06-01';
const earnedAs = (grade: Grade) => standingOf(NEWCOMER, grade, STANDING_DEFAULTS, today);
const veto = (grade: Grade, until = today): Veto => ({ grade, reason: 'harassment', until });

describe('a veto', () => {
  it('lets no grade above it be in force, with the quota of the allowed one, and stands in the explanation', () => {
    const standing = underVeto(earnedAs('expert'), veto('middle'), today, STANDING_DEFAULTS);
    expect(standing).toMatchObject({ grade: 'middle', earned: 'expert', next: { grade: 'senior', missing: ['veto'] } });
    expect(standing.quota).toEqual({ casesHeld: 5, largestCaseFen: 100_000_000n });
    const said = new Map(standing.explanation.map(({ code, value }) => [code, value]));
    expect([said.get('GRADE'), said.get('CASES_HELD'), said.get('LARGEST_CASE')]).toEqual(['middle', '5', '100000000']);
    const last = standing.explanation.at(-1)!;
    expect(last).toMatchObject({ code: 'VETO', value: 'middle', weight: 0, effect: 0 });
    expect(last.text.en).toContain(`Until ${today}`);
    expect(last.text.zh).toContain('威胁或骚扰');
    expect(standing.points).toBe(earnedAs('expert').points);
  });

  it('lowers nothing that is not above it, and nothing once its last day is over', () => {
    for (const grade of GRADES) {
      const earned = earnedAs(grade);
      expect(underVeto(earned, veto('expert'), today, STANDING_DEFAULTS)).toMatchObject({ grade, quota: earned.quota });
      expect(underVeto(earned, veto('junior', '2026-05-31'), today, STANDING_DEFAULTS)).toEqual(earned);
      expect(underVeto(earned, null, today, STANDING_DEFAULTS)).toEqual(earned);
    }
  });

  it('gives no more than was earned, whatever the figures', () => {
    const generous = standingParameters({ grades: { junior: { casesHeld: 50, largestCaseFen: null } } });
    const earned = standingOf(NEWCOMER, 'middle', generous, today);
    const { quota } = underVeto(earned, veto('junior'), today, generous);
    expect(quota).toEqual(earned.quota);
  });
});
