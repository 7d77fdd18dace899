// Made from the contracts by `npm run contracts`; not edited by hand.
import type { Runner } from '../runner.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An invitation and the password to set. */
export type AcceptInvitationInput = {
  /** The new password, 10 to 200 characters. */
  password: string;
  /** The invitation token. */
  token: string;
};

/** How the holder worked on the case. */
export type ActivityKind =
  /** A telephone call. */
  | 'call'
  /** A letter on paper or an express delivery. */
  | 'letter'
  /** A text or instant message. */
  | 'message'
  /** Talks about paying. */
  | 'negotiation'
  /** A visit at the debtor’s place. */
  | 'visit';

/** What the contact with the debtor led to. */
export type ActivityOutcome =
  /** The letter or message was delivered. */
  | 'delivered'
  /** The debtor was not reached. */
  | 'not_reached'
  /** Something else; see the note. */
  | 'other'
  /** The debtor promised to pay. */
  | 'promised'
  /** The debtor was reached. */
  | 'reached'
  /** The debtor refused to pay. */
  | 'refused';

/** What a reason of admission leads to. */
export type AdmissionSeverity =
  /** The debt is refused. */
  | 'reject'
  /** A reviewer decides. */
  | 'review';

/** What the rules of admission say of a debt. */
export type AdmissionVerdict =
  /** It would be listed at once. */
  | 'admit'
  /** It would be refused. */
  | 'reject'
  /** A reviewer would decide. */
  | 'review';

/** The band of an amount in CNY: from its lower amount to below its upper one. */
export type AmountBand =
  /** 1,000,000 to 5,000,000. */
  | 'from_1m_to_5m'
  /** 5,000,000 or more. */
  | 'from_5m'
  /** 10,000 to 50,000. */
  | 'from_10k_to_50k'
  /** 50,000 to 200,000. */
  | 'from_50k_to_200k'
  /** 200,000 to 1,000,000. */
  | 'from_200k_to_1m'
  /** Less than 10,000. */
  | 'under_10k';

/** What is said against a change of the standing. */
export type AppealStandingInput = {
  /** The hold it is about, one of yours that has ended; needed for `hold_not_ours`, `grab_…`. */
  grabId?: string | null | undefined;
  /** Why, as a code. */
  reason: StandingAppealReason;
  /** The entry of your history; see `standingHistory`, `std_…`. */
  standingChangeId: string;
  /** Why, in words, 1 to 2,000 characters; kept sealed. */
  statement: string;
};

/** The kinds of organisation that are verified. */
export type ApplicantKind =
  /** A collection agency that wants to grab cases. */
  | 'agency'
  /** An enterprise that wants to post cases. */
  | 'creditor'
  /** A law firm that wants to grab cases. */
  | 'law_firm';

/** The account money is paid to. */
export type BankAccountInput = {
  /** The bank and branch. */
  bank: string;
  /** The holder of the account: the organisation itself. */
  holder: string;
  /** The account number, 8–32 digits. */
  number: string;
};

/** How a batch treats references posted before. */
export type CaseBatchMode =
  /** Leaves their cases unchanged; the row gets the outcome `duplicate`. */
  | 'create'
  /** Updates their cases to the creditor's books. */
  | 'upsert';

/** What a row of a batch led to. */
export type CaseBatchRowOutcome =
  /** It became a listed case. */
  | 'admitted'
  /** You posted a case with this reference before; nothing was changed. */
  | 'duplicate'
  /** It became a case awaiting a reviewer. */
  | 'in_review'
  /** It was refused; `reasons` says why. */
  | 'rejected'
  /** Your books show a payment that was not on record; it became a repayment of its case. */
  | 'repayment_reported'
  /** Your books show a lower amount of a held case; it waits for your confirmation. */
  | 'revision_pending'
  /** Paid by your books; its case, which no provider held, is withdrawn. */
  | 'settled'
  /** It required no change. */
  | 'unchanged'
  /** Its case has new amounts or days. */
  | 'updated'
  /** Void in your books; its case, which no provider held, is withdrawn. */
  | 'withdrawn';

/** The state of a batch of cases. */
export type CaseBatchState =
  /** Stopped by the creditor. Rows processed before keep their outcome. */
  | 'cancelled'
  /** Every row has its outcome. */
  | 'completed'
  /** Ended early; `failureCode` holds the reason. Rows processed before keep their outcome. */
  | 'failed'
  /** Rows are being processed. */
  | 'processing'
  /** Stored; processing has not started. */
  | 'received';

/** Conditions on cases. Those left out or null do not restrict. */
export type CaseFilterInput = {
  /** Only the case with this reference of its creditor. */
  externalRef?: string | null | undefined;
  /** Only the case with this number. */
  number?: string | null | undefined;
  /** Only cases in one of these states. */
  state?: Array<CaseState> | null | undefined;
};

/** How likely a recovery is; A is most likely. */
export type CaseGrade =
  /** Very likely to be recovered. */
  | 'A'
  /** Likely to be recovered. */
  | 'B'
  /** As likely to be recovered in part as not. */
  | 'C'
  /** Unlikely to be recovered. */
  | 'D'
  /** Very unlikely to be recovered. */
  | 'E';

/** What a creditor does to the lines of a case. */
export type CaseLineAct =
  /** Another line. */
  | 'add'
  /** Other facts of a line. */
  | 'correct'
  /** All lines as the books of the creditor show them: a lower amount that it confirmed. */
  | 'revise'
  /** A line that no longer counts. */
  | 'withdraw';

/** What became of a change of a line. */
export type CaseLineChangeState =
  /** The holder agreed; the case has the new figures. */
  | 'agreed'
  /** Applied at once: nobody held the case. */
  | 'applied'
  /** The holder declined; the agreed figures stay. */
  | 'declined'
  /** The grab ended first, or the creditor proposed another change. */
  | 'lapsed'
  /** Waits for the holder of the case. */
  | 'pending';

/** Where a case stands between posting and closing. */
export type CaseState =
  /** Being written. */
  | 'draft'
  /** A provider holds it and has not accepted the entrustment yet. */
  | 'grabbed'
  /** A provider works on it. */
  | 'in_collection'
  /** Before a court. */
  | 'in_litigation'
  /** In the hall, free to be grabbed. */
  | 'listed'
  /** Stopped for the time being. */
  | 'on_hold'
  /** Closed: a part of the outstanding amount came in. */
  | 'partially_recovered'
  /** Closed: all of the outstanding amount came in. */
  | 'recovered'
  /** Refused admission. */
  | 'rejected'
  /** Came back from its holders too often; its creditor may list it again. */
  | 'returned'
  /** Waits for a reviewer. */
  | 'submitted'
  /** A reviewer has claimed it. */
  | 'under_review'
  /** Closed: nothing came in. */
  | 'unrecovered'
  /** Taken back by its creditor. */
  | 'withdrawn';

/** A change of your own password. */
export type ChangePasswordInput = {
  /** The password that is valid now. */
  currentPassword: string;
  /** The new password, 10 to 200 characters. */
  newPassword: string;
};

/** New roles of a member. */
export type ChangeRolesInput = {
  /** The member, `mem_…`. */
  memberId: string;
  /** All roles the member will have; at least one. */
  roles: Array<Role>;
};

/** Whether a failed check stops the submission or is a note for the reviewer. */
export type CheckSeverity =
  /** The reviewer judges a failure. */
  | 'advisory'
  /** A failure stops the submission. */
  | 'blocking';

/** When interest of a claim ran. */
export type ClaimPhase =
  /** From the due day on. */
  | 'overdue'
  /** Up to the due day. */
  | 'term';

/** The rule by which a claim is computed. */
export type ClaimRule =
  /** Late payment at the rate that was agreed. */
  | 'agreed_late_payment'
  /** A bank or a local financial body: no private lending; a reviewer looks at charges above the guidance. */
  | 'financial_lending'
  /** Late payment with nothing agreed: the reference rate raised. */
  | 'late_payment_by_law'
  /** Private lending: all charges within four times the one-year LPR. */
  | 'private_lending'
  /** Private lending agreed before 2020-08-20: 24 % up to 2020-08-19, then four times the LPR of the day of filing. */
  | 'private_lending_before_2020'
  /** A small or medium enterprise that a large one or a public body pays late. */
  | 'sme_late_payment';

/** What was agreed about interest and terms; it decides what may be claimed. */
export type ClaimTermsInput = {
  /** Day of the contract; the day of the invoice or note when left out. */
  contractOn?: string | null | undefined;
  /** How large you are. */
  creditorScale?: CreditorScale | null | undefined;
  /** How large the debtor is, or whether a public body. */
  debtorScale?: DebtorScale | null | undefined;
  /** Interest that the lender kept back when it paid out, in fen. */
  deductedInAdvanceFen?: bigint | null | undefined;
  /** Other fees and charges agreed, in fen. */
  feesFen?: bigint | null | undefined;
  /** Day the suit was filed; today when left out. */
  filedOn?: string | null | undefined;
  /** Who lent the money; told from the category when left out. */
  lender?: Lender | null | undefined;
  /** Interest up to the due day, in basis points a year; null when none was agreed. */
  ordinaryRateBps?: number | null | undefined;
  /** Interest after the due day, in basis points a year; null when none was agreed. */
  overdueRateBps?: number | null | undefined;
  /** Whether payment was to wait for a third party's. */
  payWhenPaid?: boolean | null | undefined;
  /** Agreed term of payment, in days from delivery or receipt. */
  paymentTermDays?: number | null | undefined;
  /** Penalty for late payment, in basis points a year; null when none was agreed. */
  penaltyRateBps?: number | null | undefined;
};

/** Something that happened to the limitation period of a line. */
export type ClockEventInput = {
  /** What happened. */
  kind: ClockEventKind;
  /** The day it happened or began. */
  on: string;
  /** The last day of what lasts: an obstacle, a suit, a grace. */
  until?: string | null | undefined;
};

/** What moves the limitation period of a debt (Civil Code 188–195). */
export type ClockEventKind =
  /** The bank took principal or interest from the debtor’s account (LR 8). */
  | 'account_debited'
  /** The debtor acknowledged the debt. */
  | 'acknowledgement'
  /** The notice of an assignment reached the debtor (LR 17). */
  | 'assignment_notice'
  /** A bankruptcy petition or a claim filed in one; `until` is the day it ended (LR 11). */
  | 'bankruptcy_claim'
  /** The creditor learned that another assumed the debt (LR 17). */
  | 'debt_assumption'
  /** A demand reached the debtor: handed over, by post, by e-mail, to a relative in the same home, to the mail room (LR 8). */
  | 'demand_delivered'
  /** A demand in a paper of the debtor’s province, because the debtor cannot be found (LR 8). */
  | 'demand_published'
  /** An application for enforcement; `until` is the day it ended (LR 11). */
  | 'enforcement'
  /** The debtor asked for time (LR 14). */
  | 'extension_request'
  /** The first demand of a debt without a term; `until` is the last day of the grace it gave (LR 4). */
  | 'first_demand'
  /** The buyer received goods for which no day of payment was agreed (art. 628). */
  | 'goods_received'
  /** The creditor received a note of the debt without a day of payment. */
  | 'iou_received'
  /** The period against a joint debtor was interrupted (LR 15). */
  | 'joint_debtor'
  /** A request to a mediation body; `until` is the day it ended (LR 12). */
  | 'mediation'
  /** An obstacle to claiming, from `on` to `until` (art. 194). */
  | 'obstacle'
  /** The debtor paid a part. */
  | 'part_payment'
  /** An application for a payment order; `until` is the day it ended (LR 11). */
  | 'payment_order'
  /** The debtor sent or signed a plan of payment; `until` is its last due day (LR 14). */
  | 'plan'
  /** A report to the police; `until` is the day its end became known (LR 13). */
  | 'police_report'
  /** An application for preservation; `until` is the day it ended (LR 11). */
  | 'preservation'
  /** The debtor agreed to pay, also after the period had ended (art. 192). */
  | 'promise'
  /** The debtor refused a debt without a term at the first demand (LR 4). */
  | 'refusal'
  /** The debtor gave security (LR 14). */
  | 'security'
  /** Set-off claimed in a suit; `until` is the day the suit ended (LR 11). */
  | 'set_off'
  /** A suit or an arbitration; `until` is the day it ended. */
  | 'suit'
  /** The ruling on the withdrawal of a suit that had been served took effect. */
  | 'suit_withdrawn'
  /** A suit was withdrawn before it was served: as if never filed. */
  | 'suit_withdrawn_unserved';

/** Why a case was closed. */
export type CloseCode =
  /** The debtor disputes the claim. */
  | 'disputed'
  /** Everything was tried. */
  | 'exhausted'
  /** The debtor is insolvent. */
  | 'insolvent'
  /** What was posted is wrong. */
  | 'invalid_data'
  /** No work was ever begun. */
  | 'never_started'
  /** Paid in full. */
  | 'paid'
  /** Paid in part. */
  | 'partially_paid'
  /** The creditor refused the settlement that was offered. */
  | 'settlement_rejected'
  /** The limitation period is over (Civil Code art. 188). */
  | 'time_barred'
  /** Further collection would cost more than it recovers. */
  | 'uneconomical'
  /** The creditor did not answer. */
  | 'unresponsive_creditor'
  /** The debtor cannot be found. */
  | 'untraceable'
  /** The creditor took it back. */
  | 'withdrawn';

/** What a creditor answers to the proposal of a holder to close its case. */
export type ClosingAnswer =
  /** Close the case; it can be listed again later. */
  | 'consent'
  /** Do not close it: the holder goes on, and the next proposal needs new work. */
  | 'decline'
  /** End the grab and keep the case: it is returned to the creditor. */
  | 'keep'
  /** End the grab and put the case back into the hall, for other providers. */
  | 'relist';

/** The commission that a creditor offers on recovered amounts, within the bounds of the platform. */
export type CommissionOfferInput = {
  /** Base rate in basis points. */
  bps: number;
  /** Tiers from general to special; the last match applies. */
  tiers?: Array<CommissionTierInput> | null | undefined;
};

/** A rate for older or larger cases. Set at least one of the two conditions. */
export type CommissionTierInput = {
  /** The rate in basis points. */
  bps: number;
  /** Applies from this amount in fen; null means any amount. */
  minAmountFen?: bigint | null | undefined;
  /** Applies from this many whole months overdue; null means any age. */
  minMonthsOverdue?: number | null | undefined;
};

/** A new API key. */
export type CreateApiKeyInput = {
  /** Where it may be used from: IP addresses and networks such as 203.0.113.0/24, at most 50; left out or empty means any address. */
  addresses?: Array<string> | null | undefined;
  /** When it expires; left out or null means never. */
  expiresAt?: string | null | undefined;
  /** Its name, at most 100 characters. */
  name: string;
  /** Its scopes, at least one: self:read, cases:read, cases:write, debtors:read, debtors:contact, connectors:read, connectors:write, hall:read, grabs:read, grabs:write, repayments:read, repayments:write, statements:read, standing:read, collection:read, collection:write, verification:read, verification:write, files:read, files:write, webhooks:read, webhooks:write, sandbox:read, sandbox:write. */
  scopes: Array<string>;
};

/** A new OAuth client. */
export type CreateOAuthClientInput = {
  /** Where it may be used from: IP addresses and networks such as 203.0.113.0/24, at most 50; left out or empty means any address. */
  addresses?: Array<string> | null | undefined;
  /** How it authenticates; cannot be changed later. */
  authMethod: OAuthAuthMethod;
  /** With private_key_jwt: its public keys as a JWK set, {"keys": […]}; 1 to 5 of P-256, Ed25519 or RSA. */
  jwks?: Record<string, unknown> | null | undefined;
  /** Its name, at most 100 characters. */
  name: string;
  /** Its scopes, at least one: self:read, cases:read, cases:write, debtors:read, debtors:contact, connectors:read, connectors:write, hall:read, grabs:read, grabs:write, repayments:read, repayments:write, statements:read, standing:read, collection:read, collection:write, verification:read, verification:write, files:read, files:write, webhooks:read, webhooks:write, sandbox:read, sandbox:write. */
  scopes: Array<string>;
};

/** A payment to a provider. */
export type CreatePayoutInput = {
  /** The amount, in fen, above 0; left out: all available. */
  amountFen?: bigint | null | undefined;
  /** The agency or law firm to pay. */
  providerId: string;
};

/** A sandbox to make. */
export type CreateSandboxInput = {
  /** Its name, at most 200 characters. */
  name?: string | null | undefined;
  /** Its organisations, at most 6; left out: a creditor, an agency and a law firm. */
  organisations?: Array<SandboxOrganisationInput> | null | undefined;
  /** If given, the owner of each organisation can log in with this password and the email address in the answer. */
  password?: string | null | undefined;
  /** Whether organisations without their own `verified` are verified. */
  verified?: boolean;
};

/** A new webhook endpoint. */
export type CreateWebhookEndpointInput = {
  /** What you call it, at most 200 characters. */
  description?: string | null | undefined;
  /** Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out: a new one is made. */
  secret?: string | null | undefined;
  /** Event types it gets, at most 100; empty means all to which your organisation is a party. Events of the hall come only by name. */
  types?: Array<string> | null | undefined;
  /** The address events are posted to: https, a public host, port 443 or from 1024. */
  url: string;
};

/** How large the creditor was when the contract was made. */
export type CreditorScale =
  /** A large enterprise. */
  | 'large'
  /** A small or medium enterprise. */
  | 'sme';

/** The kinds of organisation that register themselves. */
export type CustomerKind =
  /** A collection agency that grabs cases. */
  | 'agency'
  /** An enterprise that is owed money and posts cases. */
  | 'creditor'
  /** A law firm that grabs cases. */
  | 'law_firm';

/** What kind of debt a case is. */
export type DebtCategory =
  /** An invoice between enterprises. */
  | 'commercial_receivable'
  /** A credit card account. */
  | 'credit_card'
  /** A loan made over the internet. */
  | 'online_loan'
  /** A loan between private lenders and borrowers. */
  | 'private_loan'
  /** Fees for the management of a building or estate. */
  | 'property_management_fee';

/** One part of what the debtor owes: an invoice, the fee of one period, an instalment, a credit note. */
export type DebtLineInput = {
  /** What happened to its limitation period, as your evidence shows. */
  clock?: Array<ClockEventInput> | null | undefined;
  /** Number of the invoice or other document. */
  documentNumber?: string | null | undefined;
  /** The due day. */
  dueOn: string;
  /** Day of the invoice or of the loan. */
  invoicedOn?: string | null | undefined;
  /** What the line is. */
  kind: LineKind;
  /** Last day the limitation period of the line was interrupted. */
  lastInterruptedOn?: string | null | undefined;
  /** Amount paid so far, in fen; 0 when left out. */
  paidFen?: bigint | null | undefined;
  /** Penalty and interest claimed, in fen; 0 when left out. */
  penaltyFen?: bigint | null | undefined;
  /** First day of the period that a fee is for. */
  periodFrom?: string | null | undefined;
  /** Last day of that period. */
  periodTo?: string | null | undefined;
  /** Principal in fen; negative for a credit note. */
  principalFen: bigint;
};

/** By what kind of number a debtor is identified. */
export type DebtorIdKind =
  /** Unified social credit code (GB 32100). */
  | 'credit_code'
  /** Permanent residence card of a foreigner. */
  | 'foreigner_residence_card'
  /** Residence permit of a resident of Hong Kong, Macao or Taiwan. */
  | 'hmt_residence_permit'
  /** Mainland travel permit of a resident of Hong Kong, Macao or Taiwan. */
  | 'hmt_travel_permit'
  /** Organisation code (GB 11714): refused. */
  | 'organisation_code'
  /** The travel document of any country but China’s own cards. */
  | 'passport'
  /** Registration number of an enterprise, from before credit codes: refused. */
  | 'registration_number'
  /** Number of a resident identity card (GB 11643). */
  | 'resident_id';

/** Whether the debtor is an enterprise or a natural person. */
export type DebtorKind =
  /** An enterprise, known by its unified social credit code. */
  | 'enterprise'
  /** A natural person, known by the resident identity number. */
  | 'person';

/** How large the debtor was when the contract was made, or whether it is a public body. */
export type DebtorScale =
  /** A large enterprise. */
  | 'large'
  /** A state organ or public institution. */
  | 'public_body'
  /** A small or medium enterprise. */
  | 'sme';

/** The kind of a document, and what it proves. */
export type EvidenceKind =
  /** What was agreed. */
  | 'contract'
  /** That goods or services were delivered. */
  | 'delivery_note'
  /** That payment was demanded. */
  | 'demand_letter'
  /** Who the debtor is. */
  | 'id_copy'
  /** What was invoiced. */
  | 'invoice'
  /** What a court or arbitrator decided. */
  | 'judgment'
  /** That the debtor signed for a loan. */
  | 'loan_note'
  /** Something else. */
  | 'other'
  /** That money was paid to or by the debtor. */
  | 'payment_record'
  /** That the debtor agreed to the balance. */
  | 'reconciliation_statement';

/** The state of a grab: active until it is completed, returned, expired or recalled. */
export type GrabState =
  /** The provider holds the case. */
  | 'active'
  /** All of it came in, or the close that the holder proposed was agreed to. */
  | 'completed'
  /** The entrustment was not accepted, or no work begun, in time. */
  | 'expired'
  /** The creditor or the platform took the case back. */
  | 'recalled'
  /** The provider returned the case. */
  | 'returned';

/** The grade of a provider; it sets the quota. */
export type Grade =
  /** Clearly above the expected rate over many cases. */
  | 'expert'
  /** Every newcomer. */
  | 'junior'
  /** A first record of recovered cases. */
  | 'middle'
  /** A long record at the expected rate; no limit of amount. */
  | 'senior';

/** Conditions on listings, all of which must be met. One left out, null or an empty list does not restrict. */
export type HallFilter = {
  /** Any of these amount bands. */
  amountBands?: Array<AmountBand> | null | undefined;
  /** Any of these categories. */
  categories?: Array<DebtCategory> | null | undefined;
  /** Only debtors of this kind. */
  debtorKind?: DebtorKind | null | undefined;
  /** Any of these grades. */
  grades?: Array<CaseGrade> | null | undefined;
  /** Any of these matters. */
  matters?: Array<Matter> | null | undefined;
  /** At most this amount, in fen; not for creditors. */
  maxAmountFen?: bigint | null | undefined;
  /** At most this commission, in basis points. */
  maxCommissionBps?: number | null | undefined;
  /** At most this many whole months overdue. */
  maxMonthsOverdue?: number | null | undefined;
  /** At least this amount, in fen; not for creditors. */
  minAmountFen?: bigint | null | undefined;
  /** At least this commission, in basis points. */
  minCommissionBps?: number | null | undefined;
  /** At least this completeness of evidence, in basis points. */
  minEvidenceBps?: number | null | undefined;
  /** At least this many whole months overdue. */
  minMonthsOverdue?: number | null | undefined;
  /** Only cases that law firms may take for a contingency fee, or only others. */
  openToLawFirms?: boolean | null | undefined;
  /** Any of these provinces, by GB/T 2260 code such as `440000`. */
  provinces?: Array<string> | null | undefined;
  /** The first 2 to 6 digits of a region code, such as `4403` for a city. */
  regionPrefix?: string | null | undefined;
  /** Any of these service lines. */
  serviceLines?: Array<ServiceLine> | null | undefined;
};

/** The order of the hall. A cursor is valid for one order. Only callers that see amounts may sort by amount. */
export type HallSort =
  /** Smallest amount first. */
  | 'AMOUNT_ASC'
  /** Largest amount first. */
  | 'AMOUNT_DESC'
  /** Highest commission rate first. */
  | 'COMMISSION_DESC'
  /** Latest listed first. */
  | 'NEWEST'
  /** Longest listed first. */
  | 'OLDEST'
  /** Longest overdue first. */
  | 'OVERDUE_LONGEST'
  /** Shortest overdue first. */
  | 'OVERDUE_SHORTEST'
  /** Best score first. */
  | 'SCORE_DESC';

/** A person to invite. */
export type InviteMemberInput = {
  /** The invitee’s email address. */
  email: string;
  /** The invitee’s name, at most 100 characters. */
  name: string;
  /** The roles of the invitee; at least one. */
  roles: Array<Role>;
};

/** A lawyer who practises in the firm. */
export type LawyerInput = {
  /** Number of the practising certificate, 17 digits. */
  certificateNumber: string;
  /** Full name. */
  name: string;
};

/** What a debt arose from. */
export type LegalOrigin =
  /** Drugs; never admitted. */
  | 'drugs'
  /** Gambling; never admitted. */
  | 'gambling'
  /** Money lent. */
  | 'lending'
  /** Something else; a reviewer looks at it. */
  | 'other'
  /** The use or management of property. */
  | 'property'
  /** Services rendered. */
  | 'service'
  /** Goods sold. */
  | 'trade';

/** A person and their identity number. */
export type LegalRepresentativeInput = {
  /** The kind of the number; needed for a passport or a travel permit, else told from the number. */
  idKind?: PersonIdKind | null | undefined;
  /** Full name. */
  name: string;
  /** Identity number, 18 characters (GB 11643-1999), or the number of the kind stated. */
  residentId: string;
};

/** Who lent the money; it decides which cap holds. */
export type Lender =
  /** A bank or another licensed financial institution. */
  | 'licensed'
  /** A local financial body under supervision: microloan, guarantee, leasing, pawn, factoring and the like. */
  | 'local_finance'
  /** A person or an enterprise that is no financial body. */
  | 'private';

/** Where the limitation period of a debt stands (Civil Code 188–197). */
export type LimitationState =
  /** Twenty years have passed since the due day. */
  | 'beyond_long_stop'
  /** The period has ended: the debtor has a defence. */
  | 'expired'
  /** The debt, or the plan that took its place, is not due yet. */
  | 'not_started'
  /** The period runs. */
  | 'running'
  /** A suit or the like is pending; when it ends, the period counts anew. */
  | 'stopped'
  /** An obstacle lasts in the last six months; six months are left when it ends. */
  | 'suspended';

/** What a line of a debt is. */
export type LineKind =
  /** A credit note: its amounts are negative and lower the debt. */
  | 'credit_note'
  /** The fee of one period: a debt of its own. */
  | 'fee_period'
  /** An instalment of one debt: its limitation period counts from the last instalment. */
  | 'instalment'
  /** An invoice or bill: a debt of its own. */
  | 'invoice'
  /** A loan or a note of a loan. */
  | 'loan'
  /** Something else. */
  | 'other';

/** An activity of the holder on a case. */
export type LogActivityInput = {
  /** The grab under which it was done, `grab_…`. */
  grabId: string;
  /** When it happened; not in the future. Now when left out. */
  happenedAt?: string | null | undefined;
  /** The kind of activity. */
  kind: ActivityKind;
  /** A note, up to 4,000 characters. Stored encrypted. */
  note?: string | null | undefined;
  /** What it led to. */
  outcome: ActivityOutcome;
};

/** What a case is about. */
export type Matter =
  /** Administrative proceedings. */
  | 'administrative'
  /** Carriage of goods. */
  | 'carriage'
  /** Construction work. */
  | 'construction'
  /** A credit card account. */
  | 'credit_card'
  /** Criminal proceedings. */
  | 'criminal'
  /** Damages in contract or tort. */
  | 'damages'
  /** Group litigation. */
  | 'group_suit'
  /** Wages and other pay of employees. */
  | 'labour_pay'
  /** Rent of rooms, land or equipment. */
  | 'lease'
  /** Money lent. */
  | 'loan'
  /** Maintenance of parents, children or spouses. */
  | 'maintenance'
  /** Marriage or inheritance. */
  | 'marriage_and_inheritance'
  /** The benefit that the state grants for subsistence. */
  | 'minimum_living_benefit'
  /** Something else. */
  | 'other'
  /** A pension for the disabled or bereaved. */
  | 'pension'
  /** Management of a building or estate. */
  | 'property_management'
  /** Recourse of a guarantor or co-debtor. */
  | 'recourse'
  /** Relief payments. */
  | 'relief'
  /** Goods sold. */
  | 'sale'
  /** Services or work rendered, other than by an employee. */
  | 'services'
  /** Social insurance benefits. */
  | 'social_insurance'
  /** Compensation claimed of the state. */
  | 'state_compensation'
  /** Compensation for a work injury. */
  | 'work_injury';

/** Whether a member can log in. */
export type MemberState =
  /** Can log in. */
  | 'active'
  /** Cannot log in any more. */
  | 'deactivated'
  /** Has not set a password yet. */
  | 'invited';

/** How an OAuth client authenticates at the token endpoint. */
export type OAuthAuthMethod =
  /** By a secret in the Authorization header. */
  | 'client_secret_basic'
  /** By a secret in the form body. */
  | 'client_secret_post'
  /** By an assertion signed with its private key, which never leaves it (RFC 7523). */
  | 'private_key_jwt';

/** Whether an organisation posts cases, grabs them or runs the marketplace. */
export type OrganisationKind =
  /** A collection agency that grabs cases. */
  | 'agency'
  /** An enterprise that is owed money and posts cases. */
  | 'creditor'
  /** A law firm that grabs cases. */
  | 'law_firm'
  /** The organisation that runs the marketplace. */
  | 'platform';

/** An owner or beneficial owner. */
export type OwnerInput = {
  /** The kind of the number; needed for a passport or a travel permit, else told from the number. */
  idKind?: PersonIdKind | null | undefined;
  /** A person’s identity number or an enterprise’s unified social credit code. */
  idNumber: string;
  /** Full name of the person or enterprise. */
  name: string;
};

/** How far the money is on its way to the provider. */
export type PayoutState =
  /** The amount is set aside; the bank has no order yet. */
  | 'due'
  /** The provider's bank received it. */
  | 'paid'
  /** It was not paid; the amount is available to the provider again. */
  | 'returned'
  /** The bank has the order to pay. */
  | 'sent';

/** By what kind of number a person is known. */
export type PersonIdKind =
  /** Permanent residence card of a foreigner. */
  | 'foreigner_residence_card'
  /** Residence permit of a resident of Hong Kong, Macao or Taiwan, 18 characters. */
  | 'hmt_residence_permit'
  /** Mainland travel permit of a resident of Hong Kong, Macao or Taiwan. */
  | 'hmt_travel_permit'
  /** The travel document of any country but China’s own cards. */
  | 'passport'
  /** Number of a resident identity card, 18 characters (GB 11643). */
  | 'resident_id';

/** One debt to post for recovery. */
export type PostCaseInput = {
  /** Agreed interest per year, all charges included, in basis points; 0 to 1,000,000. */
  annualRateBps?: number | null | undefined;
  /** What kind of debt it is. */
  category: DebtCategory;
  /** What was agreed about interest and terms; it decides what may be claimed. */
  claimTerms?: ClaimTermsInput | null | undefined;
  /** Your commission offer; the platform's schedule when left out. */
  commission?: CommissionOfferInput | null | undefined;
  /** Number of the contract, as both parties know it. */
  contractNumber?: string | null | undefined;
  /** Postal address of the debtor. */
  debtorAddress?: string | null | undefined;
  /** The kind of that number; left out it is told from the number and the name. Passports and travel permits need it. */
  debtorIdKind?: DebtorIdKind | null | undefined;
  /** Unified social credit code or resident identity number. */
  debtorIdNumber?: string | null | undefined;
  /** Whether the debtor is an enterprise or a person. */
  debtorKind: DebtorKind;
  /** The debtor's full name. */
  debtorName: string;
  /** The debtor's phone number. */
  debtorPhone?: string | null | undefined;
  /** The due day; left out beside `lines`. */
  dueOn?: string | null | undefined;
  /** The documents that you have; upload them with addEvidence. */
  evidence?: Array<EvidenceKind> | null | undefined;
  /** Your own reference, unique among your cases; 1 to 100 characters. */
  externalRef: string;
  /** Day of the invoice or of the loan. */
  invoicedOn?: string | null | undefined;
  /** Last day the limitation period was interrupted (Civil Code art. 195). */
  lastInterruptedOn?: string | null | undefined;
  /** What the debt arose from. */
  legalOrigin?: LegalOrigin | null | undefined;
  /** What the debt consists of; without it, amounts and days of the case are its one line. Amounts and days beside it must be those that the lines make. */
  lines?: Array<DebtLineInput> | null | undefined;
  /** What the case is about; some matters are not for law firms, which may take no contingency fee in them. */
  matter?: Matter | null | undefined;
  /** A note for the holder; stored encrypted. */
  note?: string | null | undefined;
  /** Amount paid so far, in fen; 0 when left out. */
  paidFen?: bigint | null | undefined;
  /** Penalty and interest claimed, in fen; 0 when left out. */
  penaltyFen?: bigint | null | undefined;
  /** Principal in fen; left out beside `lines`. */
  principalFen?: bigint | null | undefined;
  /** Region of the debtor, six digits of GB/T 2260. */
  regionCode?: string | null | undefined;
  /** The service that you ask for; `agency_dunning` when left out. */
  serviceLine?: ServiceLine | null | undefined;
};

/** Why a creditor takes its case back; some codes say that the holder is not to blame. */
export type RecallReason =
  /** A complaint about the work on the case. */
  | 'complaint'
  /** The debtor disputes the claim. */
  | 'debtor_dispute'
  /** The holder does not work on the case. */
  | 'inactive_holder'
  /** Insolvency proceedings over the debtor were opened. */
  | 'insolvency'
  /** An authority or court ordered it. */
  | 'legal_order'
  /** Another reason, given in words. */
  | 'other'
  /** We no longer pursue the claim, or go on ourselves. */
  | 'own_decision'
  /** The case was posted in error or twice. */
  | 'posted_in_error'
  /** We settled with the debtor ourselves. */
  | 'settled_directly'
  /** The case names the wrong debtor. */
  | 'wrong_debtor';

/** A payment that arrived from a creditor. */
export type RecordCreditorPaymentInput = {
  /** The amount, in fen, above 0. */
  amountFen: bigint;
  /** The creditor that paid. */
  creditorId: string;
  /** The day it arrived; not in the future. */
  receivedOn: string;
  /** The bank's reference, 1 to 100 characters, once per creditor. */
  reference: string;
};

/** A new organisation and its first owner. */
export type RegisterInput = {
  /** The owner’s email address. Where mail is sent, it must be confirmed by a mail before the next login. */
  email: string;
  /** The kind of the organisation. */
  kind: CustomerKind;
  /** The owner’s name, at most 100 characters. */
  name: string;
  /** The organisation’s name, at most 200 characters. */
  organisationName: string;
  /** The owner’s password, 10 to 200 characters. */
  password: string;
};

/** How the debtor paid. */
export type RepaymentChannel =
  /** With Alipay (支付宝). */
  | 'alipay'
  /** By bank transfer. */
  | 'bank_transfer'
  /** In cash. */
  | 'cash'
  /** In another way, such as a bill or goods. */
  | 'other'
  /** With WeChat Pay (微信支付). */
  | 'wechat';

/** Which repayments to list. */
export type RepaymentFilterInput = {
  /** Only those on this case, `case_…`. */
  caseId?: string | null | undefined;
  /** Only those on cases of this creditor. */
  creditorId?: string | null | undefined;
  /** Only those the creditor disputed, or did not; `reported` ones still wait. */
  disputed?: boolean | null | undefined;
  /** Only those that count for this provider. */
  providerId?: string | null | undefined;
  /** Only those reported before this instant. */
  reportedBefore?: string | null | undefined;
  /** Only in this state. */
  state?: RepaymentState | null | undefined;
};

/** The party that received the debtor's money. */
export type RepaymentPayee =
  /** The creditor, usually on its own account. */
  | 'creditor'
  /** The agency or law firm, which passes it on. */
  | 'provider';

/** Whether a payment of the debtor counts yet. */
export type RepaymentState =
  /** Confirmed; its commission is settled. */
  | 'confirmed'
  /** The creditor received no such payment. */
  | 'rejected'
  /** The holder or the creditor reported it; it waits for a decision. */
  | 'reported'
  /** It was wrong; all its bookings were reversed. */
  | 'reversed';

/** Which events to send again. */
export type ReplayWebhooksInput = {
  /** Events that occurred from then on, as far as they are kept (30 days). */
  since: string;
  /** Only these types; left out: all that the endpoint gets. */
  types?: Array<string> | null | undefined;
};

/** A report of a payment. */
export type ReportRepaymentInput = {
  /** What the debtor paid, in fen, above 0. */
  amountFen: bigint;
  /** The case it was paid on, `case_…`. */
  caseId: string;
  /** How the debtor paid. */
  channel: RepaymentChannel;
  /** Your own number of the payment, 1 to 100 characters; unique for each case. */
  externalRef?: string | null | undefined;
  /** Why it is not the same payment as an earlier report with its day and amount, or with its voucher. */
  notDuplicateBecause?: string | null | undefined;
  /** The day the debtor paid; not in the future. */
  paidOn: string;
  /** The party that received the money. */
  payee: RepaymentPayee;
  /** The proof; required of a provider. */
  voucherFileId?: string | null | undefined;
};

/** What a member may do. The platform has owner, reviewer, finance and risk; others owner, operator, finance and viewer. */
export type Role =
  /** Repayments, statements and payouts. */
  | 'finance'
  /** Works on cases: posts them, or grabs and collects. */
  | 'operator'
  /** Everything, members, API keys and OAuth clients included. */
  | 'owner'
  /** Of the platform: decides on applications and doubtful cases. */
  | 'reviewer'
  /** Of the platform: suspends and revokes approvals, watches the books. */
  | 'risk'
  /** Reads and changes nothing. */
  | 'viewer';

/** A change of the signing secret. */
export type RotateWebhookSecretInput = {
  /** Hours both sign, 0 to 168, by default 24. */
  overlapHours?: number | null | undefined;
  /** Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out: a new one is made. */
  secret?: string | null | undefined;
};

/** A test organisation to make. */
export type SandboxOrganisationInput = {
  /** A creditor, an agency or a law firm. */
  kind: CustomerKind;
  /** Its name, at most 200 characters. */
  name?: string | null | undefined;
  /** Whether it is verified at once; if not, it submits an application like a live organisation. */
  verified?: boolean | null | undefined;
};

/** The service that a creditor asks for. */
export type ServiceLine =
  /** Dunning by a collection agency. */
  | 'agency_dunning'
  /** Dunning by a lawyer. */
  | 'lawyer_dunning'
  /** One formal letter signed by a lawyer. */
  | 'lawyer_letter'
  /** A lawsuit or arbitration. */
  | 'legal'
  /** Dunning by automatic calls and messages. */
  | 'robot_dunning';

/** A change of figures; figures that are left out stay. */
export type SetPolicyInput = {
  /** The figures to change, by name. */
  change: Record<string, unknown>;
  /** Only check it, and answer the policy as it would be. */
  dryRun?: boolean | null | undefined;
  /** The name of the policy. */
  name: string;
};

/** Figures to try. */
export type SimulatePolicyInput = {
  /** Go on after this cursor: `endCursor` of the run before. */
  after?: string | null | undefined;
  /** The figures to change, as for `setPolicy`. */
  change: Record<string, unknown>;
  /** The name of the policy: `standing`. */
  name: string;
};

/** Why a provider appeals against a change of its standing. */
export type StandingAppealReason =
  /** The end of a hold is not our doing. */
  | 'hold_not_ours'
  /** Another reason, given in words. */
  | 'other'
  /** The limit of our grade has no ground. */
  | 'veto_unfounded'
  /** A fact behind the standing is wrong. */
  | 'wrong_facts';

/** How far an appeal has come. */
export type StandingAppealState =
  /** The standing was right. */
  | 'dismissed'
  /** Waits for the platform. */
  | 'open'
  /** The provider was right. */
  | 'upheld'
  /** The provider took it back. */
  | 'withdrawn';

/** Why a standing changed. */
export type StandingChangeCause =
  /** An appeal was upheld. */
  | 'appeal'
  /** The facts, or time, changed it. */
  | 'computed'
  /** The platform limited the grade. */
  | 'veto'
  /** The limit of the grade was lifted. */
  | 'veto_lifted';

/** An application for verification. It replaces the previous contents. */
export type SubmitVerificationInput = {
  /** The documents that prove them. */
  documents: Array<VerificationDocumentInput>;
  /** The organisation’s statements about itself. */
  facts: VerificationFactsInput;
};

/** How a provider is taxed, as it states it. */
export type TaxProfileKind =
  /** Exempt from value added tax. */
  | 'exempt'
  /** General taxpayer (VAT Law art. 10). */
  | 'general'
  /** General taxpayer by the simple method (VAT Law art. 11). */
  | 'simple'
  /** Small-scale taxpayer (VAT Law art. 9, 11). */
  | 'small_scale';

/** Changes of a webhook endpoint; fields that are left out stay. */
export type UpdateWebhookEndpointInput = {
  /** What you call it, at most 200 characters. */
  description?: string | null | undefined;
  /** Event types it gets, at most 100; empty means all to which your organisation is a party. Events of the hall come only by name. */
  types?: Array<string> | null | undefined;
  /** The address events are posted to: https, a public host, port 443 or from 1024. */
  url?: string | null | undefined;
};

/** Why there is no figure of value added tax. */
export type VatMissing =
  /** The tax profile was not stated for the day. */
  | 'profile_not_stated'
  /** No rate is set for the profile on the day: the law that set the last one has ended. */
  | 'rate_not_set';

/** A document uploaded through POST /v1/files. */
export type VerificationDocumentInput = {
  /** The file, uploaded through POST /v1/files, `file_…`. */
  fileId: string;
  /** What it proves. */
  kind: VerificationDocumentKind;
};

/** What a document shows. */
export type VerificationDocumentKind =
  /** Authorisation of the applicant. */
  | 'authorisation'
  /** Account opening permit or the bank’s letter. */
  | 'bank_account_proof'
  /** Business licence (营业执照). */
  | 'business_licence'
  /** Practising licence of the law firm. */
  | 'firm_licence'
  /** Practising certificate of a lawyer. */
  | 'lawyer_certificate'
  /** Identity card of the legal representative. */
  | 'legal_representative_id';

/** An organisation’s statements about itself. Which fields are required depends on its kind. */
export type VerificationFactsInput = {
  /** The account money is paid to. */
  bankAccount?: BankAccountInput | null | undefined;
  /** Name as on the licence. */
  businessName?: string | null | undefined;
  /** Business scope as on the licence; required of agencies. */
  businessScope?: string | null | undefined;
  /** Mobile number of a contact; Chinese unless it starts with +. */
  contactPhone?: string | null | undefined;
  /** Unified social credit code, 18 characters (GB 32100-2015). */
  creditCode?: string | null | undefined;
  /** Number of the firm’s practising licence; required of law firms. */
  firmLicenceNumber?: string | null | undefined;
  /** The firm’s lawyers; required of law firms. */
  lawyers?: Array<LawyerInput> | null | undefined;
  /** Legal representative, or head of the firm. */
  legalRepresentative?: LegalRepresentativeInput | null | undefined;
  /** Whether the licence has no last day; false by default. */
  licenceLongTerm?: boolean | null | undefined;
  /** Last day of the licence; left out when it has none. */
  licenceValidUntil?: string | null | undefined;
  /** Owners, also beneficial; required of enterprises. */
  owners?: Array<OwnerInput> | null | undefined;
  /** Registered address, as on the licence. */
  registeredAddress?: string | null | undefined;
};

/** Which applications to list. */
export type VerificationQueueFilter = {
  /** Of this kind of organisation; left out means any kind. */
  kind?: ApplicantKind | null | undefined;
  /** Only those that you have claimed. */
  mine?: boolean | null | undefined;
  /** In these states; left out means submitted and in review. */
  states?: Array<VerificationState> | null | undefined;
};

/** The reason of a decision. */
export type VerificationReason =
  /** The organisation asked for it. */
  | 'AT_OWN_REQUEST'
  /** Complaints about its conduct. */
  | 'COMPLAINTS'
  /** A document is out of date. */
  | 'DOCUMENT_EXPIRED'
  /** A document cannot be read. */
  | 'DOCUMENT_UNREADABLE'
  /** The organisation is verified already. */
  | 'DUPLICATE'
  /** The documents do not confirm the facts. */
  | 'FACTS_DIFFER_FROM_DOCUMENTS'
  /** A listed lawyer does not practise in this firm. */
  | 'LAWYER_NOT_PRACTISING'
  /** An authority or court ordered it. */
  | 'LEGAL_ORDER'
  /** The licence has ended, or was suspended or withdrawn. */
  | 'LICENCE_NOT_IN_FORCE'
  /** The applicant is not authorised by the organisation. */
  | 'NOT_AUTHORISED'
  /** Another reason, given in the note. */
  | 'OTHER'
  /** The business register differs from the facts. */
  | 'REGISTRY_DIFFERS'
  /** Facts and documents meet the requirements. */
  | 'REQUIREMENTS_MET'
  /** The reason for the suspension no longer applies. */
  | 'RESOLVED'
  /** The business scope does not allow collecting debts. */
  | 'SCOPE_FORBIDS_COLLECTION'
  /** Suspicion of forged documents or a false identity. */
  | 'SUSPECTED_FRAUD';

/** The state of an application for verification. */
export type VerificationState =
  /** The organisation may post or grab, up to the last day of the approval. */
  | 'approved'
  /** Being written. */
  | 'draft'
  /** The approval’s last day has passed; a new application may begin. */
  | 'expired'
  /** A reviewer has claimed it. */
  | 'in_review'
  /** To be corrected and submitted again. */
  | 'rejected'
  /** The approval was taken back; a new application may begin. */
  | 'revoked'
  /** Waits for a reviewer. */
  | 'submitted'
  /** Approved, but without effect for the time being. */
  | 'suspended';

/** Which deliveries to list. */
export type WebhookDeliveryFilterInput = {
  /** Only deliveries queued at or after this instant. */
  since?: string | null | undefined;
  /** Only deliveries in this state. */
  state?: WebhookDeliveryState | null | undefined;
  /** Only deliveries of this event type. */
  type?: string | null | undefined;
  /** Only deliveries queued before this instant. */
  until?: string | null | undefined;
};

/** Whether a delivery has arrived, waits for an attempt or was given up. */
export type WebhookDeliveryState =
  /** The endpoint answered with a 2xx status. */
  | 'delivered'
  /** The last attempt failed too; it can be replayed. */
  | 'failed'
  /** It is due, or waits for its next attempt. */
  | 'pending';

/** Why an endpoint gets nothing. */
export type WebhookDisabledReason =
  /** It failed for days without a success. */
  | 'failing'
  /** It answered 410 Gone. */
  | 'gone'
  /** Its owner disabled it. */
  | 'owner';

/** Whether an endpoint gets events. */
export type WebhookEndpointState =
  /** It is deleted; only the answer of the deletion shows this state. */
  | 'deleted'
  /** It gets nothing; waiting deliveries continue when it is enabled. */
  | 'disabled'
  /** It gets events. */
  | 'enabled';

/** Why an attempt failed. */
export type WebhookError =
  /** The connection was refused, reset or closed without an answer. */
  | 'CONNECTION'
  /** The host could not be looked up. */
  | 'DNS'
  /** The answer was 410 Gone; the endpoint is disabled. */
  | 'GONE'
  /** The answer was a redirect; none is followed. */
  | 'REDIRECT'
  /** The host has an address that is not public: nothing was sent. */
  | 'REFUSED_ADDRESS'
  /** The answer had a status other than 2xx. */
  | 'STATUS'
  /** No answer came in time. */
  | 'TIMEOUT'
  /** No trusted encrypted connection: a certificate that is wrong, expired or self-signed. */
  | 'TLS';

export type AccountMeQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountMeQuery = { me: { scopes: Array<string>, organisation: { id: string, kind: OrganisationKind, name: string, createdAt: string }, member: MemberPartsFragment | null } };

export type AccountMembersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AccountMembersQuery = { members: { nodes: Array<MemberPartsFragment>, pageInfo: PagePartsFragment } };

export type AccountRegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type AccountRegisterMutation = { register:
    | RefusalPartsFragment
    | { id: string, memberId: string, organisationId: string, organisationKind: OrganisationKind, roles: Array<Role>, accessToken: string, accessTokenExpiresAt: string, refreshToken: string, refreshTokenExpiresAt: string }
   };

export type AccountInviteMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type AccountInviteMutation = { inviteMember:
    | RefusalPartsFragment
    | { token: string, expiresAt: string, member: MemberPartsFragment }
   };

export type AccountAcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AccountAcceptInvitationMutation = { acceptInvitation:
    | RefusalPartsFragment
    | { id: string, memberId: string, organisationId: string, organisationKind: OrganisationKind, roles: Array<Role>, accessToken: string, accessTokenExpiresAt: string, refreshToken: string, refreshTokenExpiresAt: string }
   };

export type AccountChangeRolesMutationVariables = Exact<{
  input: ChangeRolesInput;
}>;


export type AccountChangeRolesMutation = { changeRoles:
    | RefusalPartsFragment
    | MemberPartsFragment
   };

export type AccountDeactivateMemberMutationVariables = Exact<{
  memberId: string;
}>;


export type AccountDeactivateMemberMutation = { deactivateMember:
    | RefusalPartsFragment
    | MemberPartsFragment
   };

export type AccountChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type AccountChangePasswordMutation = { changePassword:
    | RefusalPartsFragment
    | { ended: number }
   };

export type AccountLogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type AccountLogoutMutation = { logout:
    | RefusalPartsFragment
    | { ended: number }
   };

export type AccountLogoutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type AccountLogoutEverywhereMutation = { logoutEverywhere:
    | RefusalPartsFragment
    | { ended: number }
   };

export type BatchesListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: CaseBatchState | null | undefined;
}>;


export type BatchesListQuery = { caseBatches: { nodes: Array<BatchPartsFragment>, pageInfo: PagePartsFragment } };

export type BatchesGetQueryVariables = Exact<{
  id: string;
}>;


export type BatchesGetQuery = { caseBatch: BatchPartsFragment };

export type BatchesRowsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  batchId: string;
  outcome?: CaseBatchRowOutcome | null | undefined;
}>;


export type BatchesRowsQuery = { caseBatchRows: { nodes: Array<{ rowNumber: number, externalRef: string | null, outcome: CaseBatchRowOutcome, caseId: string | null, reasons: Array<{ code: string, field: string, en: string, zh: string }> }>, pageInfo: PagePartsFragment } };

export type BatchesCancelMutationVariables = Exact<{
  id: string;
}>;


export type BatchesCancelMutation = { cancelCaseBatch:
    | RefusalPartsFragment
    | BatchPartsFragment
   };

export type CasesListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: CaseFilterInput | null | undefined;
}>;


export type CasesListQuery = { cases: { nodes: Array<CasePartsFragment>, pageInfo: PagePartsFragment } };

export type CasesGetQueryVariables = Exact<{
  id: string;
}>;


export type CasesGetQuery = { case: CasePartsFragment };

export type CasesPostMutationVariables = Exact<{
  input: PostCaseInput;
}>;


export type CasesPostMutation = { postCase:
    | RefusalPartsFragment
    | CasePartsFragment
   };

export type CasesWithdrawMutationVariables = Exact<{
  caseId: string;
  reason?: string | null | undefined;
}>;


export type CasesWithdrawMutation = { withdrawCase:
    | RefusalPartsFragment
    | CasePartsFragment
   };

export type CasesRelistMutationVariables = Exact<{
  caseId: string;
}>;


export type CasesRelistMutation = { relistCase:
    | RefusalPartsFragment
    | CasePartsFragment
   };

export type CasesRestateMatterMutationVariables = Exact<{
  caseId: string;
  matter: Matter;
}>;


export type CasesRestateMatterMutation = { restateMatter:
    | RefusalPartsFragment
    | CasePartsFragment
   };

export type CasesDebtorQueryVariables = Exact<{
  caseId: string;
}>;


export type CasesDebtorQuery = { caseDebtor:
    | RefusalPartsFragment
    | { name: string, idNumber: string | null, phone: string | null, address: string | null, note: string | null }
   };

export type CasesEvidenceQueryVariables = Exact<{
  caseId: string;
}>;


export type CasesEvidenceQuery = { caseEvidence: Array<{ id: string, kind: EvidenceKind, fileId: string, addedAt: string }> };

export type CasesAddEvidenceMutationVariables = Exact<{
  caseId: string;
  fileId: string;
  kind: EvidenceKind;
}>;


export type CasesAddEvidenceMutation = { addEvidence:
    | RefusalPartsFragment
    | CasePartsFragment
   };

export type CasesHistoryQueryVariables = Exact<{
  caseId: string;
}>;


export type CasesHistoryQuery = { caseHistory: Array<{ id: string, act: string, at: string, fromState: CaseState | null, toState: CaseState, actorOrganisationId: string | null, facts: Record<string, unknown> }> };

export type CasesDisclosuresQueryVariables = Exact<{
  caseId: string;
}>;


export type CasesDisclosuresQuery = { caseDisclosures: Array<{ organisationId: string, purpose: string, stage: string, disclosedAt: string, revokedAt: string | null }> };

export type CasesQuoteQueryVariables = Exact<{
  input: PostCaseInput;
}>;


export type CasesQuoteQuery = { quoteCase: { verdict: AdmissionVerdict, existingCaseId: string | null, principalFen: bigint, penaltyFen: bigint, paidFen: bigint, outstandingFen: bigint, dueOn: string, monthsOverdue: number, limitationExpiresOn: string, limitationDaysLeft: number, score: number | null, grade: string | null, evidenceBps: number | null, commissionBps: number | null, reasons: Array<{ code: string, field: string, severity: AdmissionSeverity, en: string, zh: string }>, lines: Array<CaseLinePartsFragment>, commissionTiers: Array<{ minMonthsOverdue: number | null, minAmountFen: bigint | null, bps: number }>, fullRecovery: { commissionBps: number, commissionFen: bigint, serviceFeeBps: number, serviceFeeFen: bigint } | null, claim: ClaimPartsFragment | null } };

export type CasesClaimQueryVariables = Exact<{
  caseId: string;
}>;


export type CasesClaimQuery = { caseClaim: ClaimPartsFragment };

export type CasesAddLineMutationVariables = Exact<{
  caseId: string;
  line: DebtLineInput;
}>;


export type CasesAddLineMutation = { addCaseLine:
    | RefusalPartsFragment
    | CaseLineChangePartsFragment
   };

export type CasesCorrectLineMutationVariables = Exact<{
  caseId: string;
  lineNumber: number;
  line: DebtLineInput;
}>;


export type CasesCorrectLineMutation = { correctCaseLine:
    | RefusalPartsFragment
    | CaseLineChangePartsFragment
   };

export type CasesWithdrawLineMutationVariables = Exact<{
  caseId: string;
  lineNumber: number;
}>;


export type CasesWithdrawLineMutation = { withdrawCaseLine:
    | RefusalPartsFragment
    | CaseLineChangePartsFragment
   };

export type CasesAgreeToLineChangeMutationVariables = Exact<{
  changeId: string;
}>;


export type CasesAgreeToLineChangeMutation = { agreeToCaseLineChange:
    | RefusalPartsFragment
    | CaseLineChangePartsFragment
   };

export type CasesDeclineLineChangeMutationVariables = Exact<{
  changeId: string;
}>;


export type CasesDeclineLineChangeMutation = { declineCaseLineChange:
    | RefusalPartsFragment
    | CaseLineChangePartsFragment
   };

export type CasesLineChangesQueryVariables = Exact<{
  caseId: string;
}>;


export type CasesLineChangesQuery = { caseLineChanges: Array<CaseLineChangePartsFragment> };

export type CollectionActivitiesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  caseId: string;
}>;


export type CollectionActivitiesQuery = { activities: { nodes: Array<ActivityPartsFragment>, pageInfo: PagePartsFragment } };

export type CollectionLogActivityMutationVariables = Exact<{
  input: LogActivityInput;
}>;


export type CollectionLogActivityMutation = { logActivity:
    | ActivityPartsFragment
    | RefusalPartsFragment
   };

export type RefusalPartsFragment = { code: string, message: string, path: string | null, retryAfterSeconds: number | null, details: Record<string, unknown> | null };

export type ClaimSegmentPartsFragment = { lineNumber: number, phase: ClaimPhase, from: string, to: string, days: number, amountFen: bigint, rate: string, rateDays: number, interestFen: bigint };

export type ClaimPartsFragment = { rule: ClaimRule, until: string, principalFen: bigint, askedFen: bigint, allowedFen: bigint, receivedFen: bigint, coveredFen: bigint, capFen: bigint | null, excessFen: bigint, leastFen: bigint | null, askedRateBps: number | null, capRate: string | null, feesFen: bigint, segments: Array<ClaimSegmentPartsFragment>, capSegments: Array<ClaimSegmentPartsFragment>, notes: Array<{ code: string, en: string, zh: string, params: Record<string, unknown> }>, courtFees: { amountFen: bigint, acceptanceFen: bigint, halvedFen: bigint, paymentOrderFen: bigint, preservationFen: bigint, enforcementFen: bigint } };

export type CasePartsFragment = { id: string, number: string, state: CaseState, externalRef: string | null, batchId: string | null, creditorId: string, category: DebtCategory, serviceLine: ServiceLine, legalOrigin: LegalOrigin | null, matter: Matter | null, debtorKind: DebtorKind, debtorMaskedName: string, regionCode: string | null, principalFen: bigint, penaltyFen: bigint, paidFen: bigint, recoveredFen: bigint, outstandingFen: bigint, dueOn: string, invoicedOn: string | null, contractNumber: string | null, limitationExpiresOn: string, commissionBps: number, evidenceBps: number, evidenceKinds: Array<EvidenceKind>, score: number, grade: string, closeCode: CloseCode | null, createdAt: string, listedAt: string | null, acceptedAt: string | null, closedAt: string | null, lines: Array<CaseLinePartsFragment>, commissionTiers: Array<{ minMonthsOverdue: number | null, minAmountFen: bigint | null, bps: number }>, claimTerms: { contractOn: string | null, filedOn: string | null, ordinaryRateBps: number | null, overdueRateBps: number | null, penaltyRateBps: number | null, feesFen: bigint | null, deductedInAdvanceFen: bigint | null, lender: Lender | null, creditorScale: CreditorScale | null, debtorScale: DebtorScale | null, paymentTermDays: number | null, payWhenPaid: boolean | null } | null, reviewReasons: Array<{ code: string, field: string, severity: AdmissionSeverity, en: string, zh: string }> };

export type CaseLinePartsFragment = { lineNumber: number, kind: LineKind, documentNumber: string | null, periodFrom: string | null, periodTo: string | null, dueOn: string, invoicedOn: string | null, principalFen: bigint, penaltyFen: bigint, paidFen: bigint, openFen: bigint, monthsOverdue: number, lastInterruptedOn: string | null, limitationExpiresOn: string | null, limitationDaysLeft: number | null, withdrawnAt: string | null, clock: Array<{ kind: ClockEventKind, on: string, until: string | null }>, limitation: { state: LimitationState, runsFrom: string, lastDayOn: string | null, interruptedOn: string | null, chainUnproven: boolean } | null };

export type CaseLineChangePartsFragment = { id: string, caseId: string, act: CaseLineAct, lineNumber: number | null, state: CaseLineChangeState, fromFen: bigint, outstandingFen: bigint, proposedAt: string, decidedAt: string | null, line: { kind: LineKind, documentNumber: string | null, periodFrom: string | null, periodTo: string | null, dueOn: string, principalFen: bigint, penaltyFen: bigint, paidFen: bigint } | null, lines: Array<{ kind: LineKind, documentNumber: string | null, periodFrom: string | null, periodTo: string | null, dueOn: string, principalFen: bigint, penaltyFen: bigint, paidFen: bigint }> | null };

export type HallCasePartsFragment = { id: string, category: DebtCategory, serviceLine: ServiceLine, debtorKind: DebtorKind, matter: Matter | null, openToLawFirms: boolean, provinceCode: string | null, provinceName: string | null, provinceNameEn: string | null, amountBand: AmountBand, amountFen: bigint | null, monthsOverdue: number, commissionBps: number, evidenceBps: number, score: number, grade: CaseGrade, listedAt: string };

export type GrabPartsFragment = { id: string, caseId: string, providerId: string, state: GrabState, amountFen: bigint, monthsOverdue: number, grabbedAt: string, acceptBy: string, acceptedAt: string | null, activityBy: string, firstActivityAt: string | null, exclusiveUntil: string, endedAt: string | null, endReason: string | null, penaltyPoints: number, closeCode: CloseCode | null, closeProposedAt: string | null, closesAt: string | null, frozenAt: string | null, terms: { commissionBps: number, serviceFeeBps: number, lawyerFeeCap: boolean } };

export type RepaymentPartsFragment = { id: string, caseId: string, grabId: string, creditorId: string, providerId: string, reporterId: string, state: RepaymentState, amountFen: bigint, paidOn: string, channel: RepaymentChannel, payee: RepaymentPayee, externalRef: string | null, voucherFileId: string | null, commissionFen: bigint | null, serviceFeeFen: bigint | null, reportedAt: string, autoConfirmAt: string | null, confirmedAt: string | null, confirmedHow: string | null, disputedAt: string | null, disputeReason: string | null, rejectedAt: string | null, rejectReason: string | null, reversedAt: string | null, reverseReason: string | null };

export type BatchPartsFragment = { id: string, creditorId: string, state: CaseBatchState, format: string, encoding: string, totalRows: number, processedRows: number, admittedRows: number, inReviewRows: number, duplicateRows: number, updatedRows: number, settledRows: number, withdrawnRows: number, repaymentRows: number, revisionRows: number, unchangedRows: number, rejectedRows: number, mode: CaseBatchMode, dryRun: boolean, dryRunOf: string | null, carriedOutBy: string | null, percent: number, unknownColumns: Array<string>, unreadSheets: Array<string>, failureCode: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null };

export type ActivityPartsFragment = { id: string, caseId: string, grabId: string, kind: ActivityKind, outcome: ActivityOutcome, note: string | null, happenedAt: string, createdAt: string };

export type MemberPartsFragment = { id: string, organisationId: string, name: string, email: string, roles: Array<Role>, state: MemberState, createdAt: string };

export type ApiKeyPartsFragment = { id: string, name: string, ending: string, scopes: Array<string>, createdAt: string, lastUsedAt: string | null, expiresAt: string | null, revokedAt: string | null };

export type PayoutPartsFragment = { id: string, providerId: string, state: PayoutState, amountFen: bigint, needsApproval: boolean, reference: string | null, returnReason: string | null, createdAt: string, approvedAt: string | null, sentAt: string | null, paidAt: string | null, returnedAt: string | null };

export type VerificationSummaryPartsFragment = { id: string, organisationId: string, organisationKind: ApplicantKind, businessName: string | null, state: VerificationState, submission: number, createdAt: string, submittedAt: string | null, claimExpiresAt: string | null, decidedAt: string | null, validUntil: string | null };

export type VerificationPartsFragment = { id: string, organisationId: string, organisationKind: ApplicantKind, businessName: string | null, state: VerificationState, submission: number, createdAt: string, submittedAt: string | null, claimExpiresAt: string | null, decidedAt: string | null, validUntil: string | null, factsMasked: boolean, checks: Array<{ code: string, field: string | null, passed: boolean | null, reason: string | null, severity: CheckSeverity }>, documents: Array<{ id: string, kind: VerificationDocumentKind, fileId: string, withdrawnAt: string | null }>, history: Array<{ act: string, at: string, fromState: VerificationState | null, toState: VerificationState, memberId: string | null, note: string | null, reasonCodes: Array<VerificationReason> }>, facts: { businessName: string | null, creditCode: string | null, businessScope: string | null, registeredAddress: string | null, contactPhone: string | null, licenceLongTerm: boolean, licenceValidUntil: string | null, firmLicenceNumber: string | null, legalRepresentative: { name: string, residentId: string } | null, owners: Array<{ name: string, idNumber: string }>, lawyers: Array<{ name: string, certificateNumber: string }>, bankAccount: { holder: string, bank: string, number: string } | null } };

export type PagePartsFragment = { hasNextPage: boolean, endCursor: string | null };

export type OAuthClientPartsFragment = { id: string, name: string, authMethod: OAuthAuthMethod, scopes: Array<string>, addresses: Array<string>, createdAt: string, lastUsedAt: string | null, revokedAt: string | null, keys: Array<{ kid: string, algorithms: Array<string>, createdAt: string }>, secrets: Array<{ ending: string, createdAt: string, expiresAt: string | null }> };

export type WebhookEndpointPartsFragment = { id: string, url: string, description: string | null, types: Array<string>, state: WebhookEndpointState, disabledAt: string | null, disabledReason: WebhookDisabledReason | null, failingSince: string | null, previousSecretUntil: string | null, createdAt: string };

export type WebhookDeliveryPartsFragment = { id: string, endpointId: string, eventId: string, type: string, state: WebhookDeliveryState, attempts: number, replays: number, lastStatus: number | null, lastError: WebhookError | null, nextAttemptAt: string | null, createdAt: string, finishedAt: string | null };

export type WebhookReplayPartsFragment = { id: string, endpointId: string, since: string, types: Array<string>, queued: number, done: boolean, createdAt: string, finishedAt: string | null };

export type SandboxPartsFragment = { id: string, name: string, now: string, advancedSeconds: number, createdAt: string, organisations: Array<{ id: string, kind: OrganisationKind, name: string }> };

export type GrabsGrabMutationVariables = Exact<{
  caseId: string;
}>;


export type GrabsGrabMutation = { grabCase:
    | RefusalPartsFragment
    | GrabPartsFragment
   };

export type GrabsAcceptMutationVariables = Exact<{
  grabId: string;
}>;


export type GrabsAcceptMutation = { acceptEntrustment:
    | RefusalPartsFragment
    | GrabPartsFragment
   };

export type GrabsReturnMutationVariables = Exact<{
  grabId: string;
  reason: string;
}>;


export type GrabsReturnMutation = { returnGrab:
    | RefusalPartsFragment
    | GrabPartsFragment
   };

export type GrabsCompleteMutationVariables = Exact<{
  grabId: string;
  closeCode: CloseCode;
}>;


export type GrabsCompleteMutation = { completeGrab:
    | RefusalPartsFragment
    | GrabPartsFragment
   };

export type GrabsRecallMutationVariables = Exact<{
  grabId: string;
  reason: string;
  relist?: boolean;
  reasonCode?: RecallReason | null | undefined;
}>;


export type GrabsRecallMutation = { recallGrab:
    | RefusalPartsFragment
    | GrabPartsFragment
   };

export type GrabsGetQueryVariables = Exact<{
  id: string;
}>;


export type GrabsGetQuery = { grab: GrabPartsFragment };

export type GrabsListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: GrabState | null | undefined;
}>;


export type GrabsListQuery = { myGrabs: { nodes: Array<GrabPartsFragment>, pageInfo: PagePartsFragment } };

export type GrabsAnswerClosingMutationVariables = Exact<{
  grabId: string;
  answer: ClosingAnswer;
}>;


export type GrabsAnswerClosingMutation = { answerClosing:
    | RefusalPartsFragment
    | GrabPartsFragment
   };

export type GrabsWithdrawClosingMutationVariables = Exact<{
  grabId: string;
}>;


export type GrabsWithdrawClosingMutation = { withdrawClosing:
    | RefusalPartsFragment
    | GrabPartsFragment
   };

export type HallListingsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: HallFilter | null | undefined;
  sort?: HallSort | null | undefined;
}>;


export type HallListingsQuery = { hall: { nodes: Array<HallCasePartsFragment>, pageInfo: PagePartsFragment } };

export type KeysListQueryVariables = Exact<{ [key: string]: never; }>;


export type KeysListQuery = { apiKeys: Array<ApiKeyPartsFragment> };

export type KeysCreateMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type KeysCreateMutation = { createApiKey:
    | { key: string, apiKey: ApiKeyPartsFragment }
    | RefusalPartsFragment
   };

export type KeysRevokeMutationVariables = Exact<{
  apiKeyId: string;
}>;


export type KeysRevokeMutation = { revokeApiKey:
    | ApiKeyPartsFragment
    | RefusalPartsFragment
   };

export type KeysRotateMutationVariables = Exact<{
  apiKeyId: string;
  overlapHours?: number;
}>;


export type KeysRotateMutation = { rotateApiKey:
    | { key: string, apiKey: ApiKeyPartsFragment }
    | RefusalPartsFragment
   };

export type KeysSetAddressesMutationVariables = Exact<{
  apiKeyId: string;
  addresses: Array<string> | string;
}>;


export type KeysSetAddressesMutation = { setApiKeyAddresses:
    | ApiKeyPartsFragment
    | RefusalPartsFragment
   };

export type OauthClientsQueryVariables = Exact<{ [key: string]: never; }>;


export type OauthClientsQuery = { oauthClients: Array<OAuthClientPartsFragment> };

export type OauthCreateMutationVariables = Exact<{
  input: CreateOAuthClientInput;
}>;


export type OauthCreateMutation = { createOAuthClient:
    | RefusalPartsFragment
    | { secret: string | null, client: OAuthClientPartsFragment }
   };

export type OauthRotateSecretMutationVariables = Exact<{
  clientId: string;
  overlapHours?: number;
}>;


export type OauthRotateSecretMutation = { rotateOAuthClientSecret:
    | RefusalPartsFragment
    | { secret: string | null, client: OAuthClientPartsFragment }
   };

export type OauthAddKeyMutationVariables = Exact<{
  clientId: string;
  jwk: Record<string, unknown>;
}>;


export type OauthAddKeyMutation = { addOAuthClientKey:
    | RefusalPartsFragment
    | OAuthClientPartsFragment
   };

export type OauthRemoveKeyMutationVariables = Exact<{
  clientId: string;
  kid: string;
}>;


export type OauthRemoveKeyMutation = { removeOAuthClientKey:
    | RefusalPartsFragment
    | OAuthClientPartsFragment
   };

export type OauthSetAddressesMutationVariables = Exact<{
  clientId: string;
  addresses: Array<string> | string;
}>;


export type OauthSetAddressesMutation = { setOAuthClientAddresses:
    | RefusalPartsFragment
    | OAuthClientPartsFragment
   };

export type OauthRevokeMutationVariables = Exact<{
  clientId: string;
}>;


export type OauthRevokeMutation = { revokeOAuthClient:
    | RefusalPartsFragment
    | OAuthClientPartsFragment
   };

export type PayoutsListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: PayoutState | null | undefined;
  providerId?: string | null | undefined;
}>;


export type PayoutsListQuery = { payouts: { nodes: Array<PayoutPartsFragment>, pageInfo: PagePartsFragment } };

export type PayoutsGetQueryVariables = Exact<{
  id: string;
}>;


export type PayoutsGetQuery = { payout: PayoutPartsFragment };

export type PayoutsCreateMutationVariables = Exact<{
  input: CreatePayoutInput;
}>;


export type PayoutsCreateMutation = { createPayout:
    | RefusalPartsFragment
    | PayoutPartsFragment
   };

export type PayoutsApproveMutationVariables = Exact<{
  payoutId: string;
}>;


export type PayoutsApproveMutation = { approvePayout:
    | RefusalPartsFragment
    | PayoutPartsFragment
   };

export type PayoutsMarkSentMutationVariables = Exact<{
  payoutId: string;
  reference: string;
}>;


export type PayoutsMarkSentMutation = { markPayoutSent:
    | RefusalPartsFragment
    | PayoutPartsFragment
   };

export type PayoutsMarkPaidMutationVariables = Exact<{
  payoutId: string;
}>;


export type PayoutsMarkPaidMutation = { markPayoutPaid:
    | RefusalPartsFragment
    | PayoutPartsFragment
   };

export type PayoutsMarkReturnedMutationVariables = Exact<{
  payoutId: string;
  reason: string;
}>;


export type PayoutsMarkReturnedMutation = { markPayoutReturned:
    | RefusalPartsFragment
    | PayoutPartsFragment
   };

export type PoliciesListQueryVariables = Exact<{ [key: string]: never; }>;


export type PoliciesListQuery = { policies: Array<{ name: string, value: Record<string, unknown>, version: number | null, alarms: Array<{ en: string, zh: string }> }> };

export type PoliciesSetMutationVariables = Exact<{
  input: SetPolicyInput;
}>;


export type PoliciesSetMutation = { setPolicy:
    | RefusalPartsFragment
    | { name: string, value: Record<string, unknown>, version: number | null, alarms: Array<{ en: string, zh: string }> }
   };

export type PoliciesSimulateQueryVariables = Exact<{
  input: SimulatePolicyInput;
}>;


export type PoliciesSimulateQuery = { simulatePolicy: { looked: number, endCursor: string | null, moves: Array<{ from: Grade, to: Grade, providers: number }>, providers: Array<{ providerId: string, before: { grade: Grade, casesHeld: number, largestCaseFen: bigint | null, shrunkRateBps: number, points: number }, after: { grade: Grade, casesHeld: number, largestCaseFen: bigint | null, shrunkRateBps: number, points: number } }> } };

export type RepaymentsListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: RepaymentFilterInput | null | undefined;
}>;


export type RepaymentsListQuery = { repayments: { nodes: Array<RepaymentPartsFragment>, pageInfo: PagePartsFragment } };

export type RepaymentsGetQueryVariables = Exact<{
  id: string;
}>;


export type RepaymentsGetQuery = { repayment: RepaymentPartsFragment };

export type RepaymentsReportMutationVariables = Exact<{
  input: ReportRepaymentInput;
}>;


export type RepaymentsReportMutation = { reportRepayment:
    | RefusalPartsFragment
    | RepaymentPartsFragment
   };

export type RepaymentsConfirmMutationVariables = Exact<{
  repaymentId: string;
}>;


export type RepaymentsConfirmMutation = { confirmRepayment:
    | RefusalPartsFragment
    | RepaymentPartsFragment
   };

export type RepaymentsDisputeMutationVariables = Exact<{
  repaymentId: string;
  reason: string;
}>;


export type RepaymentsDisputeMutation = { disputeRepayment:
    | RefusalPartsFragment
    | RepaymentPartsFragment
   };

export type RepaymentsRejectMutationVariables = Exact<{
  repaymentId: string;
  reason: string;
}>;


export type RepaymentsRejectMutation = { rejectRepayment:
    | RefusalPartsFragment
    | RepaymentPartsFragment
   };

export type RepaymentsReverseMutationVariables = Exact<{
  repaymentId: string;
  reason: string;
}>;


export type RepaymentsReverseMutation = { reverseRepayment:
    | RefusalPartsFragment
    | RepaymentPartsFragment
   };

export type ReviewsQueueQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReviewsQueueQuery = { reviewQueue: { nodes: Array<CasePartsFragment>, pageInfo: PagePartsFragment } };

export type ReviewsClaimMutationVariables = Exact<{
  caseId: string;
}>;


export type ReviewsClaimMutation = { claimCaseReview:
    | RefusalPartsFragment
    | CasePartsFragment
   };

export type ReviewsAdmitMutationVariables = Exact<{
  caseId: string;
  reason: string;
}>;


export type ReviewsAdmitMutation = { admitCase:
    | RefusalPartsFragment
    | CasePartsFragment
   };

export type ReviewsRejectMutationVariables = Exact<{
  caseId: string;
  reasonCodes: Array<string> | string;
  note?: string | null | undefined;
}>;


export type ReviewsRejectMutation = { rejectCase:
    | RefusalPartsFragment
    | CasePartsFragment
   };

export type SandboxesListQueryVariables = Exact<{ [key: string]: never; }>;


export type SandboxesListQuery = { sandboxes: Array<SandboxPartsFragment> };

export type SandboxesGetQueryVariables = Exact<{
  id: string;
}>;


export type SandboxesGetQuery = { sandbox: SandboxPartsFragment };

export type SandboxesMagicValuesQueryVariables = Exact<{ [key: string]: never; }>;


export type SandboxesMagicValuesQuery = { sandboxMagicValues: Array<{ about: string, verdict: string, description: string, afterSeconds: number, reasonCodes: Array<string>, enterpriseCreditCode: string | null, lawFirmCreditCode: string | null, lawyerCertificate: string | null, legalRepresentative: string | null, externalRefContains: string | null }> };

export type SandboxesCreateMutationVariables = Exact<{
  input: CreateSandboxInput;
}>;


export type SandboxesCreateMutation = { createSandbox:
    | RefusalPartsFragment
    | { sandbox: SandboxPartsFragment, accounts: Array<{ apiKeyId: string, key: string, email: string, organisation: { id: string, kind: OrganisationKind, name: string } }> }
   };

export type SandboxesAdvanceClockMutationVariables = Exact<{
  sandboxId: string;
  seconds: number;
}>;


export type SandboxesAdvanceClockMutation = { advanceSandboxClock:
    | RefusalPartsFragment
    | SandboxPartsFragment
   };

export type SandboxesDeleteMutationVariables = Exact<{
  sandboxId: string;
}>;


export type SandboxesDeleteMutation = { deleteSandbox:
    | RefusalPartsFragment
    | SandboxPartsFragment
   };

export type SettlementStatementQueryVariables = Exact<{
  period: string;
  organisationId?: string | null | undefined;
}>;


export type SettlementStatementQuery = { statement: { organisationId: string, period: string, from: string, until: string, openingFen: bigint, closingFen: bigint, heldFen: bigint, vatMissing: VatMissing | null, vatBps: number, vatFen: bigint, vat: Array<{ profile: TaxProfileKind | null, rateBps: number | null, priceFen: bigint, salesFen: bigint | null, vatFen: bigint | null, missing: VatMissing | null }>, totals: { commissionFen: bigint, serviceFeeFen: bigint, payoutFen: bigint, paymentFen: bigint }, receivedByProvider: { grossFen: bigint, commissionFen: bigint, netFen: bigint }, lines: Array<{ id: string, kind: string, occurredAt: string, billableAt: string | null, caseId: string | null, referenceId: string, payee: RepaymentPayee | null, repaidFen: bigint | null, amountFen: bigint }> } };

export type SettlementBalancesQueryVariables = Exact<{
  organisationId?: string | null | undefined;
}>;


export type SettlementBalancesQuery = { accountBalances: Array<{ id: string, kind: string, balanceFen: bigint }> };

export type SettlementEntriesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  period: string;
  organisationId?: string | null | undefined;
}>;


export type SettlementEntriesQuery = { ledgerEntries: { nodes: Array<{ id: string, transferId: string, transferKind: string, part: string, accountKind: string, amountFen: bigint, caseId: string | null, occurredAt: string }>, pageInfo: PagePartsFragment } };

export type SettlementTaxProfilesQueryVariables = Exact<{
  organisationId?: string | null | undefined;
}>;


export type SettlementTaxProfilesQuery = { taxProfiles: Array<{ profile: TaxProfileKind, from: string, rateBps: number | null, statedAt: string }> };

export type SettlementSetTaxProfileMutationVariables = Exact<{
  profile?: TaxProfileKind | null | undefined;
  from?: string | null | undefined;
  vatBps?: number | null | undefined;
}>;


export type SettlementSetTaxProfileMutation = { setTaxProfile:
    | RefusalPartsFragment
    | { profile: TaxProfileKind, from: string, rateBps: number | null, vatBps: number }
   };

export type SettlementRecordCreditorPaymentMutationVariables = Exact<{
  input: RecordCreditorPaymentInput;
}>;


export type SettlementRecordCreditorPaymentMutation = { recordCreditorPayment:
    | RefusalPartsFragment
    | { creditorId: string, amountFen: bigint, receivedOn: string, reference: string }
   };

export type SettlementTrialBalanceQueryVariables = Exact<{ [key: string]: never; }>;


export type SettlementTrialBalanceQuery = { trialBalance: { agrees: boolean, totalFen: bigint, kinds: Array<{ kind: string, accounts: number, balanceFen: bigint }> } };

export type StandingGetQueryVariables = Exact<{
  providerId?: string | null | undefined;
}>;


export type StandingGetQuery = { standing: { grade: Grade, earnedGrade: Grade, points: number, casesHeld: number, largestCaseFen: bigint | null, collectionRateBps: number | null, adjustedRateBps: number | null, shrunkRateBps: number, reliabilityBps: number, lowestRateBps: number, highestRateBps: number, idleMonths: number, next: { grade: Grade, missing: Array<string> } | null, explanation: Array<{ code: string, value: string, weight: number, effect: number, text: string }> } };

export type StandingHistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  providerId?: string | null | undefined;
}>;


export type StandingHistoryQuery = { standingHistory: { nodes: Array<{ id: string, cause: StandingChangeCause, grade: Grade, earnedGrade: Grade, casesHeld: number, largestCaseFen: bigint | null, figuresVersion: number | null, changedAt: string, explanation: Array<{ code: string, value: string, weight: number, effect: number, text: string }> }>, pageInfo: PagePartsFragment } };

export type StandingAppealMutationVariables = Exact<{
  input: AppealStandingInput;
}>;


export type StandingAppealMutation = { appealStanding:
    | RefusalPartsFragment
    | { id: string, state: StandingAppealState }
   };

export type VerificationMineQueryVariables = Exact<{ [key: string]: never; }>;


export type VerificationMineQuery = { myVerification: VerificationPartsFragment | null };

export type VerificationGetQueryVariables = Exact<{
  id: string;
}>;


export type VerificationGetQuery = { verification: VerificationPartsFragment };

export type VerificationSaveDraftMutationVariables = Exact<{
  input: SubmitVerificationInput;
}>;


export type VerificationSaveDraftMutation = { saveVerificationDraft:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type VerificationSubmitMutationVariables = Exact<{
  input: SubmitVerificationInput;
}>;


export type VerificationSubmitMutation = { submitVerification:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type VerificationQueueQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: VerificationQueueFilter | null | undefined;
}>;


export type VerificationQueueQuery = { verificationQueue: { nodes: Array<{ id: string, organisationId: string, organisationKind: ApplicantKind, businessName: string | null, state: VerificationState, submission: number, warnings: number, submittedAt: string | null, claimExpiresAt: string | null, validUntil: string | null }>, pageInfo: PagePartsFragment } };

export type VerificationClaimMutationVariables = Exact<{
  id: string;
}>;


export type VerificationClaimMutation = { claimVerification:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type VerificationReleaseMutationVariables = Exact<{
  id: string;
}>;


export type VerificationReleaseMutation = { releaseVerification:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type VerificationApproveMutationVariables = Exact<{
  id: string;
  validUntil?: string | null | undefined;
}>;


export type VerificationApproveMutation = { approveVerification:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type VerificationRejectMutationVariables = Exact<{
  id: string;
  reasonCodes: Array<VerificationReason> | VerificationReason;
  note?: string | null | undefined;
}>;


export type VerificationRejectMutation = { rejectVerification:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type VerificationSuspendMutationVariables = Exact<{
  id: string;
  reasonCodes: Array<VerificationReason> | VerificationReason;
  note?: string | null | undefined;
}>;


export type VerificationSuspendMutation = { suspendVerification:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type VerificationReinstateMutationVariables = Exact<{
  id: string;
  reasonCodes: Array<VerificationReason> | VerificationReason;
  note?: string | null | undefined;
}>;


export type VerificationReinstateMutation = { reinstateVerification:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type VerificationRevokeMutationVariables = Exact<{
  id: string;
  reasonCodes: Array<VerificationReason> | VerificationReason;
  note?: string | null | undefined;
}>;


export type VerificationRevokeMutation = { revokeVerification:
    | RefusalPartsFragment
    | VerificationSummaryPartsFragment
   };

export type WebhooksEndpointsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type WebhooksEndpointsQuery = { webhookEndpoints: { nodes: Array<WebhookEndpointPartsFragment>, pageInfo: PagePartsFragment } };

export type WebhooksEndpointQueryVariables = Exact<{
  id: string;
}>;


export type WebhooksEndpointQuery = { webhookEndpoint: WebhookEndpointPartsFragment };

export type WebhooksEventTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksEventTypesQuery = { webhookEventTypes: Array<{ type: string, description: string, audiences: Array<string>, schema: Record<string, unknown>, example: Record<string, unknown> }> };

export type WebhooksCreateMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type WebhooksCreateMutation = { createWebhookEndpoint:
    | RefusalPartsFragment
    | { secret: string, endpoint: WebhookEndpointPartsFragment }
   };

export type WebhooksUpdateMutationVariables = Exact<{
  endpointId: string;
  input: UpdateWebhookEndpointInput;
}>;


export type WebhooksUpdateMutation = { updateWebhookEndpoint:
    | RefusalPartsFragment
    | WebhookEndpointPartsFragment
   };

export type WebhooksRotateSecretMutationVariables = Exact<{
  endpointId: string;
  input?: RotateWebhookSecretInput | null | undefined;
}>;


export type WebhooksRotateSecretMutation = { rotateWebhookSecret:
    | RefusalPartsFragment
    | { secret: string, endpoint: WebhookEndpointPartsFragment }
   };

export type WebhooksEnableMutationVariables = Exact<{
  endpointId: string;
}>;


export type WebhooksEnableMutation = { enableWebhookEndpoint:
    | RefusalPartsFragment
    | WebhookEndpointPartsFragment
   };

export type WebhooksDisableMutationVariables = Exact<{
  endpointId: string;
}>;


export type WebhooksDisableMutation = { disableWebhookEndpoint:
    | RefusalPartsFragment
    | WebhookEndpointPartsFragment
   };

export type WebhooksDeleteMutationVariables = Exact<{
  endpointId: string;
}>;


export type WebhooksDeleteMutation = { deleteWebhookEndpoint:
    | RefusalPartsFragment
    | WebhookEndpointPartsFragment
   };

export type WebhooksTestMutationVariables = Exact<{
  endpointId: string;
}>;


export type WebhooksTestMutation = { sendTestWebhook:
    | RefusalPartsFragment
    | WebhookDeliveryPartsFragment
   };

export type WebhooksDeliveriesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  endpointId: string;
  filter?: WebhookDeliveryFilterInput | null | undefined;
}>;


export type WebhooksDeliveriesQuery = { webhookDeliveries: { nodes: Array<WebhookDeliveryPartsFragment>, pageInfo: PagePartsFragment } };

export type WebhooksDeliveryQueryVariables = Exact<{
  id: string;
}>;


export type WebhooksDeliveryQuery = { webhookDelivery: { body: string, delivery: WebhookDeliveryPartsFragment, attempts: Array<{ attemptedAt: string, durationMs: number, status: number | null, error: WebhookError | null, errorDetail: string | null, answer: string | null, requestHeaders: Record<string, unknown> }> } };

export type WebhooksReplayDeliveryMutationVariables = Exact<{
  deliveryId: string;
}>;


export type WebhooksReplayDeliveryMutation = { replayWebhookDelivery:
    | RefusalPartsFragment
    | WebhookDeliveryPartsFragment
   };

export type WebhooksReplayMutationVariables = Exact<{
  endpointId: string;
  input: ReplayWebhooksInput;
}>;


export type WebhooksReplayMutation = { replayWebhooks:
    | RefusalPartsFragment
    | WebhookReplayPartsFragment
   };

export type WebhooksReplayProgressQueryVariables = Exact<{
  id: string;
}>;


export type WebhooksReplayProgressQuery = { webhookReplay: WebhookReplayPartsFragment };

const RefusalParts = `
fragment RefusalParts on Refusal {
  code
  message
  path
  retryAfterSeconds
  details
}`;
const ClaimSegmentParts = `
fragment ClaimSegmentParts on ClaimSegment {
  lineNumber
  phase
  from
  to
  days
  amountFen
  rate
  rateDays
  interestFen
}`;
const ClaimParts = `
fragment ClaimParts on Claim {
  rule
  until
  principalFen
  askedFen
  allowedFen
  receivedFen
  coveredFen
  capFen
  excessFen
  leastFen
  askedRateBps
  capRate
  segments {
    ...ClaimSegmentParts
  }
  feesFen
  capSegments {
    ...ClaimSegmentParts
  }
  notes {
    code
    en
    zh
    params
  }
  courtFees {
    amountFen
    acceptanceFen
    halvedFen
    paymentOrderFen
    preservationFen
    enforcementFen
  }
}`;
const CaseParts = `
fragment CaseParts on Case {
  id
  number
  state
  externalRef
  batchId
  creditorId
  category
  serviceLine
  legalOrigin
  matter
  debtorKind
  debtorMaskedName
  regionCode
  principalFen
  penaltyFen
  paidFen
  recoveredFen
  outstandingFen
  lines {
    ...CaseLineParts
  }
  dueOn
  invoicedOn
  contractNumber
  limitationExpiresOn
  commissionBps
  commissionTiers {
    minMonthsOverdue
    minAmountFen
    bps
  }
  evidenceBps
  evidenceKinds
  score
  grade
  claimTerms {
    contractOn
    filedOn
    ordinaryRateBps
    overdueRateBps
    penaltyRateBps
    feesFen
    deductedInAdvanceFen
    lender
    creditorScale
    debtorScale
    paymentTermDays
    payWhenPaid
  }
  reviewReasons {
    code
    field
    severity
    en
    zh
  }
  closeCode
  createdAt
  listedAt
  acceptedAt
  closedAt
}`;
const CaseLineParts = `
fragment CaseLineParts on CaseLine {
  lineNumber
  kind
  documentNumber
  periodFrom
  periodTo
  dueOn
  invoicedOn
  principalFen
  penaltyFen
  paidFen
  openFen
  monthsOverdue
  lastInterruptedOn
  clock {
    kind
    on
    until
  }
  limitationExpiresOn
  limitationDaysLeft
  limitation {
    state
    runsFrom
    lastDayOn
    interruptedOn
    chainUnproven
  }
  withdrawnAt
}`;
const CaseLineChangeParts = `
fragment CaseLineChangeParts on CaseLineChange {
  id
  caseId
  act
  lineNumber
  line {
    kind
    documentNumber
    periodFrom
    periodTo
    dueOn
    principalFen
    penaltyFen
    paidFen
  }
  lines {
    kind
    documentNumber
    periodFrom
    periodTo
    dueOn
    principalFen
    penaltyFen
    paidFen
  }
  state
  fromFen
  outstandingFen
  proposedAt
  decidedAt
}`;
const HallCaseParts = `
fragment HallCaseParts on HallCase {
  id
  category
  serviceLine
  debtorKind
  matter
  openToLawFirms
  provinceCode
  provinceName
  provinceNameEn
  amountBand
  amountFen
  monthsOverdue
  commissionBps
  evidenceBps
  score
  grade
  listedAt
}`;
const GrabParts = `
fragment GrabParts on Grab {
  id
  caseId
  providerId
  state
  amountFen
  monthsOverdue
  terms {
    commissionBps
    serviceFeeBps
    lawyerFeeCap
  }
  grabbedAt
  acceptBy
  acceptedAt
  activityBy
  firstActivityAt
  exclusiveUntil
  endedAt
  endReason
  penaltyPoints
  closeCode
  closeProposedAt
  closesAt
  frozenAt
}`;
const RepaymentParts = `
fragment RepaymentParts on Repayment {
  id
  caseId
  grabId
  creditorId
  providerId
  reporterId
  state
  amountFen
  paidOn
  channel
  payee
  externalRef
  voucherFileId
  commissionFen
  serviceFeeFen
  reportedAt
  autoConfirmAt
  confirmedAt
  confirmedHow
  disputedAt
  disputeReason
  rejectedAt
  rejectReason
  reversedAt
  reverseReason
}`;
const BatchParts = `
fragment BatchParts on CaseBatch {
  id
  creditorId
  state
  format
  encoding
  totalRows
  processedRows
  admittedRows
  inReviewRows
  duplicateRows
  updatedRows
  settledRows
  withdrawnRows
  repaymentRows
  revisionRows
  unchangedRows
  rejectedRows
  mode
  dryRun
  dryRunOf
  carriedOutBy
  percent
  unknownColumns
  unreadSheets
  failureCode
  createdAt
  startedAt
  finishedAt
}`;
const ActivityParts = `
fragment ActivityParts on Activity {
  id
  caseId
  grabId
  kind
  outcome
  note
  happenedAt
  createdAt
}`;
const MemberParts = `
fragment MemberParts on Member {
  id
  organisationId
  name
  email
  roles
  state
  createdAt
}`;
const ApiKeyParts = `
fragment ApiKeyParts on ApiKey {
  id
  name
  ending
  scopes
  createdAt
  lastUsedAt
  expiresAt
  revokedAt
}`;
const PayoutParts = `
fragment PayoutParts on Payout {
  id
  providerId
  state
  amountFen
  needsApproval
  reference
  returnReason
  createdAt
  approvedAt
  sentAt
  paidAt
  returnedAt
}`;
const VerificationSummaryParts = `
fragment VerificationSummaryParts on VerificationSummary {
  id
  organisationId
  organisationKind
  businessName
  state
  submission
  createdAt
  submittedAt
  claimExpiresAt
  decidedAt
  validUntil
}`;
const VerificationParts = `
fragment VerificationParts on Verification {
  id
  organisationId
  organisationKind
  businessName
  state
  submission
  createdAt
  submittedAt
  claimExpiresAt
  decidedAt
  validUntil
  factsMasked
  checks {
    code
    field
    passed
    reason
    severity
  }
  documents {
    id
    kind
    fileId
    withdrawnAt
  }
  history {
    act
    at
    fromState
    toState
    memberId
    note
    reasonCodes
  }
  facts {
    businessName
    creditCode
    businessScope
    registeredAddress
    contactPhone
    licenceLongTerm
    licenceValidUntil
    firmLicenceNumber
    legalRepresentative {
      name
      residentId
    }
    owners {
      name
      idNumber
    }
    lawyers {
      name
      certificateNumber
    }
    bankAccount {
      holder
      bank
      number
    }
  }
}`;
const PageParts = `
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}`;
const OAuthClientParts = `
fragment OAuthClientParts on OAuthClient {
  id
  name
  authMethod
  scopes
  addresses
  keys {
    kid
    algorithms
    createdAt
  }
  secrets {
    ending
    createdAt
    expiresAt
  }
  createdAt
  lastUsedAt
  revokedAt
}`;
const WebhookEndpointParts = `
fragment WebhookEndpointParts on WebhookEndpoint {
  id
  url
  description
  types
  state
  disabledAt
  disabledReason
  failingSince
  previousSecretUntil
  createdAt
}`;
const WebhookDeliveryParts = `
fragment WebhookDeliveryParts on WebhookDelivery {
  id
  endpointId
  eventId
  type
  state
  attempts
  replays
  lastStatus
  lastError
  nextAttemptAt
  createdAt
  finishedAt
}`;
const WebhookReplayParts = `
fragment WebhookReplayParts on WebhookReplay {
  id
  endpointId
  since
  types
  queued
  done
  createdAt
  finishedAt
}`;
const SandboxParts = `
fragment SandboxParts on Sandbox {
  id
  name
  now
  advancedSeconds
  createdAt
  organisations {
    id
    kind
    name
  }
}`;
/** `client.account` */
export const accountArea = (run: Runner) => ({
  /** The caller. Machines need the scope self:read. */
  me: run.ask<AccountMeQuery['me'], AccountMeQueryVariables>({
    name: 'AccountMe',
    field: 'me',
    kind: 'query',
    text: `query AccountMe {
  me {
    organisation {
      id
      kind
      name
      createdAt
    }
    member {
      ...MemberParts
    }
    scopes
  }
}${MemberParts}`,
  }),
  /** The members of your organisation, oldest first. Closed to machines. */
  members: run.pages<AccountMembersQuery['members'], AccountMembersQueryVariables>({
    name: 'AccountMembers',
    field: 'members',
    kind: 'query',
    text: `query AccountMembers($first: Int!, $after: String) {
  members(first: $first, after: $after) {
    nodes {
      ...MemberParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${MemberParts}${PageParts}`,
  }),
  /** Registers an organisation with its first owner, and logs the owner in. */
  register: run.act<AccountRegisterMutation['register'], AccountRegisterMutationVariables>({
    name: 'AccountRegister',
    field: 'register',
    kind: 'mutation',
    text: `mutation AccountRegister($input: RegisterInput!) {
  register(input: $input) {
    ...RefusalParts
    ... on Session {
      id
      memberId
      organisationId
      organisationKind
      roles
      accessToken
      accessTokenExpiresAt
      refreshToken
      refreshTokenExpiresAt
    }
  }
}${RefusalParts}`,
  }),
  /** Invites a member, who gets a token by mail and sets a password with it. Closed to machines. */
  invite: run.act<AccountInviteMutation['inviteMember'], AccountInviteMutationVariables>({
    name: 'AccountInvite',
    field: 'inviteMember',
    kind: 'mutation',
    text: `mutation AccountInvite($input: InviteMemberInput!) {
  inviteMember(input: $input) {
    ...RefusalParts
    ... on Invitation {
      token
      expiresAt
      member {
        ...MemberParts
      }
    }
  }
}${RefusalParts}${MemberParts}`,
  }),
  /** Exchanges a token of an invitation, a confirmation or a new password for a password, and logs in. */
  acceptInvitation: run.act<AccountAcceptInvitationMutation['acceptInvitation'], AccountAcceptInvitationMutationVariables>({
    name: 'AccountAcceptInvitation',
    field: 'acceptInvitation',
    kind: 'mutation',
    text: `mutation AccountAcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    ...RefusalParts
    ... on Session {
      id
      memberId
      organisationId
      organisationKind
      roles
      accessToken
      accessTokenExpiresAt
      refreshToken
      refreshTokenExpiresAt
    }
  }
}${RefusalParts}`,
  }),
  /** Replaces the roles of a member of your organisation. Closed to machines. */
  changeRoles: run.act<AccountChangeRolesMutation['changeRoles'], AccountChangeRolesMutationVariables>({
    name: 'AccountChangeRoles',
    field: 'changeRoles',
    kind: 'mutation',
    text: `mutation AccountChangeRoles($input: ChangeRolesInput!) {
  changeRoles(input: $input) {
    ...RefusalParts
    ... on Member {
      ...MemberParts
    }
  }
}${RefusalParts}${MemberParts}`,
  }),
  /** Ends the access of a member of your organisation at once. Closed to machines. */
  deactivateMember: run.ask<AccountDeactivateMemberMutation['deactivateMember'], AccountDeactivateMemberMutationVariables>({
    name: 'AccountDeactivateMember',
    field: 'deactivateMember',
    kind: 'mutation',
    text: `mutation AccountDeactivateMember($memberId: ID!) {
  deactivateMember(memberId: $memberId) {
    ...RefusalParts
    ... on Member {
      ...MemberParts
    }
  }
}${RefusalParts}${MemberParts}`,
  }),
  /** Changes your password and ends your other sessions. Closed to machines. */
  changePassword: run.act<AccountChangePasswordMutation['changePassword'], AccountChangePasswordMutationVariables>({
    name: 'AccountChangePassword',
    field: 'changePassword',
    kind: 'mutation',
    text: `mutation AccountChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    ...RefusalParts
    ... on SessionsEnded {
      ended
    }
  }
}${RefusalParts}`,
  }),
  /** Ends this session. Closed to machines. */
  logout: run.ask<AccountLogoutMutation['logout'], AccountLogoutMutationVariables>({
    name: 'AccountLogout',
    field: 'logout',
    kind: 'mutation',
    text: `mutation AccountLogout {
  logout {
    ...RefusalParts
    ... on SessionsEnded {
      ended
    }
  }
}${RefusalParts}`,
  }),
  /** Ends all of your sessions, this one too. Closed to machines. */
  logoutEverywhere: run.ask<AccountLogoutEverywhereMutation['logoutEverywhere'], AccountLogoutEverywhereMutationVariables>({
    name: 'AccountLogoutEverywhere',
    field: 'logoutEverywhere',
    kind: 'mutation',
    text: `mutation AccountLogoutEverywhere {
  logoutEverywhere {
    ...RefusalParts
    ... on SessionsEnded {
      ended
    }
  }
}${RefusalParts}`,
  }),
});

/** `client.batches` */
export const batchesArea = (run: Runner) => ({
  /** Your batches, newest first. Machines need the scope cases:read. */
  list: run.pages<BatchesListQuery['caseBatches'], BatchesListQueryVariables>({
    name: 'BatchesList',
    field: 'caseBatches',
    kind: 'query',
    text: `query BatchesList($first: Int!, $after: String, $state: CaseBatchState) {
  caseBatches(first: $first, after: $after, state: $state) {
    nodes {
      ...BatchParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${BatchParts}${PageParts}`,
  }),
  /** One of your batches and its progress. Machines need the scope cases:read. */
  get: run.ask<BatchesGetQuery['caseBatch'], BatchesGetQueryVariables>({
    name: 'BatchesGet',
    field: 'caseBatch',
    kind: 'query',
    text: `query BatchesGet($id: ID!) {
  caseBatch(id: $id) {
    ...BatchParts
  }
}${BatchParts}`,
  }),
  /** The outcome of each row of a batch, in the order of the file. Machines need the scope cases:read. */
  rows: run.pages<BatchesRowsQuery['caseBatchRows'], BatchesRowsQueryVariables>({
    name: 'BatchesRows',
    field: 'caseBatchRows',
    kind: 'query',
    text: `query BatchesRows($first: Int!, $after: String, $batchId: ID!, $outcome: CaseBatchRowOutcome) {
  caseBatchRows(
    first: $first
    after: $after
    batchId: $batchId
    outcome: $outcome
  ) {
    nodes {
      rowNumber
      externalRef
      outcome
      caseId
      reasons {
        code
        field
        en
        zh
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}${PageParts}`,
  }),
  /** Stops a batch; rows processed before keep their outcome. Post batches by REST: /v1/case-batches. Machines need the scope cases:write. */
  cancel: run.ask<BatchesCancelMutation['cancelCaseBatch'], BatchesCancelMutationVariables>({
    name: 'BatchesCancel',
    field: 'cancelCaseBatch',
    kind: 'mutation',
    text: `mutation BatchesCancel($id: ID!) {
  cancelCaseBatch(id: $id) {
    ...RefusalParts
    ... on CaseBatch {
      ...BatchParts
    }
  }
}${RefusalParts}${BatchParts}`,
  }),
});

/** `client.cases` */
export const casesArea = (run: Runner) => ({
  /** Cases you may see, newest first: your own, or those you hold. Machines need the scope cases:read. */
  list: run.pages<CasesListQuery['cases'], CasesListQueryVariables>({
    name: 'CasesList',
    field: 'cases',
    kind: 'query',
    text: `query CasesList($first: Int!, $after: String, $filter: CaseFilterInput) {
  cases(first: $first, after: $after, filter: $filter) {
    nodes {
      ...CaseParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${CaseParts}${CaseLineParts}${PageParts}`,
  }),
  /** One case. Fields that you may not see are null or empty. Machines need the scope cases:read. */
  get: run.ask<CasesGetQuery['case'], CasesGetQueryVariables>({
    name: 'CasesGet',
    field: 'case',
    kind: 'query',
    text: `query CasesGet($id: ID!) {
  case(id: $id) {
    ...CaseParts
  }
}${CaseParts}${CaseLineParts}`,
  }),
  /** Posts one case. It is listed at once when it satisfies every rule; otherwise it goes to a reviewer or is refused. Machines need the scope cases:write. */
  post: run.act<CasesPostMutation['postCase'], CasesPostMutationVariables>({
    name: 'CasesPost',
    field: 'postCase',
    kind: 'mutation',
    text: `mutation CasesPost($input: PostCaseInput!) {
  postCase(input: $input) {
    ...RefusalParts
    ... on Case {
      ...CaseParts
    }
  }
}${RefusalParts}${CaseParts}${CaseLineParts}`,
  }),
  /** Withdraws a case that no provider holds; see also `recallGrab`. Machines need the scope cases:write. */
  withdraw: run.ask<CasesWithdrawMutation['withdrawCase'], CasesWithdrawMutationVariables>({
    name: 'CasesWithdraw',
    field: 'withdrawCase',
    kind: 'mutation',
    text: `mutation CasesWithdraw($caseId: ID!, $reason: String) {
  withdrawCase(caseId: $caseId, reason: $reason) {
    ...RefusalParts
    ... on Case {
      ...CaseParts
    }
  }
}${RefusalParts}${CaseParts}${CaseLineParts}`,
  }),
  /** Lists a case again: a returned one, or one closed while a part of the debt is open. Machines need the scope cases:write. */
  relist: run.ask<CasesRelistMutation['relistCase'], CasesRelistMutationVariables>({
    name: 'CasesRelist',
    field: 'relistCase',
    kind: 'mutation',
    text: `mutation CasesRelist($caseId: ID!) {
  relistCase(caseId: $caseId) {
    ...RefusalParts
    ... on Case {
      ...CaseParts
    }
  }
}${RefusalParts}${CaseParts}${CaseLineParts}`,
  }),
  /** Restates what a case is about, while no provider holds it; for its creditor and for reviewers. Recorded in its history. Machines need the scope cases:write. */
  restateMatter: run.ask<CasesRestateMatterMutation['restateMatter'], CasesRestateMatterMutationVariables>({
    name: 'CasesRestateMatter',
    field: 'restateMatter',
    kind: 'mutation',
    text: `mutation CasesRestateMatter($caseId: ID!, $matter: Matter!) {
  restateMatter(caseId: $caseId, matter: $matter) {
    ...RefusalParts
    ... on Case {
      ...CaseParts
    }
  }
}${RefusalParts}${CaseParts}${CaseLineParts}`,
  }),
  /** The debtor's personal data, for the creditor and the holder with an accepted entrustment. Every read is recorded. Machines need the scope debtors:read. */
  debtor: run.ask<CasesDebtorQuery['caseDebtor'], CasesDebtorQueryVariables>({
    name: 'CasesDebtor',
    field: 'caseDebtor',
    kind: 'query',
    text: `query CasesDebtor($caseId: ID!) {
  caseDebtor(caseId: $caseId) {
    ...RefusalParts
    ... on Debtor {
      name
      idNumber
      phone
      address
      note
    }
  }
}${RefusalParts}`,
  }),
  /** The uploaded documents of a case, oldest first. Machines need the scope cases:read. */
  evidence: run.ask<CasesEvidenceQuery['caseEvidence'], CasesEvidenceQueryVariables>({
    name: 'CasesEvidence',
    field: 'caseEvidence',
    kind: 'query',
    text: `query CasesEvidence($caseId: ID!) {
  caseEvidence(caseId: $caseId) {
    id
    kind
    fileId
    addedAt
  }
}`,
  }),
  /** Adds an uploaded file to a case. A case that waited only for documents is listed. Machines need the scope cases:write. */
  addEvidence: run.ask<CasesAddEvidenceMutation['addEvidence'], CasesAddEvidenceMutationVariables>({
    name: 'CasesAddEvidence',
    field: 'addEvidence',
    kind: 'mutation',
    text: `mutation CasesAddEvidence($caseId: ID!, $fileId: ID!, $kind: EvidenceKind!) {
  addEvidence(caseId: $caseId, fileId: $fileId, kind: $kind) {
    ...RefusalParts
    ... on Case {
      ...CaseParts
    }
  }
}${RefusalParts}${CaseParts}${CaseLineParts}`,
  }),
  /** The history of a case, oldest first; for creditor and platform. Machines need the scope cases:read. */
  history: run.ask<CasesHistoryQuery['caseHistory'], CasesHistoryQueryVariables>({
    name: 'CasesHistory',
    field: 'caseHistory',
    kind: 'query',
    text: `query CasesHistory($caseId: ID!) {
  caseHistory(caseId: $caseId) {
    id
    act
    at
    fromState
    toState
    actorOrganisationId
    facts
  }
}`,
  }),
  /** The organisations to which the debtor of a case was disclosed. Machines need the scope debtors:read. */
  disclosures: run.ask<CasesDisclosuresQuery['caseDisclosures'], CasesDisclosuresQueryVariables>({
    name: 'CasesDisclosures',
    field: 'caseDisclosures',
    kind: 'query',
    text: `query CasesDisclosures($caseId: ID!) {
  caseDisclosures(caseId: $caseId) {
    organisationId
    purpose
    stage
    disclosedAt
    revokedAt
  }
}`,
  }),
  /** What posting a debt today would come to: verdict, lines, score, commission, claim. Posts nothing. Machines need the scope cases:read. */
  quote: run.act<CasesQuoteQuery['quoteCase'], CasesQuoteQueryVariables>({
    name: 'CasesQuote',
    field: 'quoteCase',
    kind: 'query',
    text: `query CasesQuote($input: PostCaseInput!) {
  quoteCase(input: $input) {
    verdict
    reasons {
      code
      field
      severity
      en
      zh
    }
    existingCaseId
    principalFen
    penaltyFen
    paidFen
    outstandingFen
    dueOn
    monthsOverdue
    limitationExpiresOn
    limitationDaysLeft
    lines {
      ...CaseLineParts
    }
    score
    grade
    evidenceBps
    commissionBps
    commissionTiers {
      minMonthsOverdue
      minAmountFen
      bps
    }
    fullRecovery {
      commissionBps
      commissionFen
      serviceFeeBps
      serviceFeeFen
    }
    claim {
      ...ClaimParts
    }
  }
}${CaseLineParts}${ClaimParts}${ClaimSegmentParts}`,
  }),
  /** Interest and charges on a case up to today, for creditor, platform and entrusted holder. Machines need the scope cases:read. */
  claim: run.ask<CasesClaimQuery['caseClaim'], CasesClaimQueryVariables>({
    name: 'CasesClaim',
    field: 'caseClaim',
    kind: 'query',
    text: `query CasesClaim($caseId: ID!) {
  caseClaim(caseId: $caseId) {
    ...ClaimParts
  }
}${ClaimParts}${ClaimSegmentParts}`,
  }),
  /** Adds a line to a case: at once while nobody holds it, otherwise its holder must agree. Machines need the scope cases:write. */
  addLine: run.ask<CasesAddLineMutation['addCaseLine'], CasesAddLineMutationVariables>({
    name: 'CasesAddLine',
    field: 'addCaseLine',
    kind: 'mutation',
    text: `mutation CasesAddLine($caseId: ID!, $line: DebtLineInput!) {
  addCaseLine(caseId: $caseId, line: $line) {
    ...RefusalParts
    ... on CaseLineChange {
      ...CaseLineChangeParts
    }
  }
}${RefusalParts}${CaseLineChangeParts}`,
  }),
  /** Corrects a line: at once while nobody holds the case, otherwise its holder must agree. What you leave out is empty after it; the evidence about its limitation period stays. Machines need the scope cases:write. */
  correctLine: run.ask<CasesCorrectLineMutation['correctCaseLine'], CasesCorrectLineMutationVariables>({
    name: 'CasesCorrectLine',
    field: 'correctCaseLine',
    kind: 'mutation',
    text: `mutation CasesCorrectLine($caseId: ID!, $lineNumber: Int!, $line: DebtLineInput!) {
  correctCaseLine(caseId: $caseId, lineNumber: $lineNumber, line: $line) {
    ...RefusalParts
    ... on CaseLineChange {
      ...CaseLineChangeParts
    }
  }
}${RefusalParts}${CaseLineChangeParts}`,
  }),
  /** Withdraws a line, so that it no longer counts: at once while nobody holds the case, otherwise its holder must agree. Machines need the scope cases:write. */
  withdrawLine: run.ask<CasesWithdrawLineMutation['withdrawCaseLine'], CasesWithdrawLineMutationVariables>({
    name: 'CasesWithdrawLine',
    field: 'withdrawCaseLine',
    kind: 'mutation',
    text: `mutation CasesWithdrawLine($caseId: ID!, $lineNumber: Int!) {
  withdrawCaseLine(caseId: $caseId, lineNumber: $lineNumber) {
    ...RefusalParts
    ... on CaseLineChange {
      ...CaseLineChangeParts
    }
  }
}${RefusalParts}${CaseLineChangeParts}`,
  }),
  /** Agrees to a change of a case you hold: the case has the new figures, your terms stay as they are. Machines need the scope grabs:write. */
  agreeToLineChange: run.ask<CasesAgreeToLineChangeMutation['agreeToCaseLineChange'], CasesAgreeToLineChangeMutationVariables>({
    name: 'CasesAgreeToLineChange',
    field: 'agreeToCaseLineChange',
    kind: 'mutation',
    text: `mutation CasesAgreeToLineChange($changeId: ID!) {
  agreeToCaseLineChange(changeId: $changeId) {
    ...RefusalParts
    ... on CaseLineChange {
      ...CaseLineChangeParts
    }
  }
}${RefusalParts}${CaseLineChangeParts}`,
  }),
  /** Declines a change of a case you hold: the agreed figures stay. Machines need the scope grabs:write. */
  declineLineChange: run.ask<CasesDeclineLineChangeMutation['declineCaseLineChange'], CasesDeclineLineChangeMutationVariables>({
    name: 'CasesDeclineLineChange',
    field: 'declineCaseLineChange',
    kind: 'mutation',
    text: `mutation CasesDeclineLineChange($changeId: ID!) {
  declineCaseLineChange(changeId: $changeId) {
    ...RefusalParts
    ... on CaseLineChange {
      ...CaseLineChangeParts
    }
  }
}${RefusalParts}${CaseLineChangeParts}`,
  }),
  /** The changes of the lines of a case, newest first; a holder sees those proposed to it. Machines need the scope cases:read. */
  lineChanges: run.ask<CasesLineChangesQuery['caseLineChanges'], CasesLineChangesQueryVariables>({
    name: 'CasesLineChanges',
    field: 'caseLineChanges',
    kind: 'query',
    text: `query CasesLineChanges($caseId: ID!) {
  caseLineChanges(caseId: $caseId) {
    ...CaseLineChangeParts
  }
}${CaseLineChangeParts}`,
  }),
});

/** `client.collection` */
export const collectionArea = (run: Runner) => ({
  /** The activities on a case you may see, newest first. Machines need the scope collection:read. */
  activities: run.pages<CollectionActivitiesQuery['activities'], CollectionActivitiesQueryVariables>({
    name: 'CollectionActivities',
    field: 'activities',
    kind: 'query',
    text: `query CollectionActivities($first: Int!, $after: String, $caseId: ID!) {
  activities(first: $first, after: $after, caseId: $caseId) {
    nodes {
      ...ActivityParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${ActivityParts}${PageParts}`,
  }),
  /** Logs an activity on a held case; the first is due within 72 hours of the grab. Machines need the scope collection:write. */
  logActivity: run.act<CollectionLogActivityMutation['logActivity'], CollectionLogActivityMutationVariables>({
    name: 'CollectionLogActivity',
    field: 'logActivity',
    kind: 'mutation',
    text: `mutation CollectionLogActivity($input: LogActivityInput!) {
  logActivity(input: $input) {
    ...RefusalParts
    ... on Activity {
      ...ActivityParts
    }
  }
}${RefusalParts}${ActivityParts}`,
  }),
});

/** `client.grabs` */
export const grabsArea = (run: Runner) => ({
  /** Grabs a listed case; the first committed grab wins. An Idempotency-Key header makes a repetition safe. Machines need the scope grabs:write. */
  grab: run.ask<GrabsGrabMutation['grabCase'], GrabsGrabMutationVariables>({
    name: 'GrabsGrab',
    field: 'grabCase',
    kind: 'mutation',
    text: `mutation GrabsGrab($caseId: ID!) {
  grabCase(caseId: $caseId) {
    ...RefusalParts
    ... on Grab {
      ...GrabParts
    }
  }
}${RefusalParts}${GrabParts}`,
  }),
  /** Accepts the entrustment, due within 48 hours of the grab. Discloses the debtor's data to the holder. Machines need the scope grabs:write. */
  accept: run.ask<GrabsAcceptMutation['acceptEntrustment'], GrabsAcceptMutationVariables>({
    name: 'GrabsAccept',
    field: 'acceptEntrustment',
    kind: 'mutation',
    text: `mutation GrabsAccept($grabId: ID!) {
  acceptEntrustment(grabId: $grabId) {
    ...RefusalParts
    ... on Grab {
      ...GrabParts
    }
  }
}${RefusalParts}${GrabParts}`,
  }),
  /** Returns a case. Costs standing points, more each time. Machines need the scope grabs:write. */
  return: run.ask<GrabsReturnMutation['returnGrab'], GrabsReturnMutationVariables>({
    name: 'GrabsReturn',
    field: 'returnGrab',
    kind: 'mutation',
    text: `mutation GrabsReturn($grabId: ID!, $reason: String!) {
  returnGrab(grabId: $grabId, reason: $reason) {
    ...RefusalParts
    ... on Grab {
      ...GrabParts
    }
  }
}${RefusalParts}${GrabParts}`,
  }),
  /** Proposes to close a case by a close code; for its holder, after work of the kind the code claims. The case is closed when its creditor consents (`answerClosing`) or does not answer in time, seven days by default. Machines need the scope grabs:write. */
  complete: run.ask<GrabsCompleteMutation['completeGrab'], GrabsCompleteMutationVariables>({
    name: 'GrabsComplete',
    field: 'completeGrab',
    kind: 'mutation',
    text: `mutation GrabsComplete($grabId: ID!, $closeCode: CloseCode!) {
  completeGrab(grabId: $grabId, closeCode: $closeCode) {
    ...RefusalParts
    ... on Grab {
      ...GrabParts
    }
  }
}${RefusalParts}${GrabParts}`,
  }),
  /** Takes a case back from its holder; for its creditor. Machines need the scope cases:write. */
  recall: run.ask<GrabsRecallMutation['recallGrab'], GrabsRecallMutationVariables>({
    name: 'GrabsRecall',
    field: 'recallGrab',
    kind: 'mutation',
    text: `mutation GrabsRecall($grabId: ID!, $reason: String!, $relist: Boolean! = false, $reasonCode: RecallReason) {
  recallGrab(
    grabId: $grabId
    reason: $reason
    relist: $relist
    reasonCode: $reasonCode
  ) {
    ...RefusalParts
    ... on Grab {
      ...GrabParts
    }
  }
}${RefusalParts}${GrabParts}`,
  }),
  /** One grab of your organisation. Machines need the scope grabs:read. */
  get: run.ask<GrabsGetQuery['grab'], GrabsGetQueryVariables>({
    name: 'GrabsGet',
    field: 'grab',
    kind: 'query',
    text: `query GrabsGet($id: ID!) {
  grab(id: $id) {
    ...GrabParts
  }
}${GrabParts}`,
  }),
  /** The grabs of your organisation, newest first. Machines need the scope grabs:read. */
  list: run.pages<GrabsListQuery['myGrabs'], GrabsListQueryVariables>({
    name: 'GrabsList',
    field: 'myGrabs',
    kind: 'query',
    text: `query GrabsList($first: Int!, $after: String, $state: GrabState) {
  myGrabs(first: $first, after: $after, state: $state) {
    nodes {
      ...GrabParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${GrabParts}${PageParts}`,
  }),
  /** Answers a proposed close; for the creditor of the case. Machines need the scope cases:write. */
  answerClosing: run.ask<GrabsAnswerClosingMutation['answerClosing'], GrabsAnswerClosingMutationVariables>({
    name: 'GrabsAnswerClosing',
    field: 'answerClosing',
    kind: 'mutation',
    text: `mutation GrabsAnswerClosing($grabId: ID!, $answer: ClosingAnswer!) {
  answerClosing(grabId: $grabId, answer: $answer) {
    ...RefusalParts
    ... on Grab {
      ...GrabParts
    }
  }
}${RefusalParts}${GrabParts}`,
  }),
  /** Takes a proposed close back; for the holder, which goes on with the case. Machines need the scope grabs:write. */
  withdrawClosing: run.ask<GrabsWithdrawClosingMutation['withdrawClosing'], GrabsWithdrawClosingMutationVariables>({
    name: 'GrabsWithdrawClosing',
    field: 'withdrawClosing',
    kind: 'mutation',
    text: `mutation GrabsWithdrawClosing($grabId: ID!) {
  withdrawClosing(grabId: $grabId) {
    ...RefusalParts
    ... on Grab {
      ...GrabParts
    }
  }
}${RefusalParts}${GrabParts}`,
  }),
});

/** `client.hall` */
export const hallArea = (run: Runner) => ({
  /** The listed cases, de-identified. For verified providers, creditors and the platform. Machines need the scope hall:read. */
  listings: run.pages<HallListingsQuery['hall'], HallListingsQueryVariables>({
    name: 'HallListings',
    field: 'hall',
    kind: 'query',
    text: `query HallListings($first: Int!, $after: String, $filter: HallFilter, $sort: HallSort) {
  hall(first: $first, after: $after, filter: $filter, sort: $sort) {
    nodes {
      ...HallCaseParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${HallCaseParts}${PageParts}`,
  }),
});

/** `client.keys` */
export const keysArea = (run: Runner) => ({
  /** The organisation’s last 100 API keys, newest first, also revoked ones. Closed to machines. */
  list: run.ask<KeysListQuery['apiKeys'], KeysListQueryVariables>({
    name: 'KeysList',
    field: 'apiKeys',
    kind: 'query',
    text: `query KeysList {
  apiKeys {
    ...ApiKeyParts
  }
}${ApiKeyParts}`,
  }),
  /** Creates an API key. The key itself is in this answer only. Closed to machines. */
  create: run.act<KeysCreateMutation['createApiKey'], KeysCreateMutationVariables>({
    name: 'KeysCreate',
    field: 'createApiKey',
    kind: 'mutation',
    text: `mutation KeysCreate($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    ...RefusalParts
    ... on ApiKeyCreated {
      key
      apiKey {
        ...ApiKeyParts
      }
    }
  }
}${RefusalParts}${ApiKeyParts}`,
  }),
  /** Revokes an API key at once. An API key that has ended is returned unchanged. Closed to machines. */
  revoke: run.ask<KeysRevokeMutation['revokeApiKey'], KeysRevokeMutationVariables>({
    name: 'KeysRevoke',
    field: 'revokeApiKey',
    kind: 'mutation',
    text: `mutation KeysRevoke($apiKeyId: ID!) {
  revokeApiKey(apiKeyId: $apiKeyId) {
    ...RefusalParts
    ... on ApiKey {
      ...ApiKeyParts
    }
  }
}${RefusalParts}${ApiKeyParts}`,
  }),
  /** Replaces a key by a new one like it, once. The old key works until the overlap is over. Closed to machines. */
  rotate: run.ask<KeysRotateMutation['rotateApiKey'], KeysRotateMutationVariables>({
    name: 'KeysRotate',
    field: 'rotateApiKey',
    kind: 'mutation',
    text: `mutation KeysRotate($apiKeyId: ID!, $overlapHours: Int! = 24) {
  rotateApiKey(apiKeyId: $apiKeyId, overlapHours: $overlapHours) {
    ...RefusalParts
    ... on ApiKeyCreated {
      key
      apiKey {
        ...ApiKeyParts
      }
    }
  }
}${RefusalParts}${ApiKeyParts}`,
  }),
  /** Replaces the networks that an API key may be used from. Closed to machines. */
  setAddresses: run.ask<KeysSetAddressesMutation['setApiKeyAddresses'], KeysSetAddressesMutationVariables>({
    name: 'KeysSetAddresses',
    field: 'setApiKeyAddresses',
    kind: 'mutation',
    text: `mutation KeysSetAddresses($apiKeyId: ID!, $addresses: [String!]!) {
  setApiKeyAddresses(apiKeyId: $apiKeyId, addresses: $addresses) {
    ...RefusalParts
    ... on ApiKey {
      ...ApiKeyParts
    }
  }
}${RefusalParts}${ApiKeyParts}`,
  }),
});

/** `client.oauth` */
export const oauthArea = (run: Runner) => ({
  /** Your last 100 OAuth clients, newest first, also revoked ones. Closed to machines. */
  clients: run.ask<OauthClientsQuery['oauthClients'], OauthClientsQueryVariables>({
    name: 'OauthClients',
    field: 'oauthClients',
    kind: 'query',
    text: `query OauthClients {
  oauthClients {
    ...OAuthClientParts
  }
}${OAuthClientParts}`,
  }),
  /** Creates an OAuth client. Its secret is in this answer only. Closed to machines. */
  create: run.act<OauthCreateMutation['createOAuthClient'], OauthCreateMutationVariables>({
    name: 'OauthCreate',
    field: 'createOAuthClient',
    kind: 'mutation',
    text: `mutation OauthCreate($input: CreateOAuthClientInput!) {
  createOAuthClient(input: $input) {
    ...RefusalParts
    ... on OAuthClientCreated {
      secret
      client {
        ...OAuthClientParts
      }
    }
  }
}${RefusalParts}${OAuthClientParts}`,
  }),
  /** Creates a new secret for a client. The old one works until the overlap is over. Closed to machines. */
  rotateSecret: run.ask<OauthRotateSecretMutation['rotateOAuthClientSecret'], OauthRotateSecretMutationVariables>({
    name: 'OauthRotateSecret',
    field: 'rotateOAuthClientSecret',
    kind: 'mutation',
    text: `mutation OauthRotateSecret($clientId: ID!, $overlapHours: Int! = 24) {
  rotateOAuthClientSecret(clientId: $clientId, overlapHours: $overlapHours) {
    ...RefusalParts
    ... on OAuthClientCreated {
      secret
      client {
        ...OAuthClientParts
      }
    }
  }
}${RefusalParts}${OAuthClientParts}`,
  }),
  /** Adds a public key to a client that signs; five at most. Closed to machines. */
  addKey: run.ask<OauthAddKeyMutation['addOAuthClientKey'], OauthAddKeyMutationVariables>({
    name: 'OauthAddKey',
    field: 'addOAuthClientKey',
    kind: 'mutation',
    text: `mutation OauthAddKey($clientId: ID!, $jwk: JSONObject!) {
  addOAuthClientKey(clientId: $clientId, jwk: $jwk) {
    ...RefusalParts
    ... on OAuthClient {
      ...OAuthClientParts
    }
  }
}${RefusalParts}${OAuthClientParts}`,
  }),
  /** Removes a public key. Its signatures are refused from now on. Closed to machines. */
  removeKey: run.ask<OauthRemoveKeyMutation['removeOAuthClientKey'], OauthRemoveKeyMutationVariables>({
    name: 'OauthRemoveKey',
    field: 'removeOAuthClientKey',
    kind: 'mutation',
    text: `mutation OauthRemoveKey($clientId: ID!, $kid: String!) {
  removeOAuthClientKey(clientId: $clientId, kid: $kid) {
    ...RefusalParts
    ... on OAuthClient {
      ...OAuthClientParts
    }
  }
}${RefusalParts}${OAuthClientParts}`,
  }),
  /** Replaces the networks that a client may be used from. Closed to machines. */
  setAddresses: run.ask<OauthSetAddressesMutation['setOAuthClientAddresses'], OauthSetAddressesMutationVariables>({
    name: 'OauthSetAddresses',
    field: 'setOAuthClientAddresses',
    kind: 'mutation',
    text: `mutation OauthSetAddresses($clientId: ID!, $addresses: [String!]!) {
  setOAuthClientAddresses(clientId: $clientId, addresses: $addresses) {
    ...RefusalParts
    ... on OAuthClient {
      ...OAuthClientParts
    }
  }
}${RefusalParts}${OAuthClientParts}`,
  }),
  /** Revokes a client and all its tokens at once. A client that has ended is returned unchanged. Closed to machines. */
  revoke: run.ask<OauthRevokeMutation['revokeOAuthClient'], OauthRevokeMutationVariables>({
    name: 'OauthRevoke',
    field: 'revokeOAuthClient',
    kind: 'mutation',
    text: `mutation OauthRevoke($clientId: ID!) {
  revokeOAuthClient(clientId: $clientId) {
    ...RefusalParts
    ... on OAuthClient {
      ...OAuthClientParts
    }
  }
}${RefusalParts}${OAuthClientParts}`,
  }),
});

/** `client.payouts` */
export const payoutsArea = (run: Runner) => ({
  /** Payouts to your organisation, newest first; for the platform all. Machines need the scope statements:read. */
  list: run.pages<PayoutsListQuery['payouts'], PayoutsListQueryVariables>({
    name: 'PayoutsList',
    field: 'payouts',
    kind: 'query',
    text: `query PayoutsList($first: Int!, $after: String, $state: PayoutState, $providerId: ID) {
  payouts(first: $first, after: $after, state: $state, providerId: $providerId) {
    nodes {
      ...PayoutParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${PayoutParts}${PageParts}`,
  }),
  /** One payout to your organisation; for the platform any payout. Machines need the scope statements:read. */
  get: run.ask<PayoutsGetQuery['payout'], PayoutsGetQueryVariables>({
    name: 'PayoutsGet',
    field: 'payout',
    kind: 'query',
    text: `query PayoutsGet($id: ID!) {
  payout(id: $id) {
    ...PayoutParts
  }
}${PayoutParts}`,
  }),
  /** Sets aside earnings of a provider whose hold is over. Closed to machines. */
  create: run.act<PayoutsCreateMutation['createPayout'], PayoutsCreateMutationVariables>({
    name: 'PayoutsCreate',
    field: 'createPayout',
    kind: 'mutation',
    text: `mutation PayoutsCreate($input: CreatePayoutInput!) {
  createPayout(input: $input) {
    ...RefusalParts
    ... on Payout {
      ...PayoutParts
    }
  }
}${RefusalParts}${PayoutParts}`,
  }),
  /** Approves a large payout as the second person. Closed to machines. */
  approve: run.ask<PayoutsApproveMutation['approvePayout'], PayoutsApproveMutationVariables>({
    name: 'PayoutsApprove',
    field: 'approvePayout',
    kind: 'mutation',
    text: `mutation PayoutsApprove($payoutId: ID!) {
  approvePayout(payoutId: $payoutId) {
    ...RefusalParts
    ... on Payout {
      ...PayoutParts
    }
  }
}${RefusalParts}${PayoutParts}`,
  }),
  /** Records that the bank has the order to pay. Closed to machines. */
  markSent: run.ask<PayoutsMarkSentMutation['markPayoutSent'], PayoutsMarkSentMutationVariables>({
    name: 'PayoutsMarkSent',
    field: 'markPayoutSent',
    kind: 'mutation',
    text: `mutation PayoutsMarkSent($payoutId: ID!, $reference: String!) {
  markPayoutSent(payoutId: $payoutId, reference: $reference) {
    ...RefusalParts
    ... on Payout {
      ...PayoutParts
    }
  }
}${RefusalParts}${PayoutParts}`,
  }),
  /** Records that the provider's bank received it. Closed to machines. */
  markPaid: run.ask<PayoutsMarkPaidMutation['markPayoutPaid'], PayoutsMarkPaidMutationVariables>({
    name: 'PayoutsMarkPaid',
    field: 'markPayoutPaid',
    kind: 'mutation',
    text: `mutation PayoutsMarkPaid($payoutId: ID!) {
  markPayoutPaid(payoutId: $payoutId) {
    ...RefusalParts
    ... on Payout {
      ...PayoutParts
    }
  }
}${RefusalParts}${PayoutParts}`,
  }),
  /** Records that a payout came back, or calls off one that is due; the amount is available again. Closed to machines. */
  markReturned: run.ask<PayoutsMarkReturnedMutation['markPayoutReturned'], PayoutsMarkReturnedMutationVariables>({
    name: 'PayoutsMarkReturned',
    field: 'markPayoutReturned',
    kind: 'mutation',
    text: `mutation PayoutsMarkReturned($payoutId: ID!, $reason: String!) {
  markPayoutReturned(payoutId: $payoutId, reason: $reason) {
    ...RefusalParts
    ... on Payout {
      ...PayoutParts
    }
  }
}${RefusalParts}${PayoutParts}`,
  }),
});

/** `client.policies` */
export const policiesArea = (run: Runner) => ({
  /** Every policy with the figures in force. Closed to machines. */
  list: run.ask<PoliciesListQuery['policies'], PoliciesListQueryVariables>({
    name: 'PoliciesList',
    field: 'policies',
    kind: 'query',
    text: `query PoliciesList {
  policies {
    name
    value
    version
    alarms {
      en
      zh
    }
  }
}`,
  }),
  /** Changes figures of one policy, everywhere within two seconds; a dry run only shows the result. Closed to machines. */
  set: run.act<PoliciesSetMutation['setPolicy'], PoliciesSetMutationVariables>({
    name: 'PoliciesSet',
    field: 'setPolicy',
    kind: 'mutation',
    text: `mutation PoliciesSet($input: SetPolicyInput!) {
  setPolicy(input: $input) {
    ...RefusalParts
    ... on Policy {
      name
      value
      version
      alarms {
        en
        zh
      }
    }
  }
}${RefusalParts}`,
  }),
  /** Tries changed figures on the records there are and writes nothing; for owner and risk of the platform. Closed to machines. */
  simulate: run.act<PoliciesSimulateQuery['simulatePolicy'], PoliciesSimulateQueryVariables>({
    name: 'PoliciesSimulate',
    field: 'simulatePolicy',
    kind: 'query',
    text: `query PoliciesSimulate($input: SimulatePolicyInput!) {
  simulatePolicy(input: $input) {
    looked
    endCursor
    moves {
      from
      to
      providers
    }
    providers {
      providerId
      before {
        grade
        casesHeld
        largestCaseFen
        shrunkRateBps
        points
      }
      after {
        grade
        casesHeld
        largestCaseFen
        shrunkRateBps
        points
      }
    }
  }
}`,
  }),
});

/** `client.repayments` */
export const repaymentsArea = (run: Runner) => ({
  /** The repayments on your cases, newest first. Machines need the scope repayments:read. */
  list: run.pages<RepaymentsListQuery['repayments'], RepaymentsListQueryVariables>({
    name: 'RepaymentsList',
    field: 'repayments',
    kind: 'query',
    text: `query RepaymentsList($first: Int!, $after: String, $filter: RepaymentFilterInput) {
  repayments(first: $first, after: $after, filter: $filter) {
    nodes {
      ...RepaymentParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${RepaymentParts}${PageParts}`,
  }),
  /** One repayment on one of your cases. Machines need the scope repayments:read. */
  get: run.ask<RepaymentsGetQuery['repayment'], RepaymentsGetQueryVariables>({
    name: 'RepaymentsGet',
    field: 'repayment',
    kind: 'query',
    text: `query RepaymentsGet($id: ID!) {
  repayment(id: $id) {
    ...RepaymentParts
  }
}${RepaymentParts}`,
  }),
  /** Reports that the debtor paid. A report of the creditor is confirmed at once; one of a provider waits for the creditor, seven days by default. Machines need the scope repayments:write. */
  report: run.act<RepaymentsReportMutation['reportRepayment'], RepaymentsReportMutationVariables>({
    name: 'RepaymentsReport',
    field: 'reportRepayment',
    kind: 'mutation',
    text: `mutation RepaymentsReport($input: ReportRepaymentInput!) {
  reportRepayment(input: $input) {
    ...RefusalParts
    ... on Repayment {
      ...RepaymentParts
    }
  }
}${RefusalParts}${RepaymentParts}`,
  }),
  /** Confirms a reported repayment and settles its commission; one that is confirmed already is returned unchanged. Machines need the scope repayments:write. */
  confirm: run.ask<RepaymentsConfirmMutation['confirmRepayment'], RepaymentsConfirmMutationVariables>({
    name: 'RepaymentsConfirm',
    field: 'confirmRepayment',
    kind: 'mutation',
    text: `mutation RepaymentsConfirm($repaymentId: ID!) {
  confirmRepayment(repaymentId: $repaymentId) {
    ...RefusalParts
    ... on Repayment {
      ...RepaymentParts
    }
  }
}${RefusalParts}${RepaymentParts}`,
  }),
  /** Disputes a reported repayment: time no longer confirms it. Machines need the scope repayments:write. */
  dispute: run.ask<RepaymentsDisputeMutation['disputeRepayment'], RepaymentsDisputeMutationVariables>({
    name: 'RepaymentsDispute',
    field: 'disputeRepayment',
    kind: 'mutation',
    text: `mutation RepaymentsDispute($repaymentId: ID!, $reason: String!) {
  disputeRepayment(repaymentId: $repaymentId, reason: $reason) {
    ...RefusalParts
    ... on Repayment {
      ...RepaymentParts
    }
  }
}${RefusalParts}${RepaymentParts}`,
  }),
  /** Rejects a reported repayment that did not arrive. Machines need the scope repayments:write. */
  reject: run.ask<RepaymentsRejectMutation['rejectRepayment'], RepaymentsRejectMutationVariables>({
    name: 'RepaymentsReject',
    field: 'rejectRepayment',
    kind: 'mutation',
    text: `mutation RepaymentsReject($repaymentId: ID!, $reason: String!) {
  rejectRepayment(repaymentId: $repaymentId, reason: $reason) {
    ...RefusalParts
    ... on Repayment {
      ...RepaymentParts
    }
  }
}${RefusalParts}${RepaymentParts}`,
  }),
  /** Reverses a confirmed repayment: recovery, commission and fee, also after the statement. Machines need the scope repayments:write. */
  reverse: run.ask<RepaymentsReverseMutation['reverseRepayment'], RepaymentsReverseMutationVariables>({
    name: 'RepaymentsReverse',
    field: 'reverseRepayment',
    kind: 'mutation',
    text: `mutation RepaymentsReverse($repaymentId: ID!, $reason: String!) {
  reverseRepayment(repaymentId: $repaymentId, reason: $reason) {
    ...RefusalParts
    ... on Repayment {
      ...RepaymentParts
    }
  }
}${RefusalParts}${RepaymentParts}`,
  }),
});

/** `client.reviews` */
export const reviewsArea = (run: Runner) => ({
  /** Cases in state `submitted` or `under_review`, oldest first. Closed to machines. */
  queue: run.pages<ReviewsQueueQuery['reviewQueue'], ReviewsQueueQueryVariables>({
    name: 'ReviewsQueue',
    field: 'reviewQueue',
    kind: 'query',
    text: `query ReviewsQueue($first: Int!, $after: String) {
  reviewQueue(first: $first, after: $after) {
    nodes {
      ...CaseParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${CaseParts}${CaseLineParts}${PageParts}`,
  }),
  /** Claims a case for review; an owner may take a claim over. Closed to machines. */
  claim: run.ask<ReviewsClaimMutation['claimCaseReview'], ReviewsClaimMutationVariables>({
    name: 'ReviewsClaim',
    field: 'claimCaseReview',
    kind: 'mutation',
    text: `mutation ReviewsClaim($caseId: ID!) {
  claimCaseReview(caseId: $caseId) {
    ...RefusalParts
    ... on Case {
      ...CaseParts
    }
  }
}${RefusalParts}${CaseParts}${CaseLineParts}`,
  }),
  /** Admits a claimed case and lists it in the hall (案件受理确认). Closed to machines. */
  admit: run.ask<ReviewsAdmitMutation['admitCase'], ReviewsAdmitMutationVariables>({
    name: 'ReviewsAdmit',
    field: 'admitCase',
    kind: 'mutation',
    text: `mutation ReviewsAdmit($caseId: ID!, $reason: String!) {
  admitCase(caseId: $caseId, reason: $reason) {
    ...RefusalParts
    ... on Case {
      ...CaseParts
    }
  }
}${RefusalParts}${CaseParts}${CaseLineParts}`,
  }),
  /** Rejects a claimed case. Closed to machines. */
  reject: run.ask<ReviewsRejectMutation['rejectCase'], ReviewsRejectMutationVariables>({
    name: 'ReviewsReject',
    field: 'rejectCase',
    kind: 'mutation',
    text: `mutation ReviewsReject($caseId: ID!, $reasonCodes: [String!]!, $note: String) {
  rejectCase(caseId: $caseId, reasonCodes: $reasonCodes, note: $note) {
    ...RefusalParts
    ... on Case {
      ...CaseParts
    }
  }
}${RefusalParts}${CaseParts}${CaseLineParts}`,
  }),
});

/** `client.sandboxes` */
export const sandboxesArea = (run: Runner) => ({
  /** Your sandboxes, newest first; for a test organisation its own sandbox. Machines need the scope sandbox:read. */
  list: run.ask<SandboxesListQuery['sandboxes'], SandboxesListQueryVariables>({
    name: 'SandboxesList',
    field: 'sandboxes',
    kind: 'query',
    text: `query SandboxesList {
  sandboxes {
    ...SandboxParts
  }
}${SandboxParts}`,
  }),
  /** One of your sandboxes; for a test organisation its own sandbox. Machines need the scope sandbox:read. */
  get: run.ask<SandboxesGetQuery['sandbox'], SandboxesGetQueryVariables>({
    name: 'SandboxesGet',
    field: 'sandbox',
    kind: 'query',
    text: `query SandboxesGet($id: ID!) {
  sandbox(id: $id) {
    ...SandboxParts
  }
}${SandboxParts}`,
  }),
  /** The values for each outcome in a sandbox. Machines need the scope sandbox:read. */
  magicValues: run.ask<SandboxesMagicValuesQuery['sandboxMagicValues'], SandboxesMagicValuesQueryVariables>({
    name: 'SandboxesMagicValues',
    field: 'sandboxMagicValues',
    kind: 'query',
    text: `query SandboxesMagicValues {
  sandboxMagicValues {
    about
    verdict
    description
    afterSeconds
    reasonCodes
    enterpriseCreditCode
    lawFirmCreditCode
    lawyerCertificate
    legalRepresentative
    externalRefContains
  }
}`,
  }),
  /** Makes a sandbox; a live organisation has at most five. Closed to machines. */
  create: run.act<SandboxesCreateMutation['createSandbox'], SandboxesCreateMutationVariables>({
    name: 'SandboxesCreate',
    field: 'createSandbox',
    kind: 'mutation',
    text: `mutation SandboxesCreate($input: CreateSandboxInput!) {
  createSandbox(input: $input) {
    ...RefusalParts
    ... on SandboxCreated {
      sandbox {
        ...SandboxParts
      }
      accounts {
        apiKeyId
        key
        email
        organisation {
          id
          kind
          name
        }
      }
    }
  }
}${RefusalParts}${SandboxParts}`,
  }),
  /** Moves a sandbox’s clock forward: its open deadlines come closer, usually within a second. Machines need the scope sandbox:write. */
  advanceClock: run.ask<SandboxesAdvanceClockMutation['advanceSandboxClock'], SandboxesAdvanceClockMutationVariables>({
    name: 'SandboxesAdvanceClock',
    field: 'advanceSandboxClock',
    kind: 'mutation',
    text: `mutation SandboxesAdvanceClock($sandboxId: ID!, $seconds: Int!) {
  advanceSandboxClock(sandboxId: $sandboxId, seconds: $seconds) {
    ...RefusalParts
    ... on Sandbox {
      ...SandboxParts
    }
  }
}${RefusalParts}${SandboxParts}`,
  }),
  /** Deletes a sandbox: its keys end and its cases leave the hall. Closed to machines. */
  delete: run.ask<SandboxesDeleteMutation['deleteSandbox'], SandboxesDeleteMutationVariables>({
    name: 'SandboxesDelete',
    field: 'deleteSandbox',
    kind: 'mutation',
    text: `mutation SandboxesDelete($sandboxId: ID!) {
  deleteSandbox(sandboxId: $sandboxId) {
    ...RefusalParts
    ... on Sandbox {
      ...SandboxParts
    }
  }
}${RefusalParts}${SandboxParts}`,
  }),
});

/** `client.settlement` */
export const settlementArea = (run: Runner) => ({
  /** Your statement of a month; for the platform that of any organisation. Machines need the scope statements:read. */
  statement: run.ask<SettlementStatementQuery['statement'], SettlementStatementQueryVariables>({
    name: 'SettlementStatement',
    field: 'statement',
    kind: 'query',
    text: `query SettlementStatement($period: String!, $organisationId: ID) {
  statement(period: $period, organisationId: $organisationId) {
    organisationId
    period
    from
    until
    openingFen
    closingFen
    heldFen
    vatMissing
    vat {
      profile
      rateBps
      priceFen
      salesFen
      vatFen
      missing
    }
    vatBps
    vatFen
    totals {
      commissionFen
      serviceFeeFen
      payoutFen
      paymentFen
    }
    receivedByProvider {
      grossFen
      commissionFen
      netFen
    }
    lines {
      id
      kind
      occurredAt
      billableAt
      caseId
      referenceId
      payee
      repaidFen
      amountFen
    }
  }
}`,
  }),
  /** The balance of each account of an organisation. Machines need the scope statements:read. */
  balances: run.ask<SettlementBalancesQuery['accountBalances'], SettlementBalancesQueryVariables>({
    name: 'SettlementBalances',
    field: 'accountBalances',
    kind: 'query',
    text: `query SettlementBalances($organisationId: ID) {
  accountBalances(organisationId: $organisationId) {
    id
    kind
    balanceFen
  }
}`,
  }),
  /** The entries of an organisation in a month, oldest first. Machines need the scope statements:read. */
  entries: run.pages<SettlementEntriesQuery['ledgerEntries'], SettlementEntriesQueryVariables>({
    name: 'SettlementEntries',
    field: 'ledgerEntries',
    kind: 'query',
    text: `query SettlementEntries($first: Int!, $after: String, $period: String!, $organisationId: ID) {
  ledgerEntries(
    first: $first
    after: $after
    period: $period
    organisationId: $organisationId
  ) {
    nodes {
      id
      transferId
      transferKind
      part
      accountKind
      amountFen
      caseId
      occurredAt
    }
    pageInfo {
      ...PageParts
    }
  }
}${PageParts}`,
  }),
  /** What a provider stated about how it is taxed, newest first; the profile of the day of a commission counts. Machines need the scope statements:read. */
  taxProfiles: run.ask<SettlementTaxProfilesQuery['taxProfiles'], SettlementTaxProfilesQueryVariables>({
    name: 'SettlementTaxProfiles',
    field: 'taxProfiles',
    kind: 'query',
    text: `query SettlementTaxProfiles($organisationId: ID) {
  taxProfiles(organisationId: $organisationId) {
    profile
    from
    rateBps
    statedAt
  }
}`,
  }),
  /** States how you are taxed, from a day on; your statements take your commission apart by it. Nothing is assumed before. Closed to machines. */
  setTaxProfile: run.ask<SettlementSetTaxProfileMutation['setTaxProfile'], SettlementSetTaxProfileMutationVariables>({
    name: 'SettlementSetTaxProfile',
    field: 'setTaxProfile',
    kind: 'mutation',
    text: `mutation SettlementSetTaxProfile($profile: TaxProfileKind, $from: Date, $vatBps: Int) {
  setTaxProfile(profile: $profile, from: $from, vatBps: $vatBps) {
    ...RefusalParts
    ... on TaxProfile {
      profile
      from
      rateBps
      vatBps
    }
  }
}${RefusalParts}`,
  }),
  /** Records a payment by a creditor of what it owes. Closed to machines. */
  recordCreditorPayment: run.act<SettlementRecordCreditorPaymentMutation['recordCreditorPayment'], SettlementRecordCreditorPaymentMutationVariables>({
    name: 'SettlementRecordCreditorPayment',
    field: 'recordCreditorPayment',
    kind: 'mutation',
    text: `mutation SettlementRecordCreditorPayment($input: RecordCreditorPaymentInput!) {
  recordCreditorPayment(input: $input) {
    ...RefusalParts
    ... on CreditorPayment {
      creditorId
      amountFen
      receivedOn
      reference
    }
  }
}${RefusalParts}`,
  }),
  /** The sums of the whole ledger; only for the platform. Machines need the scope statements:read. */
  trialBalance: run.ask<SettlementTrialBalanceQuery['trialBalance'], SettlementTrialBalanceQueryVariables>({
    name: 'SettlementTrialBalance',
    field: 'trialBalance',
    kind: 'query',
    text: `query SettlementTrialBalance {
  trialBalance {
    agrees
    totalFen
    kinds {
      kind
      accounts
      balanceFen
    }
  }
}`,
  }),
});

/** `client.standing` */
export const standingArea = (run: Runner) => ({
  /** Your grade, rates and quota, explained. The platform may name any provider. Machines need the scope standing:read. */
  get: run.ask<StandingGetQuery['standing'], StandingGetQueryVariables>({
    name: 'StandingGet',
    field: 'standing',
    kind: 'query',
    text: `query StandingGet($providerId: ID) {
  standing(providerId: $providerId) {
    grade
    earnedGrade
    points
    casesHeld
    largestCaseFen
    collectionRateBps
    adjustedRateBps
    shrunkRateBps
    reliabilityBps
    lowestRateBps
    highestRateBps
    idleMonths
    next {
      grade
      missing
    }
    explanation {
      code
      value
      weight
      effect
      text
    }
  }
}`,
  }),
  /** What your grade and quota were and why, newest first. The platform may name any provider. Machines need the scope standing:read. */
  history: run.pages<StandingHistoryQuery['standingHistory'], StandingHistoryQueryVariables>({
    name: 'StandingHistory',
    field: 'standingHistory',
    kind: 'query',
    text: `query StandingHistory($first: Int!, $after: String, $providerId: ID) {
  standingHistory(first: $first, after: $after, providerId: $providerId) {
    nodes {
      id
      cause
      grade
      earnedGrade
      casesHeld
      largestCaseFen
      figuresVersion
      changedAt
      explanation {
        code
        value
        weight
        effect
        text
      }
    }
    pageInfo {
      ...PageParts
    }
  }
}${PageParts}`,
  }),
  /** Appeals against a change of your standing; one appeal at a time. Closed to machines. */
  appeal: run.act<StandingAppealMutation['appealStanding'], StandingAppealMutationVariables>({
    name: 'StandingAppeal',
    field: 'appealStanding',
    kind: 'mutation',
    text: `mutation StandingAppeal($input: AppealStandingInput!) {
  appealStanding(input: $input) {
    ...RefusalParts
    ... on StandingAppeal {
      id
      state
    }
  }
}${RefusalParts}`,
  }),
});

/** `client.verification` */
export const verificationArea = (run: Runner) => ({
  /** The newest application of your organisation; null when there is none. Machines need the scope verification:read. */
  mine: run.ask<VerificationMineQuery['myVerification'], VerificationMineQueryVariables>({
    name: 'VerificationMine',
    field: 'myVerification',
    kind: 'query',
    text: `query VerificationMine {
  myVerification {
    ...VerificationParts
  }
}${VerificationParts}`,
  }),
  /** One application; identifiers are masked unless you have claimed it. Closed to machines. */
  get: run.ask<VerificationGetQuery['verification'], VerificationGetQueryVariables>({
    name: 'VerificationGet',
    field: 'verification',
    kind: 'query',
    text: `query VerificationGet($id: ID!) {
  verification(id: $id) {
    ...VerificationParts
  }
}${VerificationParts}`,
  }),
  /** Stores a draft, or a correction of a rejected application, without checking it. Machines need the scope verification:write. */
  saveDraft: run.act<VerificationSaveDraftMutation['saveVerificationDraft'], VerificationSaveDraftMutationVariables>({
    name: 'VerificationSaveDraft',
    field: 'saveVerificationDraft',
    kind: 'mutation',
    text: `mutation VerificationSaveDraft($input: SubmitVerificationInput!) {
  saveVerificationDraft(input: $input) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
  /** Submits the application, or a corrected one again. A refusal names every missing or wrong field. Machines need the scope verification:write. */
  submit: run.act<VerificationSubmitMutation['submitVerification'], VerificationSubmitMutationVariables>({
    name: 'VerificationSubmit',
    field: 'submitVerification',
    kind: 'mutation',
    text: `mutation VerificationSubmit($input: SubmitVerificationInput!) {
  submitVerification(input: $input) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
  /** Applications to review, longest waiting first. Closed to machines. */
  queue: run.pages<VerificationQueueQuery['verificationQueue'], VerificationQueueQueryVariables>({
    name: 'VerificationQueue',
    field: 'verificationQueue',
    kind: 'query',
    text: `query VerificationQueue($first: Int!, $after: String, $filter: VerificationQueueFilter) {
  verificationQueue(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      organisationId
      organisationKind
      businessName
      state
      submission
      warnings
      submittedAt
      claimExpiresAt
      validUntil
    }
    pageInfo {
      ...PageParts
    }
  }
}${PageParts}`,
  }),
  /** Claims an application for review, for a limited time. Closed to machines. */
  claim: run.ask<VerificationClaimMutation['claimVerification'], VerificationClaimMutationVariables>({
    name: 'VerificationClaim',
    field: 'claimVerification',
    kind: 'mutation',
    text: `mutation VerificationClaim($id: ID!) {
  claimVerification(id: $id) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
  /** Gives a claimed application back to the queue. Closed to machines. */
  release: run.ask<VerificationReleaseMutation['releaseVerification'], VerificationReleaseMutationVariables>({
    name: 'VerificationRelease',
    field: 'releaseVerification',
    kind: 'mutation',
    text: `mutation VerificationRelease($id: ID!) {
  releaseVerification(id: $id) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
  /** Approves an application that you have claimed. Closed to machines. */
  approve: run.ask<VerificationApproveMutation['approveVerification'], VerificationApproveMutationVariables>({
    name: 'VerificationApprove',
    field: 'approveVerification',
    kind: 'mutation',
    text: `mutation VerificationApprove($id: ID!, $validUntil: Date) {
  approveVerification(id: $id, validUntil: $validUntil) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
  /** Rejects an application that you have claimed. Closed to machines. */
  reject: run.ask<VerificationRejectMutation['rejectVerification'], VerificationRejectMutationVariables>({
    name: 'VerificationReject',
    field: 'rejectVerification',
    kind: 'mutation',
    text: `mutation VerificationReject($id: ID!, $reasonCodes: [VerificationReason!]!, $note: String) {
  rejectVerification(id: $id, reasonCodes: $reasonCodes, note: $note) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
  /** Suspends an approval for the time being. Closed to machines. */
  suspend: run.ask<VerificationSuspendMutation['suspendVerification'], VerificationSuspendMutationVariables>({
    name: 'VerificationSuspend',
    field: 'suspendVerification',
    kind: 'mutation',
    text: `mutation VerificationSuspend($id: ID!, $reasonCodes: [VerificationReason!]!, $note: String) {
  suspendVerification(id: $id, reasonCodes: $reasonCodes, note: $note) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
  /** Ends a suspension. Closed to machines. */
  reinstate: run.ask<VerificationReinstateMutation['reinstateVerification'], VerificationReinstateMutationVariables>({
    name: 'VerificationReinstate',
    field: 'reinstateVerification',
    kind: 'mutation',
    text: `mutation VerificationReinstate($id: ID!, $reasonCodes: [VerificationReason!]!, $note: String) {
  reinstateVerification(id: $id, reasonCodes: $reasonCodes, note: $note) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
  /** Revokes an approval for good. Closed to machines. */
  revoke: run.ask<VerificationRevokeMutation['revokeVerification'], VerificationRevokeMutationVariables>({
    name: 'VerificationRevoke',
    field: 'revokeVerification',
    kind: 'mutation',
    text: `mutation VerificationRevoke($id: ID!, $reasonCodes: [VerificationReason!]!, $note: String) {
  revokeVerification(id: $id, reasonCodes: $reasonCodes, note: $note) {
    ...RefusalParts
    ... on VerificationSummary {
      ...VerificationSummaryParts
    }
  }
}${RefusalParts}${VerificationSummaryParts}`,
  }),
});

/** `client.webhooks` */
export const webhooksArea = (run: Runner) => ({
  /** The webhook endpoints of your organisation, newest first. Machines need the scope webhooks:read. */
  endpoints: run.pages<WebhooksEndpointsQuery['webhookEndpoints'], WebhooksEndpointsQueryVariables>({
    name: 'WebhooksEndpoints',
    field: 'webhookEndpoints',
    kind: 'query',
    text: `query WebhooksEndpoints($first: Int!, $after: String) {
  webhookEndpoints(first: $first, after: $after) {
    nodes {
      ...WebhookEndpointParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${WebhookEndpointParts}${PageParts}`,
  }),
  /** One webhook endpoint of your organisation. Machines need the scope webhooks:read. */
  endpoint: run.ask<WebhooksEndpointQuery['webhookEndpoint'], WebhooksEndpointQueryVariables>({
    name: 'WebhooksEndpoint',
    field: 'webhookEndpoint',
    kind: 'query',
    text: `query WebhooksEndpoint($id: ID!) {
  webhookEndpoint(id: $id) {
    ...WebhookEndpointParts
  }
}${WebhookEndpointParts}`,
  }),
  /** All event types, with the schema of their payload. */
  eventTypes: run.ask<WebhooksEventTypesQuery['webhookEventTypes'], WebhooksEventTypesQueryVariables>({
    name: 'WebhooksEventTypes',
    field: 'webhookEventTypes',
    kind: 'query',
    text: `query WebhooksEventTypes {
  webhookEventTypes {
    type
    description
    audiences
    schema
    example
  }
}`,
  }),
  /** Makes an endpoint. Only this answer holds its secret. Machines need the scope webhooks:write. */
  create: run.act<WebhooksCreateMutation['createWebhookEndpoint'], WebhooksCreateMutationVariables>({
    name: 'WebhooksCreate',
    field: 'createWebhookEndpoint',
    kind: 'mutation',
    text: `mutation WebhooksCreate($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    ...RefusalParts
    ... on WebhookEndpointWithSecret {
      secret
      endpoint {
        ...WebhookEndpointParts
      }
    }
  }
}${RefusalParts}${WebhookEndpointParts}`,
  }),
  /** Changes address, description or event types. Machines need the scope webhooks:write. */
  update: run.ask<WebhooksUpdateMutation['updateWebhookEndpoint'], WebhooksUpdateMutationVariables>({
    name: 'WebhooksUpdate',
    field: 'updateWebhookEndpoint',
    kind: 'mutation',
    text: `mutation WebhooksUpdate($endpointId: ID!, $input: UpdateWebhookEndpointInput!) {
  updateWebhookEndpoint(endpointId: $endpointId, input: $input) {
    ...RefusalParts
    ... on WebhookEndpoint {
      ...WebhookEndpointParts
    }
  }
}${RefusalParts}${WebhookEndpointParts}`,
  }),
  /** Changes the signing secret of an endpoint; the old one signs too for some hours. Machines need the scope webhooks:write. */
  rotateSecret: run.ask<WebhooksRotateSecretMutation['rotateWebhookSecret'], WebhooksRotateSecretMutationVariables>({
    name: 'WebhooksRotateSecret',
    field: 'rotateWebhookSecret',
    kind: 'mutation',
    text: `mutation WebhooksRotateSecret($endpointId: ID!, $input: RotateWebhookSecretInput) {
  rotateWebhookSecret(endpointId: $endpointId, input: $input) {
    ...RefusalParts
    ... on WebhookEndpointWithSecret {
      secret
      endpoint {
        ...WebhookEndpointParts
      }
    }
  }
}${RefusalParts}${WebhookEndpointParts}`,
  }),
  /** Enables an endpoint: its deliveries continue and its failures are forgotten. Returned unchanged when it is enabled. Machines need the scope webhooks:write. */
  enable: run.ask<WebhooksEnableMutation['enableWebhookEndpoint'], WebhooksEnableMutationVariables>({
    name: 'WebhooksEnable',
    field: 'enableWebhookEndpoint',
    kind: 'mutation',
    text: `mutation WebhooksEnable($endpointId: ID!) {
  enableWebhookEndpoint(endpointId: $endpointId) {
    ...RefusalParts
    ... on WebhookEndpoint {
      ...WebhookEndpointParts
    }
  }
}${RefusalParts}${WebhookEndpointParts}`,
  }),
  /** Disables an endpoint: its deliveries wait until it is enabled. Returned unchanged when it is disabled. Machines need the scope webhooks:write. */
  disable: run.ask<WebhooksDisableMutation['disableWebhookEndpoint'], WebhooksDisableMutationVariables>({
    name: 'WebhooksDisable',
    field: 'disableWebhookEndpoint',
    kind: 'mutation',
    text: `mutation WebhooksDisable($endpointId: ID!) {
  disableWebhookEndpoint(endpointId: $endpointId) {
    ...RefusalParts
    ... on WebhookEndpoint {
      ...WebhookEndpointParts
    }
  }
}${RefusalParts}${WebhookEndpointParts}`,
  }),
  /** Deletes an endpoint for good, its secrets at once. Machines need the scope webhooks:write. */
  delete: run.ask<WebhooksDeleteMutation['deleteWebhookEndpoint'], WebhooksDeleteMutationVariables>({
    name: 'WebhooksDelete',
    field: 'deleteWebhookEndpoint',
    kind: 'mutation',
    text: `mutation WebhooksDelete($endpointId: ID!) {
  deleteWebhookEndpoint(endpointId: $endpointId) {
    ...RefusalParts
    ... on WebhookEndpoint {
      ...WebhookEndpointParts
    }
  }
}${RefusalParts}${WebhookEndpointParts}`,
  }),
  /** Sends a `webhook.test` message to an endpoint; its delivery shows the result a moment later. Machines need the scope webhooks:write. */
  test: run.ask<WebhooksTestMutation['sendTestWebhook'], WebhooksTestMutationVariables>({
    name: 'WebhooksTest',
    field: 'sendTestWebhook',
    kind: 'mutation',
    text: `mutation WebhooksTest($endpointId: ID!) {
  sendTestWebhook(endpointId: $endpointId) {
    ...RefusalParts
    ... on WebhookDelivery {
      ...WebhookDeliveryParts
    }
  }
}${RefusalParts}${WebhookDeliveryParts}`,
  }),
  /** The deliveries to one webhook endpoint, newest first. Machines need the scope webhooks:read. */
  deliveries: run.pages<WebhooksDeliveriesQuery['webhookDeliveries'], WebhooksDeliveriesQueryVariables>({
    name: 'WebhooksDeliveries',
    field: 'webhookDeliveries',
    kind: 'query',
    text: `query WebhooksDeliveries($first: Int!, $after: String, $endpointId: ID!, $filter: WebhookDeliveryFilterInput) {
  webhookDeliveries(
    first: $first
    after: $after
    endpointId: $endpointId
    filter: $filter
  ) {
    nodes {
      ...WebhookDeliveryParts
    }
    pageInfo {
      ...PageParts
    }
  }
}${WebhookDeliveryParts}${PageParts}`,
  }),
  /** One delivery with its body and attempts. Machines need the scope webhooks:read. */
  delivery: run.ask<WebhooksDeliveryQuery['webhookDelivery'], WebhooksDeliveryQueryVariables>({
    name: 'WebhooksDelivery',
    field: 'webhookDelivery',
    kind: 'query',
    text: `query WebhooksDelivery($id: ID!) {
  webhookDelivery(id: $id) {
    body
    delivery {
      ...WebhookDeliveryParts
    }
    attempts {
      attemptedAt
      durationMs
      status
      error
      errorDetail
      answer
      requestHeaders
    }
  }
}${WebhookDeliveryParts}`,
  }),
  /** Sends one delivery again, delivered or not, with the same `webhook-id`. Machines need the scope webhooks:write. */
  replayDelivery: run.ask<WebhooksReplayDeliveryMutation['replayWebhookDelivery'], WebhooksReplayDeliveryMutationVariables>({
    name: 'WebhooksReplayDelivery',
    field: 'replayWebhookDelivery',
    kind: 'mutation',
    text: `mutation WebhooksReplayDelivery($deliveryId: ID!) {
  replayWebhookDelivery(deliveryId: $deliveryId) {
    ...RefusalParts
    ... on WebhookDelivery {
      ...WebhookDeliveryParts
    }
  }
}${RefusalParts}${WebhookDeliveryParts}`,
  }),
  /** Sends all events since an instant again, also those missed while the endpoint was disabled. Machines need the scope webhooks:write. */
  replay: run.ask<WebhooksReplayMutation['replayWebhooks'], WebhooksReplayMutationVariables>({
    name: 'WebhooksReplay',
    field: 'replayWebhooks',
    kind: 'mutation',
    text: `mutation WebhooksReplay($endpointId: ID!, $input: ReplayWebhooksInput!) {
  replayWebhooks(endpointId: $endpointId, input: $input) {
    ...RefusalParts
    ... on WebhookReplay {
      ...WebhookReplayParts
    }
  }
}${RefusalParts}${WebhookReplayParts}`,
  }),
  /** A replay and its progress. Machines need the scope webhooks:read. */
  replayProgress: run.ask<WebhooksReplayProgressQuery['webhookReplay'], WebhooksReplayProgressQueryVariables>({
    name: 'WebhooksReplayProgress',
    field: 'webhookReplay',
    kind: 'query',
    text: `query WebhooksReplayProgress($id: ID!) {
  webhookReplay(id: $id) {
    ...WebhookReplayParts
  }
}${WebhookReplayParts}`,
  }),
});

/** Every area that is made of operations alone. */
export class Areas {
  readonly account: ReturnType<typeof accountArea>;
  readonly cases: ReturnType<typeof casesArea>;
  readonly collection: ReturnType<typeof collectionArea>;
  readonly grabs: ReturnType<typeof grabsArea>;
  readonly keys: ReturnType<typeof keysArea>;
  readonly oauth: ReturnType<typeof oauthArea>;
  readonly payouts: ReturnType<typeof payoutsArea>;
  readonly policies: ReturnType<typeof policiesArea>;
  readonly repayments: ReturnType<typeof repaymentsArea>;
  readonly reviews: ReturnType<typeof reviewsArea>;
  readonly sandboxes: ReturnType<typeof sandboxesArea>;
  readonly settlement: ReturnType<typeof settlementArea>;
  readonly standing: ReturnType<typeof standingArea>;
  readonly verification: ReturnType<typeof verificationArea>;
  readonly webhooks: ReturnType<typeof webhooksArea>;

  constructor(run: Runner) {
    this.account = accountArea(run);
    this.cases = casesArea(run);
    this.collection = collectionArea(run);
    this.grabs = grabsArea(run);
    this.keys = keysArea(run);
    this.oauth = oauthArea(run);
    this.payouts = payoutsArea(run);
    this.policies = policiesArea(run);
    this.repayments = repaymentsArea(run);
    this.reviews = reviewsArea(run);
    this.sandboxes = sandboxesArea(run);
    this.settlement = settlementArea(run);
    this.standing = standingArea(run);
    this.verification = verificationArea(run);
    this.webhooks = webhooksArea(run);
  }
}
