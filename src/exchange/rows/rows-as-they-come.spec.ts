import { cellsOf, csv, first, HEADERS, rowsOf } from '../../../test/support/files.js';

describe('digits lost to exponents', () => {
  it.each([
    '1,23457E+15',
    '1.23457E+15',
    '3.10101E+17',
    '3.10101198001011E17',
    '1.38e+10',
    '1,5E+10',
    '3.1e17',
    '2E+14',
    '1.23457E+015',
    '-1.5E+12',
    '１．２３Ｅ＋１５',
    '1.23 E+15',
    '1.23457×10^15',
    '0.123E+18',
  ])('%s is no reference', async (ref) => {
    expect((await rowsOf(csv([{ ref }], ';')))[0]?.codes).toEqual(['CELL_DIGITS_LOST']);
    expect((await rowsOf(csv([{ amount: ref }], ';')))[0]?.codes).toEqual(['AMOUNT_UNREADABLE']);
  });

  it.each(['2E10-7', '12E+5', 'E+15', '2E10', 'HT-1.5E+3', '1E5'])('%s is one', async (ref) => {
    expect((await first({ ref })).ref).toBe(ref);
  });
});

describe('lines of totals', () => {
  it.each([
    ...[
      '小计',
      '合计',
      '总计',
      '合 计',
      '小　计：',
      '本页小计',
      '本月合计',
      '客户小计',
      '累计',
      '共计',
      '合计(元)',
      '总计 12 笔',
    ],
    ...[
      'Subtotal',
      'Sub-total',
      'Sub Total:',
      'TOTAL',
      'Grand Total',
      'Totals',
      'Page total',
      '【合计】',
      '合计金额',
      '合计大写',
      '共12条',
      '承前页',
      '人民币合计',
      'Total amount',
      'Running total',
      'Carried forward',
      'Subtotal for Harbour Ltd',
      'Harbour Ltd Total',
      '合计 江城海港公司',
      '小計',
      '合計',
      '江城海港公司 小计',
      'Harbour Ltd Subtotal',
    ],
  ])('%s', async (label) => {
    expect((await first({ ref: label })).codes).toEqual(['SKIPPED_TOTAL_ROW']);
    expect((await first({ ref: '', name: label })).codes).toEqual(['SKIPPED_TOTAL_ROW']);
  });

  it.each([
    ...[
      '合计贸易有限公司',
      '上海小计数据有限公司',
      'Total Energies Ltd',
      '总计划',
      '共创科技有限公司',
      'Energie Total',
    ],
  ])('%s is a debtor', async (name) => {
    expect((await first({ name })).draft?.debtorName).toBe(name);
  });
});

describe('a number that is a credit code and a resident number by chance', () => {
  const BOTH = '130200197006120911';
  const noKind = (name: string) => first({ name, id: BOTH, kind: '' });

  it('is a person’s with a person’s name, and the region is read as his', async () => {
    expect((await noKind('王小明')).draft).toMatchObject({ debtorKind: 'person', regionCode: '130200' });
  });

  it('is an enterprise’s with an enterprise’s name', async () => {
    expect((await noKind('王小明商贸有限公司')).draft).toMatchObject({ debtorKind: 'enterprise' });
  });

  it('is refused with a name that may be either, unless the kind is stated', async () => {
    expect((await noKind('好再来')).codes).toEqual(['DEBTOR_KIND_UNKNOWN']);
    expect((await first({ name: '好再来', id: BOTH, kind: '个人' })).draft).toMatchObject({
      debtorKind: 'person',
      regionCode: '130200',
    });
  });
});

describe('phones', () => {
  it.each([
    ...[
      '13912345678',
      '+86 139-1234-5678',
      '0086 13912345678',
      '(+86)13912345678',
      '86 13912345678',
      '１３９１２３４５６７８',
    ],
    ...['139 1234 5678', '13912345678\u200b', '\u200e13912345678', '13912345678\u2060', "'13912345678"],
    ...[
      '13912345678.0',
      'tel:13912345678',
      'tel:+86-139-1234-5678',
      '`13912345678',
      '’13912345678',
      '电话：13912345678',
    ],
    ...['139—1234—5678', '139\u20111234\u20115678', '139\u00a01234\u00a05678'],
  ])('%j is one number', async (phone) => {
    const { draft } = await first({ phone });
    expect(draft?.debtorPhone).toBe('+8613912345678');
  });

  it.each(['13912345678/13812345678', '13912345678 转 12', '1391234567.8', '139****5678', '微信13912345678'])(
    '%j stays for a reviewer as it is',
    async (phone) => {
      expect((await first({ phone })).draft?.debtorPhone).toBe(phone);
    },
  );

  it.each(['-', '—', '无', 'N/A', '暂无'])('%j says that there is none, as of an identity number', async (none) => {
    expect((await first({ phone: none, id: none })).draft).toMatchObject({ debtorPhone: null, debtorIdNumber: null });
    const json = { externalRef: 'A', debtorName: '甲公司', principalFen: '800000', dueOn: '2025-03-31' };
    const [row] = await rowsOf(JSON.stringify({ ...json, debtorPhone: none, debtorIdNumber: none }));
    expect(row?.draft).toMatchObject({ debtorPhone: null, debtorIdNumber: null });
  });

  it.each([
    ['1.39123E+10', 'CELL_DIGITS_LOST'],
    ['\u202d13912345678\u202c', 'FIELD_CONTROL_CHARACTERS'],
  ])('%j: %s', async (phone, code) => {
    expect((await first({ phone })).codes).toEqual([code]);
  });
});

describe('lines of JSON as tools write them', () => {
  const row = { externalRef: 'A', debtorName: '江城海港贸易有限公司', principalFen: '800000', dueOn: '2025-03-31' };
  const line = (changes: object = {}) => JSON.stringify({ ...row, ...changes });

  it.each([
    ['a byte order mark and CRLF', `\ufeff${line()}\r\n${line()}\r\n`, [[], []]],
    ['escapes', line().replace('江', '\\u6c5f'), [[]]],
    ['a blank line', `${line()}\n\n${line()}`, [[], []]],
    ['a number for an amount', line({ principalFen: 800000 }), [['FIELD_TYPE']]],
    ['half a character', line().replace('江', '\\ud842'), [['FIELD_UNREADABLE']]],
    ['a comma at the end', `${line()},`, [['json']]],
    ['a moment for a day', line({ dueOn: '2025-03-31T16:00:00Z' }), [['DATE_UNREADABLE']]],
    ['another field', line({ extra: 1 }), [['FIELD_UNKNOWN']]],
    ['an object over several lines', JSON.stringify(row, null, 2), Array(6).fill(['json'])],
    ['NaN', line().replace('"800000"', 'NaN'), [['json']]],
    ['single quotes', line().replaceAll('"', "'"), [['json']]],
    ['files put together', `\ufeff${line()}\n\ufeff${line()}`, [[], []]],
    ['a text sequence', `\u001e${line()}\n\u001e${line()}\n`, [[], []]],
    ['a reference that lost its digits', line({ externalRef: '1.23457E+15' }), [['CELL_DIGITS_LOST']]],
    ['a phone that lost its digits', line({ debtorPhone: '1.39E10' }), [['CELL_DIGITS_LOST']]],
    ['a name of question marks', line({ debtorName: '????' }), [['FIELD_UNREADABLE']]],
  ])('%s', async (_, text, codes) => {
    expect((await rowsOf(text)).map((one) => one.codes)).toEqual(codes);
  });
});

describe('what a cell begins with is text', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@x', '＝1', '=1+1', "=cmd|' /C calc'!A0"])(
    '%s is a note like any',
    async (note) => {
      const file = `${[...HEADERS, '备注'].join('\t')}\n${[...cellsOf({}), note].join('\t')}`;
      expect((await rowsOf(file))[0]?.draft?.note).toBe(note);
    },
  );
});
