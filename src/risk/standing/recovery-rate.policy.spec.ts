import { cny, completed, factsOf, record } from '../../../test/support/standing-records.js';
import { expectedRecovery, ratesOf } from './recovery-rate.policy.js';
import { standingOf } from './standing.policy.js';
import { type Hold, NEWCOMER } from './standing-facts.policy.js';
import { STANDING_DEFAULTS, standingParameters } from './standing-parameters.policy.js';

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

  it('are no more than all of what was claimed, also when lines that were added to a held case brought in more', () => {
    const grown: Hold = { ...completed(0), amountFen: 10_000n, expectedFen: 5_000n, recoveredFen: 3_000_000_000n };
    expect(ratesOf(factsOf([[1, grown]]), STANDING_DEFAULTS, 0).collectionRateBps).toBe(10_000);
  });

  it('grow reliable with cases, as n·σb² ÷ (n·σb² + σw²), and the interval narrows', () => {
    const rates = [5, 20, 80, 320].map((cases) => ratesOf(record(cases, 6_960), STANDING_DEFAULTS, 0));
    // Of each case 0.696 is expected; what varies is 0.65 × 0.696 × 0.304 ÷ 0.696², and, each having its own, 0.1² of creditors.
    const within = (0.65 * 0.304) / 0.696 + 0.01;
    for (const [at, { reliabilityBps, effectiveCases }] of rates.entries()) {
      const n = 5 * 4 ** at;
      expect(effectiveCases).toBeCloseTo(n, 0);
      expect(reliabilityBps / 10_000).toBeCloseTo((n * 0.0576) / (n * 0.0576 + within), 3);
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
    // Without a limit by creditor nothing is lost by it.
    const open = standingParameters({ creditorCreditBps: 1_000_000 });
    const { shrunkRateBps, reliabilityBps, adjustedRateBps } = ratesOf(record(20, 3_480), open, 0);
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
    expect(standingOf(facts, null, STANDING_DEFAULTS, '2027-12-15').idleMonths).toBe(12);
  });

  it('take of one creditor little more than all others show', () => {
    const honest = Array.from({ length: 40 }, (_, at) => [at, completed(6_960)] as const);
    const friend = Array.from({ length: 20 }, () => [99, completed(10_000)] as const);
    const alone = ratesOf(factsOf(honest), STANDING_DEFAULTS, 0);
    const helped = ratesOf(factsOf([...honest, ...friend]), STANDING_DEFAULTS, 0);
    // 20 cases with 0.304 more than expected would be +14 %; what counts is a part of one case: 0.6 ÷ (60 × 0.696).
    expect(alone.adjustedRateBps).toBe(10_000);
    expect(helped.adjustedRateBps! - 10_000).toBeGreaterThan(130);
    expect(helped.adjustedRateBps! - 10_000).toBeLessThan(200);
    // What speaks against a provider counts in full.
    const foe = Array.from({ length: 20 }, () => [99, completed(0)] as const);
    expect(ratesOf(factsOf([...honest, ...foe]), STANDING_DEFAULTS, 0).adjustedRateBps).toBe(6_666);
    // A ring does not vouch for itself.
    const ring = Array.from({ length: 20 }, (_, at) => [100 + (at % 2), completed(10_000)] as const);
    expect(ratesOf(factsOf([...honest, ...ring]), STANDING_DEFAULTS, 0).adjustedRateBps! - 10_000).toBeLessThan(500);
  });

  it('believe many cases of few creditors less than as many of many', () => {
    const of = (creditors: number) =>
      factsOf(Array.from({ length: 120 }, (_, at) => [at % creditors, completed(6_960)] as const));
    const found = [120, 12, 3, 1].map((creditors) => ratesOf(of(creditors), STANDING_DEFAULTS, 0).reliabilityBps);
    expect([...found].sort((a, b) => b - a)).toEqual(found);
    // All of one: 0.24² ÷ (0.24² + 0.1² + 0.284 ÷ 120).
    expect(found.at(-1)! / 10_000).toBeCloseTo(0.0576 / (0.0576 + 0.01 + 0.284 / 120), 3);
  });

  it('lose nothing on average by the limit, however few the creditors of an honest provider are', () => {
    // Of each case all or nothing, as often as is expected; by chance, but the same each time.
    const chance = (at: number) => {
      let x = Math.imul(at ^ (at >>> 16), 0x85ebca6b);
      x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
      return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
    };
    const unlimited = standingParameters({ creditorCreditBps: 1_000_000 });
    for (const [creditors, most] of [
      // What is lost is reckoned as if deviations were normal, and creditors lay apart; these are neither.
      [2_000, 300],
      [400, 300],
      [40, 450],
    ] as const) {
      const holds = Array.from(
        { length: 4_000 },
        (_, at) => [at % creditors, completed(chance(at + 1) < 0.696 ? 10_000 : 0)] as const,
      );
      const [limited, plain] = [STANDING_DEFAULTS, unlimited].map((by) => ratesOf(factsOf(holds), by, 0).shrunkRateBps);
      expect([creditors, Math.abs(limited! - plain!) < most]).toEqual([creditors, true]);
    }
  });

  it('take grabs of before creditors were recorded as they are', () => {
    const { creditors } = record(1, 10_000);
    const old = { ...NEWCOMER, creditors: [{ ...creditors[0]!, known: false }] };
    expect(ratesOf(old, STANDING_DEFAULTS, 0).adjustedRateBps).toBe(14_367);
  });
});
