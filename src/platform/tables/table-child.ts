import { tidied } from '../../kernel/tidied.js';
import { serveParent } from '../children/index.js';
import { openBytes } from './open.js';
import type { Table, TableHead, TableOptions, TableRow } from './table.js';

/** Where the reference of a row stands: in a column, from 0, or in a property of a line of JSON. */
export type ReferencePlace = number | string;

/** A request to the child: the next block of rows, or what only all the rows tell. */
export type TableRequest = 'rows' | { readonly surveyBy: ReferencePlace };

/** What is known of a table once all of it was read. */
export interface TableSurvey {
  readonly count: number;
  /** The characters of all rows. */
  readonly chars: number;
  /** Whether two rows may have one reference: those that differ only in marks and blanks count as one, and so does one without any. */
  readonly repeats: boolean;
  /** Columns without a header that hold something, from 0. */
  readonly unnamed: readonly number[];
}

/** An answer of the child; the first is the head. */
export type TableReply =
  | { readonly kind: 'head'; readonly head: TableHead }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | ({ readonly kind: 'survey' } & TableSurvey);

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
  if (request !== 'rows') {
    yield { kind: 'survey', ...(await surveyed(table, request.surveyBy)) };
    return;
  }
  let rows: TableRow[] = [];
  let chars = 0;
  for await (const row of table.rows) {
    if (row.rowNumber <= after) continue;
    rows.push(row);
    chars += charsOf(row);
    if (rows.length < BLOCK_ROWS && chars < BLOCK_CHARS) continue;
    request = yield { kind: 'rows', rows };
    rows = [];
    chars = 0;
  }
  if (rows.length > 0) yield { kind: 'rows', rows };
});

async function surveyed({ head, rows }: Table, place: ReferencePlace): Promise<TableSurvey> {
  const blank = new Set(blankHeaders(head));
  const unnamed: number[] = [];
  const references = new Set<string>();
  let [count, chars] = [0, 0];
  for await (const row of rows) {
    count += 1;
    chars += charsOf(row);
    for (const column of blank) {
      if (!row.cells[column]?.trim()) continue;
      unnamed.push(column);
      blank.delete(column);
    }
    const reference = referenceOf(row, place);
    if (reference !== undefined) references.add(reference);
  }
  return { count, chars, repeats: references.size < count, unnamed: unnamed.sort((a, b) => a - b) };
}

/** No reference is longer. */
const MOST_REFERENCE_CHARS = 1_000;

function referenceOf({ cells, value }: TableRow, place: ReferencePlace): string | undefined {
  const text = typeof place === 'number' ? cells[place] : (value as Record<string, unknown> | null)?.[place];
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  return tidied(text.slice(0, MOST_REFERENCE_CHARS)).replace(/[^\p{L}\p{N}]/gu, '');
}

function blankHeaders({ header }: TableHead): number[] {
  return (header ?? []).flatMap((cell, column) => (cell.trim() === '' ? [column] : []));
}

function charsOf({ chars, cells }: TableRow): number {
  return chars ?? cells.reduce((sum, cell) => sum + cell.length, 0);
}
