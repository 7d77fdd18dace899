// Made from the contracts by `npm run contracts`; not edited by hand.
/** What each public event carries: ids, amounts and codes, never personal data. */
export interface EventData {
  /** The holder recorded an activity on a case. The event does not contain its text. */
  'activity.recorded': {
    /** The activity, act_…. */
    activityId: string;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The kind of activity. */
    kind: string;
    /** Its outcome. */
    outcome: string;
  };
  /** A change of a line of a held case was agreed or declined, or lapsed. */
  'case-line-change.decided': {
    /** add, correct or withdraw; revise: all lines as the books show them. */
    act: string;
    /** The case, case_…. */
    caseId: string;
    /** The lineChange, lch_…. */
    changeId: string;
    /** What the case was about, in fen. */
    fromFen: bigint;
    /** What it would be about, in fen. */
    outstandingFen: bigint;
    /** What became of it. */
    state: 'agreed' | 'declined' | 'lapsed';
  };
  /** The creditor of a held case wants to change its lines; the holder must agree. */
  'case-line-change.proposed': {
    /** add, correct or withdraw; revise: all lines as the books show them. */
    act: string;
    /** The case, case_…. */
    caseId: string;
    /** The lineChange, lch_…. */
    changeId: string;
    /** What the case was about, in fen. */
    fromFen: bigint;
    /** What it would be about, in fen. */
    outstandingFen: bigint;
  };
  /** A lower amount of a held case was confirmed or declined, or lapsed. */
  'case-revision.decided': {
    /** The case, case_…. */
    caseId: string;
    /** What the case was about, in fen. */
    fromFen: bigint;
    /** What the books show that it is about, in fen. */
    outstandingFen: bigint;
    /** What became of it. */
    state: 'confirmed' | 'declined' | 'lapsed';
  };
  /** The books of the creditor show a lower amount of a held case; it must confirm, and the holder agree. */
  'case-revision.proposed': {
    /** The case, case_…. */
    caseId: string;
    /** What the case was about, in fen. */
    fromFen: bigint;
    /** What the books show that it is about, in fen. */
    outstandingFen: bigint;
  };
  /** A case in the hall changed: its amount, commission or grade. */
  'case.changed': {
    /** The band of the amount now. */
    amountBand: 'under_10k' | 'from_10k_to_50k' | 'from_50k_to_200k' | 'from_200k_to_1m' | 'from_1m_to_5m' | 'from_5m';
    /** The amount still to be recovered now, in fen; null for readers of bands. */
    amountFen: bigint | null;
    /** The case, case_…. */
    caseId: string;
    /** The kind of debt. */
    category: string;
    /** The commission offered now, in basis points. */
    commissionBps: number;
    /** The grade of the case now. */
    grade: string;
    /** Collection or litigation. */
    serviceLine: string;
  };
  /** Work on a case ended. */
  'case.closed': {
    /** The case, case_…. */
    caseId: string;
    /** Why it was closed. */
    closeCode: string;
    /** The amount that was outstanding, in fen. */
    outstandingFen: bigint;
    /** The recovered amount, in fen. */
    recoveredFen: bigint;
    /** Recovered, partially recovered or unrecovered. */
    state: string;
  };
  /** The platform stopped all work on a case; deadlines stand still. */
  'case.frozen': {
    /** The case, case_…. */
    caseId: string;
    /** Why. */
    reasonCode: string;
  };
  /** A case entered the hall, or came back to it. */
  'case.listed': {
    /** Whether it was in the hall before. */
    again: boolean;
    /** The band of the amount. */
    amountBand: 'under_10k' | 'from_10k_to_50k' | 'from_50k_to_200k' | 'from_200k_to_1m' | 'from_1m_to_5m' | 'from_5m';
    /** The outstanding amount, in fen; null for readers that see only bands. */
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
    /** The number for people, DC-2026-48210397. */
    number: string;
    /** The outstanding amount, in fen. */
    outstandingFen: bigint;
    /** Its state. */
    state: 'listed' | 'submitted';
  };
  /** A reviewer refused a case. */
  'case.rejected': {
    /** The case, case_…. */
    caseId: string;
    /** The reasons. */
    reasonCodes: (string)[];
  };
  /** The creditor or its books changed amounts, days or lines of a case. */
  'case.revised': {
    /** The case, case_…. */
    caseId: string;
    /** The new outstanding amount, in fen. */
    outstandingFen: bigint;
    /** Its state. */
    state: string;
  };
  /** A frozen case goes on where it was. */
  'case.unfrozen': {
    /** The case, case_…. */
    caseId: string;
    /** Why. */
    reasonCode: string;
    /** Its state. */
    state: string;
  };
  /** A case left the hall. */
  'case.unlisted': {
    /** The case, case_…. */
    caseId: string;
    /** Why it left. */
    reason: 'grabbed' | 'withdrawn' | 'closed' | 'frozen';
  };
  /** A case that no provider held was withdrawn by its creditor or the platform. */
  'case.withdrawn': {
    /** The case, case_…. */
    caseId: string;
    /** Why the platform withdrew it; null when the creditor did. */
    reasonCode: string | null;
  };
  /** A proposed close was answered, taken back, or carried out after silence. */
  'closing.answered': {
    /** The outstanding amount when it was grabbed, in fen. */
    amountFen: bigint;
    /** consent, silence, keep or relist end the grab; after another it goes on. */
    answer: string;
    /** The case, case_…. */
    caseId: string;
    /** The code of the proposal. */
    closeCode: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The organisation, org_…. */
    providerId: string;
  };
  /** The holder proposes to close a case; its creditor answers. */
  'closing.proposed': {
    /** The outstanding amount when it was grabbed, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** Why it is to be closed. */
    closeCode: string;
    /** When it is closed unless the creditor answers. */
    closesAt: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The organisation, org_…. */
    providerId: string;
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
    /** What the creditor pays the platform besides, in fen; null for the provider. */
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
    /** What the creditor pays the platform besides, in fen; null for the provider. */
    serviceFeeFen: bigint | null;
  };
  /** The holder accepted the entrustment. */
  'grab.accepted': {
    /** The outstanding amount when it was grabbed, in fen. */
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
    /** The outstanding amount when it was grabbed, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The penalty points; null for the creditor. */
    points: number | null;
    /** The organisation, org_…. */
    providerId: string;
    /** Why it ended: the close code, the deadline that passed, the reason of the platform, or the state. */
    reason: string;
    /** The code by which its creditor took the case back; null for another end, or without one. */
    recallReason?: string | null;
    /** How it ended. */
    state: 'completed' | 'returned' | 'expired' | 'recalled';
  };
  /** A provider took a case; the terms are frozen. */
  'grab.taken': {
    /** The outstanding amount when it was grabbed, in fen. */
    amountFen: bigint;
    /** The case, case_…. */
    caseId: string;
    /** The grab, grab_…. */
    grabId: string;
    /** The organisation, org_…. */
    providerId: string;
  };
  /** A batch is finished; none of its rows changes any more. */
  'import.finished': {
    /** The batch of cases, bat_…. */
    batchId: string;
    /** How many rows there were, by outcome. */
    counts: Record<string, number>;
    /** Whether it was a dry run, which makes no case. */
    dryRun: boolean;
    /** How it ended. */
    state: string;
  };
  /** Rows of a batch were judged; the newest event holds all counts. */
  'import.progressed': {
    /** The batch of cases, bat_…. */
    batchId: string;
    /** How many rows were read, by outcome. */
    counts: Record<string, number>;
    /** Whether it was a dry run, which makes no case. */
    dryRun: boolean;
  };
  /** A batch of cases was stored; its rows are not read yet. */
  'import.received': {
    /** The batch of cases, bat_…. */
    batchId: string;
    /** How many rows it has; null when that is not known. */
    totalRows: number | null;
  };
  /** An amount was set aside for the provider. */
  'payout.created': {
    /** The amount, in fen. */
    amountFen: bigint;
    /** The payout, pay_…. */
    payoutId: string;
  };
  /** The provider's bank received it. */
  'payout.paid': {
    /** The amount, in fen. */
    amountFen: bigint;
    /** The payout, pay_…. */
    payoutId: string;
  };
  /** It was not paid; the amount is available again. */
  'payout.returned': {
    /** The amount, in fen. */
    amountFen: bigint;
    /** The payout, pay_…. */
    payoutId: string;
  };
  /** The bank has the order to pay. */
  'payout.sent': {
    /** The amount, in fen. */
    amountFen: bigint;
    /** The payout, pay_…. */
    payoutId: string;
  };
  /** A payment was confirmed; its commission is settled. */
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
  /** The creditor disputed a reported payment. */
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
  /** A reported payment was rejected: it did not arrive. */
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
  /** The holder or the creditor reported that the debtor paid. */
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
  /** A confirmed payment was reversed. */
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
  /** The appeal was upheld, dismissed or taken back. */
  'standing-appeal.decided': {
    /** The answer as a code; null when it was taken back. */
    answer: string | null;
    /** The appeal, apl_…. */
    appealId: string;
    /** The organisation, org_…. */
    providerId: string;
    /** Why, as a code. */
    reason: string;
    /** What became of it. */
    state: string;
  };
  /** A provider appealed against a change of its standing. */
  'standing-appeal.opened': {
    /** The appeal, apl_…. */
    appealId: string;
    /** The organisation, org_…. */
    providerId: string;
    /** Why, as a code. */
    reason: string;
  };
  /** The grade or quota of the provider changed. */
  'standing.changed': {
    /** How many cases may be held at once. */
    casesHeld: number;
    /** The grade. */
    grade: string;
    /** Cases below this amount may be held, in fen; null means no limit. */
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
  /** A reviewer claimed an application. */
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
  /** The approval ends soon; a new application goes on after it. */
  'verification.expiring': {
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
    /** The reasons. */
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
  /** The approval was revoked for good. */
  'verification.revoked': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** The reasons. */
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
  /** The organisation may neither post nor grab for now. */
  'verification.suspended': {
    /** The verification application, ver_…. */
    applicationId: string;
    /** The organisation, org_…. */
    organisationId: string;
    /** Creditor, agency or law firm. */
    organisationKind: string;
    /** The reasons. */
    reasonCodes: (string)[];
  };
  /** A webhook endpoint was disabled; it gets nothing until it is enabled again. */
  'webhook-endpoint.disabled': {
    /** The webhook endpoint, whe_…. */
    endpointId: string;
    /** It answered 410 Gone, or failed for days without one success. */
    reason: 'gone' | 'failing';
  };
  /** A test of a webhook endpoint. */
  'webhook.test': {
    /** A greeting. */
    message: string;
  };
}
