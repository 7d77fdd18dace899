import type { DraftOutcome } from '../cases/index.js';
import type { RowOutcome } from './case-batch.lifecycle.js';
import type { RowReason } from './reasons.js';

/** A reason as it is kept with a row: one of ours or one of admission's. */
export interface KeptReason {
  readonly code: string;
  readonly field: string;
  readonly params: RowReason['params'];
}

/** A row with its one outcome. */
export interface DecidedRow {
  readonly rowNumber: number;
  /** The row's own reference, where it could be read. */
  readonly externalRef: string | null;
  readonly outcome: RowOutcome;
  /** The case it became, or for a duplicate the earlier one; null when rejected. */
  readonly caseId: string | null;
  readonly reasons: readonly KeptReason[];
}

export function rejected(
  row: { rowNumber: number; externalRef: string | null },
  reasons: readonly KeptReason[],
): DecidedRow {
  return { rowNumber: row.rowNumber, externalRef: row.externalRef, outcome: 'rejected', caseId: null, reasons };
}

/** What admission said of a row's draft, its fields spelled as the sender spells them. */
export function decided(
  row: { rowNumber: number; externalRef: string | null },
  found: DraftOutcome,
  spell: (draftField: string) => string,
): DecidedRow {
  const reasons = found.reasons.map(({ code, field, params }) => ({ code, field: spell(field), params }));
  if (found.outcome === 'rejected') return rejected(row, reasons);
  const { rowNumber, externalRef } = row;
  return { rowNumber, externalRef, outcome: found.outcome, caseId: found.caseId ?? null, reasons };
}
