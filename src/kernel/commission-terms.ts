import type { BasisPoints } from './basis-points.js';

/** The money terms of one grab, fixed when it was taken; a later change of offer or platform fee does not change them. */
export interface FrozenTerms {
  readonly commissionBps: BasisPoints;
  /** The platform's fee on recovered money: the creditor pays it on top, it is never deducted from the provider. */
  readonly serviceFeeBps: BasisPoints;
  /** `lawyer`: the statutory cap of contingency fees applies (司发通〔2021〕87号 item 6), as to every grab of a law firm. */
  readonly capKind: 'none' | 'lawyer';
}
