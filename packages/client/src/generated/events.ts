// Made from the contracts by `npm run contracts`; not edited by hand.
/** What each public event carries: ids, amounts and codes, never personal data. */
export interface EventData {
  /** The holder did something on a case. What was said is not in the event. */
  'activity.recorded': {
    /** The activity, act_…. */
    activityId: string;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** How the case was worked. */
    kind: string;
    /** What came of it. */
    outcome: string;
  };
  /** Work on a case ended. */
  'case.closed': {
    /** The case, case_…. */
    caseId: string;
    /** Why. */
    closeCode: string;
    /** What was to be recovered, in fen. */
    outstandingFen: bigint;
    /** What was recovered, in fen. */
    recoveredFen: bigint;
    /** Recovered, partially recovered or unrecovered. */
    state: string;
  };
  /** A case entered the hall, or came back to it. */
  'case.listed': {
    /** Whether it was in the hall before. */
    again: boolean;
    /** The band the amount lies in. */
    amountBand: 'under_10k' | 'from_10k_to_50k' | 'from_50k_to_200k' | 'from_200k_to_1m' | 'from_1m_to_5m' | 'from_5m';
    /** What is to be recovered, in fen; null for those who see bands only. */
    amountFen: bigint | null;
    /** The case, case_…. */
    caseId: string;
    /** The kind of debt. */
    category: string;
    /** The commission offered, in basis points. */
    commissionBps: number;
    /** The grade of the case. */
    grade: string;
    /** Collection or litigation. */
    serviceLine: string;
  };
  /** A case was posted: it is in the hall, or waits for a reviewer. */
  'case.posted': {
    batchId: string | null;
    /** The case, case_…. */
    caseId: string;
    /** The kind of debt. */
    category: string;
    /** The human number, DC-2026-000187. */
    number: string;
    /** What is to be recovered, in fen. */
    outstandingFen: bigint;
    /** Where it stands. */
    state: 'listed' | 'submitted';
  };
  /** A reviewer refused a case. */
  'case.rejected': {
    /** The case, case_…. */
    caseId: string;
    /** Why. */
    reasonCodes: (string)[];
  };
  /** The books of the creditor changed amounts or days of a case that nobody held. */
  'case.revised': {
    /** The case, case_…. */
    caseId: string;
    /** What is to be recovered now, in fen. */
    outstandingFen: bigint;
    /** Where it stands. */
    state: string;
  };
  /** A case left the hall. */
  'case.unlisted': {
    /** The case, case_…. */
    caseId: string;
    /** Why. */
    reason: 'grabbed' | 'withdrawn' | 'closed';
  };
  /** The creditor took back a case that nobody held. */
  'case.withdrawn': {
    /** The case, case_…. */
    caseId: string;
  };
  /** A confirmed repayment earned a commission. */
  'commission.booked': {
    /** The case, case_…. */
    caseId: string;
    /** Earned by the provider, in fen. */
    commissionFen: bigint;
    /** The commission, com_…. */
    commissionId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The repayment, rep_…. */
    repaymentId: string;
    /** What the creditor pays the platform on top, in fen; null for the provider. */
    serviceFeeFen: bigint | null;
  };
  /** The repayment behind a commission was reversed. */
  'commission.reversed': {
    /** What the other commissions of the grab gain or lose by it, in fen. */
    adjustmentCommissionFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** Earned by the provider, in fen. */
    commissionFen: bigint;
    /** The commission, com_…. */
    commissionId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The repayment, rep_…. */
    repaymentId: string;
    /** What the creditor pays the platform on top, in fen; null for the provider. */
    serviceFeeFen: bigint | null;
  };
  /** The holder accepted the entrustment. */
  'grab.accepted': {
    /** What was outstanding when it was grabbed, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The organisation, org_…. */
    providerId: string;
  };
  /** A grab is over. */
  'grab.ended': {
    /** What was outstanding when it was grabbed, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** What it cost the standing; null for the creditor. */
    points: number | null;
    /** The organisation, org_…. */
    providerId: string;
    /** Why: the close code, which deadline passed, or just the state. */
    reason: string;
    /** How it ended. */
    state: 'completed' | 'returned' | 'expired' | 'recalled';
  };
  /** A provider took a case; the terms are frozen. */
  'grab.taken': {
    /** What was outstanding when it was grabbed, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The organisation, org_…. */
    providerId: string;
  };
  /** No row of the batch will change any more. */
  'import.finished': {
    /** The batch of cases, bat_…. */
    batchId: string;
    /** How many rows there were, and what became of them. */
    counts: Record<string, number>;
    /** Whether it was a rehearsal, in which no case was made. */
    dryRun: boolean;
    /** How it ended. */
    state: string;
  };
  /** Rows of a batch were judged; the newest tells it all. */
  'import.progressed': {
    /** The batch of cases, bat_…. */
    batchId: string;
    /** How many rows were read, and what became of them. */
    counts: Record<string, number>;
    /** Whether it was a rehearsal, in which no case was made. */
    dryRun: boolean;
  };
  /** A batch of cases was stored; its rows are still to be read. */
  'import.received': {
    /** The batch of cases, bat_…. */
    batchId: string;
    /** How many rows it has, where that is known. */
    totalRows: number | null;
  };
  /** Money is set aside to be paid to the provider. */
  'payout.created': {
    /** How much, in fen. */
    amountFen: bigint;
    /** The payout, pay_…. */
    payoutId: string;
  };
  /** The provider's bank took it. */
  'payout.paid': {
    /** How much, in fen. */
    amountFen: bigint;
    /** The payout, pay_…. */
    payoutId: string;
  };
  /** It was not paid; the amount is open again. */
  'payout.returned': {
    /** How much, in fen. */
    amountFen: bigint;
    /** The payout, pay_…. */
    payoutId: string;
  };
  /** The bank was told to pay. */
  'payout.sent': {
    /** How much, in fen. */
    amountFen: bigint;
    /** The payout, pay_…. */
    payoutId: string;
  };
  /** The payment is beyond doubt; its commission is settled. */
  'repayment.confirmed': {
    /** What the debtor paid, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The repayment, rep_…. */
    repaymentId: string;
  };
  /** The creditor doubts a reported payment. */
  'repayment.disputed': {
    /** What the debtor paid, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The repayment, rep_…. */
    repaymentId: string;
  };
  /** The creditor says that no such payment came. */
  'repayment.rejected': {
    /** What the debtor paid, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The repayment, rep_…. */
    repaymentId: string;
  };
  /** Holder or creditor says that the debtor paid. */
  'repayment.reported': {
    /** What the debtor paid, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The repayment, rep_…. */
    repaymentId: string;
  };
  /** A confirmed payment turned out not to be one. */
  'repayment.reversed': {
    /** What the debtor paid, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The repayment, rep_…. */
    repaymentId: string;
  };
  /** The provider's grade or quota is another than before. */
  'standing.changed': {
    /** How many cases may be held at once. */
    casesHeld: number;
    /** The grade. */
    grade: string;
    /** Exclusive limit of a single case, in fen; null for none. */
    largestCaseFen: bigint | null;
  };
  /** The organisation may post or grab. */
  'verification.approved': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** Last day of the approval, in China. */
    validUntil: string;
  };
  /** A reviewer took an application up. */
  'verification.claimed': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
  };
  /** The last day of the approval has passed. */
  'verification.expired': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** Last day of the approval, in China. */
    validUntil: string;
  };
  /** A suspension ended. */
  'verification.reinstated': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** Last day of the approval, in China. */
    validUntil: string;
  };
  /** The application was refused; it can be corrected. */
  'verification.rejected': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** Why. */
    reasonCodes: (string)[];
  };
  /** An application is back in the queue. */
  'verification.released': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
  };
  /** The approval was taken back for good. */
  'verification.revoked': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** Why. */
    reasonCodes: (string)[];
  };
  /** An application waits for a reviewer. */
  'verification.submitted': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** How often it was submitted. */
    submission: number;
  };
  /** For the time being the organisation may neither post nor grab. */
  'verification.suspended': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** Why. */
    reasonCodes: (string)[];
  };
  /** An endpoint gets nothing until it is enabled again. */
  'webhook-endpoint.disabled': {
    /** The webhook endpoint, whe_…. */
    endpointId: string;
    /** It answered 410 Gone, or failed for days without one success. */
    reason: 'gone' | 'failing';
  };
  /** Somebody asked to see what a webhook looks like. */
  'webhook.test': {
    /** A greeting. */
    message: string;
  };
}
