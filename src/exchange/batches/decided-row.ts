import type { DraftOutcome } from '../../casework/cases/index.js';
import type { UpsertedReceivable } from '../books/index.js';
import type { KeptReason } from '../rows/index.js';
import type { RowOutcome } from './case-batch.lifecycle.js';

/** How the sender spells a field of the draft. */
export type Spelling = (draftField: string) => string;

/** A row with its one outcome. */
export interface DecidedRow {
  readonly rowNumber: number;
  /** The row's own reference; null when it could not be read. */
  readonly externalRef: string | null;
  readonly outcome: RowOutcome;
  /** The case it became or concerns, for a duplicate the earlier one; null when there is none. */
  readonly caseId: string | null;
  readonly reasons: readonly KeptReason[];
}

/** What identifies a row before it is decided. */
type RowName = Pick<DecidedRow, 'rowNumber' | 'externalRef'>;

export function rejected({ rowNumber, externalRef }: RowName, reasons: readonly KeptReason[]): DecidedRow {
  return { rowNumber, externalRef, outcome: 'rejected', caseId: null, reasons };
}

/** A row that requires no action, which is not a fault of it. */
export function unchanged(row: DecidedRow): DecidedRow {
  return { ...row, outcome: 'unchanged' };
}

/** The decision of admission on a row's draft, with fields spelled as the sender spells them. */
export function decided(row: RowName, found: DraftOutcome, spell: Spelling): DecidedRow {
  const reasons = found.reasons.map(({ code, field, params }) => ({ code, field: spell(field), params }));
  if (found.outcome === 'rejected') return rejected(row, reasons);
  const { rowNumber, externalRef } = row;
  return { rowNumber, externalRef, outcome: found.outcome, caseId: found.caseId ?? null, reasons };
}

/** The outcome of a row of mode `upsert`. Reasons found while reading name the sender's fields already. */
export function upserted(
  row: RowName & { readonly reasons?: readonly KeptReason[] },
  found: UpsertedReceivable,
  spell: Spelling,
): DecidedRow {
  const read = new Set(row.reasons ?? []);
  const reasons = found.reasons.map((one) => (read.has(one) ? one : { ...one, field: spell(one.field) }));
  const { rowNumber, externalRef } = row;
  return { rowNumber, externalRef, outcome: found.outcome, caseId: found.caseId, reasons };
}
