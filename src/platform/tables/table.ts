/** The formats of a table, detected by content. */
export type TableFormat = 'csv' | 'xlsx' | 'ndjson';

/**
 * Why a row could not be parsed: a quote that is never closed, too long, not JSON, JSON nested too deeply. Such a row has no cells
 * and no value.
 */
export type RowFault = 'quote' | 'size' | 'json' | 'nested';

/** A cell whose text is not what a person typed: computed, an error, or a number that lost its last digits. */
export interface CellMark {
  readonly column: number;
  readonly kind: 'formula' | 'error' | 'digits';
}

/** One row as read. Blank rows are counted and skipped. */
export interface TableRow {
  /** Counted from 1: in a sheet with header and blank rows, in NDJSON the line. */
  readonly rowNumber: number;
  /** The text of each cell of a sheet; empty for NDJSON. */
  readonly cells: readonly string[];
  readonly marks?: readonly CellMark[];
  /** The parsed line of NDJSON. */
  readonly value?: unknown;
  readonly fault?: RowFault;
  /** The number of cells counted in a row that is too long. */
  readonly width?: number;
  /** The characters it was read from, where its cells do not tell. */
  readonly chars?: number;
  /** Hidden or filtered out in its sheet. */
  readonly hidden?: true;
}

/** What is read of a table before its first row. */
export interface TableHead {
  readonly format: TableFormat;
  readonly encoding: 'utf-8' | 'gb18030';
  /** The cells of the header row; null for NDJSON. */
  readonly header: readonly string[] | null;
  /** The head over several columns that a column stands below, of a header in two rows; empty of one row. */
  readonly groups: readonly (string | null)[];
  /** Texts above the header, which may name the unit of the amounts. */
  readonly titles: readonly string[];
  /** Semicolons stand between the cells: then a comma inside of one is that of decimals in most countries, and not in China. */
  readonly semicolons: boolean;
  /** The workbook counts its days from 1904, as old Macintosh programs do: a bare number of one is another day. */
  readonly since1904: boolean;
  /** The sheet that is read, of a workbook with several. */
  readonly sheet: string | null;
  /** The other sheets of the workbook that hold something. */
  readonly unreadSheets: readonly string[];
}

/** The head of a table that is no workbook and has no header in two rows. */
export const PLAIN_HEAD = {
  ...{ groups: [], titles: [], semicolons: false, since1904: false },
  ...{ sheet: null, unreadSheets: [] },
} as const;

export interface TableOptions {
  /** The most rows; one more throws TooManyRows. */
  readonly maxRows: number;
  /** The most columns; more throw TooManyColumns before they take memory. */
  readonly maxColumns: number;
  /** Keys (`headerKey`) of known headers, used only to find the header row and the delimiter. */
  readonly headers: readonly string[];
  /** Names of the sheet to read; without such a sheet the visible one with known headers is read. */
  readonly sheetNames: readonly string[];
}

/** A table being read; its rows come in order, each once. */
export interface Table {
  readonly head: TableHead;
  readonly rows: AsyncGenerator<TableRow>;
}

/** The form in which headers are compared: ignores width, case, spaces, marks, separators and a unit of yuan. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_\-.:"'\p{Cf}\p{Cc}]/gu, '')
    .replace(/\((元|人民币|cny|rmb|yuan|必填|选填)\)$/, '');
}
