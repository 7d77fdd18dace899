import fc from 'fast-check';
import { fenFromYuan } from '../../kernel/index.js';
import { profileOn, rateOn, type StatedProfile, TAX_PROFILE, VAT_RATES, vatParts, vatWithin } from './vat.policy.js';

const fen = (yuan: string) => fenFromYuan(yuan)!;
const bps = fc.constantFrom(...VAT_RATES.map((one) => one.bps));
const amount = fc.bigInt(-(10n ** 13n), 10n ** 13n);
const RATE = { 6: 'general', 3: 'simple', 1: 'small_scale' } as const;

describe('value added tax inside a price', () => {
  it.each([
    ['M12', 6, '10000.00', '9433.96', '566.04'],
    ['M15', 6, '106.00', '100.00', '6.00'],
    ['M16', 3, '106.00', '102.91', '3.09'],
    ['M17', 1, '106.00', '104.95', '1.05'],
    ['M18', 6, '101.00', '95.28', '5.72'],
    ['M19', 3, '101.00', '98.06', '2.94'],
    ['M20', 1, '101.00', '100.00', '1.00'],
    ['M22', 3, '1.00', '0.97', '0.03'],
    ['M23', 1, '1.00', '0.99', '0.01'],
    ['M24', 6, '0.09', '0.08', '0.01'],
    ['M25', 3, '0.09', '0.09', '0.00'],
    ['M26', 1, '0.09', '0.09', '0.00'],
    ['M28', 3, '180000.00', '174757.28', '5242.72'],
    ['M29', 1, '180000.00', '178217.82', '1782.18'],
    ['a fen', 6, '0.01', '0.01', '0.00'],
    ['half a hundred', 6, '0.53', '0.50', '0.03'],
    ['any amount', 6, '12345.67', '11646.86', '698.81'],
    ['any amount', 3, '12345.67', '11986.09', '359.58'],
    ['any amount', 1, '12345.67', '12223.44', '122.23'],
  ] as const)('%s: %d %% in %s is %s + %s', (_, percent, price, sales, vat) => {
    const rate = rateOn(VAT_RATES, RATE[percent], '2026-11-30')!;
    expect(rate).toBe(percent * 100);
    expect(vatWithin(fen(price), rate)).toEqual({ salesFen: fen(sales), vatFen: fen(vat) });
  });

  it('is the remainder, never of the other sign, and a clawback mirrors it', () => {
    fc.assert(
      fc.property(amount, bps, (price, rate) => {
        const { salesFen, vatFen } = vatWithin(price, rate);
        expect(salesFen + vatFen).toBe(price);
        expect(price < 0n ? vatFen <= 0n : vatFen >= 0n).toBe(true);
        expect(vatWithin(-price, rate)).toEqual({ salesFen: -salesFen, vatFen: -vatFen });
        // Half a fen at most from the exact quotient.
        const off = salesFen * BigInt(10_000 + rate) - price * 10_000n;
        expect(2n * (off < 0n ? -off : off) <= BigInt(10_000 + rate)).toBe(true);
      }),
    );
  });

  it('grows with the price', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10n ** 6n), bps, (price, more, rate) => {
        expect(vatWithin(price + more, rate).salesFen >= vatWithin(price, rate).salesFen).toBe(true);
      }),
    );
  });
});

describe('the rate of a profile', () => {
  it('is that of its day, and none after the last day that the law sets', () => {
    expect(rateOn(VAT_RATES, 'small_scale', '2027-12-31')).toBe(100);
    expect(rateOn(VAT_RATES, 'small_scale', '2028-01-01')).toBeUndefined();
    expect(rateOn(VAT_RATES, 'general', '2028-01-01')).toBe(600);
    expect(rateOn(VAT_RATES, 'exempt', '2026-01-01')).toBe(0);
    expect(rateOn(VAT_RATES, 'general', '2010-01-01')).toBeUndefined();
  });
});

describe('the profile of a day', () => {
  const stated: StatedProfile[] = [
    { profile: 'small_scale', fromOn: '2026-01-01' },
    { profile: 'general', fromOn: '2026-07-01' },
    { profile: 'simple', fromOn: '2026-07-01' },
  ];

  it('is the latest that had begun; of two from one day the one stated last', () => {
    expect(profileOn(stated, '2025-12-31')).toBeUndefined();
    expect(profileOn(stated, '2026-06-30')).toBe('small_scale');
    expect(profileOn(stated, '2026-07-01')).toBe('simple');
    expect(profileOn([], '2026-07-01')).toBeUndefined();
  });

  it('decides about each commission of a statement, and nothing is taxed without one', () => {
    const parts = vatParts(
      [
        { amountFen: 10_600n, on: '2025-12-31' },
        { amountFen: 10_100n, on: '2026-02-01' },
        { amountFen: 20_600n, on: '2026-08-01' },
        { amountFen: -10_300n, on: '2026-08-02' },
      ],
      stated,
      VAT_RATES,
    );
    expect(parts).toEqual([
      {
        ...{ profile: null, rateBps: null, priceFen: 10_600n, salesFen: null, vatFen: null },
        missing: 'profile_not_stated',
      },
      { profile: 'small_scale', rateBps: 100, priceFen: 10_100n, salesFen: 10_000n, vatFen: 100n, missing: null },
      { profile: 'simple', rateBps: 300, priceFen: 10_300n, salesFen: 10_000n, vatFen: 300n, missing: null },
    ]);
  });

  it('has no figure where its rate must be set anew', () => {
    const [part] = vatParts(
      [{ amountFen: 10_100n, on: '2028-01-01' }],
      [{ profile: 'small_scale', fromOn: '2026-01-01' }],
      VAT_RATES,
    );
    expect(part).toMatchObject({ profile: 'small_scale', vatFen: null, missing: 'rate_not_set' });
  });

  it('gives parts whose prices sum to what was earned, and whose figures sum to their price', () => {
    const day = fc.constantFrom('2025-06-01', '2026-03-01', '2026-07-01', '2027-12-31', '2028-02-29');
    const one = fc.record({ amountFen: amount, on: day });
    const history = fc.array(fc.record({ profile: fc.constantFrom(...TAX_PROFILE.codes), fromOn: day }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), history, (earned, profiles) => {
        const parts = vatParts(earned, profiles, VAT_RATES);
        const sum = (of: readonly bigint[]) => of.reduce((total, each) => total + each, 0n);
        expect(sum(parts.map(({ priceFen }) => priceFen))).toBe(sum(earned.map(({ amountFen }) => amountFen)));
        for (const { priceFen, salesFen, vatFen, missing } of parts) {
          if (missing) expect([salesFen, vatFen]).toEqual([null, null]);
          else expect(salesFen! + vatFen!).toBe(priceFen);
        }
      }),
    );
  });
});
