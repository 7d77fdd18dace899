import fc from 'fast-check';
import { anyHold, anyHolds, cny, completed, factsOf, record, TODAY } from '../../../test/support/standing-records.js';
import { penaltyFor, suspensionAfter } from './penalty.policy.js';
import { type Standing, standingOf } from './standing.policy.js';
import { FACTOR_CODES } from './standing-explanation.policy.js';
import { type Hold, NEWCOMER, type StandingFacts } from './standing-facts.policy.js';
import { GRADES, type Grade, STANDING_DEFAULTS, standingParameters } from './standing-parameters.policy.js';

const look = (facts: StandingFacts, before: Grade | null = null, parameters = STANDING_DEFAULTS, today = TODAY) =>
  standingOf(facts, before, parameters, today);

/** Cases without a fen, of creditors of their own: a rate of less than half of the expectation. */
const poor = completed(0);

const anyGrade = fc.constantFrom(...GRADES);
const rank = (grade: Grade) => GRADES.indexOf(grade);
const largest = ({ quota }: Standing) => quota.largestCaseFen ?? 10n ** 15n;

function expectNoLess(after: Standing, before: Standing): void {
  expect(after.shrunkRateBps).toBeGreaterThanOrEqual(before.shrunkRateBps);
  expect(after.points).toBeGreaterThanOrEqual(before.points);
  expect(rank(after.grade)).toBeGreaterThanOrEqual(rank(before.grade));
  expect(rank(after.earned)).toBeGreaterThanOrEqual(rank(before.earned));
  expect(after.quota.casesHeld).toBeGreaterThanOrEqual(before.quota.casesHeld);
  expect(largest(after) >= largest(before)).toBe(true);
}

describe('standing', () => {
  it('makes a newcomer a junior at the platform mean with its full quota', () => {
    const standing = look(NEWCOMER);
    expect(standing).toMatchObject({ grade: 'junior', earned: 'junior', shrunkRateBps: 10_000, points: 400 });
    expect(standing.quota).toEqual({ casesHeld: 3, largestCaseFen: cny(50_000) });
    expect(standing.next).toEqual({
      ...{ grade: 'middle', missing: ['completed_cases', 'recovered_amount', 'reliability', 'shrunk_rate'] },
    });
  });

  it('makes a proven provider an expert without a limit of amount', () => {
    expect(look(record(200, 8_700))).toMatchObject({
      ...{ grade: 'expert', quota: { casesHeld: 15, largestCaseFen: null }, next: null },
    });
  });

  it.each<[string, StandingFacts, Grade]>([
    ['average', record(200, 7_200), 'senior'],
    ['weak', record(200, 6_700), 'middle'],
    ['poor', record(200, 5_000), 'junior'],
    ['fast enough', record(200, 8_700, 130), 'expert'],
    ['slow', record(200, 7_700, 180), 'senior'],
    ['few', record(19, 9_500), 'middle'],
    ['unruly', record(200, 8_700, 40, { penaltyPoints: 100 }), 'senior'],
    ['very unruly', record(200, 8_700, 40, { penaltyPoints: 130 }), 'middle'],
    ['beyond measure', record(200, 8_700, 40, { penaltyPoints: 181 }), 'junior'],
  ])('grades a provider that is %s', (_, facts, grade) => {
    expect(look(facts).grade).toBe(grade);
  });

  it('keeps the grade while the rate is not reliable, up and down', () => {
    const few = record(5, 10_000);
    expect(look(few).reliabilityBps).toBeLessThan(5_000);
    expect(look(few, 'junior').earned).toBe('junior');
    expect(look(record(5, 0), 'expert').earned).toBe('expert');
    expect(look(record(5, 0), 'expert', standingParameters({ minReliabilityBps: 0 })).earned).toBe('junior');
  });

  it('moves only when enough of the interval lies beyond the limit', () => {
    // A little above and a little below 100 %, the limit of senior.
    const [above, below] = [record(200, 7_010), record(200, 6_910)];
    expect(look(above, 'middle').earned).toBe('middle');
    expect(look(above, 'senior').earned).toBe('senior');
    expect(look(below, 'senior').earned).toBe('senior');
    expect(look(record(200, 7_200), 'middle').earned).toBe('senior');
    expect(look(record(200, 6_600), 'senior').earned).toBe('middle');
  });

  it('gives back what was earned when penalty points have lapsed', () => {
    const facts = record(200, 8_700, 40, { penaltyPoints: 500 });
    const strict = look(facts, 'expert');
    expect(strict).toMatchObject({ grade: 'junior', earned: 'expert' });
    expect(look({ ...facts, penaltyPoints: 0 }, strict.earned).grade).toBe('expert');
  });

  it('says nothing of a provider that one creditor alone speaks for', () => {
    const alone = factsOf(Array.from({ length: 200 }, () => [1, completed(10_000)] as const));
    expect(look(alone)).toMatchObject({ grade: 'junior', collectionRateBps: 10_000 });
    expect(look(alone).shrunkRateBps).toBeLessThan(10_100);
  });

  it('halves the held cases, rounded up, of one who recovers under half of the expectation', () => {
    expect(look(record(200, 1_000))).toMatchObject({ grade: 'junior', quota: { casesHeld: 2 } });
  });

  it('follows the parameters', () => {
    const parameters = standingParameters({ grades: { junior: { casesHeld: 7, largestCaseFen: null } } });
    expect(look(NEWCOMER, null, parameters).quota).toEqual({ casesHeld: 7, largestCaseFen: null });
    expect(parameters.grades.junior.minCompletedCases).toBe(0);
    expect(parameters.grades.expert).toEqual(STANDING_DEFAULTS.grades.expert);
  });

  it('is never less for more recovered, however late', () => {
    fc.assert(
      fc.property(
        anyHolds,
        fc.nat(),
        fc.integer({ min: 1, max: 10_000 }),
        fc.nat(180),
        anyGrade,
        (holds, at, moreBps, late, before) => {
          if (holds.length === 0) return;
          const place = at % holds.length;
          const richer = holds.map(([creditor, hold], index) => {
            if (index !== place) return [creditor, hold] as const;
            const more = (hold.amountFen * BigInt(moreBps)) / 10_000n;
            const days = hold.recoveredFenDays + more * BigInt(late);
            return [creditor, { ...hold, recoveredFen: hold.recoveredFen + more, recoveredFenDays: days }] as const;
          });
          expectNoLess(look(factsOf(richer), before), look(factsOf(holds), before));
        },
      ),
    );
  });

  it('is never more by giving a case back, at any moment and whatever was paid on it', () => {
    const ends = fc.constantFrom<Hold['state'][]>('returned', 'expired', 'recalled');
    fc.assert(
      fc.property(anyHolds, fc.nat(6), anyHold, ends, anyGrade, (holds, creditor, hold, state, before) => {
        const holding = look(factsOf([...holds, [creditor, { ...hold, state: 'active' }]]), before);
        const penaltyPoints = state === 'recalled' ? 0 : penaltyFor(0);
        const given = look(factsOf([...holds, [creditor, { ...hold, state }]], { penaltyPoints }), before);
        expect(given.shrunkRateBps).toBe(holding.shrunkRateBps);
        expect(given.reliabilityBps).toBe(holding.reliabilityBps);
        expect(rank(given.grade)).toBeLessThanOrEqual(rank(holding.grade));
        expect(given.quota.casesHeld).toBeLessThanOrEqual(holding.quota.casesHeld);
        expect(largest(given) <= largest(holding)).toBe(true);
      }),
    );
  });

  it('stays when nothing changes: what was earned is earned again', () => {
    // Any record, and many near the limits between grades.
    const near = fc.tuple(fc.integer({ min: 20, max: 80 }), fc.integer({ min: 6_000, max: 8_500 }));
    const facts = fc.oneof(
      anyHolds.map((holds) => factsOf(holds)),
      near.map(([cases, recoveredBps]) => record(cases, recoveredBps)),
    );
    fc.assert(
      fc.property(facts, fc.nat(300), anyGrade, (of, penaltyPoints, before) => {
        const first = look({ ...of, penaltyPoints }, before);
        expect(look({ ...of, penaltyPoints }, first.earned)).toEqual(first);
      }),
    );
  });

  it('gives a higher grade no smaller quota', () => {
    fc.assert(
      fc.property(anyHolds, anyGrade, anyGrade, (holds, one, other) => {
        // Below the least reliability the grade of before is the grade.
        const kept = standingParameters({ minReliabilityBps: 10_001 });
        const [low, high] = [one, other].sort((a, b) => rank(a) - rank(b));
        const [lower, higher] = [look(factsOf(holds), low!, kept), look(factsOf(holds), high!, kept)];
        expect([lower.grade, higher.grade]).toEqual([low, high]);
        expect(higher.quota.casesHeld).toBeGreaterThanOrEqual(lower.quota.casesHeld);
        expect(largest(higher) >= largest(lower)).toBe(true);
      }),
    );
  });

  it('is given a quota that is no smaller for a better standing', () => {
    fc.assert(
      fc.property(anyHolds, anyHolds, anyGrade, fc.nat(200), (one, other, before, penaltyPoints) => {
        const seen = [one, other].map((holds) => look(factsOf(holds, { penaltyPoints }), before));
        const better = (a: Standing, b: Standing) =>
          rank(a.grade) >= rank(b.grade) && a.shrunkRateBps >= b.shrunkRateBps;
        for (const [a, b] of [seen, [...seen].reverse()] as const) {
          if (!better(a!, b!)) continue;
          expect(a!.quota.casesHeld).toBeGreaterThanOrEqual(b!.quota.casesHeld);
          expect(largest(a!) >= largest(b!)).toBe(true);
        }
      }),
      {
        examples: [
          [
            [
              [0, poor],
              [1, poor],
              [2, poor],
              [3, poor],
              [4, poor],
              [5, poor],
            ],
            [],
            'junior',
            0,
          ],
        ],
      },
    );
  });

  it('explains itself wholly, in both languages, the same each time, and its effects are its points', () => {
    fc.assert(
      fc.property(anyHolds, fc.nat(2_000), anyGrade, (holds, penaltyPoints, before) => {
        const facts = factsOf(holds, { penaltyPoints });
        const standing = look(facts, before);
        expect(standing.explanation.map((factor) => factor.code)).toEqual([...FACTOR_CODES]);
        for (const { text, effect, weight } of standing.explanation) {
          expect(text.en).toMatch(/\.$/);
          expect(text.zh).toMatch(/。$/);
          expect(`${text.en}${text.zh}`).not.toMatch(/\{|undefined|NaN|null/);
          expect(Math.abs(effect)).toBeLessThanOrEqual(weight);
        }
        expect(standing.explanation.reduce((sum, factor) => sum + factor.effect, 0)).toBe(standing.points);
        expect(standing.points).toBeGreaterThanOrEqual(0);
        expect(standing.points).toBeLessThanOrEqual(1_000);
        expect(look({ ...facts }, before)).toEqual(standing);
      }),
    );
  });
});

describe('penalties', () => {
  it('rise with each return in the window and stay at the last step', () => {
    expect([0, 1, 2, 3, 4, 50].map((count) => penaltyFor(count))).toEqual([30, 40, 50, 60, 60, 60]);
    expect(penaltyFor(2, { ...STANDING_DEFAULTS, penaltySteps: [5] })).toBe(5);
    expect(penaltyFor(0, { ...STANDING_DEFAULTS, penaltySteps: [] })).toBe(0);
  });

  it('suspend for a day at the fifth end within a week', () => {
    expect([0, 4, 5, 9].map((ends) => suspensionAfter(ends))).toEqual([0, 0, 24, 24]);
  });
});
