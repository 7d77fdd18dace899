import { serveParent } from '../children/index.js';
import { openBytes } from './open.js';
import type { TableHead, TableOptions, TableRow } from './table.js';

/** A request to the child: the next block of rows, or the number of rows to the end. */
export type TableRequest = 'rows' | 'count';

/** What is known of a table once all of it was read. */
export interface TableSurvey {
  readonly count: number;
  /** Columns without a header that hold something, from 0. */
  readonly unnamed: readonly number[];
}

/** An answer of the child; the first is the head, the last the count. */
export type TableReply =
  | { readonly kind: 'head'; readonly head: TableHead }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | ({ readonly kind: 'count' } & TableSurvey);

export interface TableTask {
  readonly options: TableOptions;
  /** Rows up to this number are skipped. */
  readonly after: number;
}

/** A block ends at either: what the parent is sent at once is bounded, whatever the rows hold. */
const BLOCK_ROWS = 500;
const BLOCK_CHARS = 512 * 1024;

serveParent<TableTask, TableRequest, TableReply>(async function* read({ options, after }, bytes) {
  const table = await openBytes(bytes, options);
  let request = yield { kind: 'head', head: table.head };
  let rows: TableRow[] = [];
  let chars = 0;
  let count = 0;
  const blank = new Set(blankHeaders(table.head));
  const unnamed: number[] = [];
  for await (const row of table.rows) {
    count += 1;
    for (const column of blank) {
      if (!row.cells[column]?.trim()) continue;
      unnamed.push(column);
      blank.delete(column);
    }
    if (request === 'count' || row.rowNumber <= after) continue;
    rows.push(row);
    chars += row.chars ?? sumOf(row.cells);
    if (rows.length < BLOCK_ROWS && chars < BLOCK_CHARS) continue;
    request = yield { kind: 'rows', rows };
    rows = [];
    chars = 0;
  }
  if (rows.length > 0) yield { kind: 'rows', rows };
  yield { kind: 'count', count, unnamed: unnamed.sort((a, b) => a - b) };
});

function blankHeaders({ header }: TableHead): number[] {
  return (header ?? []).flatMap((cell, column) => (cell.trim() === '' ? [column] : []));
}

function sumOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0);
}
