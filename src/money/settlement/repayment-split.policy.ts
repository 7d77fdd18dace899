import type { Fen, FrozenTerms } from '../../kernel/index.js';
import { commissionOn, serviceFeeOn } from './commission.policy.js';

/** One repayment divided. `commissionFen + serviceFeeFen + toCreditorNetFen = repaidFen`, always. */
export interface RepaymentSplit {
  readonly repaidFen: Fen;
  /** Earned by the provider, whole. */
  readonly commissionFen: Fen;
  /** Earned by the platform, on top. */
  readonly serviceFeeFen: Fen;
  /** What the creditor owes for this repayment: commission and service fee. */
  readonly owedByCreditorFen: Fen;
  /** What the creditor keeps once it paid. It owns every remainder of rounding. */
  readonly toCreditorNetFen: Fen;
}

/**
 * Divides a repayment of `repaidFen` (above zero) that follows `realisedBeforeFen` already realised, net of reversals, under
 * the same grab. Cumulative: each part is (part of the new total) − (part of the old total), so however a debt is paid in
 * pieces, the parts sum to those of one payment, and the marginal cap of lawyers counts over all of them.
 * Rounding may leave one payment's net at −1 fen (a payment of 1 fen that fills up both fractions); the total never goes below 0.
 */
export function splitRepayment(terms: FrozenTerms, repaidFen: Fen, realisedBeforeFen: Fen): RepaymentSplit {
  if (repaidFen <= 0n) throw new RangeError('a repayment is above zero');
  if (realisedBeforeFen < 0n) throw new RangeError('the amount realised before is not below zero');
  const after = realisedBeforeFen + repaidFen;
  return parts(
    repaidFen,
    commissionOn(terms, after) - commissionOn(terms, realisedBeforeFen),
    serviceFeeOn(terms, after) - serviceFeeOn(terms, realisedBeforeFen),
  );
}

/** What undoes a repayment: its exact mirror, what the remaining repayments gain or lose by its absence, and both together. */
export interface Reversal {
  readonly mirror: RepaymentSplit;
  /** `repaidFen` is 0. Zero unless an earlier repayment than the last is undone across a cap bracket or a fraction of a fen. */
  readonly adjustment: RepaymentSplit;
  readonly total: RepaymentSplit;
}

/**
 * Undoes a booked repayment when `realisedBeforeFen` (this repayment included) is realised under the grab.
 *
 * The rule: the mirror takes back exactly what was booked, and the adjustment moves the difference so that after any
 * sequence of confirmations and reversals the sum of everything booked is the commission on what remains realised. A mirror
 * alone would not do: with 1m (180,000 at 18 %) and another 1m (150,000 at 15 %) realised by a law firm, undoing the first would
 * leave 150,000 on a realised million that earns 180,000; and with fractions of a fen it could leave one fen above the cap.
 * Post both or neither.
 */
export function reverseOf(terms: FrozenTerms, booked: RepaymentSplit, realisedBeforeFen: Fen): Reversal {
  const remaining = realisedBeforeFen - booked.repaidFen;
  if (remaining < 0n) throw new RangeError('more is reversed than was realised');
  const mirror = negated(booked);
  const total = negated(splitRepayment(terms, booked.repaidFen, remaining));
  const adjustment = parts(0n, total.commissionFen - mirror.commissionFen, total.serviceFeeFen - mirror.serviceFeeFen);
  return { mirror, adjustment, total };
}

function negated(split: RepaymentSplit): RepaymentSplit {
  return parts(-split.repaidFen, -split.commissionFen, -split.serviceFeeFen);
}

function parts(repaidFen: Fen, commissionFen: Fen, serviceFeeFen: Fen): RepaymentSplit {
  const owedByCreditorFen = commissionFen + serviceFeeFen;
  return {
    repaidFen,
    commissionFen,
    serviceFeeFen,
    owedByCreditorFen,
    toCreditorNetFen: repaidFen - owedByCreditorFen,
  };
}
