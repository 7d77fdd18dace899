import { countKnown, MAX_PREAMBLE } from './csv-records.js';
import { headerKey, type TableHead, type TableOptions, type TableRow } from './table.js';
import { FileEmpty, TooManyColumns, TooManyRows } from './tables.refusals.js';

/** Known headers that make a row the header row. */
export const ENOUGH = 3;

type Header = Pick<TableHead, 'groups'> & { readonly header: readonly string[] };

/**
 * Finds the header among the first rows of a sheet (title lines may precede it) and returns the rows below it. Throws FileEmpty,
 * TooManyColumns and, while reading, TooManyRows.
 */
export async function withHeader(
  found: AsyncGenerator<TableRow>,
  options: TableOptions,
): Promise<Header & { readonly rows: AsyncGenerator<TableRow> }> {
  const known = new Set(options.headers);
  const above: TableRow[] = [];
  let header: TableRow | undefined;
  while (!header && above.length < MAX_PREAMBLE) {
    const next = await found.next();
    if (next.done) break;
    refuseWide(next.value.width ?? 0, options);
    if (next.value.fault) continue;
    if (countKnown(next.value.cells, known) >= ENOUGH) header = next.value;
    else above.push(next.value);
  }
  const first = header ?? above.find((row) => row.cells.length > 1) ?? above[0];
  if (!first) throw new FileEmpty();
  refuseWide(first.cells.length, options);
  const second = header ? (await found.next()).value : undefined;
  const grouped = second && underGroups(first.cells, second, known);
  const rows = atMost(grouped || !second ? found : putBack(second, found), options.maxRows);
  return { ...(grouped ?? { header: first.cells, groups: [] }), rows };
}

/**
 * The header in two rows: heads over several columns, and below them what each column is. The second row is one when each of its
 * cells is a known header or stands below such a head, and none holds a figure.
 */
function underGroups(
  heads: readonly string[],
  { cells, fault }: TableRow,
  known: ReadonlySet<string>,
): Header | undefined {
  if (fault) return undefined;
  const shown = Array.from({ length: Math.max(heads.length, cells.length) }, (_, at) => heads[at]?.trim() ?? '');
  const groups = shown.map((head, at) => groupOver(shown, at) ?? (shown[at + 1] === '' ? head || null : null));
  const filled = [...cells.entries()].filter(([, cell]) => cell.trim() !== '');
  const named = filled.every(([at, cell]) => !/\d/.test(cell) && (known.has(headerKey(cell)) || groups[at] != null));
  if (filled.length === 0 || !named || !filled.some(([at]) => groups[at] != null)) return undefined;
  return { header: shown.map((head, at) => cells[at]?.trim() || head), groups };
}

/** The head that spreads over a column without one of its own. */
function groupOver(heads: readonly string[], at: number): string | null {
  if (heads[at] !== '') return null;
  return heads.slice(0, at).findLast((head) => head !== '') ?? null;
}

async function* putBack(first: TableRow, rest: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  yield first;
  yield* rest;
}

export async function* atMost(rows: AsyncGenerator<TableRow>, maxRows: number): AsyncGenerator<TableRow> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > maxRows) throw new TooManyRows({ details: { limit: maxRows } });
    yield row;
  }
}

export function refuseWide(columns: number, { maxColumns }: TableOptions): void {
  if (columns > maxColumns) throw new TooManyColumns({ details: { columns, limit: maxColumns } });
}
