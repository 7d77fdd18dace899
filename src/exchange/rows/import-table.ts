import { type Encoding, type TableFormat, TableReader } from '../../platform/tables/index.js';
import { HEADER_KEYS, type HeaderReading, MAX_COLUMNS, readHeaders } from './headers.js';
import { INSTRUCTION_SHEETS, TEMPLATE_SHEETS } from './template-columns.js';

/** The most rows of a file. */
export const MAX_FILE_ROWS = 50_000;

/** An upload opened as a table, with its header interpreted. Close it when done. */
export interface ImportTable {
  readonly format: TableFormat;
  readonly encoding: Encoding;
  /** Null for NDJSON, whose rows name their fields. */
  readonly header: HeaderReading | null;
  /** The header row as in the file; empty for NDJSON. */
  readonly headers: readonly string[];
  /** The other sheets of the workbook that hold something: nothing of them is read. */
  readonly unreadSheets: readonly string[];
  readonly reader: TableReader;
}

/** Opens an upload off the main thread, for the rows after `after`. Throws a refusal when the whole file is unreadable. */
export async function openImport(bytes: Buffer, after = 0): Promise<ImportTable> {
  const limits = { maxRows: MAX_FILE_ROWS, maxColumns: MAX_COLUMNS };
  const names = { headers: HEADER_KEYS, sheetNames: TEMPLATE_SHEETS };
  const reader = await TableReader.open(bytes, { ...limits, ...names }, after);
  try {
    const { format, encoding, header } = reader.head;
    const unreadSheets = reader.head.unreadSheets.filter((name) => !INSTRUCTION_SHEETS.includes(name));
    const read = header && readHeaders(header, reader.head);
    return { format, encoding, header: read, headers: header ?? [], unreadSheets, reader };
  } catch (error) {
    await reader.close();
    throw error;
  }
}
