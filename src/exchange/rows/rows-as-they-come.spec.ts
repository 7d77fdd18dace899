import { cellsOf, csv, first, HEADERS, refusalOf, rowsOf } from '../../../test/support/files.js';

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
  ])('%s is no reference', async (ref) => {
    expect((await rowsOf(csv([{ ref }], ';')))[0]?.codes).toEqual(['CELL_DIGITS_LOST']);
    expect((await rowsOf(csv([{ amount: ref }], ';')))[0]?.codes).toEqual(['AMOUNT_UNREADABLE']);
  });

  it.each(['2E10-7', '12E+5', 'E+15', '2E10', 'HT-1.5E+3', '1E5'])('%s is one', async (ref) => {
    expect((await first({ ref })).ref).toBe(ref);
  });
});

describe('headers', () => {
  const row = ['A-1', '宁波市远航物流有限公司', '12400.00', '400.00', '2025/4/30'];
  const read = (...lines: readonly (readonly string[])[]) => rowsOf(lines.map((cells) => cells.join()).join('\n'));
  const refused = (...lines: readonly (readonly string[])[]) =>
    refusalOf(lines.map((cells) => cells.join()).join('\n'));

  it.each([
    [['价税合计', '未核销'], '40000'],
    [['价税合计', '未核销金额'], '40000'],
    [['本金', '余额'], '40000'],
    [['本金(元)', '欠款余额(元)'], '40000'],
  ])('in two rows are read by the second: %j', async (names, open) => {
    const [found] = await read(['单据编号', '客户', '金额', '', '到期日'], ['', '', ...names, ''], row);
    expect(found?.draft).toMatchObject({ principalFen: 1_240_000n, outstandingFen: BigInt(open) });
  });

  it.each([[['总额', '未收']], [['价税合计', '其中未到期']], [['', '未核销金额']], [['含税', '不含税']]])(
    'of amounts that are not known are refused: %j',
    async (names) => {
      expect(await refused(['单据编号', '客户', '金额', '', '到期日'], ['', '', ...names, ''], row)).toMatchObject({
        code: expect.stringMatching(/^COLUMNS_(UNCLEAR|REPEATED)$/),
      });
    },
  );

  it('repeated in full in the second row are the second', async () => {
    const names = ['单据编号', '客户', '价税合计', '未核销金额', '到期日'];
    const [found] = await read(['单据编号', '客户', '金额', '', '到期日'], names, row);
    expect(found?.draft).toMatchObject({ principalFen: 1_240_000n, outstandingFen: 40_000n });
  });

  it('in two rows of other columns', async () => {
    const [found] = await read(
      ['单据编号', '客户', '价税合计', '未核销金额', '日期', ''],
      ['', '', '', '', '到期日', '开票日'],
      [...row, '2025/3/1'],
    );
    expect(found?.draft).toMatchObject({ dueOn: '2025-04-30', invoicedOn: '2025-03-01', outstandingFen: 40_000n });
  });

  it('above the last column spread too', async () => {
    const [found] = await read(
      ['单据编号', '客户', '到期日', '金额'],
      ['', '', '', '价税合计', '未核销'],
      [...['A-1', '宁波市远航物流有限公司', '2025/4/30', '12400.00', '400.00']],
    );
    expect(found?.draft).toMatchObject({ outstandingFen: 40_000n });
  });

  it('are no second row where a row of data stands', async () => {
    const [found] = await read(
      ['单据编号', '客户', '余额', '', '到期日'],
      ['A-1', '甲有限公司', '400', '', '2025/4/30'],
    );
    expect(found).toMatchObject({ ref: 'A-1', draft: { outstandingFen: 40_000n } });
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
      '小計',
      '合計',
      '江城海港公司 小计',
      'Harbour Ltd Subtotal',
    ],
  ])('%s', async (label) => {
    expect((await first({ ref: label })).codes).toEqual(['SKIPPED_TOTAL_ROW']);
    expect((await first({ ref: '', name: label })).codes).toEqual(['SKIPPED_TOTAL_ROW']);
  });

  it.each(['合计贸易有限公司', '上海小计数据有限公司', 'Total Energies Ltd', '总计划'])(
    '%s is a debtor',
    async (name) => {
      expect((await first({ name })).draft?.debtorName).toBe(name);
    },
  );
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
  ])('%j is one number', async (phone) => {
    const { draft } = await first({ phone });
    expect(draft?.debtorPhone).toBe('+8613912345678');
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
