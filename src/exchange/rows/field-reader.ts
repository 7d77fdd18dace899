import {
  type BasisPoints,
  type Day,
  type Fen,
  isDamaged,
  isLostName,
  isShortenedNumber,
  tidied,
  type Vocabulary,
} from '../../kernel/index.js';
import {
  foreignCurrencyIn,
  hasControlCharacters,
  hasUnclearComma,
  isPlain,
  readAmount,
  readDay,
  readRate,
  saysNone,
  unguarded,
} from './cell-values.js';
import { type CellField, type Cells, TEMPLATE_HEADER } from './header-aliases.js';
import type { Dialect } from './headers.js';
import { type RowReason, type RowReasonCode, reason } from './reasons.js';

/** Fields in which every digit matters. */
const IDENTIFYING: ReadonlySet<CellField> = new Set([
  ...(['externalRef', 'documentNumber', 'contractNumber', 'debtorIdNumber', 'debtorPhone'] as const),
]);

/** Reads the cells of one row and collects a reason for each one that cannot be read. Never throws. */
export class FieldReader {
  readonly reasons: RowReason[] = [];

  constructor(
    private readonly cells: Cells,
    private readonly dialect: Dialect,
  ) {}

  /** The header of a field as this file spells it. */
  header(field: CellField): string {
    return this.dialect.spelling[field] ?? TEMPLATE_HEADER[field];
  }

  refuse(code: RowReasonCode, field: CellField, params: RowReason['params'] = {}): undefined {
    this.reasons.push(reason(code, this.header(field), params));
    return undefined;
  }

  has(field: CellField): boolean {
    return this.cell(field) !== undefined;
  }

  private cell(field: CellField): string | undefined {
    const cell = this.cells[field];
    return cell === undefined ? undefined : unguarded(cell) || undefined;
  }

  /**
   * A text of at most `limit` characters, in one line as it is seen and otherwise unchanged: a cell that looks like a formula is plain
   * text here.
   */
  text(field: CellField, limit: number, multiline = false): string | undefined {
    let text = this.cell(field);
    if (text === undefined) return undefined;
    if (text.length > limit) return this.refuse('FIELD_TOO_LONG', field, { limit });
    text = multiline ? text.replaceAll('\r\n', '\n') : tidied(text);
    if (text === '') return undefined;
    if (IDENTIFYING.has(field) && isShortenedNumber(text)) return this.refuse('CELL_DIGITS_LOST', field);
    if (isPlain(text)) return text;
    if (hasControlCharacters(text, multiline)) return this.refuse('FIELD_CONTROL_CHARACTERS', field);
    if (isDamaged(text)) return this.refuse('FIELD_UNREADABLE', field);
    return text;
  }

  /** A number somebody may be without: a dash or a word for none says so. */
  number(field: CellField, limit: number): string | undefined {
    const text = this.text(field, limit);
    return text === undefined || saysNone(text) ? undefined : text;
  }

  name(field: CellField, limit: number): string {
    const name = this.required(field, limit);
    if (name !== '' && isLostName(name)) this.refuse('FIELD_UNREADABLE', field);
    return name;
  }

  required(field: CellField, limit: number): string {
    const before = this.reasons.length;
    const text = this.text(field, limit);
    if (text === undefined && this.reasons.length === before) this.refuse('FIELD_MISSING', field);
    return text ?? '';
  }

  /** An amount of yuan as fen, zero or more; of a credit note also written with a minus. */
  amount(field: CellField, isCredit = false): Fen | undefined {
    return this.read(field, (cell) => {
      const fen = this.dialect.decimalComma && hasUnclearComma(cell) ? undefined : readAmount(cell);
      if (fen === undefined) return this.refuseAmount(field, foreignCurrencyIn(cell));
      if (fen >= 0n) return fen;
      return isCredit ? -fen : this.refuse('AMOUNT_NEGATIVE', field);
    });
  }

  private refuseAmount(field: CellField, currency: string | undefined): undefined {
    if (currency === undefined) return this.refuse('AMOUNT_UNREADABLE', field);
    return this.refuse('CURRENCY_UNSUPPORTED', field, { value: currency });
  }

  day(field: CellField): Day | undefined {
    const { since1904 } = this.dialect;
    return this.read(field, (cell) => readDay(cell, since1904) ?? this.refuse('DATE_UNREADABLE', field));
  }

  /** A percentage as basis points. */
  rate(field: CellField): BasisPoints | undefined {
    return this.read(field, (cell) => readRate(cell) ?? this.refuse('RATE_UNREADABLE', field));
  }

  /** The code of a word of a vocabulary. */
  word<W extends string>(field: CellField, vocabulary: Vocabulary<W>, fault: RowReasonCode): W | undefined {
    return this.read(field, (cell) => vocabulary.read(cell) ?? this.refuse(fault, field));
  }

  read<T>(field: CellField, make: (cell: string) => T | undefined): T | undefined {
    const text = this.text(field, 200);
    return text === undefined ? undefined : make(text);
  }
}
