import { countKnown, MAX_PREAMBLE } from './csv-records.js';
import { headerKey, type TableHead, type TableOptions, type TableRow } from './table.js';
import { FileEmpty, TooManyColumns, TooManyRows } from './tables.refusals.js';

/** Known headers that make a row the header row. */
export const ENOUGH = 3;
/** The most rows of one header: heads over heads over names. */
const MOST_HEADER_ROWS = 3;
/** What is kept of the texts above the header. */
const [MOST_TITLES, MOST_TITLE_CHARS] = [100, 200];

type Header = Pick<TableHead, 'groups'> & { readonly header: readonly string[] };

/**
 * Finds the header among the first rows of a sheet (title lines may precede it) and returns the rows below it. Throws FileEmpty,
 * TooManyColumns and, while reading, TooManyRows.
 */
export async function withHeader(
  found: AsyncGenerator<TableRow>,
  options: TableOptions,
): Promise<Header & { readonly titles: readonly string[]; readonly rows: AsyncGenerator<TableRow> }> {
  const known = new Set(options.headers);
  const { above, header } = await searched(found, options, known);
  const first = header ?? above.find((row) => row.cells.length > 1) ?? above[0];
  if (!first) throw new FileEmpty();
  refuseWide(first.cells.length, options);
  const spanning = header && above.length > 0 ? underSpanning(above.at(-1)!, header, known) : undefined;
  const titles = titlesIn(spanning ? above.slice(0, -1) : header ? above : []);
  const start = spanning ?? { header: first.cells, groups: [] };
  const { read, next } = header ? await deepened(start, found, known) : { read: start };
  return { ...read, titles, rows: atMost(next ? putBack(next, found) : found, options.maxRows) };
}

async function searched(found: AsyncGenerator<TableRow>, options: TableOptions, known: ReadonlySet<string>) {
  const above: TableRow[] = [];
  while (above.length < MAX_PREAMBLE) {
    const next = await found.next();
    if (next.done) break;
    refuseWide(next.value.width ?? 0, options);
    if (next.value.fault) continue;
    if (countKnown(next.value.cells, known) >= ENOUGH) return { above, header: next.value };
    above.push(next.value);
  }
  return { above };
}

/** The header with the rows below that belong to it, and the first row that does not. */
async function deepened(start: Header, found: AsyncGenerator<TableRow>, known: ReadonlySet<string>) {
  let read = start;
  for (let depth = 1; ; depth += 1) {
    const next: TableRow | undefined = (await found.next()).value;
    const deeper =
      next && depth < MOST_HEADER_ROWS ? (underGroups(read.header, next, known) ?? withUnits(read, next)) : undefined;
    if (!deeper) return { read, next };
    read = deeper;
  }
}

/** The row above the one with the most names, when it spans over some of them and names others itself. */
function underSpanning(above: TableRow, header: TableRow, known: ReadonlySet<string>): Header | undefined {
  const both = underGroups(above.cells, header, known);
  return both && countKnown(both.header, known) > countKnown(header.cells, known) ? both : undefined;
}

/**
 * The header in two rows: heads over several columns, and below them what each column is. The second row is one when each of its
 * cells is a known header or a word below such a head, and none holds a figure; where only such heads have something below,
 * the words may count (`31-60天`).
 */
function underGroups(
  heads: readonly string[],
  { cells, fault }: TableRow,
  known: ReadonlySet<string>,
): Header | undefined {
  if (fault) return undefined;
  const shown = Array.from({ length: Math.max(heads.length, cells.length) }, (_, at) => heads[at]?.trim() ?? '');
  const groups = shown.map((head, at) => groupOver(shown, at) ?? (shown[at + 1] === '' ? head || null : null));
  const filled = filledIn(cells);
  const onlyGroups = filled.every(([at]) => groups[at] != null);
  const isName = (at: number, cell: string) =>
    (known.has(headerKey(cell)) && !/\d/.test(cell)) ||
    (groups[at] != null && /\p{L}/u.test(cell) && (onlyGroups || !/\d/.test(cell)));
  if (!filled.some(([at]) => groups[at] != null) || !filled.every(([at, cell]) => isName(at, cell))) return undefined;
  return { header: shown.map((head, at) => cells[at]?.trim() || head), groups };
}

/** The head that spreads over a column without one of its own. */
function groupOver(heads: readonly string[], at: number): string | null {
  if (heads[at] !== '') return null;
  return heads.slice(0, at).findLast((head) => head !== '') ?? null;
}

const MONEY_UNIT = /^(?:人民币)?[十百千万亿]*元$|^[千万亿]$|^百万$/;
const CURRENCIES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), 'RMB']);
const isMoney = (unit: string) => MONEY_UNIT.test(unit) || CURRENCIES.has(unit.toUpperCase());
const OTHER_UNIT = /^(?:天|日|%|必填|选填|可选|文本|日期|数字|金额)$/;

/** The header with the units of money that a row below it states: `价税合计` over `万元` is `价税合计(万元)`. */
function withUnits({ header, groups }: Header, { cells, fault }: TableRow): Header | undefined {
  const units = filledIn(cells).map(
    ([at, cell]) => [at, cell.normalize('NFKC').replace(/^[([【]|[)\]】]$|单位:?|\s/g, '')] as const,
  );
  if (fault || units.length === 0 || !units.every(([, unit]) => isMoney(unit) || OTHER_UNIT.test(unit))) {
    return undefined;
  }
  const money = new Map(units.filter(([, unit]) => isMoney(unit)));
  return { header: header.map((head, at) => (money.has(at) ? `${head}(${money.get(at)})` : head)), groups };
}

function filledIn(cells: readonly string[]): [at: number, cell: string][] {
  return [...cells.entries()].filter(([, cell]) => cell.trim() !== '');
}

function titlesIn(above: readonly TableRow[]): string[] {
  return above
    .flatMap(({ cells }) => filledIn(cells).map(([, cell]) => cell.trim().slice(0, MOST_TITLE_CHARS)))
    .slice(0, MOST_TITLES);
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
