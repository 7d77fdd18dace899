import type { CellMark, RowFault, TableRow } from '../../platform/tables/index.js';
import type { CellField } from './header-aliases.js';
import type { HeaderReading } from './headers.js';
import { type RowReason, type RowReasonCode, reason } from './reasons.js';

/** The cells of one row that carry something, by field; trimmed, never empty. */
export type Cells = Partial<Record<CellField, string>>;

export interface SheetRow {
  /** Where a person finds it in their sheet: rows counted from 1, the header and blank rows included. */
  readonly rowNumber: number;
  readonly cells: Cells;
  /** Set when the row cannot be read as it stands: what follows from its cells would not be what was meant. */
  readonly problems?: readonly RowReason[];
}

/** Why a row that could not be taken apart was not. */
export const FAULT_REASONS: Readonly<Record<RowFault, RowReasonCode>> = {
  quote: 'ROW_QUOTE_UNCLOSED',
  size: 'ROW_TOO_LONG',
  json: 'LINE_NOT_JSON',
  nested: 'ROW_NESTED_TOO_DEEPLY',
};

const MARK_REASONS: Readonly<Record<CellMark['kind'], RowReasonCode>> = {
  formula: 'FORMULA_CELL',
  error: 'CELL_IS_AN_ERROR',
  digits: 'CELL_DIGITS_LOST',
};

/** Gives each cell of a row the field its header names. */
export function sheetRow({ rowNumber, cells: found, marks, fault }: TableRow, header: HeaderReading): SheetRow {
  if (fault) return { rowNumber, cells: {}, problems: [reason(FAULT_REASONS[fault], '')] };
  const { columns } = header;
  const cells: Cells = {};
  for (let i = 0; i < found.length; i += 1) {
    const field = columns[i];
    if (field !== undefined) {
      const cell = found[i]!.trim();
      if (cell !== '') cells[field] = cell;
    } else if (i >= columns.length && found[i]!.trim() !== '') {
      return { rowNumber, cells: {}, problems: [reason('ROW_TOO_MANY_CELLS', '', { columns: columns.length })] };
    }
  }
  const problems = marks?.flatMap((mark) => problemOf(mark, header)) ?? [];
  return problems.length > 0 ? { rowNumber, cells, problems } : { rowNumber, cells };
}

/** A mark counts where the cell is read: what stands in a column we do not know may be anything. */
function problemOf({ column, kind }: CellMark, { columns, dialect }: HeaderReading): RowReason[] {
  const field = columns[column];
  return field === undefined ? [] : [reason(MARK_REASONS[kind], dialect.spelling[field] ?? field)];
}
