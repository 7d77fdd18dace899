import { countKnown, MAX_PREAMBLE } from './csv-records.js';
import { ENOUGH, withHeader } from './header-row.js';
import { PLAIN_HEAD, type Table, type TableOptions } from './table.js';
import { FileNotWorkbook, FileSeveralSheets, TooManyColumns } from './tables.refusals.js';
import { Archive } from './xlsx-archive.js';
import { type BookSheet, cellFormats, readBook } from './xlsx-book.js';
import { type SheetParts, sheetRows } from './xlsx-sheet.js';
import { SharedStrings } from './xlsx-strings.js';

/** Reads one sheet of an XLSX workbook as a table: streamed, except for shared texts. */
export async function xlsxTable(bytes: Buffer, options: TableOptions): Promise<Table> {
  const archive = await Archive.open(bytes);
  const book = await readBook(archive);
  const parts = {
    strings: await SharedStrings.read(archive, book.strings),
    formats: await cellFormats(archive, book.styles),
    since1904: book.since1904,
  };
  const sheets = book.sheets.filter(({ part }) => archive.has(part));
  const { sheet, unread } = await chosen(archive, sheets, parts, options);
  const found = sheetRows(sheet.part, archive.text(sheet.part), parts, options);
  const { rows, ...read } = await withHeader(found, options);
  const place = { sheet: sheets.length > 1 ? sheet.name : null, unreadSheets: unread, since1904: book.since1904 };
  return { head: { ...PLAIN_HEAD, ...read, format: 'xlsx', encoding: 'utf-8', ...place }, rows };
}

interface Chosen {
  readonly sheet: BookSheet;
  /** Names of the other sheets that hold something. */
  readonly unread: readonly string[];
}

/**
 * The sheet named like our template when it has rows, else the only visible one with known headers and rows, else the first visible
 * one. Several with rows are refused: reading one would drop the others.
 */
async function chosen(
  archive: Archive,
  sheets: readonly BookSheet[],
  parts: SheetParts,
  options: TableOptions,
): Promise<Chosen> {
  const first = sheets.find(({ shown }) => shown) ?? sheets[0];
  if (!first) throw new FileNotWorkbook();
  if (sheets.length === 1) return { sheet: first, unread: [] };
  const looks = new Map<BookSheet, Look>();
  for (const sheet of sheets) looks.set(sheet, await look(sheet, archive, parts, options));
  const named = sheets.filter(({ name }) => options.sheetNames.includes(name));
  const filled = named.find((sheet) => looks.get(sheet) === 'rows');
  const withRows = sheets.filter((sheet) => sheet.shown && looks.get(sheet) === 'rows');
  if (!filled && withRows.length > 1) {
    throw new FileSeveralSheets({ details: { sheets: withRows.map(({ name }) => name).join(', ') } });
  }
  const headed = sheets.find((sheet) => sheet.shown && looks.get(sheet) === 'header');
  const sheet = filled ?? withRows[0] ?? named[0] ?? headed ?? first;
  return {
    sheet,
    unread: sheets.filter((one) => one !== sheet && looks.get(one) !== 'nothing').map(({ name }) => name),
  };
}

/** What the beginning of a sheet holds: known headers with rows below, those alone, something else, or nothing. */
type Look = 'rows' | 'header' | 'else' | 'nothing';

async function look({ part }: BookSheet, archive: Archive, parts: SheetParts, options: TableOptions): Promise<Look> {
  const known = new Set(options.headers);
  let found: Look = 'nothing';
  let seen = 0;
  try {
    for await (const { cells } of sheetRows(part, archive.text(part), parts, options)) {
      if (found === 'header') return 'rows';
      found = countKnown(cells, known) >= ENOUGH ? 'header' : 'else';
      seen += 1;
      if (found === 'else' && seen >= MAX_PREAMBLE) return found;
    }
  } catch (error) {
    // Too wide for a table of ours; one that is broken is refused when it is read.
    if (!(error instanceof TooManyColumns)) throw error;
    return 'else';
  }
  return found;
}
