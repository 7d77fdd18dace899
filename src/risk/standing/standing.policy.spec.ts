import fc from 'fast-check';
import { penaltyFor, suspensionAfter } from './penalty.policy.js';
import { expectedRecovery, ratesOf } from './recovery-rate.policy.js';
import { type Standing, standingOf } from './standing.policy.js';
import { FACTOR_CODES } from './standing-explanation.policy.js';
import {
  type CreditorRecord,
  contributionOf,
  type Hold,
  NEWCOMER,
  NOTHING,
  plus,
  type StandingFacts,
} from './standing-facts.policy.js';
import { GRADES, type Grade, STANDING_DEFAULTS, standingParameters } from './standing-parameters.policy.js';

const cny = (yuan: number) => BigInt(yuan) * 100n;
const TODAY = '2026-11-30';
const look = (facts: StandingFacts, before: Grade | null = null, parameters = STANDING_DEFAULTS, today = TODAY) =>
  standingOf(facts, before, parameters, today);

/** Holds by creditor, summed as they are kept. */
function factsOf(
  holds: readonly (readonly [creditor: number, hold: Hold])[],
  change: Partial<StandingFacts> = {},
): StandingFacts {
  const sums = new Map<number, CreditorRecord>();
  for (const [creditor, hold] of holds) {
    const known = sums.get(creditor) ?? { ...NOTHING, known: true };
    sums.set(creditor, { ...plus(known, contributionOf(hold)), known: true });
  }
  return { creditors: [...sums.values()], penaltyPoints: 0, lastActiveOn: TODAY, ...change };
}

/** So many cases of 80,000 CNY three months overdue, each with its own creditor, of which so much was recovered within `days`. */
function record(cases: number, recoveredBps: number, days = 40, change: Partial<StandingFacts> = {}): StandingFacts {
  return factsOf(
    Array.from({ length: cases }, (_, at) => [at, completed(recoveredBps, days)] as const),
    change,
  );
}

function completed(recoveredBps: number, days = 40): Hold {
  const amountFen = cny(80_000);
  const recoveredFen = (amountFen * BigInt(recoveredBps)) / 10_000n;
  return {
    ...{ state: 'completed', exonerated: false, amountFen, expectedFen: expectedRecovery(amountFen, 3), heldDays: 100 },
    ...{ recoveredFen, recoveredFenDays: recoveredFen * BigInt(days) },
  };
}

const anyHold: fc.Arbitrary<Hold> = fc
  .record({
    state: fc.constantFrom<Hold['state'][]>('active', 'completed', 'returned', 'expired', 'recalled'),
    amountFen: fc.bigInt(cny(10), cny(2_000_000)),
    months: fc.nat(70),
    heldDays: fc.nat(200),
    recoveredBps: fc.oneof(fc.constant(0), fc.constant(10_000), fc.nat(10_000)),
    days: fc.nat(180),
  })
  .map(({ state, amountFen, months, heldDays, recoveredBps, days }) => {
    const recoveredFen = (amountFen * BigInt(recoveredBps)) / 10_000n;
    return {
      ...{ state, exonerated: false, amountFen, expectedFen: expectedRecovery(amountFen, months), heldDays },
      ...{ recoveredFen, recoveredFenDays: recoveredFen * BigInt(days) },
    };
  });
const anyHolds = fc.array(fc.tuple(fc.nat(6), anyHold), { maxLength: 120 });
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

describe('rates', () => {
  it('expect of a case what its age yields on average', () => {
    expect(expectedRecovery(cny(10_000), 12)).toBe(cny(2_280));
    const halved = standingParameters({
      amountFactors: [
        { minAmountFen: 0n, factorBps: 10_000 },
        { minAmountFen: cny(5_000), factorBps: 5_000 },
      ],
    });
    expect(expectedRecovery(cny(10_000), 12, halved)).toBe(cny(1_140));
    expect(expectedRecovery(cny(1_000), 12, halved)).toBe(cny(228));
  });

  it('judge old and young cases by their own measure, and weigh by the root of the amount', () => {
    const of = (amountFen: bigint, months: number, recoveredFen: bigint): Hold => ({
      ...completed(0),
      ...{ amountFen, expectedFen: expectedRecovery(amountFen, months), recoveredFen },
    });
    const open = standingParameters({ creditorCreditBps: 1_000_000 });
    // Roots of 10,000 and 100 √fen: by money the large one would count not a hundred but ten thousand times as much.
    const mixed = factsOf([
      [1, of(cny(1_000_000), 12, cny(228_000))],
      [2, of(cny(100), 12, 0n)],
    ]);
    const { adjustedRateBps, collectionRateBps } = ratesOf(mixed, open, 0);
    expect(collectionRateBps).toBe(2_279);
    expect(adjustedRateBps).toBe(9_900);
  });

  it('grow reliable with cases, as n·σb² ÷ (n·σb² + σw²), and the interval narrows', () => {
    const rates = [5, 20, 80, 320].map((cases) => ratesOf(record(cases, 6_960), STANDING_DEFAULTS, 0));
    // Of each case 0.696 is expected; what varies is 0.65 × 0.696 × 0.304 ÷ 0.696².
    const within = (0.65 * 0.304) / 0.696;
    for (const [at, { reliabilityBps, effectiveCases }] of rates.entries()) {
      const n = 5 * 4 ** at;
      expect(effectiveCases).toBeCloseTo(n, 0);
      expect(reliabilityBps / 10_000).toBeCloseTo((n * 0.0484) / (n * 0.0484 + within), 3);
    }
    const widths = rates.map(({ lowestRateBps, highestRateBps }) => highestRateBps - lowestRateBps);
    expect([...widths].sort((a, b) => b - a)).toEqual(widths);
  });

  it('are shrunk to the mean as far as they are not reliable', () => {
    const none = ratesOf(NEWCOMER, STANDING_DEFAULTS, 0);
    expect(none).toMatchObject({
      shrunkRateBps: 10_000,
      adjustedRateBps: null,
      collectionRateBps: null,
      reliabilityBps: 0,
    });
    const { shrunkRateBps, reliabilityBps, adjustedRateBps } = ratesOf(record(20, 3_480), STANDING_DEFAULTS, 0);
    expect(adjustedRateBps).toBe(5_000);
    expect(Math.abs(shrunkRateBps - (10_000 - reliabilityBps / 2))).toBeLessThanOrEqual(1);
  });

  it('widen with idle months, and lose reliability, but stay where they are', () => {
    const facts = record(80, 8_000);
    const [now, later, never] = [0, 12, 400].map((months) => ratesOf(facts, STANDING_DEFAULTS, months));
    expect(later!.shrunkRateBps).toBe(now!.shrunkRateBps);
    expect(later!.highestRateBps).toBeGreaterThan(now!.highestRateBps);
    expect(later!.lowestRateBps).toBeLessThan(now!.lowestRateBps);
    expect(later!.reliabilityBps).toBeLessThan(now!.reliabilityBps);
    expect(never!.reliabilityBps).toBe(0);
    expect(look(facts, null, STANDING_DEFAULTS, '2027-12-15').idleMonths).toBe(12);
  });

  it('take of one creditor little more than all others show', () => {
    const honest = Array.from({ length: 40 }, (_, at) => [at, completed(6_960)] as const);
    const friend = Array.from({ length: 20 }, () => [99, completed(10_000)] as const);
    const alone = ratesOf(factsOf(honest), STANDING_DEFAULTS, 0);
    const helped = ratesOf(factsOf([...honest, ...friend]), STANDING_DEFAULTS, 0);
    // 20 cases with 0.304 more than expected would be +14 %; what counts is one case: 1 ÷ (60 × 0.696).
    expect(alone.adjustedRateBps).toBe(10_000);
    expect(helped.adjustedRateBps! - 10_000).toBeGreaterThan(200);
    expect(helped.adjustedRateBps! - 10_000).toBeLessThan(260);
    // What speaks against a provider counts in full.
    const foe = Array.from({ length: 20 }, () => [99, completed(0)] as const);
    expect(ratesOf(factsOf([...honest, ...foe]), STANDING_DEFAULTS, 0).adjustedRateBps).toBe(6_666);
    // A ring does not vouch for itself.
    const ring = Array.from({ length: 20 }, (_, at) => [100 + (at % 2), completed(10_000)] as const);
    expect(ratesOf(factsOf([...honest, ...ring]), STANDING_DEFAULTS, 0).adjustedRateBps! - 10_000).toBeLessThan(650);
  });

  it('take grabs of before creditors were recorded as they are', () => {
    const { creditors } = record(1, 10_000);
    const old = { ...NEWCOMER, creditors: [{ ...creditors[0]!, known: false }] };
    expect(ratesOf(old, STANDING_DEFAULTS, 0).adjustedRateBps).toBe(14_367);
  });
});

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
