import fc from 'fast-check';
import { CCAA_CURVE, readCurve } from './recovery-curve.js';

describe('recovery curve', () => {
  it('gives the surveyed values at the surveyed ages', () => {
    for (const point of CCAA_CURVE) expect(readCurve(CCAA_CURVE, point.months)).toBe(point.bps);
  });

  it('interpolates between them and stays flat outside', () => {
    expect(readCurve(CCAA_CURVE, 4)).toBe(6376);
    expect(readCurve(CCAA_CURVE, 18)).toBe(1605);
    expect(readCurve(CCAA_CURVE, 400)).toBe(300);
    expect(readCurve([{ months: 3, bps: 500 }], 0)).toBe(500);
    expect(readCurve([], 5)).toBe(0);
  });

  it('never rises with age and never leaves 0–100 %', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (a, b) => {
        const [younger, older] = a < b ? [a, b] : [b, a];
        expect(readCurve(CCAA_CURVE, younger)).toBeGreaterThanOrEqual(readCurve(CCAA_CURVE, older));
        expect(readCurve(CCAA_CURVE, older)).toBeGreaterThan(0);
      }),
    );
  });
});
