import { withHeader } from './header-row.js';
import type { Table, TableOptions } from './table.js';
import { Archive } from './xlsx-archive.js';
import { cellFormats, findSheet } from './xlsx-book.js';
import { sheetRows } from './xlsx-sheet.js';
import { SharedStrings } from './xlsx-strings.js';

/** Reads one sheet of an XLSX workbook as a table: streamed, except for shared texts. */
export async function xlsxTable(bytes: Buffer, options: TableOptions): Promise<Table> {
  const archive = await Archive.open(bytes);
  const book = await findSheet(archive, options.sheetNames);
  const parts = {
    strings: await SharedStrings.read(archive, book.strings),
    formats: await cellFormats(archive, book.styles),
    since1904: book.since1904,
  };
  const found = sheetRows(book.sheet, archive.text(book.sheet), parts, options);
  const { header, rows } = await withHeader(found, options);
  return { head: { format: 'xlsx', encoding: 'utf-8', header }, rows };
}
