import type { Safety } from './retry.policy.js';

/** Acts that the platform answers once per idempotency key, by their name on both faces: they may be sent again when no answer came. */
export const KEYED_ACTS: ReadonlySet<string> = new Set([
  'grabCase',
  'postCase',
  'reportRepayment',
  'confirmRepayment',
  'disputeRepayment',
  'rejectRepayment',
  'reverseRepayment',
  'createPayout',
  'approvePayout',
  'markPayoutSent',
  'markPayoutPaid',
  'markPayoutReturned',
  'recordCreditorPayment',
  'acceptEntrustment',
  'returnGrab',
  'recallGrab',
  'completeGrab',
  'withdrawCase',
  'relistCase',
  'claimCaseReview',
  'admitCase',
  'rejectCase',
  'addEvidence',
  'logActivity',
  'sendTestWebhook',
  'replayWebhookDelivery',
  'replayWebhooks',
  'syncErpConnection',
  'cancelCaseBatch',
  'postCaseBatch',
  'commitCaseBatch',
  'addCaseLine',
  'correctCaseLine',
  'withdrawCaseLine',
  'agreeToCaseLineChange',
  'declineCaseLineChange',
  'restateMatter',
  'confirmCaseRevision',
  'declineCaseRevision',
  'advanceSandboxClock',
]);

/** Operations of REST that only read, though they are sent with a body. */
const READINGS: ReadonlySet<string> = new Set(['quoteCase']);

/** How often an operation that is no plain reading may be sent. */
export function safetyOf(name: string): Safety {
  if (READINGS.has(name)) return 'read';
  return KEYED_ACTS.has(name) ? 'keyed' : 'once';
}
