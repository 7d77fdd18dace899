export { ADMISSION_REASONS, type AdmissionCode, type AdmissionReason } from './admission.policy.js';
export { CaseView, caseView } from './case.graphql.js';
export { CASE_STATES, type CaseState, CLOSE_CODES, type CloseCode, countsAsRecovered } from './case.lifecycle.js';
export { CloseCodeUnfounded } from './case.refusals.js';
export type { CaseFilter, SeenCase, SlowTests, WaitingTest } from './case.repository.js';
export { CaseService } from './case.service.js';
export type {
  AdmissionOutcome,
  AdmitInput,
  CaseGlance,
  Disclosee,
  DisclosureStage,
  DraftOutcome,
  ListedCase,
  Mover,
  OfferDefaults,
  Recovery,
} from './case.types.js';
export { CaseClaims } from './case-claims.service.js';
export {
  type CaseDraft,
  DEBT_CATEGORIES,
  DEBTOR_KINDS,
  type DebtCategory,
  type DebtorKind,
  type DraftOffer,
  type DraftTier,
  EVIDENCE_KINDS,
  type EvidenceKind,
  LEGAL_ORIGINS,
  type LegalOrigin,
  SERVICE_LINES,
  type ServiceLine,
} from './case-draft.js';
export { type CommissionFigures, commissionFigures } from './case-figures.js';
export { CaseIntake } from './case-intake.service.js';
export { CaseReview } from './case-review.service.js';
export {
  CaseGradeEnum,
  CaseStateEnum,
  CloseCodeEnum,
  DebtCategoryEnum,
  EvidenceKindEnum,
  LegalOriginEnum,
  ServiceLineEnum,
} from './case-words.graphql.js';
export { CasesModule } from './cases.module.js';
export {
  type CommissionOffer,
  type CommissionTier,
  type FrozenTerms,
  freezeTerms,
  type OfferFacts,
  rateFor,
} from './commission-offer.policy.js';
export { Disclosures } from './disclosure.service.js';
export { AMOUNT_BANDS, amountBand, type HallSight } from './hall.policy.js';
export { HALL_ACCESS } from './hall-audience.js';
export { HallSights } from './hall-sights.js';
export {
  type BookedReceivable,
  type KnownReceivable,
  type RevisedFacts,
  type RevisionFault,
  type SyncStep,
  stepOf,
} from './receivable.policy.js';
export { type BookKeeper, Receivables } from './receivables.service.js';
