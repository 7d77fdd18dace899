import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { yuanFromFen } from '../../kernel/index.js';
import { harmless, type Sheet, type SheetCell, timeInChina } from './sheet.js';

/** Cells that some program or parser would break in two without quotation marks, beside those RFC 4180 quotes. */
const BREAKS = /[\r\n\v\f\u0085\u2028\u2029\t;]/;

/** RFC 4180 with CRLF; spreadsheet programs recognise UTF-8 by the byte order mark. */
export function csvOf(sheet: Sheet): Readable {
  const writer = stringify({ bom: true, record_delimiter: 'windows', quoted_match: BREAKS });
  // The pipeline passes failures on in both directions: a client that disconnects ends the iteration of rows too.
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
