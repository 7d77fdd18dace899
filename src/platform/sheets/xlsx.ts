import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { type Fen, yuanFromFen } from '../../kernel/index.js';
import { type ColumnKind, harmless, inChina, type Sheet, type SheetCell } from './sheet.js';

/** Spreadsheets store numbers as doubles, exact up to 15 digits. A larger amount is written as text. */
const EXACT_FEN = 10n ** 15n;
/** After this many rows the writer waits until the client has read what was written. */
const ROWS_PER_WAIT = 200;
/** The most bytes of XML that wait to be compressed and read. */
const BACKLOG = 256 * 1024;

const STYLES: Record<ColumnKind, { width: number; numFmt?: string }> = {
  text: { width: 22, numFmt: '@' },
  yuan: { width: 16, numFmt: '#,##0.00' },
  day: { width: 12, numFmt: '@' },
  instant: { width: 20, numFmt: 'yyyy-mm-dd hh:mm:ss' },
  number: { width: 14 },
};

/** An Office Open XML workbook of one tab with a frozen header row, written as it is read. */
export function xlsxOf(sheet: Sheet): Readable {
  const out = new PassThrough();
  write(sheet, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function write(sheet: Sheet, out: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const tab = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  tab.columns = sheet.columns.map(({ kind, width }) => {
    const { numFmt, width: usual } = STYLES[kind];
    return { width: width ?? usual, style: numFmt ? { numFmt } : {} };
  });
  const header = tab.addRow(sheet.columns.map((column) => harmless(column.header)));
  header.font = { bold: true };
  header.commit();
  let written = 0;
  for await (const row of sheet.rows) {
    tab.addRow(row.map(xlsxValue)).commit();
    written += 1;
    if (written % ROWS_PER_WAIT === 0) await drained(tab, out);
  }
  tab.commit();
  await workbook.commit();
}

/** The buffer of the workbook writer, which its types do not declare. */
interface TabStream {
  readonly buffers: readonly unknown[];
  readonly pipes: readonly { readonly writableLength: number }[];
}

/** The workbook writer does not wait for its client, so we do: with a slow one it would buffer the whole file. */
async function drained(tab: ExcelJS.Worksheet, out: PassThrough): Promise<void> {
  const { buffers, pipes } = (tab as unknown as { stream: TabStream }).stream;
  // Text that compresses well never fills the pipe: what is compressed waits in front of the client.
  const waiting = () =>
    out.writableNeedDrain || buffers.length > 1 || pipes.some((pipe) => pipe.writableLength > BACKLOG);
  do {
    await new Promise((resolve) => setTimeout(resolve, waiting() ? 5 : 0));
    if (out.destroyed) throw new Error('the client disconnected');
  } while (waiting());
}

function xlsxValue(cell: SheetCell): string | number | Date | null {
  if (typeof cell === 'bigint') return yuanNumber(cell);
  if (cell instanceof Date) return inChina(cell);
  return typeof cell === 'string' ? holdable(harmless(cell)) : cell;
}

/** The most characters of a cell; programs "repair" a file with more on opening. */
const CELL_CHARS = 32_767;

/** Text that XML and a cell can hold: an invalid character would make the whole workbook unreadable. */
function holdable(text: string): string {
  const sound = text.slice(0, CELL_CHARS);
  return NO_CHARACTER.test(sound) ? sound.replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd') : sound;
}

const NO_CHARACTER = /[\p{Cs}\ufffe\uffff]/u;

/** An amount as a number cell, parsed from its exact decimal text, so that the file has the same digits. */
function yuanNumber(amount: Fen): number | string {
  const text = yuanFromFen(amount);
  const size = amount < 0n ? -amount : amount;
  return size < EXACT_FEN ? Number.parseFloat(text) : text;
}
