import fc from 'fast-check';
import { checkCreditCode } from './credit-code.js';
import {
  normalisePartyNumber,
  type PartyNumberContext,
  type PartyNumberFault,
  type PartyNumberKind,
  readPartyNumber,
} from './party-number.js';
import { checkResidentId, residentCheckCharacter } from './resident-id.js';
import { sampleCreditCode, sampleResidentId } from './samples.js';

const TODAY = '2026-03-01';
const PERSON = '王小明';
const FIRM = '福州某某贸易有限公司';
const UNCLEAR = '好再来';
/** Valid as a credit code and as a resident identity number, by chance. */
const BOTH = '130200197006120911';
const read = (text: string, context: Partial<PartyNumberContext> = {}) =>
  readPartyNumber(text, { name: UNCLEAR, ...context }, TODAY);
const kindOf = (text: string, context: Partial<PartyNumberContext> = {}) => {
  const found = read(text, context);
  return found.ok ? `${found.value.holder} ${found.value.kind}` : found.reason;
};
const numbered = (body: string) => body + residentCheckCharacter(body);

describe('the number of a person or an enterprise', () => {
  it.each<[string, string]>([
    ['92340600YY200003X0', '江城利民便利店'],
    ['51340600YY200003X7', '江城市商业联合会'],
    ['93340600YY3000015N', '江城养殖专业合作社'],
    ['53340600YY3000023M', '江城慈善基金会'],
    ['12340600YY3000031P', '江城市第一小学'],
    ['31340600YY300004XG', '江城正平律师事务所'],
    ['N2340600YY3000058R', '江城村股份经济合作社'],
    ['91340600yy30000665', '江城港务有限公司'],
    [' 9135 0100-M000 100Y43', '江城老厂'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', UNCLEAR],
  ])('%s is a credit code', (text, name) => {
    const found = read(text, { name, holder: 'enterprise' });
    expect(found).toMatchObject({ ok: true, value: { kind: 'credit_code', holder: 'enterprise', doubt: null } });
    expect(read(text, { name })).toEqual(found);
  });

  it.each([
    '91350203M0097Q4T09',
    '91350203M0001QKT19',
    '91350100M000100Y44',
    '92141127MA0KD1Y64B',
    '913502006123456780',
    '51340600YY200003X8',
    '12340600YY3000031Q',
    '91340600YY30000666',
    'N2340600YY3000058T',
    '92440101MA5ACL5773',
  ])('%s does not hold: for a reviewer, not refused', (text) => {
    for (const context of [{ name: FIRM }, { name: UNCLEAR, holder: 'enterprise' as const }]) {
      expect(read(text, context)).toMatchObject({
        ok: true,
        value: { kind: 'credit_code', doubt: expect.any(String) },
      });
    }
  });

  it.each<[string, PartyNumberKind, string | null]>([
    ['810000198506121238', 'hmt_residence_permit', '810000'],
    ['820000198506121248', 'hmt_residence_permit', '820000'],
    ['830000198506121258', 'hmt_residence_permit', '710000'],
    [numbered('83000019850612002'), 'hmt_residence_permit', '710000'],
    ['911840198506121261', 'foreigner_residence_card', '110000'],
    [numbered('93139219790203002'), 'foreigner_residence_card', '310000'],
    [numbered('94482619901231999'), 'foreigner_residence_card', '440000'],
    ['13020019850612004x', 'resident_id', '130200'],
    ['13020019850612004Ｘ', 'resident_id', '130200'],
    ['34052419800101001X', 'resident_id', '340524'],
  ])('%s is a %s', (text, kind, regionCode) => {
    for (const context of [{ holder: 'person' as const }, { name: PERSON }, {}, { kind }]) {
      expect(read(text, context)).toMatchObject({
        ok: true,
        value: { kind, holder: 'person', regionCode, doubt: null },
      });
    }
  });

  it.each<[string, Partial<PartyNumberContext>, PartyNumberFault]>([
    ['H12345678', { holder: 'person' }, 'KIND_WANTED'],
    ['M1234567801', { name: PERSON }, 'KIND_WANTED'],
    ['E12345678', { holder: 'person' }, 'KIND_WANTED'],
    ['12345678', { holder: 'person' }, 'KIND_WANTED'],
    ['USA110084061212', { holder: 'person' }, 'KIND_WANTED'],
    ['350100611234567', { holder: 'enterprise' }, 'CREDIT_CODE_WANTED'],
    ['350100611234567', { name: FIRM }, 'CREDIT_CODE_WANTED'],
    ['YY300007-4', { holder: 'enterprise' }, 'CREDIT_CODE_WANTED'],
    ['M000100Y4', { name: FIRM }, 'CREDIT_CODE_WANTED'],
    ['340524800101001', { holder: 'person' }, 'RESIDENT_ID_WANTED'],
    ['340524800101001', { name: PERSON }, 'RESIDENT_ID_WANTED'],
    ['34052419800101001X', { holder: 'enterprise' }, 'CREDIT_CODE_WANTED'],
    ['34052419800101001X', { name: FIRM }, 'CREDIT_CODE_WANTED'],
    ['91350100M000100Y43', { holder: 'person' }, 'RESIDENT_ID_WANTED'],
    ['91350100M000100Y43', { kind: 'resident_id' }, 'RESIDENT_ID_WANTED'],
    ['340524198001010011', { name: PERSON }, 'INVALID'],
    ['340524198001010011', { holder: 'person' }, 'INVALID'],
    ['340524198013010019', { holder: 'person' }, 'INVALID'],
    ['9135010OM000100Y43', { holder: 'enterprise' }, 'INVALID'],
    ['', {}, 'INVALID'],
    ['12', { kind: 'passport' }, 'INVALID'],
    ['A1234567', { kind: 'hmt_travel_permit' }, 'INVALID'],
    ['HB1234567', { kind: 'hmt_travel_permit' }, 'INVALID'],
    ['HA12345678', { kind: 'hmt_travel_permit' }, 'INVALID'],
    ['34052419800101001X', { kind: 'hmt_residence_permit' }, 'INVALID'],
    ['350100611234567', { kind: 'registration_number' }, 'CREDIT_CODE_WANTED'],
    ['M000100Y4', { kind: 'organisation_code' }, 'CREDIT_CODE_WANTED'],
    ['E12345678', { kind: 'passport', holder: 'enterprise' }, 'CREDIT_CODE_WANTED'],
    ['91350100M000100Y43', { kind: 'credit_code', holder: 'person' }, 'RESIDENT_ID_WANTED'],
  ])('%s with %j is refused: %s', (text, context, reason) => {
    expect(kindOf(text, context)).toBe(reason);
  });

  it.each<[string, PartyNumberKind]>([
    ['E12345678', 'passport'],
    ['EA1234567', 'passport'],
    ['G12345678', 'passport'],
    ['P1234567', 'passport'],
    ['D12345678', 'passport'],
    ['561234567', 'passport'],
    ['C01X00T47', 'passport'],
    ['TK1234567', 'passport'],
    ['AB123456', 'passport'],
    ['k1234567', 'passport'],
    ['H12345678', 'hmt_travel_permit'],
    ['M12345678', 'hmt_travel_permit'],
    ['h1234567801', 'hmt_travel_permit'],
    ['M1234567802', 'hmt_travel_permit'],
    ['12345678', 'hmt_travel_permit'],
    ['00123456', 'hmt_travel_permit'],
    ['1234567801', 'hmt_travel_permit'],
    ['1234567801A', 'hmt_travel_permit'],
    ['Ｈ12345678', 'hmt_travel_permit'],
    ['H 1234 5678', 'hmt_travel_permit'],
    ['HA1234567', 'hmt_travel_permit'],
    ['ma1234567', 'hmt_travel_permit'],
    ['USA110084061212', 'foreigner_residence_card'],
  ])('%s is a %s when that is stated', (text, kind) => {
    expect(read(text, { kind })).toMatchObject({
      ok: true,
      value: { kind, holder: 'person', number: normalisePartyNumber(text), birthDate: null, sex: null },
    });
  });
});

describe('a number with two readings', () => {
  it('is both', () => {
    expect([checkCreditCode(BOTH).ok, checkResidentId(BOTH, TODAY).ok]).toEqual([true, true]);
  });

  it.each<[Partial<PartyNumberContext>, string]>([
    [{ name: PERSON }, 'person resident_id'],
    [{ name: '欧阳修' }, 'person resident_id'],
    [{ name: '买买提·艾山' }, 'person resident_id'],
    [{ name: FIRM }, 'enterprise credit_code'],
    [{ name: '江城利民便利店' }, 'enterprise credit_code'],
    [{ name: 'Harbour Trading Ltd' }, 'enterprise credit_code'],
    [{ holder: 'person' }, 'person resident_id'],
    [{ holder: 'enterprise' }, 'enterprise credit_code'],
    [{ name: PERSON, holder: 'person' }, 'person resident_id'],
    [{ name: PERSON, kind: 'credit_code' }, 'enterprise credit_code'],
    [{ name: FIRM, kind: 'resident_id' }, 'person resident_id'],
    [{}, 'TWO_READINGS'],
    [{ name: 'JOHN EXAMPLE' }, 'TWO_READINGS'],
    [{ name: PERSON, holder: 'enterprise' }, 'TWO_READINGS'],
    [{ name: FIRM, holder: 'person' }, 'TWO_READINGS'],
  ])('with %j: %s', (context, expected) => {
    expect(kindOf(BOTH, context)).toBe(expected);
  });

  it('is never an enterprise’s under a person’s name unless its kind is stated, whatever the number', () => {
    const digits = fc.tuple(fc.nat(400_000), fc.nat(999)).map(([n, sequence]) => {
      const body = sampleResidentId(n).slice(0, 14) + String(sequence).padStart(3, '0');
      return body + residentCheckCharacter(body);
    });
    fc.assert(
      fc.property(digits, fc.constantFrom(undefined, 'person' as const, 'enterprise' as const), (number, holder) => {
        const found = read(number, { name: PERSON, holder });
        if (found.ok) expect(found.value.holder).toBe('person');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('laws of reading numbers', () => {
  const holders = fc.constantFrom(undefined, null, 'person' as const, 'enterprise' as const);
  const names = fc.constantFrom(PERSON, FIRM, UNCLEAR, 'JOHN EXAMPLE', '');

  it('every sample is read as what it is, however it is typed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(' ', '-', '\u200b', '\u3000'), fc.nat(17), (n, sign, at) => {
        const typed = (text: string) => (text.slice(0, at) + sign + text.slice(at)).toLowerCase();
        expect(read(typed(sampleCreditCode(n)), { name: FIRM })).toMatchObject({
          value: { number: sampleCreditCode(n) },
        });
        expect(read(typed(sampleResidentId(n)), { name: PERSON })).toMatchObject({
          value: { number: sampleResidentId(n) },
        });
      }),
    );
  });

  it('one wrong digit of a person’s number is always refused', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(17), fc.constantFrom(...'0123456789'), (n, at, digit) => {
        const number = sampleResidentId(n);
        fc.pre(number[at] !== digit);
        expect(read(number.slice(0, at) + digit + number.slice(at + 1), { holder: 'person' }).ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('any text is answered, and a stated holder is never contradicted', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.stringMatching(/^[0-9A-Z]{5,18}$/));
    fc.assert(
      fc.property(text, names, holders, (number, name, holder) => {
        const found = read(number, { name, holder });
        if (found.ok && holder) expect(found.value.holder).toBe(holder);
        if (found.ok) expect(read(found.value.number, { name, holder })).toEqual(found);
      }),
      { numRuns: 2_000 },
    );
  });
});
