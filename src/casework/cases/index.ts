export { CaseConnection, CaseView, CloseCodeEnum, caseView, InterventionReasonEnum } from './case.graphql.js';
export { draftFrom, PostCaseInput, StatesInQuery } from './case.inputs.js';
export {
  CASE_STATE,
  type CaseState,
  CLOSE_CODE,
  CLOSED_STATES,
  type CloseCode,
  caseLifecycle,
  closedState,
  FREE_STATES,
  HELD_STATES,
  RELISTABLE_STATES,
} from './case.lifecycle.js';
export { CaseFrozenByPlatform, CaseNotAdmissible, CloseCodeUnfounded } from './case.refusals.js';
export type { CaseFilter, CaseRow, SeenCase, SlowTests, WaitingTest } from './case.repository.js';
export { CaseAppraisals } from './case-appraisals.service.js';
export type { CaseGlance, ListedCase, LockedCase } from './case-claims.repository.js';
export { CaseClaims, type Intervention } from './case-claims.service.js';
export { CaseIntake, type DraftOutcome } from './case-intake.service.js';
export { CaseMoves } from './case-moves.service.js';
export { caseLaws } from './cases.laws.js';
export { CasesModule } from './cases.module.js';
export { Cases } from './cases.service.js';
export type { BookFigures, KnownReceivable, RevisedFacts, RevisedWhole } from './receivable.js';
export type { SeenBooks } from './receivables.repository.js';
export { Receivables } from './receivables.service.js';
export { CASE_READERS } from './visibility.policy.js';
