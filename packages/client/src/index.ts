export type { Batch, BatchRow, ImportOptions } from './batches.js';
export { type Document, Recourse } from './client.js';
export { clientAssertion } from './client-assertion.js';
export { type FailureCode, isRefusal, RecourseError } from './errors.js';
export type { EventData, EventType, LiveEvent, WebhookEvent } from './events.js';
export type { RefusalCode } from './generated/codes.js';
export type {
  ActivityPartsFragment as Activity,
  ApiKeyPartsFragment as ApiKey,
  CaseLineChangePartsFragment as CaseLineChange,
  CaseLinePartsFragment as CaseLine,
  CasePartsFragment as Case,
  ClaimPartsFragment as Claim,
  DebtLineInput,
  GrabPartsFragment as Grab,
  HallCasePartsFragment as HallCase,
  HallFilter,
  MemberPartsFragment as Member,
  PayoutPartsFragment as Payout,
  PostCaseInput,
  RepaymentPartsFragment as Repayment,
  ReportRepaymentInput,
} from './generated/operations.js';
export type { components, operations, paths } from './generated/rest.js';
export type * as Schema from './generated/schema.js';
export {
  AMOUNT_BANDS,
  CASE_STATES,
  DEBT_CATEGORIES,
  EVENT_TYPES,
  IMPORT_MODES,
  SCOPES,
} from './generated/values.js';
export type { HallEventsOptions, HallEventType, WatchOptions } from './hall.js';
export type { EventsOptions } from './live.js';
export { type Fen, formatYuan, parseFen, shareOf, yuan } from './money.js';
export type { OAuthClient } from './oauth.js';
export type { Offer, OfferFilter } from './offer.policy.js';
export { type Page, type PageOptions, Pages } from './pages.js';
export type { RateLimit } from './rate-limit.js';
export type { RestAnswer, RestInput, RestOperation } from './rest.js';
export type { RetrySettings } from './retry.policy.js';
export type { MemberLogin, SessionStore, Tokens } from './session.js';
export type { Answered, CallOptions, RecourseOptions } from './settings.js';
export { signWebhook, verifyWebhook, type WebhookHeaders, WebhookRefused } from './webhooks.js';
