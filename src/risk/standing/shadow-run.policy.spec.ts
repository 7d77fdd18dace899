import { movesOf } from './shadow-run.policy.js';
import { standingOf } from './standing.policy.js';
import { NEWCOMER } from './standing-facts.policy.js';
import { type Grade, STANDING_DEFAULTS, standingParameters } from './standing-parameters.policy.js';

const by = (grade: Grade, parameters = STANDING_DEFAULTS) => standingOf(NEWCOMER, grade, parameters, '2026-06-01');
const move = (providerId: string, from: Grade, to: Grade) => ({ providerId, before: by(from), after: by(to) });

describe('a shadow run', () => {
  it('counts those that would move by grade, names the first of them, and leaves out the others', () => {
    const all = [
      move('a', 'junior', 'junior'),
      move('b', 'expert', 'senior'),
      move('c', 'expert', 'senior'),
      move('d', 'junior', 'middle'),
    ];
    const { moves, providers } = movesOf(all, 2);
    expect(moves).toEqual([
      { from: 'junior', to: 'middle', providers: 1 },
      { from: 'expert', to: 'senior', providers: 2 },
    ]);
    expect(providers.map(({ providerId }) => providerId)).toEqual(['b', 'c']);
  });

  it('tells of a quota that would change within one grade', () => {
    const wider = by('junior', standingParameters({ grades: { junior: { casesHeld: 4 } } }));
    const { moves } = movesOf([{ providerId: 'a', before: by('junior'), after: wider }], 5);
    expect(moves).toEqual([{ from: 'junior', to: 'junior', providers: 1 }]);
  });
});
