import ExcelJS from 'exceljs';
import {
  book,
  cellsOf,
  formatted,
  HEADERS,
  OPTIONS,
  refusalOf,
  rowsOf,
  type SheetSpec,
  sheetRows,
} from '../../../test/support/files.js';
import { workbookOf } from '../../../test/support/zip.js';
import { openBytes } from '../../platform/tables/open.js';

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
    [
      [
        { name: '案件', rows: [HEADERS] },
        { name: '明细', rows: table('A') },
      ],
      '明细',
      ['案件'],
    ],
    [
      [
        { name: '案件', rows: [] },
        { name: '明细', rows: [...Array.from({ length: 20 }, () => ['说明']), ...table('A')] },
      ],
      '明细',
      [],
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
    '_-* #,##0.00\\ "zł"_-',
    '[$kr-41D] #,##0',
    '[$RM-43E]#,##0',
    '#,##0"원"',
    '"$"General',
    'General "USD"',
    '[>=1000]"$"#,##0;#,##0',
    '[<0]"¥"#,##0;"US$"#,##0',
  ])('an amount shown as %s is not yuan', async (code) => {
    expect((await rowsOf(formatted(code, 8000)))[0]?.codes).toEqual(['CURRENCY_UNSUPPORTED']);
  });

  it.each([
    ...['[$¥-804]#,##0.00', '#,##0.00"元"', '"¥"#,##0.00', '#,##0.00', '0.0,"万"', '0000000'],
    ...['General"元"', '0,000.00', '#,##0,', '0!.0,"万元"', '[$CNY] #,##0', '_ ¥* #,##0.00_ ;_ ¥* "-"??_ ;_ @_ '],
  ])('an amount shown as %s is', async (code) => {
    expect((await rowsOf(formatted(code, 8000)))[0]?.draft?.principalFen).toBe(800_000n);
  });

  it('an amount in ten thousands is refused', async () => {
    expect((await rowsOf(formatted('0.00"万元"', 12.5)))[0]?.codes).toEqual(['AMOUNT_UNREADABLE']);
  });

  it.each([
    ['000000', '7001', '007001'],
    ['"AR-"00000', '7', 'AR-00007'],
    ['General', '7001', '7001'],
    ['#0000', '7', '0007'],
    ['0,000', '7', '0007'],
    ['0,', '7000', '7000'],
    ['0000.', '7', '0007'],
    ['00-0000', '12345', '01-2345'],
  ])('a reference shown as %s keeps its zeros', async (code, number, ref) => {
    expect((await rowsOf(formatted(code, number, 'ref')))[0]?.ref).toBe(ref);
  });
});

describe('what a workbook says beside its rows', () => {
  const written = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) => {
    const workbook = new ExcelJS.Workbook();
    fill(workbook.addWorksheet('S'), workbook);
    return rowsOf(Buffer.from(await workbook.xlsx.writeBuffer()));
  };

  it('days counted from 1904 are those days, shown as a day or as a number', async () => {
    const rows = await written((sheet, workbook) => {
      workbook.properties.date1904 = true;
      sheet.addRow(HEADERS);
      for (const format of ['yyyy-mm-dd', 'General', 'h:mm']) {
        const cell = sheet.addRow(cellsOf({})).getCell(5);
        cell.value = 44_286;
        cell.numFmt = format;
      }
    });
    expect(rows.map(({ draft }) => draft?.dueOn)).toEqual(['2025-04-01', '2025-04-01', '2025-04-01']);
  });

  it('a line of totals is one with a formula too, and wherever its word stands', async () => {
    const rows = await written((sheet) => {
      sheet.addRow(['序号', ...HEADERS]);
      sheet.addRow([1, ...cellsOf({})]);
      sheet.addRow(['合计']).getCell(5).value = { formula: 'SUM(E2:E2)', result: 8000 };
    });
    expect(rows.map(({ codes }) => codes)).toEqual([[], ['SKIPPED_TOTAL_ROW']]);
  });
});
