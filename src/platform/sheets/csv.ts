import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { yuanFromFen } from '../../kernel/index.js';
import { harmless, type Sheet, type SheetCell, timeInChina } from './sheet.js';

/** RFC 4180 with CRLF; the byte order mark is how spreadsheet programs know that the file is UTF-8. */
export function csvOf(sheet: Sheet): Readable {
  const writer = stringify({ bom: true, record_delimiter: 'windows' });
  // The pipeline passes a failure on in both directions: a reader that goes away ends the reading of rows as well.
  pipeline(Readable.from(records(sheet)), writer, () => undefined);
  return writer;
}

async function* records(sheet: Sheet): AsyncGenerator<string[]> {
  yield sheet.columns.map((column) => harmless(column.header));
  for await (const row of sheet.rows) yield row.map(csvText);
}

/** One cell as CSV text. */
export function csvText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'bigint') return yuanFromFen(cell);
  if (cell instanceof Date) return timeInChina(cell);
  return typeof cell === 'number' ? String(cell) : harmless(cell);
}
