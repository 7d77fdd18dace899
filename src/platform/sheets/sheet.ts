import type { Fen } from '../../kernel/index.js';

export const SHEET_FORMATS = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** The content of a column: text, money in fen, a day `YYYY-MM-DD`, an instant, or a plain number. */
export type ColumnKind = 'text' | 'yuan' | 'day' | 'instant' | 'number';

export interface SheetColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters, for XLSX; depends on the kind by default. */
  readonly width?: number;
}

/** A bigint is an amount in fen, shown in yuan. Null is an empty cell. */
export type SheetCell = string | Fen | number | Date | null;

/** A table to write to a file; rows are consumed one by one, as fast as the file is read. */
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

/** A spreadsheet program treats text with these first characters as a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Text that no spreadsheet program runs: an apostrophe precedes what would be a formula (OWASP, CSV injection). Numbers have their
 * own kinds and are not changed, so a negative amount stays a number.
 */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** An instant in China time, which has no daylight saving: `2026-11-21 08:00:00`. */
export function timeInChina(instant: Date): string {
  return inChina(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** An instant moved so that its UTC fields show China time: spreadsheets have no zones. */
export function inChina(instant: Date): Date {
  return new Date(instant.getTime() + 8 * 3_600_000);
}
