import { type RecordReading, readRecord } from './csv-record.js';
import { headerKey, type TableRow } from './table.js';

/** The most title lines above the header, as list exports print them. */
export const MAX_PREAMBLE = 25;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Programs of old end a text with this character. */
const END_OF_TEXT = '\u001a';
const SNIFFED = 16_384;

/** The records of a text that arrives in pieces; blank ones are counted and skipped. */
export class CsvRecords {
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

  /** Chooses the delimiter that gives the most known headers in one of the first lines; `sep=;` (Excel) sets it. */
  async sniff(known: ReadonlySet<string>): Promise<void> {
    while (!this.ended && this.text.length < SNIFFED) await this.fill();
    const sep = /^\s*"?sep=([,;\t|])"?\r?\n/i.exec(this.text);
    if (sep) this.at = sep[0].length;
    if (sep) this.number = 1;
    const head = this.text.slice(0, SNIFFED).split('\n', MAX_PREAMBLE);
    const headersBy = (mark: string) =>
      Math.max(...head.map((line) => countKnown(line.replaceAll('"', '').split(mark), known)));
    const best = [...DELIMITERS].sort((a, b) => headersBy(b) - headersBy(a))[0]!;
    this.delimiter = sep?.[1] ?? best;
  }

  get semicolons(): boolean {
    return this.delimiter === ';';
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TableRow> {
    for (;;) {
      const record = this.buffered();
      if (record) yield record;
      else if (this.ended) return;
      else await this.fill();
    }
  }

  /** The next record that needs no more text; `undefined` when more must be read first. */
  private buffered(): TableRow | undefined {
    while (this.at < this.text.length && !this.dropping) {
      const reading = readRecord(this.text, this.at, this.delimiter, this.ended);
      if (reading.kind === 'more') return undefined;
      const record = this.take(reading);
      if (record) return record;
    }
    return undefined;
  }

  private take(reading: Exclude<RecordReading, { kind: 'more' }>): TableRow | undefined {
    this.number += 1;
    if (reading.kind === 'broken') {
      const width = this.text.slice(this.at, reading.next < 0 ? undefined : reading.next).split(this.delimiter).length;
      this.dropping = reading.next < 0;
      this.at = this.dropping ? this.text.length : reading.next;
      return { rowNumber: this.number, cells: [], fault: reading.fault, width };
    }
    this.at = reading.next;
    const { cells } = reading;
    const blank = cells.every((cell) => cell.trim() === '') || (cells.length === 1 && cells[0] === END_OF_TEXT);
    return blank ? undefined : { rowNumber: this.number, cells };
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

  /** Drops the rest of a line that is longer than a record may be. */
  private skipRestOfLine(): void {
    const lineEnd = this.text.indexOf('\n');
    this.dropping = lineEnd < 0;
    this.at = lineEnd < 0 ? this.text.length : lineEnd + 1;
  }
}

/** How many cells are known headers, which distinguishes the header line from a title line above it. */
export function countKnown(cells: readonly string[], known: ReadonlySet<string>): number {
  return cells.filter((cell) => known.has(headerKey(cell))).length;
}
