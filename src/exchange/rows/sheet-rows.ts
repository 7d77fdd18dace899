import type { CellMark, RowFault, TableRow } from '../../platform/tables/index.js';
import type { CellField } from './header-aliases.js';
import type { HeaderReading } from './headers.js';
import { type RowReason, type RowReasonCode, reason } from './reasons.js';

/** The cells of one row that are not empty, by field; trimmed. */
export type Cells = Partial<Record<CellField, string>>;

export interface SheetRow {
  /** Counted from 1 as in the sheet, header and blank rows included. */
  readonly rowNumber: number;
  readonly cells: Cells;
  /** Set when the row cannot be read reliably, so its cells must not be used. */
  readonly problems?: readonly RowReason[];
}

/** The reason for each fault of a row that could not be parsed. */
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

/** The most characters of a cell that is read: more than any field may have. */
const MOST_CHARS = 4_000;

/** Assigns each cell of a row to the field of its header. */
export function sheetRow({ rowNumber, cells: found, marks, fault }: TableRow, header: HeaderReading): SheetRow {
  if (fault) return { rowNumber, cells: {}, problems: [reason(FAULT_REASONS[fault], '')] };
  const { columns } = header;
  const cells: Cells = {};
  for (let i = 0; i < found.length; i += 1) {
    const field = columns[i];
    if (field !== undefined) {
      const cell = found[i]!.trim();
      if (cell.length > MOST_CHARS) {
        const spelled = header.dialect.spelling[field] ?? field;
        return { rowNumber, cells: {}, problems: [reason('FIELD_TOO_LONG', spelled, { limit: MOST_CHARS })] };
      }
      if (cell !== '') cells[field] = cell;
    } else if (i >= columns.length && found[i]!.trim() !== '') {
      return { rowNumber, cells: {}, problems: [reason('ROW_TOO_MANY_CELLS', '', { columns: columns.length })] };
    }
  }
  const problems = marks?.flatMap((mark) => problemOf(mark, header)) ?? [];
  return problems.length > 0 ? { rowNumber, cells, problems } : { rowNumber, cells };
}

/** A mark matters only in a column that is read. */
function problemOf({ column, kind }: CellMark, { columns, dialect }: HeaderReading): RowReason[] {
  const field = columns[column];
  return field === undefined ? [] : [reason(MARK_REASONS[kind], dialect.spelling[field] ?? field)];
}
