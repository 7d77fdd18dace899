import type { Fen } from './money.js';

interface OfGrab {
  grabId: string;
  caseId: string;
  providerId: string;
  amountFen: Fen;
}
interface OfRepayment {
  repaymentId: string;
  caseId: string;
  grabId: string;
  amountFen: Fen;
}
interface OfCommission {
  commissionId: string;
  repaymentId: string;
  caseId: string;
  grabId: string;
  commissionFen: Fen;
  serviceFeeFen: Fen | null;
}
interface OfPayout {
  payoutId: string;
  amountFen: Fen;
}
interface OfApplication {
  applicationId: string;
  organisationId: string;
  organisationKind: string;
}
interface OfDecision extends OfApplication {
  reasonCodes: string[];
}
interface OfApproval extends OfApplication {
  validUntil: string;
}

/** What each public event carries: ids, amounts and codes, never personal data. */
export interface EventData {
  'case.posted': {
    caseId: string;
    number: string;
    batchId: string | null;
    state: 'listed' | 'submitted';
    category: string;
    outstandingFen: Fen;
  };
  'case.listed': {
    caseId: string;
    category: string;
    serviceLine: string;
    /** Null for those who see bands only. */
    amountFen: Fen | null;
    amountBand: string;
    commissionBps: number;
    grade: string;
    again: boolean;
  };
  'case.unlisted': { caseId: string; reason: 'grabbed' | 'withdrawn' | 'closed' };
  'case.rejected': { caseId: string; reasonCodes: string[] };
  'case.withdrawn': { caseId: string };
  'case.closed': { caseId: string; closeCode: string; state: string; recoveredFen: Fen; outstandingFen: Fen };
  'grab.taken': OfGrab;
  'grab.accepted': OfGrab;
  'grab.ended': OfGrab & { state: string; reason: string; points: number | null };
  'activity.recorded': { activityId: string; caseId: string; grabId: string; kind: string; outcome: string };
  'import.received': { batchId: string; totalRows: number | null };
  'import.progressed': { batchId: string; counts: Record<string, number> };
  'import.finished': { batchId: string; state: string; counts: Record<string, number> };
  'repayment.reported': OfRepayment;
  'repayment.disputed': OfRepayment;
  'repayment.confirmed': OfRepayment;
  'repayment.rejected': OfRepayment;
  'repayment.reversed': OfRepayment;
  'commission.booked': OfCommission;
  'commission.reversed': OfCommission & { adjustmentCommissionFen: Fen };
  'payout.created': OfPayout;
  'payout.sent': OfPayout;
  'payout.paid': OfPayout;
  'payout.returned': OfPayout;
  'standing.changed': { grade: string; casesHeld: number; largestCaseFen: Fen | null };
  'verification.submitted': OfApplication & { submission: number };
  'verification.claimed': OfApplication;
  'verification.released': OfApplication;
  'verification.approved': OfApproval;
  'verification.rejected': OfDecision;
  'verification.suspended': OfDecision;
  'verification.reinstated': OfApproval;
  'verification.revoked': OfDecision;
  'verification.expired': OfApproval;
  'webhook.test': { message: string };
}

export type EventType = keyof EventData;

/** A live event of one of these types; `type` tells which, and with it what `data` holds. */
export type LiveEvent<T extends EventType = EventType> = {
  [K in T]: {
    /** `evt_…`, the same on every stream and webhook. */
    readonly id: string;
    /** Where it stands in the stream: give it as `after` to go on behind it. */
    readonly cursor: string;
    readonly type: K;
    /** RFC 3339. */
    readonly occurredAt: string;
    readonly data: EventData[K];
  };
}[T];

/** An event as a webhook brings it. */
export type WebhookEvent<T extends EventType = EventType> = {
  [K in T]: {
    /** `evt_…`, the same on every retry and replay: whoever keeps it acts once. */
    readonly id: string;
    readonly type: K;
    readonly timestamp: string;
    readonly data: EventData[K];
  };
}[T];
