import fc from 'fast-check';
import { checkResidentId, residentCheckCharacter } from './resident-id.js';
import { sampleResidentId } from './samples.js';

const TODAY = '2026-03-01';
const samples = fc.nat().map(sampleResidentId);

function numbered(regionCode: string, birth: string, sequence = '001'): string {
  const body = regionCode + birth + sequence;
  return body + residentCheckCharacter(body);
}

describe('resident identity number', () => {
  it('reads a valid number with what it says of its holder', () => {
    const value = { number: '34052419800101001X', regionCode: '340524', birthDate: '1980-01-01', sex: 'male' };
    expect(checkResidentId('34052419800101001X', TODAY)).toEqual({ ok: true, value });
    expect(checkResidentId(' 34052419800101001x', TODAY)).toEqual({ ok: true, value });
    expect(checkResidentId('３４０５２４１９８００１０１００１ｘ', TODAY)).toEqual({ ok: true, value });
    expect(checkResidentId(numbered('340524', '19800101', '002'), TODAY)).toMatchObject({ value: { sex: 'female' } });
  });

  it('names the first fault', () => {
    const reason = (text: string) => checkResidentId(text, TODAY);
    expect(reason('340524800101001')).toEqual({ ok: false, reason: 'LENGTH' });
    expect(reason('3405241980010100X1')).toEqual({ ok: false, reason: 'ALPHABET' });
    expect(reason('04052419800101001X')).toEqual({ ok: false, reason: 'ALPHABET' });
    expect(reason('340524198001010011')).toEqual({ ok: false, reason: 'CHECK_CHARACTER' });
    for (const birth of ['19810229', '19801301', '19800100', '19800431', '18791231', '20260302']) {
      expect(reason(numbered('440305', birth))).toEqual({ ok: false, reason: 'BIRTH_DATE' });
    }
  });

  it('accepts leap days, the first and the last plausible day, and regions no table knows', () => {
    for (const birth of ['19840229', '20000229', '18800101', '20260301']) {
      expect(checkResidentId(numbered('440305', birth), TODAY).ok).toBe(true);
    }
    expect(checkResidentId(numbered('999999', '19840229'), TODAY).ok).toBe(true);
  });

  it('detects every change of one character', () => {
    fc.assert(
      fc.property(samples, fc.nat({ max: 17 }), fc.constantFrom(...'0123456789X'), (number, at, char) => {
        fc.pre(number[at] !== char);
        expect(checkResidentId(number.slice(0, at) + char + number.slice(at + 1), TODAY).ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('detects every swap of two neighbours', () => {
    fc.assert(
      fc.property(samples, fc.nat({ max: 16 }), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        expect(checkResidentId(swapped, TODAY).ok).toBe(false);
      }),
    );
  });
});
