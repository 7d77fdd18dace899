export {
  type ApplicationFacts,
  canonicalFacts,
  lawyerSerials,
  maskedFacts,
  type PartyRole,
  partiesOf,
} from './application-facts.policy.js';
export { checkFiguresOf, verificationPolicy } from './approval.figures.js';
export { OrganisationNotVerified } from './approval.refusals.js';
export {
  type ApprovalSource,
  Approvals,
  PARTY_ID_INDEX,
  type PartyBehind,
  type PartyFacts,
  partyIn,
} from './approvals.js';
export { ApprovalsModule } from './approvals.module.js';
export { blockingFailures, type CheckResult, type CheckSubject, runChecks, type Severity } from './checks.policy.js';
export { PERSON_ID_KIND, type PersonIdKind } from './person-id-kind.words.js';
export { APPLICANT_KINDS, type ApplicantKind, type DocumentKind } from './requirements.policy.js';
