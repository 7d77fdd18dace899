import fc from 'fast-check';
import { dayOfSerial, percentText, plainNumber } from './xlsx-number.policy.js';

describe('number cells', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['4.5599999999999996', '4.56'],
    ['0.30000000000000004', '0.3'],
    ['1E-2', '0.01'],
    ['1.5E+6', '1500000'],
    ['-12.50', '-12.5'],
    ['9999999999999.99', '9999999999999.99'],
    ['0.99999999999999996', '1'],
    ['999.99999999999997', '1000'],
    ['1234.5650000000001', '1234.565'],
    ['-0', '0'],
    ['n/a', 'n/a'],
  ])('%s is %s', (cell, text) => {
    expect(plainNumber(cell)).toEqual({ text, digitsLost: false });
  });

  it('says when digits are lost', () => {
    expect(plainNumber('3.1010119800101E+17')).toMatchObject({ digitsLost: true });
    expect(plainNumber('310101198001011234')).toMatchObject({ digitsLost: true });
  });

  it('gives back to the fen what a program wrote for the double next to it', () => {
    const fen = fc.bigInt({ min: 1n, max: 10n ** 13n - 1n });
    fc.assert(
      fc.property(fen, (amount) => {
        const whole = amount / 100n;
        const typed = `${whole}.${(amount % 100n).toString().padStart(2, '0')}`;
        const exact = typed.replace(/\.?0+$/, '') || '0';
        const written = Number.parseFloat(typed).toPrecision(17);
        expect(plainNumber(written).text).toBe(exact);
        expect(plainNumber(Number.parseFloat(typed).toExponential(16)).text).toBe(exact);
        expect(plainNumber(typed).text).toBe(exact);
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['46022', false, '2025-12-31'],
    ['46022.75', false, '2025-12-31'],
    // Midnight written 43 seconds early, and by a hair too early.
    ['46021.99950231481', false, '2025-12-31'],
    ['46021.999999999', false, '2025-12-31'],
    ['46021.9994', false, '2025-12-30'],
    ['44559.99950231481', true, '2025-12-31'],
    ['0', true, undefined],
    ['44560', true, '2025-12-31'],
    ['-3', false, undefined],
    ['9999999', false, undefined],
  ])('%s (since 1904: %s) is %s', (cell, since1904, day) => {
    expect(dayOfSerial(cell, since1904)).toBe(day);
  });
});

describe('percentages', () => {
  it.each([
    ['0.15', '15%'],
    ['4.3499999999999997E-2', '4.35%'],
    ['7.0000000000000007E-2', '7%'],
    ['1', '100%'],
    ['0', '0%'],
    ['-0.005', '-0.5%'],
    ['n/a', 'n/a'],
  ])('%s is shown as %s', (cell, text) => {
    expect(percentText(cell)).toBe(text);
  });
});
