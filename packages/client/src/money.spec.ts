import fc from 'fast-check';
import { formatYuan, parseFen, shareOf, yuan } from './money.js';
import { fromWire, toWire } from './wire.js';

describe('money', () => {
  it('goes from yuan to fen and back without losing any', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.boolean(), (fen, separators) => {
        expect(yuan(formatYuan(fen, { separators }))).toBe(fen);
        expect(parseFen(fen.toString())).toBe(fen);
      }),
    );
  });

  it('reads what people write, and nothing inexact', () => {
    expect([yuan('12,400.5'), yuan(8), yuan(3n), yuan('-0.01')]).toEqual([1_240_050n, 800n, 300n, -1n]);
    for (const bad of ['1.234', '', '1,2', 'abc', '1e3']) expect(() => yuan(bad)).toThrow(RangeError);
    expect(() => yuan(0.1)).toThrow(/whole number/);
    expect(() => parseFen('12.5')).toThrow(RangeError);
    expect(formatYuan(123_456_789n, { separators: true })).toBe('1,234,567.89');
  });

  it('shares without making fen up', () => {
    expect([shareOf(10_001n, 1_250), shareOf(7n, 9_999), shareOf(-10_001n, 1_250)]).toEqual([1_250n, 6n, -1_250n]);
  });

  it('is a bigint in every answer and a string on the wire', () => {
    expect(fromWire('{"amountFen":"125000","externalRef":"42","details":{"limitFen":"1"},"paidFen":null}')).toEqual({
      amountFen: 125_000n,
      externalRef: '42',
      details: { limitFen: 1n },
      paidFen: null,
    });
    expect(toWire({ amountFen: 9_007_199_254_740_993n })).toBe('{"amountFen":"9007199254740993"}');
  });
});
