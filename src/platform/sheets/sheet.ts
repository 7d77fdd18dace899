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

/** What makes a formula of a cell, in ASCII, full-width, small and mathematical forms. */
const SIGN = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212';
/** What begins a row or, in the programs of some countries, a cell, wherever it stands inside quotation marks. */
const BREAK = '\\n\\r\\v\\f\u0085\u2028\u2029\\t;';
/** Control characters but no breaks, what is not visible, blanks and quotation marks: programs may drop them before they look. */
const SKIPPED =
  '[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\\p{Cf}\\p{M}\\p{Zs}\u115F\u1160\u3164\uFFA0"\u201C\u201D]*';
const FORMULA = new RegExp(`(^|[${BREAK}])(?=${SKIPPED}[${SIGN}])`, 'gu');
/** At the very start these count as a formula too. */
const ODD_START = /^[\t\r\n]/;

/**
 * Text that no spreadsheet program runs: an apostrophe precedes what would be a formula (OWASP, CSV injection), at the start and
 * behind each break that a program may take for the start of a row or cell. Nothing is left out of the text. Numbers have their
 * own kinds and are not changed, so a negative amount stays a number.
 */
export function harmless(text: string): string {
  const guarded = text.replace(FORMULA, "$1'");
  return ODD_START.test(guarded) ? `'${guarded}` : guarded;
}

/** An instant in China time, which has no daylight saving: `2026-11-21 08:00:00`. */
export function timeInChina(instant: Date): string {
  return inChina(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** An instant moved so that its UTC fields show China time: spreadsheets have no zones. */
export function inChina(instant: Date): Date {
  return new Date(instant.getTime() + 8 * 3_600_000);
}
