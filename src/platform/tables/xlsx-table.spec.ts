import ExcelJS from 'exceljs';
import { openBytes } from './open.js';
import type { TableOptions, TableRow } from './table.js';

const HEADERS = ['编号', '名称', '金额', '到期', '利率', '备注'];
const options: TableOptions = { maxRows: 100, maxColumns: 20, headers: HEADERS, sheetNames: [] };
const DAY = new Date(Date.UTC(2026, 0, 31, 13, 30));

/** What people keep: a hidden sheet first, a title over merged cells, a blank row, and cells formatted in every way. */
async function bookOf(rows: readonly (readonly unknown[])[], formats: Record<number, string>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('辅助', { state: 'hidden' }).addRow(['x', 'y', 'z']);
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['2026年应收账款']);
  sheet.mergeCells('A1:F1');
  sheet.addRow([]);
  sheet.addRow(HEADERS);
  for (const cells of rows) {
    const row = sheet.addRow([...cells]);
    for (const [column, format] of Object.entries(formats)) row.getCell(Number.parseInt(column, 10)).numFmt = format;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function rowsOf(bytes: Buffer): Promise<TableRow[]> {
  const found: TableRow[] = [];
  for await (const row of (await openBytes(bytes, options)).rows) found.push(row);
  return found;
}

describe('a workbook as people keep it', () => {
  it.each(['yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d h:mm', 'yyyy-mm-dd', 'm/d/yy'])(
    'gives days shown as %s, percentages as shown and amounts exactly',
    async (format) => {
      const rich = { richText: [{ text: '富' }, { font: { bold: true }, text: '文本' }] };
      const book = await bookOf([['A1', rich, 1234.5000000000002, DAY, 0.0435, 'a\nb'], [], ['A2', '乙', 1.2345e6]], {
        4: format,
        5: '0.00%',
      });
      expect(await rowsOf(book)).toEqual([
        { rowNumber: 4, cells: ['A1', '富文本', '1234.5', '2026-01-31', '4.35%', 'a\nb'] },
        { rowNumber: 6, cells: ['A2', '乙', '1234500'] },
      ]);
    },
  );

  it('says which cells are not what was written into them', async () => {
    const computed = { formula: 'SUM(1,2)', result: 3 };
    const rows = await rowsOf(await bookOf([[3.10101198001011e17, '甲', computed, { error: '#N/A' }]], {}));
    expect(rows).toMatchObject([
      {
        marks: [
          { column: 0, kind: 'digits' },
          { column: 2, kind: 'formula' },
          { column: 3, kind: 'error' },
        ],
      },
    ]);
  });
});
