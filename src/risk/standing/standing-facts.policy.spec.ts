import fc from 'fast-check';
import { contributionOf, type Hold, NOTHING, plus } from './standing-facts.policy.js';
import { standingParameters } from './standing-parameters.policy.js';

const cny = (yuan: number) => BigInt(yuan) * 100n;

/** 10,000 CNY = 1,000,000 fen, whose root is 1,000; of it 6,000 are expected. */
function hold(change: Partial<Hold> = {}): Hold {
  return {
    ...{ state: 'completed', exonerated: false, amountFen: cny(10_000), expectedFen: cny(6_000), heldDays: 60 },
    ...{ recoveredFen: 0n, recoveredFenDays: 0n },
    ...change,
  };
}

const anyHold: fc.Arbitrary<Hold> = fc
  .record({
    state: fc.constantFrom<Hold['state'][]>('active', 'completed', 'returned', 'expired', 'recalled'),
    exonerated: fc.constant(false),
    amountFen: fc.bigInt(1n, cny(5_000_000)),
    expectedBps: fc.integer({ min: 1, max: 9_490 }),
    heldDays: fc.nat(200),
    recoveredBps: fc.nat(11_000),
    days: fc.nat(180),
  })
  .map(({ expectedBps, recoveredBps, days, ...of }) => {
    const recoveredFen = (of.amountFen * BigInt(recoveredBps)) / 10_000n;
    const expectedFen = (of.amountFen * BigInt(expectedBps)) / 10_000n;
    return { ...of, expectedFen, recoveredFen, recoveredFenDays: recoveredFen * BigInt(days) };
  });

const giving = fc.constantFrom<Hold['state'][]>('returned', 'expired', 'recalled');

describe('what a hold adds', () => {
  it('is its recovered and expected share × √amount, of a completed one in whole', () => {
    expect(contributionOf(hold({ recoveredFen: cny(4_000), recoveredFenDays: cny(4_000) * 30n }))).toEqual({
      ...{ cases: 1, completed: 1, claimedFen: cny(10_000), recoveredFen: cny(4_000) },
      // 0.4 and 0.6 of 1,000 √fen, in ten-thousandths.
      ...{ observed: 4_000_000n, expected: 6_000_000n, chargedFen: cny(6_000), squaredFen: cny(3_600) },
      ...{ repaidFen: cny(4_000), repaidFenDays: cny(4_000) * 30n },
    });
  });

  it.each<[Hold['state'], number, bigint]>([
    ['returned', 60, cny(4_000)],
    ['expired', 3, cny(200)],
    ['recalled', 45, cny(3_000)],
    ['active', 60, cny(4_000)],
    ['returned', 90, cny(6_000)],
    ['active', 400, cny(6_000)],
    ['returned', 0, 0n],
    ['returned', -5, 0n],
  ])('of one %s after %i days is the expectation of that share of the maturity', (state, heldDays, chargedFen) => {
    const of = contributionOf(hold({ state, heldDays, recoveredFen: cny(100) }));
    expect(of.chargedFen).toBe(chargedFen);
    expect(of.expected).toBe(chargedFen * 10n);
  });

  it('stands with what was paid meanwhile', () => {
    const of = contributionOf(hold({ state: 'returned', heldDays: 45, recoveredFen: cny(2_500) }));
    expect([of.observed, of.expected]).toEqual([2_500_000n, 3_000_000n]);
  });

  it('of early payments counts no more than the share of the maturity, until it is over', () => {
    const paid = (recoveredFen: bigint, heldDays: number) =>
      contributionOf(hold({ state: 'returned', heldDays, recoveredFen })).observed;
    // Up to the expectation: up to that share of it.
    expect(paid(cny(5_000), 9)).toBe(600_000n);
    // Beyond it: that share of the payments.
    expect(paid(cny(9_000), 9)).toBe(900_000n);
    expect(paid(cny(9_000), 90)).toBe(9_000_000n);
  });

  it('counts no more than the amount, though more was paid', () => {
    expect(contributionOf(hold({ recoveredFen: cny(15_000) })).observed).toBe(10_000_000n);
  });

  it('is nothing when it is exonerated, and follows the maturity in force', () => {
    expect(contributionOf(hold({ state: 'recalled', exonerated: true, recoveredFen: cny(50) }))).toEqual(NOTHING);
    const longer = standingParameters({ maturityDays: 180 });
    expect(contributionOf(hold({ state: 'returned', heldDays: 60 }), longer).chargedFen).toBe(cny(2_000));
  });

  it('is told in the plain rate when it has ended, or is mature', () => {
    const told = (change: Partial<Hold>) => contributionOf(hold(change)).claimedFen > 0n;
    expect(told({ state: 'active', heldDays: 89 })).toBe(false);
    expect(told({ state: 'active', heldDays: 90 })).toBe(true);
    expect(told({ state: 'returned', heldDays: 1 })).toBe(true);
  });

  it('does not change by giving the case back, at any moment and whatever was paid', () => {
    fc.assert(
      fc.property(anyHold, giving, (of, state) => {
        const { cases: _, claimedFen: __, recoveredFen: ___, ...before } = contributionOf({ ...of, state: 'active' });
        const { cases: ____, claimedFen: _____, recoveredFen: ______, ...after } = contributionOf({ ...of, state });
        expect(after).toEqual(before);
      }),
    );
  });

  it('is no less for more recovered, and expects no less for more days', () => {
    fc.assert(
      fc.property(anyHold, fc.bigInt(0n, cny(1_000_000)), fc.nat(100), (of, more, days) => {
        const [less, richer] = [contributionOf(of), contributionOf({ ...of, recoveredFen: of.recoveredFen + more })];
        expect(richer.observed).toBeGreaterThanOrEqual(less.observed);
        expect(richer.expected).toBe(less.expected);
        expect(contributionOf({ ...of, heldDays: of.heldDays + days }).expected).toBeGreaterThanOrEqual(less.expected);
      }),
    );
  });

  it('adds up, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(anyHold), (holds) => {
        const parts = holds.map((of) => contributionOf(of));
        expect([...parts].reverse().reduce(plus, NOTHING)).toEqual(parts.reduce(plus, NOTHING));
      }),
    );
  });

  it('has the exact root, also next to a square', () => {
    for (const root of [1n, 3n, 1_000n, 31_622_776n]) {
      const amountFen = root * root;
      const of = (amount: bigint) => contributionOf(hold({ amountFen: amount, expectedFen: amount })).expected;
      expect(of(amountFen)).toBe((amountFen * 10_000n) / root);
      if (root > 1n) expect(of(amountFen - 1n)).toBe(((amountFen - 1n) * 10_000n) / (root - 1n));
    }
  });
});
