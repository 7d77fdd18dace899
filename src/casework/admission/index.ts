export {
  AdmissionReasonView,
  CaseGradeEnum,
  CommissionTierView,
  DebtCategoryEnum,
  DebtorIdKindEnum,
  DebtorKindEnum,
  EvidenceKindEnum,
  LegalOriginEnum,
  MatterEnum,
  reasonView,
  ServiceLineEnum,
  tierView,
} from './admission.graphql.js';
export { AdmissionModule } from './admission.module.js';
export { matterFaults } from './admission.policy.js';
export { ADMISSION_REASONS, type AdmissionReason, isAccepted, reasonsInWords } from './admission-reasons.policy.js';
export {
  type CaseDraft,
  DEBT_CATEGORIES,
  DEBTOR_KINDS,
  type DebtCategory,
  type DebtorKind,
  EVIDENCE_KINDS,
  type EvidenceKind,
  LAW_FIRM_LINES,
  LEGAL_ORIGINS,
  type LegalOrigin,
  linesOf,
  SERVICE_LINES,
  type ServiceLine,
  TEXT_LIMITS,
} from './case-draft.js';
export { DEBT_CATEGORY, DEBTOR_KIND, EVIDENCE_KIND, LEGAL_ORIGIN, SERVICE_LINE } from './case-draft.words.js';
export { CASE_EXAMPLE } from './case-example.js';
export { commissionFigures } from './case-figures.js';
export { CaseRules } from './case-rules.js';
export {
  type AdmissionRules,
  type Appraisal,
  appraise,
  type CaseSheet,
  type OfferDefaults,
  sheetOf,
} from './case-sheet.js';
export { CommissionOfferInput, offerFrom } from './commission-offer.inputs.js';
export {
  type CommissionTier,
  freezeTerms,
  rateFor,
  readTiers,
  type StoredTier,
  storeTiers,
} from './commission-offer.policy.js';
export { claimFactsOf } from './interest-reasons.policy.js';
export { keptLineFaults } from './line-rules.policy.js';
export { misreadingOf } from './misreading.policy.js';
export {
  CASE_GRADES,
  type CaseGrade,
  EVIDENCE_DEFAULTS,
  type EvidenceParameters,
  evidenceCompleteness,
} from './score.policy.js';
