import { residentCheckCharacter } from '../../kernel/index.js';
import { debtorKindFrom, isAmbiguousRegion, readIdNumber, regionFrom } from './debtor-facts.js';
import type { Cells } from './header-aliases.js';
import type { Dialect } from './headers.js';
import { mapJsonRow } from './json-row.js';
import { mapRow } from './row-mapper.js';

const dialect: Dialect = { name: 'template', spelling: {} };
const row: Cells = { externalRef: 'A-1', debtorName: '好再来', principal: '8000', dueOn: '2025-03-31' };
const map = (cells: Cells) => mapRow({ ...row, ...cells }, { defaults: {}, dialect });
const input = { externalRef: 'A-1', principalFen: '800000', dueOn: '2025-03-31' };
const mapJson = (cells: Record<string, unknown>) =>
  mapJsonRow({ ...input, debtorName: '好再来', ...cells }, { defaults: {} });
/** Valid as a credit code and as a resident identity number. */
const BOTH = '130200197006120911';

describe('who a debtor is', () => {
  it.each([
    [BOTH, '王小明', 'person', '130200'],
    ['130200197006120110', '王小红', 'person', '130200'],
    [BOTH, '唐山某某商行', 'enterprise', null],
    ['810000198506121238', '陈大文', 'person', '810000'],
    ['820000198506121248', '何小龙', 'person', '820000'],
    ['830000198506121258', '林志明', 'person', '710000'],
    ['911840198506121261', 'JOHN EXAMPLE', 'person', '110000'],
    ['91350203M0097Q4T09', '厦门思明旧城', 'enterprise', '350203'],
    ['92340600YY200003X0', '王小明', 'enterprise', '340600'],
    ['H12345678', '王五', 'person', null],
    ['350100611234567', '江城老厂有限公司', 'enterprise', null],
    ['13020019850612004x', '张三', 'person', '130200'],
  ])('%s of %s: %s in %s', (number, debtorName, debtorKind, regionCode) => {
    const expected = { debtorKind, debtorIdNumber: number.toUpperCase(), regionCode };
    expect(map({ debtorName, debtorIdNumber: number }).draft).toMatchObject(expected);
    expect(mapJson({ debtorName, debtorIdNumber: number }).draft).toMatchObject(expected);
  });

  it('is asked for when a number has two readings and the name tells neither', () => {
    const codes = (mapping: ReturnType<typeof map>) => mapping.reasons?.map(({ code, field }) => `${code} ${field}`);
    expect(codes(map({ debtorIdNumber: BOTH }))).toEqual(['DEBTOR_KIND_UNKNOWN 债务人类型']);
    expect(codes(mapJson({ debtorIdNumber: BOTH }))).toEqual(['DEBTOR_KIND_UNKNOWN debtorKind']);
    expect(map({ debtorIdNumber: BOTH, debtorKind: '个人' }).draft).toMatchObject({ debtorKind: 'person' });
    expect(map({ debtorIdNumber: BOTH, debtorIdKind: '身份证' }).draft).toMatchObject({
      ...{ debtorKind: 'person', debtorIdKind: 'resident_id' },
    });
  });

  it.each([
    ['护照', 'passport'],
    ['港澳居民来往内地通行证', 'hmt_travel_permit'],
    ['回乡证', 'hmt_travel_permit'],
    ['台湾居民居住证', 'hmt_residence_permit'],
    ['外国人永久居留身份证', 'foreigner_residence_card'],
    ['居民身份证', 'resident_id'],
    ['身份证号', 'resident_id'],
    ['统一社会信用代码', 'credit_code'],
    ['营业执照', 'credit_code'],
    ['passport', 'passport'],
  ])('has a number of the kind that a sheet calls %s', (word, debtorIdKind) => {
    expect(map({ debtorName: '王五', debtorIdKind: word }).draft).toMatchObject({ debtorIdKind });
  });

  it('has no number of a kind nobody knows', () => {
    expect(map({ debtorIdKind: '驾照' }).reasons).toMatchObject([
      { code: 'DEBTOR_ID_KIND_UNKNOWN', field: '证件类型' },
    ]);
    expect(mapJson({ debtorIdKind: 'licence' }).reasons).toMatchObject([
      { code: 'DEBTOR_ID_KIND_UNKNOWN', field: 'debtorIdKind' },
    ]);
  });

  it('takes a mistyped number for what the name says', () => {
    const wrong = '340524198001010011';
    expect(debtorKindFrom(wrong, '张伟')).toBe('person');
    expect(debtorKindFrom(wrong, '好再来')).toBe('person');
    expect(debtorKindFrom(wrong, '好再来商店')).toBe('enterprise');
    expect(debtorKindFrom('9135O100M000100Y43', '好再来')).toBe('enterprise');
    expect(debtorKindFrom('12', '好再来')).toBeUndefined();
  });

  it('has one spelling of a number, whatever nobody sees in it', () => {
    expect(['\u200b9135-0100 M000100Y43', '９１３５０１００ｍ０００１００ｙ４３'].map(readIdNumber)).toEqual([
      '91350100M000100Y43',
      '91350100M000100Y43',
    ]);
  });
});

describe('where a debtor is', () => {
  it.each(['Suzhou', 'taizhou', 'Fuzhou City', 'YULIN', 'Yichun'])('%s is refused without its province', (region) => {
    expect(map({ debtorName: '张伟', region }).reasons).toMatchObject([{ code: 'REGION_AMBIGUOUS', field: '省市区' }]);
    expect(mapJson({ debtorName: '张伟', regionCode: region }).reasons).toMatchObject([
      { code: 'REGION_AMBIGUOUS', field: 'regionCode' },
    ]);
  });

  it('is known with its province, in Chinese, and never refused when unknown', () => {
    const regions = ['Suzhou Industrial Park, Jiangsu', '宿州', '延边州', '湖北省神农架林区', '火星'];
    expect(regions.map((region) => map({ debtorName: '张伟', region }).draft?.regionCode)).toEqual([
      ...['320500', '341300', '222400', '429021'],
      null,
    ]);
    expect(isAmbiguousRegion('火星')).toBe(false);
    const remarks = { remarks: [{ code: 'REGION_UNKNOWN' }] };
    expect(map({ debtorName: '张伟', region: '火星' })).toMatchObject(remarks);
    expect(mapJson({ debtorName: '张伟', regionCode: '990100' })).toMatchObject(remarks);
    expect(map({ debtorName: '张伟', region: '宿州' })).not.toHaveProperty('remarks');
  });

  it('is not told by an address that may be in two provinces, but by the number then', () => {
    const body = '32050019850612001';
    const number = body + residentCheckCharacter(body);
    expect(regionFrom(null, '12 Renmin Road, Suzhou', number, 'person')).toBe('320500');
  });
});
