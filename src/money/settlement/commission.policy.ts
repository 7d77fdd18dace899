import { type Fen, type FrozenTerms, minFen, shareOf } from '../../kernel/index.js';
import { capFor } from './lawyer-fee.policy.js';

/** Commission on everything realised under one grab so far, in fen, rounded down; 0 without a recovery. */
export function commissionOn(terms: FrozenTerms, realisedFen: Fen): Fen {
  if (realisedFen <= 0n) return 0n;
  const share = shareOf(realisedFen, terms.commissionBps);
  return terms.capKind === 'lawyer' ? minFen(share, capFor(realisedFen)) : share;
}

/** Service fee on everything realised under one grab so far, in fen, rounded down. */
export function serviceFeeOn(terms: FrozenTerms, realisedFen: Fen): Fen {
  return realisedFen <= 0n ? 0n : shareOf(realisedFen, terms.serviceFeeBps);
}
