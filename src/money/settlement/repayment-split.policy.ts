import { type Fen, type FrozenTerms, sumFen } from '../../kernel/index.js';
import { commissionsOn, type Stage, serviceFeeOn } from './commission.policy.js';

/** The parts of one repayment. `commissionFen + serviceFeeFen + toCreditorNetFen = repaidFen`, always. */
export interface RepaymentSplit {
  readonly repaidFen: Fen;
  /** Earned by the provider, who keeps all of it. */
  readonly commissionFen: Fen;
  /** Earned by the platform, on top. */
  readonly serviceFeeFen: Fen;
  /** What the creditor owes for this repayment: commission and service fee. */
  readonly owedByCreditorFen: Fen;
  /** What the creditor keeps after it paid; includes every remainder of rounding. */
  readonly toCreditorNetFen: Fen;
}

/** The other grabs of the mandate, which a law firm's cap counts together with this one. */
export interface Mandate {
  readonly earlier: readonly Stage[];
  readonly later: readonly Stage[];
}

/** A grab that is a mandate by itself. */
const ALONE: Mandate = { earlier: [], later: [] };

function earnedIn({ earlier, later }: Mandate, terms: FrozenTerms, realisedFen: Fen): Fen {
  return sumFen(commissionsOn([...earlier, { terms, realisedFen }, ...later]));
}

/**
 * Splits a repayment of `repaidFen` (above zero) when `realisedBeforeFen`, net of reversals, was already realised under the same
 * grab. Cumulative: each part is (part of the new total) − (part of the old total), so the parts of several payments sum to
 * those of one payment, and the marginal cap of lawyers counts over all of them. Rounding may leave one payment's net at
 * −1 fen (a payment of 1 fen that completes both fractions); the total never goes below 0.
 */
export function splitRepayment(
  terms: FrozenTerms,
  repaidFen: Fen,
  realisedBeforeFen: Fen,
  mandate: Mandate = ALONE,
): RepaymentSplit {
  if (repaidFen <= 0n) throw new RangeError('a repayment is above zero');
  if (realisedBeforeFen < 0n) throw new RangeError('the amount realised before is not below zero');
  const after = realisedBeforeFen + repaidFen;
  return splitOf(
    repaidFen,
    earnedIn(mandate, terms, after) - earnedIn(mandate, terms, realisedBeforeFen),
    serviceFeeOn(terms, after) - serviceFeeOn(terms, realisedBeforeFen),
  );
}

/** What reverses a repayment: its exact mirror, what the remaining repayments gain or lose by it, and the sum of both. */
export interface Reversal {
  readonly mirror: RepaymentSplit;
  /** `repaidFen` is 0. Zero unless a repayment before the last is reversed across a cap bracket or a fraction of a fen. */
  readonly adjustment: RepaymentSplit;
  readonly total: RepaymentSplit;
}

/**
 * Reverses a booked repayment when `realisedBeforeFen` (this repayment included) is realised under the grab.
 *
 * The mirror takes back exactly what was booked, and the adjustment moves the difference, so that after any sequence of
 * confirmations and reversals the sum of everything booked is the commission on what remains realised. A mirror alone is not
 * enough: when a law firm realised 1m (180,000 at 18 %) and another 1m (150,000 at 15 %), reversing the first would leave
 * 150,000 on a million that earns 180,000; with fractions of a fen it could leave one fen above the cap. Post both or neither.
 */
export function reverseOf(
  terms: FrozenTerms,
  booked: RepaymentSplit,
  realisedBeforeFen: Fen,
  mandate: Mandate = ALONE,
): Reversal {
  const remaining = realisedBeforeFen - booked.repaidFen;
  if (remaining < 0n) throw new RangeError('more is reversed than was realised');
  const mirror = negated(booked);
  const total = negated(splitRepayment(terms, booked.repaidFen, remaining, mandate));
  const adjustment = splitOf(
    0n,
    total.commissionFen - mirror.commissionFen,
    total.serviceFeeFen - mirror.serviceFeeFen,
  );
  return { mirror, adjustment, total };
}

function negated(split: RepaymentSplit): RepaymentSplit {
  return splitOf(-split.repaidFen, -split.commissionFen, -split.serviceFeeFen);
}

/** The split of a repayment whose commission and service fee are known. */
export function splitOf(repaidFen: Fen, commissionFen: Fen, serviceFeeFen: Fen): RepaymentSplit {
  const owedByCreditorFen = commissionFen + serviceFeeFen;
  const toCreditorNetFen = repaidFen - owedByCreditorFen;
  return { repaidFen, commissionFen, serviceFeeFen, owedByCreditorFen, toCreditorNetFen };
}
