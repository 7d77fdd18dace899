import { countKnown, MAX_PREAMBLE } from './csv-records.js';
import type { TableOptions, TableRow } from './table.js';
import { FileEmpty, TooManyColumns, TooManyRows } from './tables.refusals.js';

/** Known headers that make a row the header row. */
const ENOUGH = 3;

/**
 * Finds the header among the first rows of a sheet (title lines may precede it) and returns the rows below it. Throws FileEmpty,
 * TooManyColumns and, while reading, TooManyRows.
 */
export async function withHeader(
  found: AsyncGenerator<TableRow>,
  options: TableOptions,
): Promise<{ header: readonly string[]; rows: AsyncGenerator<TableRow> }> {
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
  header ??= above.find((row) => row.cells.length > 1) ?? above[0];
  if (!header) throw new FileEmpty();
  refuseWide(header.cells.length, options);
  return { header: header.cells, rows: atMost(found, options.maxRows) };
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
