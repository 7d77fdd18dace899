import type { Day } from '../../kernel/index.js';
import { noteOf } from './claim-notes.js';
import type { Claim, ClaimFacts, ClaimParameters } from './claim-shape.js';
import { percentOf } from './interest.policy.js';
import { lenderOf, loanClaim } from './loan-claim.policy.js';
import { priceClaim } from './price-claim.policy.js';

/** Interest and charges on a debt up to a day: what is asked, what the law allows, the cap, and every step of the arithmetic. */
export function claimOf(facts: ClaimFacts, today: Day, parameters: ClaimParameters): Claim {
  const lender = lenderOf(facts);
  const claim = lender ? loanClaim(facts, lender, today, parameters) : priceClaim(facts, today, parameters);
  const guided = claim.rule === 'financial_lending' && claim.capRate && isAbove(claim);
  const notes = [
    ...claim.notes,
    ...(guided && claim.capRate ? [noteOf('ABOVE_GUIDANCE', { limit: percentOf(claim.capRate) })] : []),
    ...(today > parameters.lprVerifiedThrough
      ? [noteOf('LPR_NOT_VERIFIED', { through: parameters.lprVerifiedThrough })]
      : []),
  ];
  return { ...claim, notes };
}

/** Whether a rate or an amount asked lies above the cap. */
export function isAbove(claim: Claim): boolean {
  return isRateAbove(claim) || claim.excessFen > 0n;
}

export function isRateAbove({ askedRateBps, capRate }: Claim): boolean {
  return askedRateBps !== null && capRate !== null && BigInt(askedRateBps) * 10_000n > capRate.fine;
}
