import fc from 'fast-check';
import {
  boundsProblem,
  type CommissionBounds,
  type CommissionOffer,
  freezeTerms,
  rateFor,
  readTiers,
  storeTiers,
} from './commission-offer.policy.js';

const bounds: CommissionBounds = { minBps: 100, maxBps: 5000, maxTiers: 10 };
const offer: CommissionOffer = {
  bps: 1000,
  tiers: [
    { minMonthsOverdue: 12, bps: 2000 },
    { minAmountFen: 100_000_000n, bps: 800 },
    { minMonthsOverdue: 12, minAmountFen: 100_000_000n, bps: 1500 },
  ],
};
const young = { monthsOverdue: 2, amountFen: 5_000_000n };

describe('commission offers', () => {
  it('let the last matching tier win, else the base rate', () => {
    expect(rateFor(offer, young)).toBe(1000);
    expect(rateFor(offer, { ...young, monthsOverdue: 12 })).toBe(2000);
    expect(rateFor(offer, { ...young, amountFen: 100_000_000n })).toBe(800);
    expect(rateFor(offer, { monthsOverdue: 30, amountFen: 200_000_000n })).toBe(1500);
  });

  it('pass when sound', () => {
    expect(boundsProblem(offer, bounds)).toBeUndefined();
  });

  it.each<[string, CommissionOffer, string, string]>([
    ['a base below', { bps: 99, tiers: [] }, 'RATE_OUT_OF_BOUNDS', 'bps'],
    ['a base above', { bps: 5001, tiers: [] }, 'RATE_OUT_OF_BOUNDS', 'bps'],
    ['a broken rate', { bps: 1000.5, tiers: [] }, 'RATE_OUT_OF_BOUNDS', 'bps'],
    [
      'too many tiers',
      { bps: 1000, tiers: Array.from({ length: 11 }, (_, i) => ({ minMonthsOverdue: i, bps: 1000 })) },
      'TOO_MANY_TIERS',
      'tiers',
    ],
    [
      'a tier rate above',
      { bps: 1000, tiers: [{ minMonthsOverdue: 1, bps: 9000 }] },
      'RATE_OUT_OF_BOUNDS',
      'tiers.0.bps',
    ],
    ['a tier without condition', { bps: 1000, tiers: [{ bps: 1200 }] }, 'TIER_WITHOUT_CONDITION', 'tiers.0'],
    [
      'half a month',
      { bps: 1000, tiers: [{ minMonthsOverdue: 1.5, bps: 1200 }] },
      'TIER_CONDITION_INVALID',
      'tiers.0.minMonthsOverdue',
    ],
    [
      'a debt below zero',
      { bps: 1000, tiers: [{ minAmountFen: -1n, bps: 1200 }] },
      'TIER_CONDITION_INVALID',
      'tiers.0.minAmountFen',
    ],
    [
      'a tier hidden by a later one',
      {
        bps: 1000,
        tiers: [
          { minMonthsOverdue: 12, bps: 2000 },
          { minMonthsOverdue: 6, bps: 1500 },
        ],
      },
      'TIER_NEVER_APPLIES',
      'tiers.0',
    ],
  ])('name the fault of %s', (_, bad, code, path) => {
    expect(boundsProblem(bad, bounds)).toEqual({ code, path });
  });

  it('give only rates that are in the offer', () => {
    const tier = fc.record({
      minMonthsOverdue: fc.nat(60),
      minAmountFen: fc.bigInt(0n, 10n ** 10n),
      bps: fc.nat(5000),
    });
    fc.assert(
      fc.property(
        fc.array(tier, { maxLength: 5 }),
        fc.nat(80),
        fc.bigInt(0n, 10n ** 10n),
        (tiers, months, amountFen) => {
          const rate = rateFor({ bps: 777, tiers }, { monthsOverdue: months, amountFen });
          expect([777, ...tiers.map((each) => each.bps)]).toContain(rate);
        },
      ),
    );
  });
});

describe('frozen terms', () => {
  it('cap a law firm and only a law firm', () => {
    expect(freezeTerms(offer, young, 'law_firm', 200)).toEqual({
      commissionBps: 1000,
      serviceFeeBps: 200,
      capKind: 'lawyer',
    });
    expect(freezeTerms(offer, young, 'agency', 200).capKind).toBe('none');
  });

  it('refuse rates that together pass the whole', () => {
    expect(() => freezeTerms({ bps: 9000, tiers: [] }, young, 'agency', 1001)).toThrow(RangeError);
    expect(() => freezeTerms({ bps: 9000, tiers: [] }, young, 'agency', -1)).toThrow(RangeError);
  });
});

describe('stored tiers', () => {
  it('survive the way through JSON', () => {
    expect(readTiers(JSON.parse(JSON.stringify(storeTiers(offer.tiers))))).toEqual(offer.tiers);
  });
});
