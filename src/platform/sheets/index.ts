import type { Readable } from 'node:stream';
import { csvOf } from './csv.js';
import type { Sheet, SheetFormat } from './sheet.js';
import { xlsxOf } from './xlsx.js';

export {
  type ColumnKind,
  MEDIA_TYPES,
  SHEET_FORMATS,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetFormat,
} from './sheet.js';

/** Writes a table as a file. Rows are consumed as the stream is read, so memory does not grow with them. */
export function writeSheet(format: SheetFormat, sheet: Sheet): Readable {
  return format === 'csv' ? csvOf(sheet) : xlsxOf(sheet);
}
