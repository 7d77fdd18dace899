import fc from 'fast-check';
import { penaltyFor, suspensionAfter } from './penalty.policy.js';
import { expectedRecovery, NEWCOMER, ratesOf, type StandingFacts } from './recovery-rate.policy.js';
import { standingOf } from './standing.policy.js';
import { FACTOR_CODES } from './standing-explanation.policy.js';
import { GRADES, STANDING_DEFAULTS, standingParameters } from './standing-parameters.policy.js';

const cny = (yuan: number) => BigInt(yuan) * 100n;
const proven: StandingFacts = {
  countedCases: 70,
  effectiveCases: 70,
  completedCases: 65,
  claimedFen: cny(12_000_000),
  recoveredFen: cny(7_000_000),
  expectedFen: cny(6_000_000),
  provenFen: cny(7_000_000),
  allRecoveredFen: cny(7_000_000),
  averageDays: 60,
  penaltyPoints: 0,
};
const anyFacts: fc.Arbitrary<StandingFacts> = fc
  .record({
    completedCases: fc.nat(120),
    open: fc.nat(20),
    claimedFen: fc.bigInt(1n, cny(20_000_000)),
    recoveredBps: fc.nat(10_000),
    expectedBps: fc.integer({ min: 0, max: 9490 }),
    averageDays: fc.option(fc.nat(400)),
    penaltyPoints: fc.nat(2000),
  })
  .map(({ open, recoveredBps, expectedBps, ...facts }) => ({
    ...facts,
    countedCases: facts.completedCases + open,
    effectiveCases: facts.completedCases + open,
    recoveredFen: (facts.claimedFen * BigInt(recoveredBps)) / 10_000n,
    expectedFen: (facts.claimedFen * BigInt(expectedBps)) / 10_000n,
    provenFen: (facts.claimedFen * BigInt(recoveredBps)) / 10_000n,
    allRecoveredFen: (facts.claimedFen * BigInt(recoveredBps)) / 10_000n,
  }));

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

  it('judge old and young cases by their own measure', () => {
    const rates = ratesOf({
      ...NEWCOMER,
      countedCases: 30,
      effectiveCases: 30,
      claimedFen: cny(100),
      recoveredFen: cny(20),
      allRecoveredFen: cny(20),
      expectedFen: cny(10),
    });
    expect(rates).toEqual({ collectionRateBps: 2_000, adjustedRateBps: 20_000, shrunkRateBps: 17_500 });
  });

  it('believe no adjusted rate above the ceiling', () => {
    const lucky = {
      ...NEWCOMER,
      countedCases: 1,
      effectiveCases: 1,
      claimedFen: cny(100),
      recoveredFen: cny(100),
      expectedFen: cny(9),
    };
    expect(ratesOf(lucky).adjustedRateBps).toBe(30_000);
  });

  it('shrink to between the platform mean and the own rate, and closer to the own with more cases', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 20_000 }), (facts, platformMeanBps) => {
        const parameters = standingParameters({ platformMeanBps });
        const { adjustedRateBps: own, shrunkRateBps: shrunk } = ratesOf(facts, parameters);
        if (own === null) return expect(shrunk).toBe(platformMeanBps);
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, platformMeanBps));
        expect(shrunk).toBeLessThanOrEqual(Math.max(own, platformMeanBps));
        const more = ratesOf({ ...facts, effectiveCases: facts.effectiveCases + 50 }, parameters).shrunkRateBps;
        expect(Math.abs(own - more)).toBeLessThanOrEqual(Math.abs(own - shrunk) + 1);
      }),
    );
  });
});

describe('standing', () => {
  it('makes a newcomer a junior at the platform mean with its full quota', () => {
    const standing = standingOf(NEWCOMER);
    expect(standing).toMatchObject({ grade: 'junior', shrunkRateBps: 10_000, collectionRateBps: null, points: 400 });
    expect(standing.quota).toEqual({ casesHeld: 3, largestCaseFen: cny(50_000) });
    expect(standing.next).toEqual({ grade: 'middle', missing: ['completed_cases', 'recovered_amount'] });
  });

  it('makes a proven provider an expert without a limit of amount', () => {
    const standing = standingOf(proven);
    expect(standing).toMatchObject({ grade: 'expert', quota: { casesHeld: 15, largestCaseFen: null }, next: null });
  });

  it.each<[string, Partial<StandingFacts>, string]>([
    ['slow', { averageDays: 150 }, 'senior'],
    ['very slow', { averageDays: 400 }, 'middle'],
    ['unruly', { penaltyPoints: 130 }, 'middle'],
    ['very unruly', { penaltyPoints: 181 }, 'junior'],
    ['average in rate', { recoveredFen: cny(6_100_000) }, 'senior'],
    ['weak in rate', { recoveredFen: cny(5_000_000) }, 'junior'],
    ['small in number', { completedCases: 19 }, 'middle'],
    ['small in amount', { provenFen: cny(60_000) }, 'middle'],
  ])('grades an otherwise proven provider that is %s', (_, change, grade) => {
    expect(standingOf({ ...proven, ...change }).grade).toBe(grade);
  });

  it('halves the held cases, rounded up, of one who recovers under half of the expectation', () => {
    const failed = standingOf({ ...proven, recoveredFen: cny(1_000_000) });
    expect(failed).toMatchObject({ grade: 'junior', quota: { casesHeld: 2 } });
  });

  it('follows the parameters', () => {
    const parameters = standingParameters({ grades: { junior: { casesHeld: 7, largestCaseFen: null } } });
    expect(standingOf(NEWCOMER, parameters).quota).toEqual({ casesHeld: 7, largestCaseFen: null });
    expect(parameters.grades.junior.minCompletedCases).toBe(0);
    expect(parameters.grades.expert).toEqual(STANDING_DEFAULTS.grades.expert);
  });

  it('never gives less grade, points or quota for more recovered', () => {
    fc.assert(
      fc.property(anyFacts, fc.bigInt(0n, cny(20_000_000)), (facts, more) => {
        const before = standingOf(facts);
        const after = standingOf({ ...facts, recoveredFen: facts.recoveredFen + more });
        const largest = (limit: bigint | null) => limit ?? 10n ** 15n;
        expect(GRADES.indexOf(after.grade)).toBeGreaterThanOrEqual(GRADES.indexOf(before.grade));
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(after.quota.casesHeld).toBeGreaterThanOrEqual(before.quota.casesHeld);
        expect(largest(after.quota.largestCaseFen) >= largest(before.quota.largestCaseFen)).toBe(true);
      }),
    );
  });

  it('explains itself wholly, in both languages, the same each time, and its effects are its points', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const standing = standingOf(facts);
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
        expect(standingOf({ ...facts })).toEqual(standing);
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
