import fc from 'fast-check';
import { CONTINGENCY_FORBIDDEN, capFor, contingencyForbidden } from './lawyer-fee.policy.js';

const yuan = (amount: number) => BigInt(amount) * 100n;
const realised = fc.bigInt({ min: 0n, max: 20_000_000_000n });

describe('lawyer contingency cap', () => {
  it.each([
    [1_000_000, 180_000],
    [5_000_000, 780_000],
    [10_000_000, 1_380_000],
    [50_000_000, 4_980_000],
    [100_000_000, 7_980_000],
  ])('is right at %d yuan', (amount, cap) => {
    expect(capFor(yuan(amount))).toBe(yuan(cap));
  });

  it('is zero where nothing was realised', () => {
    expect(capFor(0n)).toBe(0n);
    expect(capFor(-1n)).toBe(0n);
  });

  it('rounds down to the fen', () => {
    expect(capFor(5n)).toBe(0n);
    expect(capFor(6n)).toBe(1n);
    expect(capFor(yuan(1_000_000) + 6n)).toBe(yuan(180_000));
    expect(capFor(yuan(1_000_000) + 7n)).toBe(yuan(180_000) + 1n);
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

  it('knows the twelve forbidden matters', () => {
    expect(Object.keys(CONTINGENCY_FORBIDDEN)).toHaveLength(12);
    expect(contingencyForbidden('labour_pay')).toBe(true);
    expect(contingencyForbidden('commercial_receivable')).toBe(false);
    expect(contingencyForbidden('toString')).toBe(false);
  });
});
