export type { WaitingApplication } from './application.repository.js';
export { Approvals, PARTY_ID_INDEX, type PartyFacts, partyIn } from './approvals.js';
export { MAGIC_IDENTITIES, magicOf } from './magic-identities.policy.js';
export { ReadyApproval } from './ready-approval.js';
export { ReviewService } from './review.service.js';
export { verificationLaws } from './verification.laws.js';
export { VerificationModule } from './verification.module.js';
export { OrganisationNotVerified } from './verification.refusals.js';
export { VerificationReader } from './verification-reader.js';
