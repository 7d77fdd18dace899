/** What a table can be sent as; told by its contents. */
export const TABLE_FORMATS = ['csv', 'xlsx', 'ndjson'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/**
 * What is wrong with a row before anybody asks what it means: a quote that is never closed, too long, no JSON, JSON nested too
 * deeply. Such a row has no cells and no value.
 */
export type RowFault = 'quote' | 'size' | 'json' | 'nested';

/** A cell whose text is not what a person wrote: computed, an error, or a number whose last digits a spreadsheet drops. */
export interface CellMark {
  readonly column: number;
  readonly kind: 'formula' | 'error' | 'digits';
}

/** One row as it was found. Blank rows are counted and passed over. */
export interface TableRow {
  /** Where a person finds it: in a sheet counted from 1 with header and blank rows, in NDJSON the line. */
  readonly rowNumber: number;
  /** Of a sheet: the text of each cell. */
  readonly cells: readonly string[];
  readonly marks?: readonly CellMark[];
  /** Of NDJSON: what the line says. */
  readonly value?: unknown;
  readonly fault?: RowFault;
  /** Of a row that is too long: how many cells were counted in what was looked at. */
  readonly width?: number;
}

/** What is known of a table before its first row. */
export interface TableHead {
  readonly format: TableFormat;
  readonly encoding: 'utf-8' | 'gb18030';
  /** The cells of the header row; null for NDJSON. */
  readonly header: readonly string[] | null;
}

export interface TableOptions {
  /** Rows it may have; one more throws TooManyRows. */
  readonly maxRows: number;
  /** Columns it may have; more throw TooManyColumns, before memory grows with them. */
  readonly maxColumns: number;
  /** Keys (`headerKey`) of the headers the reader knows: they tell the header row, the delimiter and nothing else. */
  readonly headers: readonly string[];
  /** The sheet of a workbook to read if there is one so named; else the first that is shown. */
  readonly sheetNames: readonly string[];
}

/** A table being read. Its rows come in order and each once. */
export interface Table {
  readonly head: TableHead;
  readonly rows: AsyncGenerator<TableRow>;
}

/** How a header is compared: width, case, spaces, required marks and separators do not matter, nor a unit of yuan. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_\-.:"'\p{Cf}\p{Cc}]/gu, '')
    .replace(/\((元|人民币|cny|rmb|yuan|必填|选填)\)$/, '');
}
