import fc from 'fast-check';
import { checkCorporateAccount, checkPersonalCard, luhnDigit } from './bank-account.js';
import { sampleBankAccount } from './samples.js';

describe('personal card', () => {
  it('completes numbers by the Luhn rule', () => {
    expect(luhnDigit('7992739871')).toBe('3');
    expect(luhnDigit('0')).toBe('0');
  });

  it('reads grouped and full-width spellings', () => {
    const card = sampleBankAccount(5);
    const grouped = card.replace(/(.{4})/g, '$1 ');
    const wide = card.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const text of [card, grouped, wide]) expect(checkPersonalCard(text)).toEqual({ ok: true, value: card });
  });

  it('accepts 16 to 19 digits that start with 62', () => {
    for (let length = 14; length <= 20; length += 1) {
      const body = '62'.padEnd(length - 1, '7');
      expect(checkPersonalCard(body + luhnDigit(body)).ok).toBe(length >= 16 && length <= 19);
    }
    const visa = '411111111111111';
    expect(checkPersonalCard(visa + luhnDigit(visa))).toEqual({ ok: false, reason: 'PREFIX' });
    expect(checkPersonalCard('')).toEqual({ ok: false, reason: 'DIGITS' });
    expect(checkPersonalCard('62170000000000a')).toEqual({ ok: false, reason: 'DIGITS' });
  });

  it('detects every change of one digit', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 18 }), fc.integer({ min: 1, max: 9 }), (n, at, step) => {
        const card = sampleBankAccount(n);
        const changed = card.slice(0, at) + ((Number(card[at]) + step) % 10) + card.slice(at + 1);
        expect(checkPersonalCard(changed)).toEqual({ ok: false, reason: 'CHECK_DIGIT' });
      }),
    );
  });
});

describe('corporate account', () => {
  it('takes 8 to 32 digits and single hyphens, with no check digit', () => {
    expect(checkCorporateAccount(' 4000 0212 3456 7890 ')).toEqual({ ok: true, value: '4000021234567890' });
    expect(checkCorporateAccount('40-000212-3456')).toEqual({ ok: true, value: '40-000212-3456' });
    expect(checkCorporateAccount('1'.repeat(32)).ok).toBe(true);
  });

  it.each([
    ['--------', 'DIGITS'],
    ['-12345678', 'DIGITS'],
    ['1234--5678', 'DIGITS'],
    ['NRA12345678', 'DIGITS'],
    ['', 'DIGITS'],
    ['1234567', 'LENGTH'],
    ['1-2-3-4-5', 'LENGTH'],
    ['1'.repeat(33), 'LENGTH'],
  ])('refuses %s for its %s', (text, reason) => {
    expect(checkCorporateAccount(text)).toEqual({ ok: false, reason });
  });
});
