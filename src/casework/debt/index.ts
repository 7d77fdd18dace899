export { type ClaimTerms, readClaimTerms, type StoredClaimTerms, storeClaimTerms } from './claim-terms.js';
export { CLOCK_EVENT_KIND, type ClockEvent, type ClockEventKind } from './clock-event.js';
export {
  type DebtLine,
  type DebtorIdKind,
  type LineKind,
  lineKey,
  MAX_CASE_CLOCK_EVENTS,
  MAX_CLOCK_EVENTS,
  MAX_DOCUMENT_NUMBER,
  MAX_KEPT_CLOCK_EVENTS,
  MAX_LINE_NUMBER,
  MAX_LINES,
  openOf,
} from './debt-line.js';
export { DEBTOR_ID_KIND, LIMITATION_STATE, LINE_KIND } from './debt-line.words.js';
export type { Limitation } from './limitation.policy.js';
export { clocksOf, expectedByAge, firstClock, type LineTotals, totalsOf } from './line-totals.policy.js';
export {
  CONTINGENCY_FORBIDDEN,
  contingencyForbidden,
  FORBIDDEN_MATTERS,
  isDebt,
} from './matter.policy.js';
export { MATTER, type Matter } from './matter.words.js';
export { dailyPayments, type Payment, readPayments, type StoredPayment } from './payments.policy.js';
