export type { WaitingApplication } from './application.repository.js';
export { MAGIC_IDENTITIES, magicOf } from './magic-identities.policy.js';
export { ReadyApproval } from './ready-approval.js';
export { Reviews } from './reviews.js';
export { verificationLaws } from './verification.laws.js';
export { VerificationModule } from './verification.module.js';
export { VerificationReader } from './verification-reader.js';
