import { type RecordReading, readRecord } from './csv-record.js';
import type { CellField } from './header-aliases.js';
import { type HeaderReading, knownHeaders, readHeaders } from './headers.js';
import { FileEmpty, TooManyRows } from './intake.refusals.js';
import { type RowReason, reason } from './reasons.js';

/** The cells of one row that carry something, by field; trimmed, never empty. */
export type Cells = Partial<Record<CellField, string>>;

export interface CsvRow {
  /** Where a person finds it in their sheet: records counted from 1, the header and blank rows included. */
  readonly rowNumber: number;
  readonly cells: Cells;
  /** Set when the row could not be cut into cells; it has no cells then. */
  readonly problem?: RowReason;
}

export interface CsvOptions {
  /** Data rows a file may have; one more throws TooManyRows. */
  readonly maxRows: number;
}

export interface CsvReading {
  readonly header: HeaderReading;
  readonly delimiter: string;
  readonly rows: AsyncGenerator<CsvRow>;
}

/** Title lines that may stand above the header, as list exports print them. */
const MAX_PREAMBLE = 10;
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads CSV text as rows, in memory bounded by one record. Opening reads the header (throws FileEmpty and what `readHeaders`
 * throws); rows follow as they are asked for. A broken row is a row with a problem, never the end of the file.
 */
export async function readCsv(
  text: AsyncIterable<string> | Iterable<string>,
  options: CsvOptions,
): Promise<CsvReading> {
  const source = new Records(text);
  const delimiter = await source.sniff();
  const preamble: Numbered[] = [];
  let header: Numbered | undefined;
  while (!header && preamble.length < MAX_PREAMBLE) {
    const record = await source.next();
    if (!record) break;
    if (record.cells && knownHeaders(record.cells) >= 3) header = record;
    else if (record.cells) preamble.push(record);
  }
  header ??= preamble.find((record) => record.cells!.length > 1) ?? preamble[0];
  if (!header) throw new FileEmpty();
  const reading = readHeaders(header.cells!);
  return { header: reading, delimiter, rows: rowsOf(source, reading, options) };
}

async function* rowsOf(source: Records, header: HeaderReading, { maxRows }: CsvOptions): AsyncGenerator<CsvRow> {
  const columns = header.columns;
  let rows = 0;
  for (;;) {
    const record = source.buffered() ?? (await source.next());
    if (!record) return;
    if (++rows > maxRows) throw new TooManyRows({ details: { limit: maxRows } });
    yield record.cells ? rowOf(record.number, record.cells, columns) : brokenRow(record);
  }
}

function rowOf(rowNumber: number, found: readonly string[], columns: HeaderReading['columns']): CsvRow {
  const cells: Cells = {};
  for (let i = 0; i < found.length; i += 1) {
    const field = columns[i];
    if (field !== undefined) {
      const cell = found[i]!.trim();
      if (cell !== '') cells[field] = cell;
    } else if (i >= columns.length && found[i]!.trim() !== '') {
      return { rowNumber, cells: {}, problem: reason('ROW_TOO_MANY_CELLS', '', { columns: columns.length }) };
    }
  }
  return { rowNumber, cells };
}

function brokenRow({ number, fault }: Numbered): CsvRow {
  const problem = reason(fault === 'size' ? 'ROW_TOO_LONG' : 'ROW_QUOTE_UNCLOSED', '', {});
  return { rowNumber: number, cells: {}, problem };
}

interface Numbered {
  readonly number: number;
  /** Absent when the record is broken. */
  readonly cells?: readonly string[];
  readonly fault?: 'quote' | 'size';
}

/** The records of a text that arrives in pieces; blank ones are counted and passed over. */
class Records {
  private readonly pieces: AsyncIterator<string> | Iterator<string>;
  private text = '';
  private at = 0;
  private ended = false;
  private dropping = false;
  private number = 0;
  private delimiter: string = ',';

  constructor(text: AsyncIterable<string> | Iterable<string>) {
    this.pieces = Symbol.asyncIterator in text ? text[Symbol.asyncIterator]() : text[Symbol.iterator]();
  }

  /** Chooses the delimiter that makes most known headers of one of the first lines; `sep=;` (Excel) names it. */
  async sniff(): Promise<string> {
    while (!this.ended && this.text.length < 16_384) await this.fill();
    const sep = /^\s*"?sep=([,;\t])"?\r?\n/i.exec(this.text);
    if (sep) this.at = sep[0].length;
    if (sep) this.number = 1;
    const head = this.text.slice(0, 16_384).split('\n', MAX_PREAMBLE);
    const known = (mark: string) => Math.max(...head.map((line) => knownHeaders(line.replaceAll('"', '').split(mark))));
    const best = [...DELIMITERS].sort((a, b) => known(b) - known(a))[0]!;
    this.delimiter = sep?.[1] ?? best;
    return this.delimiter;
  }

  /** The next record that needs no more text; `undefined` when more must be read first. */
  buffered(): Numbered | undefined {
    while (this.at < this.text.length && !this.dropping) {
      const reading = readRecord(this.text, this.at, this.delimiter, this.ended);
      if (reading.kind === 'more') return undefined;
      const record = this.take(reading);
      if (record) return record;
    }
    return undefined;
  }

  async next(): Promise<Numbered | undefined> {
    for (;;) {
      const record = this.buffered();
      if (record) return record;
      if (this.ended) return undefined;
      await this.fill();
    }
  }

  private take(reading: Exclude<RecordReading, { kind: 'more' }>): Numbered | undefined {
    this.number += 1;
    if (reading.kind === 'broken') {
      this.dropping = reading.next < 0;
      this.at = this.dropping ? this.text.length : reading.next;
      return { number: this.number, fault: reading.fault };
    }
    this.at = reading.next;
    const blank = reading.cells.every((cell) => cell.trim() === '');
    return blank ? undefined : { number: this.number, cells: reading.cells };
  }

  private async fill(): Promise<void> {
    const piece = await this.pieces.next();
    if (piece.done) {
      this.ended = true;
      return;
    }
    this.text = this.at < this.text.length ? this.text.slice(this.at) + piece.value : piece.value;
    this.at = 0;
    if (this.dropping) this.skipRestOfLine();
  }

  /** Inside a line longer than a record may be: nothing of it is kept until it ends. */
  private skipRestOfLine(): void {
    const lineEnd = this.text.indexOf('\n');
    this.dropping = lineEnd < 0;
    this.at = lineEnd < 0 ? this.text.length : lineEnd + 1;
  }
}
