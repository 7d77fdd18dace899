import iconv from 'iconv-lite';
import { workbookOf, zipOf } from '../../../test/support/zip.js';
import { openBytes } from '../../platform/tables/open.js';
import { HEADER_KEYS, readHeaders } from './headers.js';
import { mapJsonRow } from './json-row.js';
import { mapRow } from './row-mapper.js';
import { sheetRow } from './sheet-rows.js';
import { TEMPLATE_SHEETS } from './template-columns.js';

const OPTIONS = { maxRows: 1_000, maxColumns: 100, headers: HEADER_KEYS, sheetNames: TEMPLATE_SHEETS };

interface Read {
  readonly ref: string | undefined;
  readonly codes: readonly string[];
  readonly draft: ReturnType<typeof mapRow>['draft'];
  readonly hidden: boolean;
}

/** A file from its bytes to drafts, as a batch reads it. */
async function rowsOf(file: Buffer | string): Promise<Read[]> {
  const table = await openBytes(Buffer.from(file as string), OPTIONS);
  const header = table.head.header && readHeaders(table.head.header, table.head);
  const rows: Read[] = [];
  for await (const row of table.rows) {
    const { cells, problems } = header ? sheetRow(row, header) : { cells: {}, problems: undefined };
    const mapping = header
      ? mapRow(cells, { defaults: {}, dialect: header.dialect })
      : mapJsonRow(row.value, { defaults: {} });
    const reasons = row.fault ? [{ code: row.fault }] : (problems ?? mapping.reasons ?? []);
    const draft = reasons.length > 0 ? undefined : mapping.draft;
    rows.push({ ref: draft?.externalRef, codes: reasons.map(({ code }) => code), draft, hidden: row.hidden === true });
  }
  return rows;
}

const refusalOf = (file: Buffer | string) =>
  rowsOf(file).then(
    () => undefined,
    (error: { code: string; details?: Record<string, unknown> }) => error,
  );

const HEADERS = ['外部单号', '债务人名称', '债务人类型', '本金(元)', '到期日', '手机号', '统一社会信用代码/身份证号'];
type Row = Partial<Record<'ref' | 'name' | 'kind' | 'amount' | 'due' | 'phone' | 'id', string>>;
const cellsOf = ({
  ref = 'A-1',
  name = '江城海港贸易有限公司',
  kind = '企业',
  amount = '8000.00',
  due = '2025-03-31',
  phone = '',
  id = '',
}: Row) => [ref, name, kind, amount, due, phone, id];
const csv = (rows: readonly Row[], separator = ',', eol = '\n') =>
  [HEADERS, ...rows.map(cellsOf)]
    .map((cells) => cells.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator))
    .join(eol);
const first = async (row: Row) => (await rowsOf(csv([row])))[0]!;

/** A cell of a sheet: a text, or a number with the index of its format. */
type Cell = string | { readonly n: number | string; readonly s?: number };
const sheetRows = (rows: readonly (readonly Cell[])[], attributes: Readonly<Record<number, string>> = {}) =>
  rows
    .map((cells, n) => {
      const xml = cells.map((cell, at) => {
        const place = `r="${String.fromCharCode(65 + at)}${n + 1}"`;
        if (cell === '') return '';
        return typeof cell === 'string'
          ? `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`
          : `<c ${place}${cell.s === undefined ? '' : ` s="${cell.s}"`}><v>${cell.n}</v></c>`;
      });
      return `<row r="${n + 1}" ${attributes[n + 1] ?? ''}>${xml.join('')}</row>`;
    })
    .join('');
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;

interface SheetSpec {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: string;
}

function book(sheets: readonly SheetSpec[], separator = '/'): Buffer {
  const list = sheets.map(
    ({ name, state = 'visible' }, n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="r${n}"/>`,
  );
  const parts = [
    {
      name: '_rels/.rels',
      bytes: `<Relationships>${relation('r', 'officeDocument', `xl${separator}workbook.xml`)}</Relationships>`,
    },
    { name: 'xl/workbook.xml', bytes: `<workbook xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships>${sheets.map((_, n) => relation(`r${n}`, 'worksheet', `worksheets${separator}s${n}.xml`)).join('')}</Relationships>`,
    },
    ...sheets.map(({ rows }, n) => ({
      name: `xl/worksheets/s${n}.xml`,
      bytes: `<worksheet><sheetData>${sheetRows(rows)}</sheetData></worksheet>`,
    })),
  ];
  return zipOf(parts.map((part) => ({ ...part, name: part.name.replaceAll('/', separator) })));
}

/** A workbook whose amount, or reference, has this number format. */
function formatted(code: string, cell: number | string, column: 'amount' | 'ref' | 'due' = 'amount'): Buffer {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
  const row: Cell[] = cellsOf({});
  row[{ ref: 0, amount: 3, due: 4 }[column]] = { n: cell, s: 1 };
  const rels = `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`;
  return workbookOf(sheetRows([HEADERS, row]), [
    { name: 'xl/_rels/workbook.xml.rels', bytes: rels },
    { name: 'xl/styles.xml', bytes: styles },
  ]);
}

describe('a moment becomes its day in China', () => {
  it.each([
    ['2025-03-31T16:00:00.000Z', '2025-04-01'],
    ['2025-03-31T16:00:00+00:00', '2025-04-01'],
    ['2025-04-01T00:00:00+08:00', '2025-04-01'],
    ['2025-03-31 16:00:00', '2025-03-31'],
    ['2025-04-01', '2025-04-01'],
    ['2026-11-29T16:00:00Z', '2026-11-30'],
    ['2025-03-31T15:59:59Z', '2025-03-31'],
    ['2025-03-31T15:59:17.000Z', '2025-04-01'],
    ['2025-03-31T23:59:17+08:00', '2025-04-01'],
    ['2025-03-31 23:59:17', '2025-04-01'],
    ['2025-03-31T23:59:18+08:00', '2025-03-31'],
    ['2025-03-31T12:00:00-04:00', '2025-04-01'],
    ['2025-04-01T02:00:00+0900', '2025-04-01'],
    ['2025-04-01T00:30:00+09', '2025-03-31'],
    ['2025/3/31 17:30 UTC', '2025-04-01'],
    ['2025/3/31 23:00 GMT+8', '2025-03-31'],
    ['20250331T160000Z', undefined],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
    ['2025-03-31 24:00', '2025-03-31'],
    ['2025-03-31T25:00:00Z', undefined],
    ['2025-03-31T16:00:00+19:00', undefined],
    ['45747.99950231481', '2025-04-01'],
    ['45747.9994', '2025-03-31'],
    ['\u200e2025-03-31', '2025-03-31'],
  ])('%s: %s', async (due, day) => {
    const row = await first({ due });
    expect(row.draft?.dueOn).toBe(day);
    if (day === undefined) expect(row.codes).toEqual(['DATE_UNREADABLE']);
  });

  it.each([
    ['yyyy-mm-dd', '45748', '2025-04-01'],
    ['yyyy/m/d h:mm', '45747.99950231481', '2025-04-01'],
    ['yyyy/m/d h:mm', '45747.6666666667', '2025-03-31'],
    ['0000-00-00', '20250331', '2025-03-31'],
  ])('a day shown as %s, kept as %s: %s', async (code, serial, day) => {
    expect((await rowsOf(formatted(code, serial, 'due')))[0]?.draft?.dueOn).toBe(day);
  });
});

describe('a number that can be read two ways is refused', () => {
  it.each([
    ['250.000', undefined],
    ['1.355,90', undefined],
    ['12.500', undefined],
    ['1.000.000', undefined],
    ['250.0000000000', 25_000n],
    ['250,5', undefined],
    ['8.000', undefined],
    ['8,000', undefined],
    ['8,000.00', 800_000n],
    ['12,500,000', 1_250_000_000n],
    ["8'000.00", undefined],
    ['8 000,00', undefined],
    ['1,00,000.00', undefined],
    ['8000,00', undefined],
    ['8000.5', 800_050n],
    ['8.000,', undefined],
    ['¥8,000.00元', 800_000n],
    ['８０００．００', 800_000n],
  ])('in a file with semicolons, %s: %s', async (amount, fen) => {
    const [row] = await rowsOf(csv([{ amount }], ';'));
    expect(row?.draft?.principalFen).toBe(fen);
    if (fen === undefined) expect(row?.codes).toEqual(['AMOUNT_UNREADABLE']);
  });

  it('with commas between cells, a comma inside one separates thousands', async () => {
    expect((await first({ amount: '8,000' })).draft?.principalFen).toBe(800_000n);
  });

  it.each([
    '$8,000.00',
    'USD 8000',
    '8000 USD',
    '€8000',
    '8,000.00 港币',
    'HK$8000',
    '£8000',
    '美元8000',
    'JPY8000',
    '8000円',
  ])('%s is another currency', async (amount) => {
    expect((await first({ amount })).codes).toEqual(['CURRENCY_UNSUPPORTED']);
  });
});

describe('line ends', () => {
  const rows = (count: number): Row[] => Array.from({ length: count }, (_, n) => ({ ref: `A-${n + 1}` }));
  const refs = async (file: string) => (await rowsOf(file)).map(({ ref }) => ref);

  it.each([
    ['carriage returns, three rows', csv(rows(3), ',', '\r'), 3],
    ['carriage returns, forty rows', csv(rows(40), ',', '\r'), 40],
    ['a header with both, rows with returns', csv(rows(2), ',', '\r').replace('\r', '\r\n'), 2],
    ['returns and one at the end', `${csv(rows(3), ',', '\r')}\r`, 3],
    ['both', csv(rows(3), ',', '\r\n'), 3],
    ['feeds', csv(rows(3)), 3],
    ['returns and semicolons', csv(rows(3), ';', '\r'), 3],
    ['returns and tabs', csv(rows(3), '\t', '\r'), 3],
    ['a title above, returns', `应收单\r\r${csv(rows(3), ',', '\r')}`, 3],
    ['sep= and returns', `sep=;\r${csv(rows(3), ';', '\r')}`, 3],
    ['mixed', csv(rows(3)).replace('\n', '\r').replace('\n', '\r\n'), 3],
  ])('%s', async (_, file, count) => {
    expect(await refs(file)).toEqual(rows(count).map(({ ref }) => ref));
  });

  it('are those of lines of JSON too', async () => {
    const line = (ref: string) =>
      JSON.stringify({ externalRef: ref, debtorName: '甲公司', principalFen: '800000', dueOn: '2025-03-31' });
    expect(await refs(`${line('K')}\r${line('L')}`)).toEqual(['K', 'L']);
    expect(await refs(`\ufeff${line('K')}\r\n\r\n${line('L')}\r`)).toEqual(['K', 'L']);
  });

  it('are found however a text is cut', async () => {
    const long = csv(
      Array.from({ length: 300 }, (_, n) => ({ ref: `A-${n}`, name: `甲${'乙'.repeat(180)}公司` })),
      ',',
      '\r',
    );
    expect(await rowsOf(long)).toHaveLength(300);
  });
});

describe('characters nobody sees', () => {
  it.each([
    'C05-7001\u200b',
    'C05-\u20607001',
    '\u200dC05-7001',
    'C05-7001\ufe0d',
    '\ufeffC05-7001',
    'C05\u00ad-7001',
    'C05-7001\u200e',
    '\u200fC05-7001',
    'C05-7001\u{e0100}',
    'C05\u034f-7001',
    'C05-7001\u180e',
    '\u3164C05-7001',
    'C05-\u{e0041}7001',
    '\u00a0C05-7001\u3000',
    '="C05-7001"\u200b',
  ])('%j is the reference C05-7001', async (ref) => {
    const json = {
      externalRef: ref.replace(/^="|"(?=\u200b$)/g, ''),
      debtorName: '甲公司',
      principalFen: '800000',
      dueOn: '2025-03-31',
    };
    expect((await rowsOf(JSON.stringify(json)))[0]?.ref).toBe('C05-7001');
    if (!ref.startsWith('=')) expect((await first({ ref })).ref).toBe('C05-7001');
  });

  it.each(['C05\u202e-7001', 'C05-7001\u2066', 'C05\u2028-7001', 'C05\u0007-7001'])('%j is refused', async (ref) => {
    expect((await first({ ref })).codes).toEqual(['FIELD_CONTROL_CHARACTERS']);
  });

  it('are no part of a number, a phone or a name', async () => {
    const row = await first({
      id: '\u200b91350100M000100Y43',
      phone: '13912345678\u200b',
      name: '江城\u200b海港贸易有限公司',
    });
    expect(row.draft).toMatchObject({
      debtorIdNumber: '91350100M000100Y43',
      debtorPhone: '+8613912345678',
      debtorName: '江城海港贸易有限公司',
    });
  });
});

describe('text of another encoding', () => {
  const file = (name: string, encoding: string) =>
    iconv.encode(
      `external_ref,debtor_name,debtor_type,principal,due_on\nA-1,"${name}",enterprise,8000.00,2025-03-31\n`,
      encoding,
    );

  it.each([
    ['江城遠東貿易股份有限公司', 'big5'],
    ['株式会社山田商事 Co., Ltd', 'shift_jis'],
    ['대한무역 Co., Ltd', 'euc-kr'],
    ['Müller Söhne Shanghai Co., Ltd', 'windows-1252'],
    ['Société Générale Co Ltd', 'windows-1252'],
  ])('%s in %s is no name', async (name, encoding) => {
    expect(await refusalOf(file(name, encoding))).toMatchObject({ code: expect.stringMatching(/^FILE_ENCODING_/) });
  });

  it.each(['江城锟斤拷有限公司', 'æ±Ÿåœ‹æµ·æ¸¯', '江城\ue81e有限公司', '江城\ufffd公司', 'ï»¿江城公司'])(
    '%s is mojibake',
    async (name) => {
      expect((await first({ name })).codes).toEqual(['FIELD_UNREADABLE']);
    },
  );

  it('GB 18030-2022 has eighteen characters that had no place before', async () => {
    const pairs = 'a6d9 a6da a6db a6dc a6dd a6de a6df a6ec a6ed a6f3 fe59 fe61 fe66 fe67 fe6d fe7e fe90 fea0'.split(
      ' ',
    );
    const points = [0xfe10, 0xfe12, 0xfe11, 0xfe13, 0xfe14, 0xfe15, 0xfe16, 0xfe17, 0xfe18, 0xfe19].concat([
      0x9fb4, 0x9fb5, 0x9fb6, 0x9fb7, 0x9fb8, 0x9fb9, 0x9fba, 0x9fbb,
    ]);
    const [head, tail] = csv([{ name: '江城@贸易有限公司' }])
      .split('@')
      .map((text) => iconv.encode(text, 'gb18030'));
    for (const [n, pair] of pairs.entries()) {
      const [row] = await rowsOf(Buffer.concat([head!, Buffer.from(pair, 'hex'), tail!]));
      expect(row?.draft?.debtorName).toBe(`江城${String.fromCodePoint(points[n]!)}贸易有限公司`);
    }
    const [rare] = await rowsOf(iconv.encode(csv([{ name: '江城䶮喆ḿ\u{20087}\u{2c029}贸易有限公司' }]), 'gb18030'));
    expect(rare?.draft?.debtorName).toBe('江城䶮喆ḿ\u{20087}\u{2c029}贸易有限公司');
  });
});

describe('the sheets of a workbook', () => {
  const table = (...refs: string[]) => [HEADERS, ...refs.map((ref) => cellsOf({ ref }))];
  const cover = [['应收账款催收清单'], ['填报人', '李梅']];
  const headOf = async (sheets: readonly SheetSpec[]) => (await openBytes(book(sheets), OPTIONS)).head;

  it.each([
    [
      [
        { name: '2025年1月', rows: table('A', 'B') },
        { name: '2025年2月', rows: table('C') },
      ],
      '2025年1月, 2025年2月',
    ],
    [
      [
        { name: '说明', rows: cover },
        { name: 'x', rows: table('A') },
        { name: 'y', rows: table('B') },
      ],
      'x, y',
    ],
    [
      [
        { name: 'a', rows: [['标题'], [], ...table('A')] },
        { name: 'b', rows: table('B') },
      ],
      'a, b',
    ],
  ])('with rows in several are refused by their names', async (sheets, names) => {
    expect(await refusalOf(book(sheets))).toMatchObject({ code: 'FILE_SEVERAL_SHEETS', details: { sheets: names } });
  });

  it.each([
    [
      [
        { name: '说明', rows: cover },
        { name: '明细', rows: table('A') },
      ],
      '明细',
      ['说明'],
    ],
    [
      [
        { name: '明细', rows: table('A') },
        { name: '透视', rows: cover },
      ],
      '明细',
      ['透视'],
    ],
    [
      [
        { name: '明细', rows: table('A') },
        { name: 'Sheet2', rows: [] },
      ],
      '明细',
      [],
    ],
    [
      [
        { name: '旧', rows: table('X'), state: 'hidden' },
        { name: '明细', rows: table('A') },
      ],
      '明细',
      ['旧'],
    ],
    [
      [
        { name: '旧', rows: table('X'), state: 'veryHidden' },
        { name: '明细', rows: table('A') },
      ],
      '明细',
      ['旧'],
    ],
    [
      [
        { name: '底稿', rows: table('X') },
        { name: '案件', rows: table('A') },
      ],
      '案件',
      ['底稿'],
    ],
    [
      [
        { name: '空表', rows: [HEADERS] },
        { name: '明细', rows: table('A') },
      ],
      '明细',
      ['空表'],
    ],
  ] satisfies [SheetSpec[], string, string[]][])(
    'are read at the one with rows, and the others named',
    async (sheets, sheet, unread) => {
      expect(await headOf(sheets)).toMatchObject({ sheet, unreadSheets: unread });
      expect((await rowsOf(book(sheets))).map(({ ref }) => ref)).toEqual(['A']);
    },
  );

  it('without the headers are refused with the name of the one looked at', async () => {
    const refused = await refusalOf(
      book([
        { name: '封面', rows: cover },
        { name: '附表', rows: cover },
      ]),
    );
    expect(refused).toMatchObject({ code: 'COLUMNS_MISSING', details: { where: ' (封面)' } });
  });

  it('are found behind backslashes', async () => {
    const sheets = [{ name: '台账', rows: table('A', 'B') }];
    expect((await rowsOf(book(sheets, '\\'))).map(({ ref }) => ref)).toEqual(['A', 'B']);
  });

  it.each(['..\\evil.xml', 'xl\\..\\..\\evil.xml', 'C:\\evil.xml', '\\evil.xml', '../evil.xml', '/evil.xml'])(
    'do not lead outside: %s',
    async (name) => {
      expect(await refusalOf(workbookOf(sheetRows(table('A')), [{ name, bytes: 'x' }]))).toMatchObject({
        code: 'FILE_NAMES_UNSAFE',
      });
    },
  );
});

describe('hidden rows are read, and said to be hidden', () => {
  const rows = [HEADERS, ...['A', 'B', 'C', 'D'].map((ref) => cellsOf({ ref }))];
  it.each([
    ['hidden by hand or by a filter', { 3: 'hidden="1"', 4: 'hidden="true"' }, '', ['B', 'C']],
    ['in a closed group', { 5: 'outlineLevel="1" hidden="1"' }, '', ['D']],
    ['of no height', { 2: 'ht="0" customHeight="1"' }, '', ['A']],
    [
      'all but those that are shown',
      { 1: 'hidden="0"', 2: 'hidden="0"' },
      '<sheetFormatPr zeroHeight="1"/>',
      ['B', 'C', 'D'],
    ],
    ['none', { 2: 'hidden="0"', 3: 'ht="15"' }, '<sheetFormatPr defaultRowHeight="15"/>', []],
  ])('%s', async (_, attributes, before, hidden) => {
    const read = await rowsOf(workbookOf(sheetRows(rows, attributes), [], before));
    expect(read.map(({ ref }) => ref)).toEqual(['A', 'B', 'C', 'D']);
    expect(read.filter((row) => row.hidden).map(({ ref }) => ref)).toEqual(hidden);
  });
});

describe('number formats', () => {
  it.each([
    '[$$-409]#,##0.00',
    '"US$"#,##0.00',
    '[$€-2]\\ #,##0.00',
    '#,##0.00\\ [$USD]',
    '_-[$£-809]* #,##0.00_-',
    '[$¥-411]#,##0',
  ])('an amount shown as %s is not yuan', async (code) => {
    expect((await rowsOf(formatted(code, 8000)))[0]?.codes).toEqual(['CURRENCY_UNSUPPORTED']);
  });

  it.each(['[$¥-804]#,##0.00', '#,##0.00"元"', '"¥"#,##0.00', '#,##0.00', '0.0,"万"', '0000000'])(
    'an amount shown as %s is',
    async (code) => {
      expect((await rowsOf(formatted(code, 8000)))[0]?.draft?.principalFen).toBe(800_000n);
    },
  );

  it('an amount in ten thousands is refused', async () => {
    expect((await rowsOf(formatted('0.00"万元"', 12.5)))[0]?.codes).toEqual(['AMOUNT_UNREADABLE']);
  });

  it.each([
    ['000000', '7001', '007001'],
    ['"AR-"00000', '7', 'AR-00007'],
    ['General', '7001', '7001'],
  ])('a reference shown as %s keeps its zeros', async (code, number, ref) => {
    expect((await rowsOf(formatted(code, number, 'ref')))[0]?.ref).toBe(ref);
  });
});

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
