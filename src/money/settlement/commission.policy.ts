import { type BasisPoints, type Fen, minFen, shareOf } from '../../kernel/index.js';
import { capFor } from './lawyer-fee.policy.js';

/** The money terms of one grab, fixed when it was taken; a later change of offer or platform fee never reaches them. */
export interface FrozenTerms {
  readonly commissionBps: BasisPoints;
  /** The platform's fee on recovered money: the creditor's own extra, never cut from the provider. */
  readonly serviceFeeBps: BasisPoints;
  /** `lawyer`: the statutory ceiling of contingency fees holds. Every grab of a law firm has it. */
  readonly capKind: 'none' | 'lawyer';
}

/** Commission on everything realised under one grab so far, in fen, rounded down. No recovery, no commission. */
export function commissionOn(terms: FrozenTerms, realisedFen: Fen): Fen {
  if (realisedFen <= 0n) return 0n;
  const share = shareOf(realisedFen, terms.commissionBps);
  return terms.capKind === 'lawyer' ? minFen(share, capFor(realisedFen)) : share;
}

/** Service fee on everything realised under one grab so far, in fen, rounded down. */
export function serviceFeeOn(terms: FrozenTerms, realisedFen: Fen): Fen {
  return realisedFen <= 0n ? 0n : shareOf(realisedFen, terms.serviceFeeBps);
}
