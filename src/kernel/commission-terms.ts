import type { BasisPoints } from './basis-points.js';

/** The money terms of one grab, fixed when it was taken; a later change of offer or platform fee never reaches them. */
export interface FrozenTerms {
  readonly commissionBps: BasisPoints;
  /** The platform's fee on recovered money: the creditor's own extra, never cut from the provider. */
  readonly serviceFeeBps: BasisPoints;
  /** `lawyer`: the statutory ceiling of contingency fees holds (司发通〔2021〕87号). Every grab of a law firm has it. */
  readonly capKind: 'none' | 'lawyer';
}
