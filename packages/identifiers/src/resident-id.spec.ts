import fc from 'fast-check';
import { checkResidentId, residentCheckCharacter } from './resident-id.js';
import { sampleResidentId } from './samples.js';

const TODAY = '2026-03-01';
/** Numbers of residents, of people from Hong Kong, Macao and Taiwan, and of foreigners. */
const origins = fc.oneof(
  fc.nat().map((n) => sampleResidentId(n).slice(0, 6)),
  fc.constantFrom('810000', '820000', '830000'),
  fc
    .tuple(fc.constantFrom('11', '31', '44', '65'), fc.integer({ min: 4, max: 894 }))
    .map(([province, country]) => `9${province}${String(country).padStart(3, '0')}`),
);
const births = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-02-28'), noInvalidDate: true });
const samples = fc
  .tuple(origins, births, fc.nat(999))
  .map(([origin, birth, sequence]) =>
    numbered(origin, birth.toISOString().slice(0, 10).replaceAll('-', ''), String(sequence).padStart(3, '0')),
  );

function numbered(regionCode: string, birth: string, sequence = '001'): string {
  const body = regionCode + birth + sequence;
  return body + residentCheckCharacter(body);
}

describe('resident identity number', () => {
  it('reads a valid number with what it says of its holder', () => {
    const holder = { kind: 'resident_id', nationality: null, birthDate: '1980-01-01', sex: 'male' };
    const value = { ...holder, number: '34052419800101001X', regionCode: '340524' };
    expect(checkResidentId('34052419800101001X', TODAY)).toEqual({ ok: true, value });
    expect(checkResidentId(' 34052419800101001x', TODAY)).toEqual({ ok: true, value });
    expect(checkResidentId('３４０５２４１９８００１０１００１ｘ', TODAY)).toEqual({ ok: true, value });
    expect(checkResidentId(numbered('340524', '19800101', '002'), TODAY)).toMatchObject({ value: { sex: 'female' } });
  });

  it.each([
    ['M1 Hong Kong', '810000199001010019', 'hmt_residence_permit', '810000', null],
    ['M2 Macao', numbered('820000', '19900101', '001'), 'hmt_residence_permit', '820000', null],
    ['M3 Taiwan, whose region is 710000', '830000199001010012', 'hmt_residence_permit', '710000', null],
    [
      'M4 a foreigner with a permanent residence card',
      numbered('911840', '19900101', '001'),
      'foreigner_residence_card',
      '110000',
      '840',
    ],
  ])('%s', (_, number, kind, regionCode, nationality) => {
    const value = { kind, number, regionCode, nationality, birthDate: '1990-01-01', sex: 'male' };
    expect(checkResidentId(number, TODAY)).toEqual({ ok: true, value });
  });

  it('accepts every number built by the rule, with what it was built of', () => {
    fc.assert(
      fc.property(samples, (number) => {
        const read = checkResidentId(number, TODAY);
        expect(read).toMatchObject({ ok: true, value: { number } });
        expect(read.ok && read.value.birthDate.replaceAll('-', '')).toBe(number.slice(6, 14));
      }),
    );
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
