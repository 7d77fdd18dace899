import type { CodeOf, Day, Fen } from '../../kernel/index.js';
import type { ClockEvent } from './clock-event.js';
import type { DEBTOR_ID_KIND, LINE_KIND } from './debt-line.words.js';

export type LineKind = CodeOf<typeof LINE_KIND>;
export type DebtorIdKind = CodeOf<typeof DEBTOR_ID_KIND>;

/** The most lines of a case, and events of a line's clock; a table of more is not one case. */
export const MAX_LINES = 200;
export const MAX_CLOCK_EVENTS = 50;
/** The most events of all lines of a case together: instalments of one debt share them, and every reader follows them. */
export const MAX_CASE_CLOCK_EVENTS = 500;
/** The most lines that a case may have had, and the most events of them, withdrawn lines included: they stay, and are read with it. */
export const MAX_LINE_NUMBER = 500;
export const MAX_KEPT_CLOCK_EVENTS = 1_000;
/** The longest document number, in characters. */
export const MAX_DOCUMENT_NUMBER = 200;

/** One part of what a debtor owes: an invoice, the fee of one period, an instalment, a credit note. */
export interface DebtLine {
  readonly kind: LineKind;
  readonly documentNumber: string | null;
  readonly periodFrom: Day | null;
  readonly periodTo: Day | null;
  readonly dueOn: Day;
  readonly invoicedOn: Day | null;
  /** In fen. Those of a credit note are zero or negative, all others zero or positive. */
  readonly principalFen: Fen;
  readonly penaltyFen: Fen;
  readonly paidFen: Fen;
  /** Last day the limitation period of this line was interrupted. */
  readonly lastInterruptedOn: Day | null;
  /** What evidence says about the limitation clock of this line; at most `MAX_CLOCK_EVENTS`. */
  readonly clock: readonly ClockEvent[];
}

/** What is left of a line: principal + penalty − paid. Negative for a credit note. */
export function openOf({ principalFen, penaltyFen, paidFen }: DebtAmounts): Fen {
  return principalFen + penaltyFen - paidFen;
}

export type DebtAmounts = Pick<DebtLine, 'principalFen' | 'penaltyFen' | 'paidFen'>;

/**
 * What makes a line the same line in another message: its document, its period and its kind. Instalments of one document, and lines
 * that name neither document nor period, are told apart by their due days.
 */
export function lineKey({ kind, documentNumber, periodFrom, periodTo, dueOn }: DebtLine): string {
  const unnamed = kind === 'instalment' || (documentNumber === null && periodFrom === null && periodTo === null);
  return JSON.stringify([kind, documentNumber, periodFrom, periodTo, unnamed ? dueOn : null]);
}
