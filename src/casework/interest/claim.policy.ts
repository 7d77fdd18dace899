import { type Day, minFen } from '../../kernel/index.js';
import { dailyPayments } from '../debt/index.js';
import { type ClaimNote, noteOf } from './claim-notes.js';
import type { PaidFacts } from './claim-parts.policy.js';
import type { Claim, ClaimFacts, ClaimParameters, OpenClaim } from './claim-shape.js';
import { type Coverage, coverageBefore, coverageNotes, coveredAfter, coveredCharges } from './coverage.policy.js';
import { percentOf } from './interest.policy.js';
import { lenderOf, loanClaim } from './loan-claim.policy.js';
import { priceClaim } from './price-claim.policy.js';

/**
 * Interest and charges on a debt up to a day: what is asked, what the law allows, the cap, every step of the arithmetic, and what the
 * payments that were confirmed until then covered of it.
 */
export function claimOf(facts: ClaimFacts, today: Day, parameters: ClaimParameters): Claim {
  const claimOn = (day: Day, { reductions }: Coverage) => openClaim({ ...facts, reductions }, day, parameters);
  const payments = dailyPayments(facts.payments ?? []).filter(({ paidOn }) => paidOn <= today);
  const coverage = payments.reduce(
    (before, payment) => coveredAfter(before, payment, claimOn(payment.paidOn, before), facts),
    coverageBefore(facts.lines),
  );
  const claim = claimOn(today, coverage);
  return {
    ...claim,
    receivedFen: coverage.receivedFen,
    coveredFen: minFen(coveredCharges(coverage), claim.allowedFen),
    notes: [...claim.notes, ...coverageNotes(coverage, facts.lines), ...rateNotes(claim, today, parameters)],
  };
}

function openClaim(facts: PaidFacts, day: Day, parameters: ClaimParameters): OpenClaim {
  const lender = lenderOf(facts);
  return lender ? loanClaim(facts, lender, day, parameters) : priceClaim(facts, day, parameters);
}

function* rateNotes(claim: OpenClaim, today: Day, { lprVerifiedThrough }: ClaimParameters): Iterable<ClaimNote> {
  if (claim.rule === 'financial_lending' && claim.capRate && isAbove(claim)) {
    yield noteOf('ABOVE_GUIDANCE', { limit: percentOf(claim.capRate) });
  }
  if (today > lprVerifiedThrough) yield noteOf('LPR_NOT_VERIFIED', { through: lprVerifiedThrough });
}

/** Whether a rate or an amount asked lies above the cap. */
export function isAbove(claim: OpenClaim): boolean {
  return isRateAbove(claim) || claim.excessFen > 0n;
}

export function isRateAbove({ askedRateBps, capRate }: OpenClaim): boolean {
  return askedRateBps !== null && capRate !== null && BigInt(askedRateBps) * 10_000n > capRate.fine;
}
