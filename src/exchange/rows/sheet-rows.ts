import type { CellMark, RowFault, TableRow } from '../../platform/tables/index.js';
import type { Cells } from './header-aliases.js';
import { AMOUNTS, type Dialect, type HeaderReading } from './headers.js';
import { type RowReason, type RowReasonCode, reason } from './reasons.js';
import { isTotalRow } from './row-skips.js';

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
  const skipped = skipOfForm(cells, found, header.dialect);
  if (skipped) return { rowNumber, cells, problems: [skipped] };
  if (found.length > columns.length && hasSplitAmount(found, columns)) {
    return { rowNumber, cells: {}, problems: [reason('ROW_TOO_MANY_CELLS', '', { columns: columns.length })] };
  }
  const problems = marks?.flatMap((mark) => problemOf(mark, header)) ?? [];
  return problems.length > 0 ? { rowNumber, cells, problems } : { rowNumber, cells };
}

/** Rows that are no receivable by their form, whatever else is in them: totals, and the header repeated on every page of a list. */
function skipOfForm(cells: Cells, row: readonly string[], { spelling }: Dialect): RowReason | undefined {
  const field = spelling.externalRef ?? '';
  if (isTotalRow(cells, row)) return reason('SKIPPED_TOTAL_ROW', field);
  const { externalRef, debtorName } = cells;
  const repeats =
    externalRef !== undefined && externalRef === spelling.externalRef && debtorName === spelling.debtorName;
  return repeats ? reason('SKIPPED_HEADER_ROW', field) : undefined;
}

/** Whether the comma of thousands cut an amount in two (`8,000.00`), so that what follows stands one column too far to the right. */
function hasSplitAmount(row: readonly string[], columns: HeaderReading['columns']): boolean {
  return row.some(
    (cell, at) =>
      AMOUNTS.has(columns[at]) &&
      /^-?[¥￥]?\d{1,3}$/.test(cell.trim()) &&
      /^\d{3}(?:\.\d{1,2})?$/.test(row[at + 1] ?? ''),
  );
}

/** A mark matters only in a column that is read. */
function problemOf({ column, kind }: CellMark, { columns, dialect }: HeaderReading): RowReason[] {
  const field = columns[column];
  return field === undefined ? [] : [reason(MARK_REASONS[kind], dialect.spelling[field] ?? field)];
}
