import type { DraftOutcome } from '../../casework/cases/index.js';
import type { UpsertedReceivable } from '../books/index.js';
import type { KeptReason } from '../rows/index.js';
import type { RowOutcome } from './case-batch.lifecycle.js';

/** How the sender spells a field of the draft. */
export type Spelling = (draftField: string) => string;

/** A row with its one outcome. */
export interface DecidedRow {
  readonly rowNumber: number;
  /** The row's own reference, where it could be read. */
  readonly externalRef: string | null;
  readonly outcome: RowOutcome;
  /** The case it became or is about, or for a duplicate the earlier one; null when there is none. */
  readonly caseId: string | null;
  readonly reasons: readonly KeptReason[];
}

/** What names a row before anything is decided of it. */
type RowName = Pick<DecidedRow, 'rowNumber' | 'externalRef'>;

export function rejected({ rowNumber, externalRef }: RowName, reasons: readonly KeptReason[]): DecidedRow {
  return { rowNumber, externalRef, outcome: 'rejected', caseId: null, reasons };
}

/** A row that asks for nothing: nothing was done, and that is no fault of it. */
export function unchanged(row: DecidedRow): DecidedRow {
  return { ...row, outcome: 'unchanged' };
}

/** What admission said of a row's draft, its fields spelled as the sender spells them. */
export function decided(row: RowName, found: DraftOutcome, spell: Spelling): DecidedRow {
  const reasons = found.reasons.map(({ code, field, params }) => ({ code, field: spell(field), params }));
  if (found.outcome === 'rejected') return rejected(row, reasons);
  const { rowNumber, externalRef } = row;
  return { rowNumber, externalRef, outcome: found.outcome, caseId: found.caseId ?? null, reasons };
}

/** What became of a row that follows its creditor's books. Reasons of reading name the sender's fields already. */
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
