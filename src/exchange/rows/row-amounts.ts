import type { CaseDraft } from '../../casework/admission/index.js';
import type { BookFigures } from '../../casework/cases/index.js';
import { type Fen, sumFen } from '../../kernel/index.js';

/** The four amounts of a debt; a sender may omit those that follow from the others. */
export type AmountsGiven = Partial<Record<'principal' | 'penalty' | 'paid' | 'outstanding', Fen>>;
export type Amounts = Pick<CaseDraft, 'principalFen' | 'penaltyFen' | 'paidFen' | 'outstandingFen'>;

/**
 * Completes `principal + penalty − paid = outstanding` where cells are empty; `undefined` without principal and outstanding.
 * A missing penalty is zero; a missing paid amount or principal follows from the others (Kingdee exports the total and the
 * unpaid amount). Amounts that contradict each other stay unchanged: admission rejects them.
 */
export function completeAmounts({ principal, penalty = 0n, paid, outstanding }: AmountsGiven): Amounts | undefined {
  if (principal === undefined && outstanding === undefined) return undefined;
  const principalFen = principal ?? atLeastZero(outstanding! + (paid ?? 0n) - penalty);
  const total = principalFen + penalty;
  const paidFen = paid ?? atLeastZero(total - (outstanding ?? total));
  return { principalFen, penaltyFen: penalty, paidFen, outstandingFen: outstanding ?? total - paidFen };
}

/** What the sender itself says about money: a paid amount that only follows from the others is no paid figure of its books. */
export function figuresOf({ paid, outstanding }: AmountsGiven, { principalFen, penaltyFen }: Amounts): BookFigures {
  const totalFen = principalFen + penaltyFen;
  if (paid === undefined) return { totalFen, read: 'open' };
  return { totalFen, paidFen: paid, read: outstanding === undefined ? 'paid' : 'both' };
}

/** Nothing is outstanding, and the amounts agree on it. */
export function isSettled({ principalFen, penaltyFen, paidFen, outstandingFen }: Amounts): boolean {
  return outstandingFen === 0n && principalFen + penaltyFen === paidFen;
}

const atLeastZero = (fen: Fen) => (fen < 0n ? 0n : fen);

/** What a row tells of its amounts, of those that are read together. */
interface RowOfMoney {
  readonly externalRef: string | null;
  readonly draft?: CaseDraft | undefined;
  readonly figures?: BookFigures | undefined;
}

/**
 * List exports repeat the total of a document in the row of each instalment, and say only what is open of it: with the open amounts
 * together within one total nobody can tell what was paid, so nothing is. What is open of each row is the line either way.
 */
export function withoutRepeatedTotals<R extends RowOfMoney>(rows: readonly R[]): readonly R[] {
  const open = rows.flatMap(({ draft, externalRef, figures }) => (draft ? [{ draft, externalRef, figures }] : []));
  const [first] = open;
  if (!first || open.length < 2 || open.every(({ draft }) => draft.paidFen === 0n)) return rows;
  const total = totalOf(first.draft);
  const repeated = open.every(({ draft, externalRef, figures }) => {
    const saysNothingOfPaid =
      figures?.paidFen === undefined && draft.lines.every((line) => line.documentNumber === null);
    return saysNothingOfPaid && externalRef === first.externalRef && totalOf(draft) === total;
  });
  const openFen = sumFen(open.map(({ draft }) => draft.outstandingFen));
  return repeated && openFen <= total ? rows.map((row) => (row.draft ? asOpen(row, row.draft) : row)) : rows;
}

function totalOf({ principalFen, penaltyFen }: CaseDraft): Fen {
  return principalFen + penaltyFen;
}

function asOpen<R extends RowOfMoney>(row: R, draft: CaseDraft): R {
  const amounts = { principalFen: draft.outstandingFen, penaltyFen: 0n, paidFen: 0n };
  const lines = draft.lines.map((line) => ({ ...line, ...amounts }));
  return { ...row, draft: { ...draft, ...amounts, lines }, figures: { totalFen: draft.outstandingFen, read: 'open' } };
}
