export { claimOf, isAbove } from './claim.policy.js';
export { claimParameters, type InterestFigures, interestFigures, missingPublications } from './claim-figures.js';
export type { Claim, ClaimFacts, ClaimParameters } from './claim-shape.js';
export { possibleCaps } from './lending-cap.policy.js';
export { lenderOf } from './loan-claim.policy.js';
