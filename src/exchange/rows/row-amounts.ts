import type { CaseDraft } from '../../casework/admission/index.js';
import type { BookFigures } from '../../casework/cases/index.js';
import type { Fen } from '../../kernel/index.js';

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
