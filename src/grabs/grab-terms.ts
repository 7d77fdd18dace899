import type { BasisPoints } from '../kernel/index.js';

/** The commission terms of one grab, frozen when it is taken: later changes of the offer or the platform's fee do not touch it. */
export interface GrabTerms {
  /** The provider's contingency fee on every confirmed repayment. */
  readonly commissionBps: BasisPoints;
  /** What the creditor pays the platform on top. Never cut from the provider's commission. */
  readonly serviceFeeBps: BasisPoints;
  /** Law firms: the statutory cap on contingency fees holds besides the rate (司发通〔2021〕87号). */
  readonly capKind: 'none' | 'lawyer';
}
