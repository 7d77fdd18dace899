export { CASE_STATES, type CaseState, type CloseCode } from './case.lifecycle.js';
export { CloseCodeUnfounded, DebtorNotDisclosed } from './case.refusals.js';
export { type CaseFilter, CaseRepository, type SeenCase, type WaitingTest } from './case.repository.js';
export { CaseService } from './case.service.js';
export type {
  CaseGlance,
  DebtorData,
  Disclosee,
  DisclosureStage,
  DraftOutcome,
  ListedCase,
  OfferDefaults,
} from './case.types.js';
export { CaseClaims } from './case-claims.service.js';
export { CaseIntake } from './case-intake.service.js';
export { CaseReview } from './case-review.service.js';
export {
  CaseGradeEnum,
  CloseCodeEnum,
  DebtCategoryEnum,
  DebtorKindEnum,
  EvidenceKindEnum,
  LegalOriginEnum,
  ServiceLineEnum,
} from './case-words.graphql.js';
export { caseLaws } from './cases.laws.js';
export { CasesModule } from './cases.module.js';
export { bulkReadAlarms } from './metrics.js';
export { type BookedReceivable, type KnownReceivable, type SyncStep, stepOf } from './receivable.policy.js';
export { Receivables } from './receivables.service.js';
