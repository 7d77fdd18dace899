export { ClaimView, claimView } from './claim.graphql.js';
export { claimOf, isRateAbove } from './claim.policy.js';
export { CREDITOR_SCALE, DEBTOR_SCALE, LENDER } from './claim.words.js';
export { claimParameters, type InterestFigures, interestFigures, missingPublications } from './claim-figures.js';
export type { Claim, ClaimFacts, ClaimParameters } from './claim-shape.js';
export {
  ClaimTermsInput,
  ClaimTermsView,
  MAX_RATE_BPS,
  MAX_TERM_DAYS,
  termsFrom,
  termsView,
} from './claim-terms.graphql.js';
export { possibleCaps } from './lending-cap.policy.js';
export { lenderOf } from './loan-claim.policy.js';
