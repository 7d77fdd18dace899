import fc from 'fast-check';
import { drawKey, drawNumber, drawOrder } from './draw.js';
import {
  byar,
  collectionScore,
  funnelLimits,
  kish,
  kishOf,
  meanExcess,
  overdispersion,
  poissonQuantile,
  reliability,
  shrunkRatio,
  timelinessCredit,
  wilson,
} from './statistics.js';

describe('intervals', () => {
  it.each([
    ['S1', 0, 10, '0.000000..0.277533'],
    ['S5', 50, 100, '0.403832..0.596168'],
    ['S6', 95, 100, '0.888250..0.978456'],
    ['S7', 1, 1_000, '0.000177..0.005643'],
  ])('%s Wilson of %i of %i', (_, hits, trials, wanted) => {
    const { low, high } = wilson(hits, trials);
    expect(`${low.toFixed(6)}..${high.toFixed(6)}`).toBe(wanted);
  });

  it('of a share mirror each other, and are everything without a trial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.nat(2_000), (trials, of) => {
        const hits = Math.min(of, trials);
        const [one, other] = [wilson(hits, trials), wilson(trials - hits, trials)];
        expect(one.low).toBeCloseTo(1 - other.high, 12);
        expect(one.low).toBeLessThanOrEqual(hits / trials);
        expect(one.high).toBeGreaterThanOrEqual(hits / trials);
      }),
    );
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it.each([
    ['S8', 10, 10, '0.4787..1.8391'],
    ['S10', 20, 10, '1.2211..3.0890'],
    ['S11', 0, 3, '0.0000..1.2227'],
    ['S12', 120, 100, '0.9949..1.4349'],
  ])('%s Byar of %i observed, %i expected', (_, observed, expected, wanted) => {
    const { low, high } = byar(observed, expected);
    expect(`${low.toFixed(4)}..${high.toFixed(4)}`).toBe(wanted);
  });

  it.each([
    ['S15', 10, '2/4/17/21'],
    ['S16', 25, '11/16/35/42'],
    ['S17', 50, '30/37/64/73'],
  ])('%s exact Poisson limits of a funnel at %i', (_, expected, wanted) => {
    const { inner, outer } = funnelLimits(expected);
    expect([outer.low, inner.low, inner.high, outer.high].join('/')).toBe(wanted);
  });

  it.each([
    [0, 1, 0.39894228],
    [1, 1, 0.08331547],
    [2, 1, 0.0084907],
    [-1, 1, 1.08331547],
    [3, 2, 2 * 0.02930676],
    [-2, 0, 2],
    [2, 0, 0],
  ])('of a normal deviation: the mean excess over %d with deviation %d', (limit, sd, wanted) => {
    expect(meanExcess(limit, sd)).toBeCloseTo(wanted, 6);
  });

  it('of a Poisson distribution hold for any mean', () => {
    expect(poissonQuantile(0.5, 0)).toBe(0);
    expect(poissonQuantile(0, 10)).toBe(0);
    // e^-1 is 0.3679.
    expect([poissonQuantile(0.36, 1), poissonQuantile(0.37, 1)]).toEqual([0, 1]);
    // Near the normal distribution: 2,000 ± 1.96 √2,000.
    const { inner } = funnelLimits(2_000);
    expect(Math.abs(inner.low - 1_912.3) + Math.abs(inner.high - 2_087.7)).toBeLessThan(3);
  });

  it('are widened by what varies more than by chance, which a few far out do not decide', () => {
    const spread = (by: number) => Array.from({ length: 21 }, (_, at) => by * (at - 10));
    // Of −10 to 10 the two outermost on either side count as ±8.
    expect(overdispersion(spread(1))).toBeCloseTo((2 * (1 + 4 + 9 + 16 + 25 + 36 + 49 + 3 * 64)) / 21, 9);
    expect(overdispersion(spread(2))).toBeCloseTo(4 * overdispersion(spread(1)), 9);
    expect(overdispersion([...spread(1).slice(1), 1_000])).toBeLessThan(1.2 * overdispersion(spread(1)));
    expect(overdispersion([])).toBe(1);
  });
});

describe('shrinkage', () => {
  it.each([
    ['S21', 40, 20, 10, '1.666667'],
    ['S22', 0, 5, 10, '0.666667'],
  ])('%s (%i + k) ÷ (%i + k), k = %i', (_, observed, expected, prior, wanted) => {
    expect(shrunkRatio(observed, expected, prior).toFixed(6)).toBe(wanted);
  });

  it('is to 1 when nothing is known at all', () => {
    expect(shrunkRatio(0, 0, 0)).toBe(1);
  });

  it('S25 Kish: as many cases of equal weight', () => {
    expect(kish([1, 1, 1, 1])).toBe(4);
    expect(kish([5, 0, 0])).toBe(1);
    expect(kish([])).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1 }), (weights) => {
        expect(kish(weights)).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(kish(weights)).toBeLessThanOrEqual(weights.length + 1e-9);
        expect(kish(weights.map((weight) => 7 * weight))).toBeCloseTo(kish(weights), 9);
      }),
    );
    expect(kishOf(10, 30)).toBeCloseTo(3.333333, 6);
  });

  it('S29 reliability of a mean of 16 and of 64 cases', () => {
    expect([16, 64].map((n) => reliability(n, 0.01, 0.16).toFixed(6))).toEqual(['0.500000', '0.800000']);
    expect(reliability(0, 0, 0)).toBe(0);
  });
});

describe('scores of peers', () => {
  it('S27 give half for half of the target, and no more than all', () => {
    expect([0.125, 0.25, 0.8, -1].map((share) => collectionScore(share))).toEqual([50, 100, 100, 0]);
  });

  it('S28 fall evenly to none after seven days', () => {
    expect([0, 3.5, 7, 9, -2].map((days) => timelinessCredit(days))).toEqual([1, 0.5, 0, 0, 1]);
  });
});

describe('a draw', () => {
  const seed = new Uint8Array(32);
  it.each([
    ['S30', 'prv_a', 1, 0.026138185509, -3.644357987527],
    ['S31', 'prv_b', 2, 0.260802941888, -0.671995084374],
    ['S32', 'prv_c', 4, 0.520430053797, -0.163274945668],
  ])('%s gives %s of weight %i its key', (_, id, weight, number, key) => {
    const drawn = drawNumber(seed, 'cas_1', id);
    expect(drawn).toBeCloseTo(number, 12);
    expect(drawKey(drawn, weight)).toBeCloseTo(key, 12);
  });

  it('S33 is won by the largest key, in whatever order they come', () => {
    const entrants = ['prv_a', 'prv_b', 'prv_c'].map((id, at) => ({ id, weight: 2 ** at }));
    expect(drawOrder(seed, 'cas_1', entrants).map(({ id }) => id)).toEqual(['prv_c', 'prv_b', 'prv_a']);
    expect(drawOrder(seed, 'cas_1', [...entrants].reverse())[0]!.id).toBe('prv_c');
    expect(drawOrder(seed, 'cas_1', [{ id: 'none', weight: 0 }, ...entrants]).at(-1)!.id).toBe('none');
  });

  it('gives each its share of wins', () => {
    const entrants = ['a', 'b', 'c'].map((id, at) => ({ id, weight: 2 ** at }));
    const draws = 7_000;
    const wins = new Map<string, number>();
    for (let n = 0; n < draws; n += 1) {
      const { id } = drawOrder(seed, `case ${n}`, entrants)[0]!;
      wins.set(id, (wins.get(id) ?? 0) + 1);
    }
    const chi = entrants.reduce((sum, { id, weight }) => {
      const expected = (draws * weight) / 7;
      return sum + (wins.get(id)! - expected) ** 2 / expected;
    }, 0);
    // 99.9 % of chi-square with two degrees of freedom; the draws are the same each time.
    expect(chi).toBeLessThan(13.82);
  });
});
