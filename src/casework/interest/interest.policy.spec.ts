import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import { fenFromYuan, yuanFromFen } from '../../kernel/money.js';
import {
  aDay,
  aYear,
  floatingInterest,
  interestDays,
  interestOf,
  lowerRate,
  percentOf,
  raised,
  segmentOf,
  totalOf,
} from './interest.policy.js';
import { allocated, doubledPart, lateDays } from './judgment-interest.policy.js';
import { PUBLISHED_LPR } from './lpr-table.js';

const yuan = (text: string) => fenFromYuan(text)!;
const floating = (amount: string, from: string, to: string) =>
  floatingInterest(yuan(amount), from, to, PUBLISHED_LPR, 365);

describe('interest', () => {
  it('I30 counts the first day and not the last, and divides by 365 or 360', () => {
    const [from, to] = ['2026-01-01', '2026-04-11'];
    expect([interestDays(from, to), interestDays(from, to, true)]).toEqual([100, 101]);
    const days = { amountFen: yuan('1000000'), from, to };
    expect(yuanFromFen(segmentOf(days, aYear(300, 365)).interestFen)).toBe('8219.18');
    expect(yuanFromFen(segmentOf(days, aYear(300, 360)).interestFen)).toBe('8333.33');
    expect(interestDays(to, from)).toBe(0);
  });

  it('I33 floats with the LPR over seven years; the total is rounded once', () => {
    const segments = floating('1000000', '2019-08-20', '2026-08-20');
    expect(yuanFromFen(totalOf(segments))).toBe('248727.40');
    // Each rounded by itself they would come to a fen less.
    const alone = segments.map(({ amountFen, rate, days }) => interestOf(amountFen, rate, days));
    expect(yuanFromFen(alone.reduce((sum, fen) => sum + fen, 0n))).toBe('248727.39');
  });

  it('I34 shows each segment to the fen', () => {
    const segments = floating('485652.75', '2023-08-21', '2025-06-19');
    expect(segments.map(({ days, rate, interestFen }) => [days, percentOf(rate), yuanFromFen(interestFen)])).toEqual([
      [336, '3.45 %', '15423.80'],
      [91, '3.35 %', '4056.20'],
      [211, '3.10 %', '8703.16'],
      [30, '3.00 %', '1197.50'],
    ]);
    expect(yuanFromFen(totalOf(segments))).toBe('29380.66');
    expect(segments.reduce((sum, { days }) => sum + days, 0)).toBe(668);
  });

  it('goes over from the base rate of the People’s Bank to the LPR', () => {
    const segments = floating('1000000', '2015-10-01', '2019-10-01');
    expect(segments.map(({ from, to, rate }) => [from, to, percentOf(rate)])).toEqual([
      ['2015-10-01', '2015-10-24', '4.60 %'],
      ['2015-10-24', '2019-08-20', '4.35 %'],
      ['2019-08-20', '2019-09-20', '4.25 %'],
      ['2019-09-20', '2019-10-01', '4.20 %'],
    ]);
  });

  it('rounds half a fen up, and nothing before', () => {
    // 1 CNY at 1.825 % a year is 0.005 fen a day: 100 days are half a fen.
    expect(interestOf(100n, { fine: 1_825_000n, days: 365 }, 100)).toBe(1n);
    expect(interestOf(100n, { fine: 1_824_999n, days: 365 }, 100)).toBe(0n);
    expect(percentOf(raised(aYear(385, 365), 3_000))).toBe('5.005 %');
    expect(percentOf(aDay(17_500n))).toBe('0.0175 %');
    expect(lowerRate(aDay(50_000n), aYear(1_825, 365))).toEqual(aDay(50_000n));
    expect(lowerRate(aYear(1_824, 365), aDay(50_000n))).toEqual(aYear(1_824, 365));
  });

  it('is the sum of its segments, and never less for more money, more days or a higher rate', () => {
    const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2005-01-01', days));
    const amount = fc.bigInt(0n, 10n ** 14n);
    fc.assert(
      fc.property(amount, amount, day, day, fc.nat(4_000), fc.nat(500), (a, more, x, y, days, bps) => {
        const [from, to] = x < y ? [x, y] : [y, x];
        const of = (fen: bigint, until: string) => floatingInterest(fen, from, until, PUBLISHED_LPR, 365);
        const segments = of(a, to);
        const exact = segments.reduce(
          (sum, { amountFen, rate, days }) => sum + amountFen * rate.fine * BigInt(days),
          0n,
        );
        expect(totalOf(segments)).toBe(interestOf(exact, { fine: 1n, days: 365 }, 1));
        for (const { amountFen, rate, days, interestFen } of segments) {
          const off = interestFen - interestOf(amountFen, rate, days);
          expect(off >= -1n && off <= 1n).toBe(true);
        }
        expect(totalOf(of(a, addDays(to, days)))).toBeGreaterThanOrEqual(totalOf(segments));
        expect(totalOf(of(a + more, to))).toBeGreaterThanOrEqual(totalOf(segments));
        const [low, high] = [interestOf(a, aYear(300, 365), days), interestOf(a, aYear(300 + bps, 365), days)];
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe('the doubled part after a judgment', () => {
  it('I1 I2 I4 is 0.0175 % a day of the judged debt without ordinary interest', () => {
    expect(yuanFromFen(doubledPart(yuan('1000000'), 100))).toBe('17500.00');
    expect(yuanFromFen(doubledPart(yuan('386000'), 45))).toBe('3039.75');
    expect(yuanFromFen(doubledPart(yuan('100000'), 100))).toBe('1750.00');
  });

  it('I5 comes after the judged debt when the money is short', () => {
    const { judgedFen, doubledFen, restFen } = allocated(yuan('100500'), yuan('100000'), yuan('1750'));
    expect([judgedFen, doubledFen, restFen].map(yuanFromFen)).toEqual(['100000.00', '500.00', '0.00']);
    expect(allocated(yuan('99999'), yuan('100000'), yuan('1750')).doubledFen).toBe(0n);
    expect(allocated(yuan('102000'), yuan('100000'), yuan('1750')).restFen).toBe(yuan('250'));
  });

  it('does not run while enforcement is stayed, however the stays overlap', () => {
    const late = (stays: { from: string; to: string }[]) => lateDays('2026-01-01', '2026-04-11', stays);
    expect(late([])).toBe(100);
    expect(late([{ from: '2026-02-01', to: '2026-02-11' }])).toBe(90);
    expect(
      late([
        { from: '2026-02-05', to: '2026-02-15' },
        { from: '2026-02-01', to: '2026-02-11' },
      ]),
    ).toBe(86);
    expect(late([{ from: '2025-01-01', to: '2026-01-11' }])).toBe(90);
    expect(late([{ from: '2026-04-01', to: '2027-01-01' }])).toBe(90);
  });
});
