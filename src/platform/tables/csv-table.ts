import { CsvRecords } from './csv-records.js';
import type { Encoding } from './encoding.js';
import { withHeader } from './header-row.js';
import { withLineFeeds } from './line-ends.js';
import { PLAIN_HEAD, type Table, type TableOptions } from './table.js';

/**
 * Reads CSV text as a table, in memory bounded by one record. Opening reads the header; a broken row is a row with a fault,
 * never the end of the file.
 */
export async function csvTable(
  text: AsyncIterable<string> | Iterable<string>,
  encoding: Encoding,
  options: TableOptions,
): Promise<Table> {
  const records = new CsvRecords(withLineFeeds(text));
  await records.sniff(new Set(options.headers));
  const { rows, ...read } = await withHeader(records[Symbol.asyncIterator](), options);
  return { head: { ...PLAIN_HEAD, ...read, format: 'csv', encoding, semicolons: records.semicolons }, rows };
}
