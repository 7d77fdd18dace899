import { MAX_RECORD_CHARS } from './csv-record.js';
import { refuseWide } from './header-row.js';
import type { CellMark, TableOptions, TableRow } from './table.js';
import { formatText, type NumberFormat } from './xlsx-format.policy.js';
import { type Attributes, Markup } from './xlsx-markup.js';
import { dayOfSerial, percentText, plainNumber } from './xlsx-number.policy.js';
import { CellText, RichText, type SharedStrings } from './xlsx-strings.js';

/** The last row a sheet can have. */
const LAST_ROW = 1_048_576;

export interface SheetParts {
  readonly strings: SharedStrings;
  readonly formats: readonly NumberFormat[];
  readonly since1904: boolean;
}

/** The rows of a sheet that are not blank, as its markup arrives. The size a sheet declares is not trusted. */
export async function* sheetRows(
  part: string,
  pieces: AsyncIterable<string>,
  parts: SheetParts,
  options: TableOptions,
): AsyncGenerator<TableRow> {
  const sheet = new SheetListener(parts, options);
  const markup = new Markup(part, sheet);
  for await (const piece of pieces) {
    markup.write(piece);
    yield* sheet.take();
    // What follows the cells (links, validations, drawings) is not read.
    if (sheet.ended) return;
  }
  markup.end();
  yield* sheet.take();
}

class SheetListener {
  ended = false;
  private ready: TableRow[] = [];
  private rowNumber = 0;
  private cells: string[] = [];
  private marks: CellMark[] = [];
  private column = -1;
  private hidden = false;
  /** Rows that say nothing of themselves are hidden. */
  private allHidden = false;
  private kind = 'n';
  private style = -1;
  private chars = 0;
  private readonly written = new CellText();
  private inValue = false;
  private formula = false;
  private readonly inline = new RichText();

  constructor(
    private readonly parts: SheetParts,
    private readonly options: TableOptions,
  ) {}

  take(): TableRow[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.formula = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'sheetFormatPr') this.allHidden = isTrue(attributes['zeroHeight']);
    else this.inline.open(name);
  }

  text(text: string): void {
    if (this.inValue) this.written.append(text);
    else this.inline.add(text);
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'sheetData') this.ended = true;
    else this.inline.close(name);
  }

  /** Row numbers always rise, whatever the sheet declares, because outcomes are stored by them. */
  private openRow({ r: declared, hidden, ht }: Attributes): void {
    this.hidden = hidden === undefined ? this.allHidden || (ht !== undefined && Number(ht) === 0) : isTrue(hidden);
    const number = declared === undefined ? Number.NaN : Number.parseInt(declared, 10);
    this.rowNumber = number > this.rowNumber && number <= LAST_ROW ? number : this.rowNumber + 1;
    this.cells = [];
    this.marks = [];
    this.chars = 0;
    this.column = -1;
  }

  private openCell({ r, t, s }: Attributes): void {
    this.column = columnOf(r) ?? this.column + 1;
    this.kind = t ?? 'n';
    this.style = s === undefined ? -1 : Number.parseInt(s, 10);
    this.written.clear();
    this.formula = false;
    this.inline.clear();
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text === '' && !this.formula) return;
    refuseWide(this.column + 1, this.options);
    while (this.cells.length < this.column) this.cells.push('');
    this.chars += text.length;
    this.cells[this.column] = this.chars > MAX_RECORD_CHARS ? '' : text;
    if (this.formula) this.mark('formula');
    else if (this.kind === 'e') this.mark('error');
  }

  private cellText(): string {
    if (this.kind === 'inlineStr') return this.inline.value;
    const { value } = this.written;
    if (this.kind === 's') return this.parts.strings.at(Number.parseInt(value, 10)) ?? '';
    if (this.kind === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (this.kind !== 'n' || value === '') return value;
    const format = this.parts.formats[this.style] ?? 'plain';
    const day = format === 'day' ? dayOfSerial(value, this.parts.since1904) : undefined;
    if (day !== undefined) return day;
    const { text, digitsLost } = plainNumber(value);
    if (digitsLost) this.mark('digits');
    if (typeof format === 'object') return formatText(text, format);
    return format === 'percent' ? percentText(value) : text;
  }

  private mark(kind: CellMark['kind']): void {
    this.marks.push({ column: this.column, kind });
  }

  private closeRow(): void {
    const { rowNumber, cells, marks } = this;
    const hidden = this.hidden ? ({ hidden: true } as const) : {};
    if (this.chars > MAX_RECORD_CHARS) {
      this.ready.push({ rowNumber, cells: [], fault: 'size', width: cells.length, ...hidden });
      return;
    }
    if (!cells.some((cell) => cell.trim() !== '')) return;
    this.ready.push(marks.length > 0 ? { rowNumber, cells, marks, ...hidden } : { rowNumber, cells, ...hidden });
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The column of a reference like `AB12`, counted from 0; undefined when there is none. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 8; at += 1) {
    const code = reference.charCodeAt(at) | 0x20;
    if (code < 0x61 || code > 0x7a) break;
    column = column * 26 + code - 0x60;
  }
  return at === 0 ? undefined : column - 1;
}
