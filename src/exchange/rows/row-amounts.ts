import type { Fen } from '../../kernel/index.js';

/** The four amounts of a debt, where a sender may leave out what follows from the others. */
export interface AmountsGiven {
  principal?: Fen | undefined;
  penalty?: Fen | undefined;
  paid?: Fen | undefined;
  outstanding?: Fen | undefined;
}

export interface Amounts {
  principalFen: Fen;
  penaltyFen: Fen;
  paidFen: Fen;
  outstandingFen: Fen;
}

/**
 * Completes `principal + penalty − paid = outstanding` where cells are empty; `undefined` when nothing says how much is owed.
 * A penalty not given is none; what was paid follows from the rest (Kingdee exports the total and what is not written off),
 * and so does the principal. Amounts that contradict each other stay as they are: admission says so.
 */
export function completeAmounts({ principal, penalty = 0n, paid, outstanding }: AmountsGiven): Amounts | undefined {
  if (principal === undefined && outstanding === undefined) return undefined;
  const principalFen = principal ?? atLeastZero(outstanding! + (paid ?? 0n) - penalty);
  const total = principalFen + penalty;
  const paidFen = paid ?? atLeastZero(total - (outstanding ?? total));
  return { principalFen, penaltyFen: penalty, paidFen, outstandingFen: outstanding ?? total - paidFen };
}

/** Nothing is owed any more, and the amounts say so together. */
export function isSettled({ principalFen, penaltyFen, paidFen, outstandingFen }: Amounts): boolean {
  return outstandingFen === 0n && principalFen + penaltyFen === paidFen;
}

const atLeastZero = (fen: Fen) => (fen < 0n ? 0n : fen);
