import fc from 'fast-check';
import { fenFromYuan, yuanFromFen } from '../../kernel/money.js';
import { courtFeesOf } from './court-fees.policy.js';
import { longestCardPlan } from './instalment-plan.policy.js';

/** Amount: acceptance, half of it, a third of it, preservation, enforcement. */
const ROWS: readonly (readonly [string, string, string, string, string, string])[] = [
  ['1', '50.00', '25.00', '16.67', '30.00', '50.00'],
  ['10000', '50.00', '25.00', '16.67', '120.00', '50.00'],
  ['10000.01', '50.00', '25.00', '16.67', '120.00', '50.00'],
  ['10001', '50.02', '25.01', '16.68', '120.01', '50.02'],
  ['15000', '175.00', '87.50', '58.33', '170.00', '125.00'],
  ['50000', '1050.00', '525.00', '350.00', '520.00', '650.00'],
  ['100000', '2300.00', '1150.00', '766.67', '1020.00', '1400.00'],
  ['100001', '2300.02', '1150.01', '766.67', '1020.00', '1400.02'],
  ['150000', '3300.00', '1650.00', '1100.00', '1270.00', '2150.00'],
  ['200000', '4300.00', '2150.00', '1433.33', '1520.00', '2900.00'],
  ['300000', '5800.00', '2900.00', '1933.33', '2020.00', '4400.00'],
  ['500000', '8800.00', '4400.00', '2933.33', '3020.00', '7400.00'],
  ['800000', '11800.00', '5900.00', '3933.33', '4520.00', '10400.00'],
  ['2000000', '22800.00', '11400.00', '7600.00', '5000.00', '22400.00'],
  ['3000000', '30800.00', '15400.00', '10266.67', '5000.00', '32400.00'],
  ['5000000', '46800.00', '23400.00', '15600.00', '5000.00', '52400.00'],
  ['8000000', '67800.00', '33900.00', '22600.00', '5000.00', '67400.00'],
  ['10000000', '81800.00', '40900.00', '27266.67', '5000.00', '77400.00'],
  ['15000000', '111800.00', '55900.00', '37266.67', '5000.00', '82400.00'],
  ['30000000', '191800.00', '95900.00', '63933.33', '5000.00', '97400.00'],
  ['100000000', '541800.00', '270900.00', '180600.00', '5000.00', '167400.00'],
];

describe('court fees', () => {
  it.each(ROWS)('of %s CNY', (amount, ...fees) => {
    const { acceptanceFen, halvedFen, paymentOrderFen, preservationFen, enforcementFen } = courtFeesOf(
      fenFromYuan(amount)!,
    );
    const all = [acceptanceFen, halvedFen, paymentOrderFen, preservationFen, enforcementFen];
    expect(all.map(yuanFromFen)).toEqual(fees);
  });

  it('never fall as the amount grows', () => {
    const amount = fc.bigInt(1n, 10n ** 13n);
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [low, high] = a < b ? [courtFeesOf(a), courtFeesOf(b)] : [courtFeesOf(b), courtFeesOf(a)];
        for (const [name, fen] of Object.entries(low)) {
          expect(high[name as keyof typeof high]).toBeGreaterThanOrEqual(fen);
        }
        expect(high.preservationFen).toBeLessThanOrEqual(500_000n);
      }),
    );
  });
});

describe('the longest plan of a credit-card debt', () => {
  it('M42 is five years of monthly instalments', () => {
    expect(longestCardPlan('2026-03-15')).toEqual({ lastDueOn: '2031-03-15', instalments: 60 });
    expect(longestCardPlan('2024-02-29').lastDueOn).toBe('2029-02-28');
  });
});
