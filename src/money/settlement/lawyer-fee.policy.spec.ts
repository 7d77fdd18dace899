import fc from 'fast-check';
import { fenFromYuan } from '../../kernel/index.js';
import { capFor } from './lawyer-fee.policy.js';

const realised = fc.bigInt({ min: 0n, max: 20_000_000_000n });

describe('lawyer contingency cap', () => {
  it.each([
    ['0.05', '0.00'],
    ['0.06', '0.01'],
    ['1000000', '180000.00'],
    ['1000000.06', '180000.00'],
    ['1000000.07', '180000.01'],
    ['880000', '158400.00'],
    ['1880000', '312000.00'],
    ['5000000', '780000.00'],
    ['5880000', '885600.00'],
    ['8000000', '1140000.00'],
    ['10000000', '1380000.00'],
    ['20000000', '2280000.00'],
    ['50000000', '4980000.00'],
    ['100000000', '7980000.00'],
    // At and around each bracket.
    ['999999.99', '179999.99'],
    ['1000000.13', '180000.01'],
    ['4999999.99', '779999.99'],
    ['5000000.01', '780000.00'],
    ['5000000.09', '780000.01'],
    ['9999999.99', '1379999.99'],
    ['10000000.11', '1380000.00'],
    ['10000000.12', '1380000.01'],
    ['12345678.90', '1591111.10'],
    ['49999999.99', '4979999.99'],
    ['50000000.16', '4980000.00'],
    ['50000000.17', '4980000.01'],
    ['250000000', '16980000.00'],
  ])('of %s yuan realised is %s', (realisedYuan, cap) => {
    expect(capFor(fenFromYuan(realisedYuan)!)).toBe(fenFromYuan(cap));
  });

  it('is zero where nothing was realised', () => {
    expect(capFor(0n)).toBe(0n);
    expect(capFor(-1n)).toBe(0n);
  });

  it('never falls, never passes 18 %, and grows by less the more was realised', () => {
    fc.assert(
      fc.property(realised, realised, (before, more) => {
        const grown = capFor(before + more) - capFor(before);
        expect(grown >= 0n).toBe(true);
        expect(grown <= capFor(more) + 1n).toBe(true);
        expect(capFor(before) * 100n <= before * 18n).toBe(true);
      }),
    );
  });
});
