import { type Fen, type FrozenTerms, minFen, shareOf } from '../../kernel/index.js';
import { capFor } from './lawyer-fee.policy.js';

/** Commission on everything realised under one grab so far, in fen, rounded down; 0 without a recovery. */
export function commissionOn(terms: FrozenTerms, realisedFen: Fen): Fen {
  if (realisedFen <= 0n) return 0n;
  const share = shareOf(realisedFen, terms.commissionBps);
  return terms.capKind === 'lawyer' ? minFen(share, capFor(realisedFen)) : share;
}

/** One grab of a mandate: its terms, and what was realised under it so far, net of reversals. */
export interface Stage {
  readonly terms: FrozenTerms;
  readonly realisedFen: Fen;
}

/**
 * What each grab of one mandate earns in all, oldest first. A law firm that holds a case again after a recall goes on with one mandate:
 * the cap is on what was finally realised in all its stages together (司发通〔2021〕87号 item 6), so a later grab earns its own commission
 * only as far as the cap on everything up to it leaves room. More realised in any grab never lowers the sum.
 */
export function commissionsOn(stages: readonly Stage[]): Fen[] {
  let [realised, earned] = [0n, 0n];
  return stages.map(({ terms, realisedFen }) => {
    realised += realisedFen;
    const own = commissionOn(terms, realisedFen);
    const fee = terms.capKind === 'lawyer' ? minFen(own, capFor(realised) - earned) : own;
    earned += fee;
    return fee;
  });
}

/** Service fee on everything realised under one grab so far, in fen, rounded down. */
export function serviceFeeOn(terms: FrozenTerms, realisedFen: Fen): Fen {
  return realisedFen <= 0n ? 0n : shareOf(realisedFen, terms.serviceFeeBps);
}
