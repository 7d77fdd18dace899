import fc from 'fast-check';
import {
  CREDIT_CODE_ALPHABET,
  checkCreditCode,
  creditCheckCharacter,
  organisationCheckCharacter,
  readCreditCode,
  registrationDepartmentOf,
} from './credit-code.js';
import { sampleCreditCode } from './samples.js';

const samples = fc.nat().map((n) => sampleCreditCode(n, n % 2 ? 'law_firm' : 'enterprise'));
const place = fc.integer({ min: 0, max: 17 });

const VALID = '91350100M000100Y43';

describe('unified social credit code', () => {
  it('reads the example of the standard, however it was typed', () => {
    for (const text of [VALID, ` ${VALID.toLowerCase()}\n`, '９１３５０１００Ｍ０００１００Ｙ４３', `\u3000${VALID}`]) {
      expect(checkCreditCode(text)).toEqual({ ok: true, value: VALID });
    }
  });

  it('names the first fault', () => {
    expect(checkCreditCode('')).toEqual({ ok: false, reason: 'LENGTH' });
    expect(checkCreditCode(`${VALID}0`)).toEqual({ ok: false, reason: 'LENGTH' });
    for (const letter of 'IOSVZ中') {
      expect(checkCreditCode(`91350100${letter}000100Y43`)).toEqual({ ok: false, reason: 'ALPHABET' });
    }
    expect(checkCreditCode('9135A100M000100Y43')).toEqual({ ok: false, reason: 'ALPHABET' });
    expect(checkCreditCode('0'.repeat(18))).toEqual({ ok: false, reason: 'ALPHABET' });
    expect(checkCreditCode('91350100M000100Y44')).toEqual({ ok: false, reason: 'CHECK_CHARACTER' });
    const wrongOrganisation = '91350100M000100Y5';
    expect(checkCreditCode(wrongOrganisation + creditCheckCharacter(wrongOrganisation))).toEqual({
      ok: false,
      reason: 'ORGANISATION_CODE',
    });
  });

  it('M5, M6, M8, M9 reads real codes; of one that does not hold it says so', () => {
    const doubts = ['91350203M0001QKT19', '92141127MA0KD1Y64A', '91350100M000100Y43', '92440101MA5ACL5772'].map(
      (code) => {
        const read = readCreditCode(code);
        return read.ok && [read.value.regionCode, read.value.doubt];
      },
    );
    expect(doubts).toEqual([
      ['350203', 'CHECK_CHARACTER'],
      ['141127', null],
      ['350100', null],
      ['440101', null],
    ]);
    expect(creditCheckCharacter('91350203M0001QKT1')).toBe('F');
  });

  it('refuses the form and only doubts the check characters', () => {
    fc.assert(
      fc.property(samples, place, fc.constantFrom(...CREDIT_CODE_ALPHABET), (code, at, char) => {
        const changed = code.slice(0, at) + char + code.slice(at + 1);
        const [read, checked] = [readCreditCode(changed), checkCreditCode(changed)];
        if (read.ok) expect(read.value.doubt === null).toBe(checked.ok);
        else expect(checked).toEqual(read);
      }),
    );
  });

  it('accepts codes whose check character is 0, about one in 31', () => {
    const codes = Array.from({ length: 3_100 }, (_, n) => sampleCreditCode(n));
    const zeros = codes.filter((code) => code.endsWith('0'));
    expect(zeros.length).toBeGreaterThan(50);
    expect(zeros.length).toBeLessThan(160);
    for (const code of zeros) expect(checkCreditCode(code).ok).toBe(true);
  });

  it('knows all eleven check characters of organisation codes', () => {
    const seen = new Set(Array.from({ length: 200 }, (_, n) => organisationCheckCharacter(String(n).padStart(8, '0'))));
    expect([...seen].sort().join('')).toBe('0123456789X');
    expect(organisationCheckCharacter('M000100Y')).toBe('4');
  });

  it('detects every change of one character', () => {
    fc.assert(
      fc.property(samples, place, fc.constantFrom(...CREDIT_CODE_ALPHABET), (code, at, char) => {
        fc.pre(code[at] !== char);
        expect(checkCreditCode(code.slice(0, at) + char + code.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('detects every swap of two neighbours before the check character', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 15 }), (code, at) => {
        fc.pre(code[at] !== code[at + 1]);
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        expect(checkCreditCode(swapped).ok).toBe(false);
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => !checkCreditCode(text).ok));
  });

  it('tells who registered the holder', () => {
    expect(registrationDepartmentOf(VALID)).toBe('enterprise');
    expect(registrationDepartmentOf(sampleCreditCode(7, 'law_firm'))).toBe('law_firm');
    expect(['33', '12', '51', 'N2'].map(registrationDepartmentOf)).toEqual([
      'other_justice',
      'public_body',
      'civil_affairs',
      'other',
    ]);
  });
});
