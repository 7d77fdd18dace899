import type { Fen } from '../../kernel/index.js';

export const SHEET_FORMATS = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** What a column holds: words, money in fen, a day `YYYY-MM-DD`, an instant, or a plain number. */
export type ColumnKind = 'text' | 'yuan' | 'day' | 'instant' | 'number';

export interface SheetColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters, for XLSX; fitting the kind unless told. */
  readonly width?: number;
}

/** A bigint is an amount in fen, shown in yuan. Null is an empty cell. */
export type SheetCell = string | Fen | number | Date | null;

/** A table on its way to a file: rows are taken one by one, as fast as the file is read. */
export interface Sheet {
  /** Name of the XLSX tab. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly SheetCell[]> | Iterable<readonly SheetCell[]>;
}

export const MEDIA_TYPES: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A spreadsheet takes text that begins so for a formula, the full-width forms of East Asian keyboards included. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Text that no spreadsheet runs: an apostrophe goes before what would be a formula (OWASP, CSV injection). Numbers are
 * written by their own kinds and never pass here, so a negative amount stays a number.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** An instant as people in China read it: `2026-11-21 08:00:00`, without daylight saving. */
export function timeInChina(instant: Date): string {
  return inChina(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** An instant moved so that its UTC fields read as China's clock: spreadsheets know no zones. */
export function inChina(instant: Date): Date {
  return new Date(instant.getTime() + 8 * 3_600_000);
}
