import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { csvTable } from '../../platform/tables/csv-table.js';
import { FileEmpty, TooManyColumns, TooManyRows } from '../../platform/tables/tables.refusals.js';
import { ColumnsMissing } from './columns.refusals.js';
import { HEADER_KEYS, readHeaders } from './headers.js';
import { type SheetRow, sheetRow } from './sheet-rows.js';

const HEADER = ['外部单号', '债务人名称', '欠款余额(元)', '到期日', '备注'];
const LIMIT = { maxRows: 10_000, maxColumns: 100, headers: HEADER_KEYS, sheetNames: [] };

async function rowsOf(text: string | string[], limit = LIMIT): Promise<SheetRow[]> {
  const table = await csvTable(typeof text === 'string' ? [text] : text, 'utf-8', limit);
  const header = readHeaders(table.head.header!);
  const rows: SheetRow[] = [];
  for await (const row of table.rows) rows.push(sheetRow(row, header));
  return rows;
}

/** Cuts a text into pieces of uneven sizes, as a stream would arrive. */
function pieces(text: string, size: number): string[] {
  return text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
}

describe('rows of a CSV text', () => {
  it.each([',', ';', '\t'])('finds the delimiter %j by itself', async (delimiter) => {
    const text = stringify([HEADER, ['A1', '甲公司', '1,5;0', '2026-01-31', 'x']], { delimiter });
    expect((await rowsOf(text))[0]?.cells).toEqual({
      externalRef: 'A1',
      debtorName: '甲公司',
      outstanding: '1,5;0',
      dueOn: '2026-01-31',
      note: 'x',
    });
  });

  it('counts rows as a spreadsheet does: title, header and blank lines included', async () => {
    const text = `应收单列表\r\n${HEADER.join(',')}\r\n\r\nA1,甲,5,2026-01-31,\r\n,,,,\r\nA2,乙,5,2026-01-31,\r\n`;
    expect((await rowsOf(text)).map((row) => [row.rowNumber, row.cells.externalRef])).toEqual([
      [4, 'A1'],
      [6, 'A2'],
    ]);
  });

  it('loses only the row whose quote is never closed', async () => {
    const body = Array.from({ length: 500 }, (_, i) =>
      i === 3 ? `B3,"broken,5,2026-01-31,x` : `B${i},乙,5,2026-01-31,x`,
    );
    const rows = await rowsOf(pieces([HEADER.join(','), ...body].join('\n'), 700));
    expect(rows).toHaveLength(500);
    expect(rows.filter((row) => row.problems)).toMatchObject([
      { rowNumber: 5, cells: {}, problems: [{ code: 'ROW_QUOTE_UNCLOSED' }] },
    ]);
    expect(rows[4]?.cells.externalRef).toBe('B4');
  });

  it('loses only the row that is too long, without keeping it in memory', async () => {
    const long = `L1,${'长'.repeat(200_000)},5,2026-01-31,x`;
    const rows = await rowsOf(pieces(`${HEADER.join(',')}\n${long}\nL2,乙,5,2026-01-31,x\n`, 10_000));
    expect(rows.map((row) => row.problems?.[0]?.code ?? row.cells.externalRef)).toEqual(['ROW_TOO_LONG', 'L2']);
  });

  it('says when a row has more cells than the header', async () => {
    const rows = await rowsOf(`${HEADER.join(',')}\nA1,甲,乙,5,2026-01-31,x\nA2,甲,5,2026-01-31,x,,\nA3,甲\n`);
    expect(rows.map((row) => row.problems?.[0]?.code)).toEqual(['ROW_TOO_MANY_CELLS', undefined, undefined]);
  });

  it('refuses no rows at all, missing columns and too many rows', async () => {
    await expect(rowsOf('')).rejects.toThrow(FileEmpty);
    await expect(rowsOf('外部单号,备注\n1,2\n')).rejects.toThrow(ColumnsMissing);
    const text = `${HEADER.join(',')}\nA1,甲,5,2026-01-31,\nA2,甲,5,2026-01-31,\n`;
    await expect(rowsOf(`${'x,'.repeat(1_000_000)}\n`)).rejects.toThrow(TooManyColumns);
    await expect(rowsOf(text, { ...LIMIT, maxRows: 1 })).rejects.toThrow(TooManyRows);
  });

  it('reads what csv-parse reads, whatever the cells hold and however the text is cut', async () => {
    const cell = fc.stringMatching(/^[a-z",;\n 甲]{0,12}$/);
    const table = fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, size, eol) => {
          const text = stringify([HEADER, ...rows], { record_delimiter: eol, quoted_match: /[\n"]/ });
          const oracle = (parse(text, { skip_empty_lines: false }) as string[][]).slice(1);
          const expected = oracle
            .map((cells) => cells.map((c) => c.trim()))
            .filter((cells) => cells.some((c) => c !== ''));
          const found = (await rowsOf(pieces(text, size))).map(({ cells }) =>
            [cells.externalRef, cells.debtorName, cells.outstanding, cells.dueOn, cells.note].map((c) => c ?? ''),
          );
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it('gives every line of arbitrary text a row or nothing, and never fails', async () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '甲', ' ', '='), maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 30 }), async (body, size) => {
        const rows = await rowsOf(pieces(`${HEADER.join(',')}\n${body}`, size));
        const numbers = rows.map((row) => row.rowNumber);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        for (const row of rows) expect(row.problems !== undefined || Object.keys(row.cells).length > 0).toBe(true);
      }),
    );
  });
});
