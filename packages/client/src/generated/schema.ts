// Made from the contracts by `npm run contracts`; not edited by hand.
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day in China, YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** A moment in time as an RFC 3339 timestamp; answered in UTC with milliseconds. */
  DateTime: { input: string; output: string; }
  /** An amount of money in fen (1 CNY = 100 fen) as a string of an integer, such as "125000" for 1,250.00 CNY. */
  Fen: { input: bigint; output: bigint; }
  /** A JSON object without a fixed set of fields. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
};

/** ABOVE_HOLDERS_LIMIT: With this change the case reaches ‹outstandingFen› yuan; your grade allows single cases below ‹limitFen› yuan. */
export type AboveHoldersLimit = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Grab on success, else the refusal that says why not. */
export type AcceptEntrustmentResult = Busy | CaseFrozenByPlatform | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** An invitation and the password to set. */
export type AcceptInvitationInput = {
  /** The new password, 10 to 200 characters. */
  password: Scalars['String']['input'];
  /** The invitation token. */
  token: Scalars['String']['input'];
};

/** Session on success, else the refusal that says why not. */
export type AcceptInvitationResult = Busy | EmailTaken | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | InvitationRefused | NotFound | PasswordRefused | RateLimited | Session | Unauthenticated | WrongState;

/** The balance of an organisation in one kind of account. */
export type AccountBalance = {
  /** In fen; above zero it is owed to the organisation. */
  balanceFen: Scalars['Fen']['output'];
  /** The account. */
  id: Scalars['ID']['output'];
  /** The kind: creditor_payable, provider_receivable, payout_in_transit, platform_fee or settlement_cash. */
  kind: Scalars['String']['output'];
};

/** One record of work on a case. */
export type Activity = {
  /** The case, `case_…`. */
  caseId: Scalars['ID']['output'];
  /** When it was logged. */
  createdAt: Scalars['DateTime']['output'];
  /** The grab under which it was done, `grab_…`. */
  grabId: Scalars['ID']['output'];
  /** When it happened. */
  happenedAt: Scalars['DateTime']['output'];
  /** Id of the activity. */
  id: Scalars['ID']['output'];
  /** The kind of activity. */
  kind: ActivityKind;
  /** The note; null when there is none. Null for machines without the scope debtors:read. */
  note?: Maybe<Scalars['String']['output']>;
  /** What it led to. */
  outcome: ActivityOutcome;
};

/** One page of a list of Activity. */
export type ActivityConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<ActivityEdge>>;
  /** The items of this page. */
  nodes: Array<Activity>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Activity of a page and its cursor. */
export type ActivityEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The Activity itself. */
  node: Activity;
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

/** CaseLineChange on success, else the refusal that says why not. */
export type AddCaseLineResult = AmountMisread | Busy | CaseFrozenByPlatform | CaseLineChange | CaseNotAdmissible | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LineChangesUsedUp | NotFound | NothingLeftToCollect | OrganisationNotVerified | PaymentIsARepayment | RateLimited | Unauthenticated | WrongState;

/** Case on success, else the refusal that says why not. */
export type AddEvidenceResult = Busy | Case | EvidenceAlreadyAdded | EvidenceFileUnknown | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** OAuthClient on success, else the refusal that says why not. */
export type AddOAuthClientKeyResult = Busy | ClientKeyExists | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OAuthClient | OtherAuthMethod | RateLimited | TooManyClientKeys | Unauthenticated | WrongState;

/** A reason against admitting a case without a reviewer. */
export type AdmissionReason = {
  /** Code of the reason, such as LIMITATION_EXPIRED. It never changes meaning. */
  code: Scalars['String']['output'];
  /** The text in English. */
  en: Scalars['String']['output'];
  /** The field of the case that it is about. */
  field: Scalars['String']['output'];
  /** The values in the text. */
  params: Scalars['JSONObject']['output'];
  /** Whether the debt is refused for it or a reviewer decides. */
  severity: AdmissionSeverity;
  /** The text in Chinese. */
  zh: Scalars['String']['output'];
};

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

/** Case on success, else the refusal that says why not. */
export type AdmitCaseResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | ReviewClaimed | ReviewNotClaimed | Unauthenticated | WrongState;

/** Sandbox on success, else the refusal that says why not. */
export type AdvanceSandboxClockResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Sandbox | Unauthenticated | WrongState;

/** CaseLineChange on success, else the refusal that says why not. */
export type AgreeToCaseLineChangeResult = AboveHoldersLimit | Busy | CaseFrozenByPlatform | CaseLineChange | CaseNotAdmissible | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LineChangeOutdated | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** ALREADY_CLAIMED: Another reviewer is working on this application until ‹until›. */
export type AlreadyClaimed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

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

/** AMOUNT_MISREAD: The amount of ‹given› yuan is ‹factor› times that of the line, ‹stored› yuan, or a part of it by that factor. */
export type AmountMisread = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Grab on success, else the refusal that says why not. */
export type AnswerClosingResult = Busy | CaseFrozenByPlatform | CloseCodeUnfounded | CloseNotProposed | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** A key with which a machine acts for an organisation. */
export type ApiKey = {
  /** Networks it may be used from, in CIDR notation; empty means any address. */
  addresses: Array<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its last four characters, to recognise it. */
  ending: Scalars['String']['output'];
  /** When it expires; null means never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is live and expires within 14 days: time to rotate it. */
  expiresSoon: Scalars['Boolean']['output'];
  /** The key’s id, key_…; not the key itself. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The network (/24 or /48) of its last use; null when never. */
  lastUsedFrom?: Maybe<Scalars['String']['output']>;
  /** Its name, given by an owner. */
  name: Scalars['String']['output'];
  /** The key it replaces; null when it replaces none. */
  replacesId?: Maybe<Scalars['ID']['output']>;
  /** When it was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its scopes: what it may do. */
  scopes: Array<Scalars['String']['output']>;
};

/** A new API key. */
export type ApiKeyCreated = {
  /** The key without its text. */
  apiKey: ApiKey;
  /** The key itself, rk_live_… or rk_test_…. Shown here only. */
  key: Scalars['String']['output'];
};

/** APPEAL_OPEN_ALREADY: An appeal of your organisation about its standing is open already. */
export type AppealOpenAlready = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** What is said against a change of the standing. */
export type AppealStandingInput = {
  /** The hold it is about, one of yours that has ended; needed for `hold_not_ours`, `grab_…`. */
  grabId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, as a code. */
  reason: StandingAppealReason;
  /** The entry of your history; see `standingHistory`, `std_…`. */
  standingChangeId: Scalars['ID']['input'];
  /** Why, in words, 1 to 2,000 characters; kept sealed. */
  statement: Scalars['String']['input'];
};

/** StandingAppeal on success, else the refusal that says why not. */
export type AppealStandingResult = AppealOpenAlready | AppealTooLate | AppealsUsedUp | Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | StandingAppeal | Unauthenticated | WrongState;

/** APPEAL_TOO_LATE: An appeal is possible within ‹days› days of the change; it was on ‹changedOn›. */
export type AppealTooLate = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** APPEALS_USED_UP: Against one change ‹most› appeals are possible, and you made as many. */
export type AppealsUsedUp = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** The kinds of organisation that are verified. */
export type ApplicantKind =
  /** A collection agency that wants to grab cases. */
  | 'agency'
  /** An enterprise that wants to post cases. */
  | 'creditor'
  /** A law firm that wants to grab cases. */
  | 'law_firm';

/** Payout on success, else the refusal that says why not. */
export type ApprovePayoutResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | MakerIsChecker | NotFound | Payout | RateLimited | Unauthenticated | WrongState;

/** Who did it. */
export type AuditActorKind =
  /** A machine with an API key. */
  | 'api_key'
  /** A member of an organisation. */
  | 'member'
  /** A machine with an OAuth client. */
  | 'oauth_client'
  /** An organisation without a member: its books that are followed, or a machine of before keys were recorded. */
  | 'organisation'
  /** The platform itself, such as an expiry. */
  | 'platform';

/** Which records of the audit trail; what is left out does not narrow. */
export type AuditFilterInput = {
  /** An act, or a group of acts with a star at its end: `case.debtor.*`. */
  act?: InputMaybe<Scalars['String']['input']>;
  /** The actor: a member, an API key or a client, by its id. */
  actorId?: InputMaybe<Scalars['String']['input']>;
  /** Only records of this instant or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The organisation of the actor, `org_…`. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** What it was done to, by its id of any kind: `case_01J…`. */
  subjectId?: InputMaybe<Scalars['String']['input']>;
  /** Only records before this instant. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** One act or reading that must be accounted for; never changed. */
export type AuditRecord = {
  /** The act, such as `case.debtor.read`. */
  act: Scalars['String']['output'];
  /** The member, key or client; null without one. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** A person, a machine, or the platform’s own software. */
  actorKind: AuditActorKind;
  /** When it was done. */
  createdAt: Scalars['DateTime']['output'];
  /** Ids, codes, states and amounts; nothing that people wrote. */
  facts: Scalars['JSONObject']['output'];
  /** The record. */
  id: Scalars['ID']['output'];
  /** The organisation of the actor; null for the platform itself, `org_…`. */
  organisationId?: Maybe<Scalars['ID']['output']>;
  /** The `X-Request-Id` of the request; null without one. */
  requestId?: Maybe<Scalars['String']['output']>;
  /** What it was done to. */
  subjectId: Scalars['ID']['output'];
  /** The kind of what it was done to, such as `case`. */
  subjectKind: Scalars['String']['output'];
};

/** One page of a list of AuditRecord. */
export type AuditRecordConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<AuditRecordEdge>>;
  /** The items of this page. */
  nodes: Array<AuditRecord>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One AuditRecord of a page and its cursor. */
export type AuditRecordEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The AuditRecord itself. */
  node: AuditRecord;
};

/** The account money is paid to. */
export type BankAccountInput = {
  /** The bank and branch. */
  bank: Scalars['String']['input'];
  /** The holder of the account: the organisation itself. */
  holder: Scalars['String']['input'];
  /** The account number, 8–32 digits. */
  number: Scalars['String']['input'];
};

/** BATCH_FORGOTTEN: The upload of this batch was removed, as uploads are some time after their batch ended. */
export type BatchForgotten = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** BATCH_IS_NO_DRY_RUN: The batch is not a dry run; it took effect when it was posted. */
export type BatchIsNoDryRun = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** How a repayment follows from the paid figure of the creditor's books. */
export type BooksArithmetic = {
  /** The difference, in fen: the amount of the repayment, unless less was open. */
  differenceFen: Scalars['Fen']['output'];
  /** Paid before: shown by the books or on record here, in fen. */
  paidBeforeFen: Scalars['Fen']['output'];
  /** Paid now by the books, in fen. */
  paidNowFen: Scalars['Fen']['output'];
};

/** BUSY: The system is busy with other requests; nothing was changed. Try again shortly. */
export type Busy = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CaseBatch on success, else the refusal that says why not. */
export type CancelCaseBatchResult = Busy | CaseBatch | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** One debt put up for recovery. Fields that the caller may not see are null or empty. */
export type Case = {
  /** When it was admitted (案件受理确认); null before. */
  acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The batch that posted it; null without one, and for providers, `bat_…`. */
  batchId?: Maybe<Scalars['ID']['output']>;
  /** What kind of debt it is. */
  category: DebtCategory;
  /** What was agreed about interest and terms; null when not stated, and before the entrustment. */
  claimTerms?: Maybe<ClaimTerms>;
  /** Why it was closed; null while open. */
  closeCode?: Maybe<CloseCode>;
  /** When it was closed; null while open. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Base rate of the commission offered, in basis points. */
  commissionBps: Scalars['Int']['output'];
  /** Rates for older or larger cases; the last match applies. */
  commissionTiers: Array<CommissionTier>;
  /** Number of the contract; null before the entrustment. Null for machines without the scope debtors:read. */
  contractNumber?: Maybe<Scalars['String']['output']>;
  /** When the case was posted. */
  createdAt: Scalars['DateTime']['output'];
  /** The creditor: the organisation that is owed the debt. */
  creditorId: Scalars['ID']['output'];
  /** Whether the debtor is an enterprise or a person. */
  debtorKind: DebtorKind;
  /** The debtor's name, most of it hidden. */
  debtorMaskedName: Scalars['String']['output'];
  /** The earliest due day of the lines of which something is owed. */
  dueOn: Scalars['Date']['output'];
  /** Completeness of the evidence, 0 to 10,000 basis points. */
  evidenceBps: Scalars['Int']['output'];
  /** Kinds of documents that the case has. */
  evidenceKinds: Array<EvidenceKind>;
  /** The creditor's own reference; null before the entrustment. */
  externalRef?: Maybe<Scalars['String']['output']>;
  /** Grade of the score, A to E. */
  grade: Scalars['String']['output'];
  /** Id of the case. */
  id: Scalars['ID']['output'];
  /** Day of the invoice or of the loan; null when unknown. */
  invoicedOn?: Maybe<Scalars['Date']['output']>;
  /** What the debt arose from; null when not stated, and before the entrustment. */
  legalOrigin?: Maybe<LegalOrigin>;
  /** Last day before the claim is time-barred (Civil Code art. 188): the earliest of its lines that still runs; if none, the last that ended. */
  limitationExpiresOn: Scalars['Date']['output'];
  /** What the debt consists of. Providers see the lines that count, creditor and platform all of them. */
  lines: Array<CaseLine>;
  /** When it was last listed; null if never. */
  listedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the case is about; null when not stated. */
  matter?: Maybe<Matter>;
  /** The number that people use, such as DC-2026-48210397. */
  number: Scalars['String']['output'];
  /** Owed when the case was posted: principal + penalty − paid, in fen. */
  outstandingFen: Scalars['Fen']['output'];
  /** Amount paid before the case was posted, in fen. */
  paidFen: Scalars['Fen']['output'];
  /** Penalty and interest claimed, in fen. */
  penaltyFen: Scalars['Fen']['output'];
  /** Principal in fen. */
  principalFen: Scalars['Fen']['output'];
  /** Amount recovered since the case was posted, in fen. */
  recoveredFen: Scalars['Fen']['output'];
  /** Region of the debtor, six digits of GB/T 2260. */
  regionCode?: Maybe<Scalars['String']['output']>;
  /** Why a reviewer decides. Empty for providers. */
  reviewReasons: Array<AdmissionReason>;
  /** Score: how likely a recovery is, 0 to 100. */
  score: Scalars['Int']['output'];
  /** The service that the creditor asks for. */
  serviceLine: ServiceLine;
  /** The state of the case. */
  state: CaseState;
};

/** CASE_ALREADY_GRABBED: Another provider grabbed this case first. */
export type CaseAlreadyGrabbed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CASE_ALREADY_YOURS: You hold this case already, by the grab ‹grabId›. */
export type CaseAlreadyYours = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A batch of cases and its progress. */
export type CaseBatch = {
  /** Rows that became listed cases. */
  admittedRows: Scalars['Int']['output'];
  /** The batch that commits this dry run, or null. */
  carriedOutBy?: Maybe<Scalars['ID']['output']>;
  /** When it was received. */
  createdAt: Scalars['DateTime']['output'];
  /** The creditor who posted it. */
  creditorId: Scalars['ID']['output'];
  /** Whether rows are only judged, without effect on cases. */
  dryRun: Scalars['Boolean']['output'];
  /** The dry run this batch commits, or null. */
  dryRunOf?: Maybe<Scalars['ID']['output']>;
  /** Rows whose reference was posted before. */
  duplicateRows: Scalars['Int']['output'];
  /** Encoding it was read in: utf-8 or gb18030. */
  encoding: Scalars['String']['output'];
  /** Why it failed; null unless the state is failed. */
  failureCode?: Maybe<Scalars['String']['output']>;
  /** When it ended, or null. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Format it was sent in: csv, xlsx, ndjson or json. */
  format: Scalars['String']['output'];
  /** Which rows are lines of one case. */
  group: CaseBatchGrouping;
  /** The batch. */
  id: Scalars['ID']['output'];
  /** Rows that became cases awaiting a reviewer. */
  inReviewRows: Scalars['Int']['output'];
  /** How references posted before are treated. */
  mode: CaseBatchMode;
  /** processedRows in per cent of totalRows, rounded down. */
  percent: Scalars['Int']['output'];
  /** Rows that have an outcome: the sum of the counts below. */
  processedRows: Scalars['Int']['output'];
  /** Rows that were refused. */
  rejectedRows: Scalars['Int']['output'];
  /** Rows that showed a repayment not on record. */
  repaymentRows: Scalars['Int']['output'];
  /** Rows whose lower amount of a held case waits for confirmation. */
  revisionRows: Scalars['Int']['output'];
  /** Rows whose case was withdrawn because it is paid. */
  settledRows: Scalars['Int']['output'];
  /** When processing started, or null. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** State of the batch. */
  state: CaseBatchState;
  /** Number of rows in the batch. */
  totalRows: Scalars['Int']['output'];
  /** Rows that required no change. */
  unchangedRows: Scalars['Int']['output'];
  /** Unknown headers, whose columns were not read. */
  unknownColumns: Array<Scalars['String']['output']>;
  /** Other sheets of the workbook that hold something; they were not read. */
  unreadSheets: Array<Scalars['String']['output']>;
  /** Rows whose case has new amounts or days. */
  updatedRows: Scalars['Int']['output'];
  /** Rows whose case was withdrawn because it is void. */
  withdrawnRows: Scalars['Int']['output'];
};

/** One page of a list of CaseBatch. */
export type CaseBatchConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<CaseBatchEdge>>;
  /** The items of this page. */
  nodes: Array<CaseBatch>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One CaseBatch of a page and its cursor. */
export type CaseBatchEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The CaseBatch itself. */
  node: CaseBatch;
};

/** Which rows are lines of one case. */
export type CaseBatchGrouping =
  /** Those of one debtor in one category. */
  | 'debtor'
  /** Those with one reference. */
  | 'document';

/** How a batch treats references posted before. */
export type CaseBatchMode =
  /** Leaves their cases unchanged; the row gets the outcome `duplicate`. */
  | 'create'
  /** Updates their cases to the creditor's books. */
  | 'upsert';

/** One row of a batch and its outcome. */
export type CaseBatchRow = {
  /** Its case, for a duplicate the earlier one; null when none, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** Its own reference; null when unreadable. */
  externalRef?: Maybe<Scalars['String']['output']>;
  /** Outcome of the row. */
  outcome: CaseBatchRowOutcome;
  /** Why it was rejected or awaits a reviewer. */
  reasons: Array<CaseBatchRowReason>;
  /** From 1; a sheet counts its header and blank rows too. */
  rowNumber: Scalars['Int']['output'];
};

/** One page of a list of CaseBatchRow. */
export type CaseBatchRowConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<CaseBatchRowEdge>>;
  /** The items of this page. */
  nodes: Array<CaseBatchRow>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One CaseBatchRow of a page and its cursor. */
export type CaseBatchRowEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The CaseBatchRow itself. */
  node: CaseBatchRow;
};

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

/** Why a row was rejected, or what a reviewer has to check. */
export type CaseBatchRowReason = {
  /** Stable code, such as AMOUNT_UNREADABLE or NOT_OVERDUE. */
  code: Scalars['String']['output'];
  /** The reason in English. */
  en: Scalars['String']['output'];
  /** Header or JSON path concerned; empty for the whole row. */
  field: Scalars['String']['output'];
  /** The reason in Chinese. */
  zh: Scalars['String']['output'];
};

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

/** One page of a list of Case. */
export type CaseConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<CaseEdge>>;
  /** The items of this page. */
  nodes: Array<Case>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Debtor on success, else the refusal that says why not. */
export type CaseDebtorResult = Busy | Debtor | DebtorNotDisclosed | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** What an organisation may see of the debtor, or could see once. */
export type CaseDisclosure = {
  /** When it was disclosed. */
  disclosedAt: Scalars['DateTime']['output'];
  /** The organisation to which the data is disclosed, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** The purpose of the disclosure. */
  purpose: Scalars['String']['output'];
  /** When the disclosure ended; null while it lasts. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** `holder_masked`: the masked name; `holder_full`: all data. */
  stage: Scalars['String']['output'];
};

/** One Case of a page and its cursor. */
export type CaseEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The Case itself. */
  node: Case;
};

/** One act in the history of a case. */
export type CaseEvent = {
  /** The act, such as admit, grab or close. */
  act: Scalars['String']['output'];
  /** The organisation that acted; null for an automatic act. */
  actorOrganisationId?: Maybe<Scalars['ID']['output']>;
  /** When the act happened. */
  at: Scalars['DateTime']['output'];
  /** Further facts recorded with the act. */
  facts: Scalars['JSONObject']['output'];
  /** The state before the act; null for the first act. */
  fromState?: Maybe<CaseState>;
  /** Id of the history line. */
  id: Scalars['ID']['output'];
  /** The state after the act. */
  toState: CaseState;
};

/** A document of a case. */
export type CaseEvidence = {
  /** When it was added. */
  addedAt: Scalars['DateTime']['output'];
  /** Id of the uploaded file, `file_…`. */
  fileId: Scalars['ID']['output'];
  /** Id of the document. */
  id: Scalars['ID']['output'];
  /** What the document proves. */
  kind: EvidenceKind;
};

/** CASE_EXISTS: You posted a case with this external reference before: ‹caseId›; it is ‹state› now. */
export type CaseExists = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Conditions on cases. Those left out or null do not restrict. */
export type CaseFilterInput = {
  /** Only the case with this reference of its creditor. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
  /** Only the case with this number. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Only cases in one of these states. */
  state?: InputMaybe<Array<CaseState>>;
};

/** CASE_FROZEN: The platform has stopped all work on this case for the time being. */
export type CaseFrozenByPlatform = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
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

/** One part of what the debtor owes. The figures of the case are those of its open lines; a withdrawn line no longer counts. */
export type CaseLine = {
  /** What happened to the limitation period, as evidence shows. */
  clock: Array<ClockEvent>;
  /** Number of the document; null when unknown, and before the entrustment. Null for machines without the scope debtors:read. */
  documentNumber?: Maybe<Scalars['String']['output']>;
  /** The due day. */
  dueOn: Scalars['Date']['output'];
  /** Day of the invoice or of the loan; null when unknown. */
  invoicedOn?: Maybe<Scalars['Date']['output']>;
  /** What the line is. */
  kind: LineKind;
  /** Last day the limitation period was interrupted. */
  lastInterruptedOn?: Maybe<Scalars['Date']['output']>;
  /** Its limitation period; null for a credit note and for a withdrawn line. */
  limitation?: Maybe<Limitation>;
  /** Whole days left until then, negative once it passed; null for a credit note. */
  limitationDaysLeft?: Maybe<Scalars['Int']['output']>;
  /** Last day before the claim of this line is time-barred; null for a credit note. */
  limitationExpiresOn?: Maybe<Scalars['Date']['output']>;
  /** Number of the line in its case, from 1; it is not used again. */
  lineNumber: Scalars['Int']['output'];
  /** Whole months since the due day. */
  monthsOverdue: Scalars['Int']['output'];
  /** Principal + penalty − paid, in fen. */
  openFen: Scalars['Fen']['output'];
  /** Amount paid before the case was posted, in fen. */
  paidFen: Scalars['Fen']['output'];
  /** Penalty and interest claimed, in fen. */
  penaltyFen: Scalars['Fen']['output'];
  /** First day of the period that a fee is for. */
  periodFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day of that period. */
  periodTo?: Maybe<Scalars['Date']['output']>;
  /** Principal in fen; negative for a credit note. */
  principalFen: Scalars['Fen']['output'];
  /** When the line was withdrawn; null while it counts. */
  withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

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

/** A change of the lines of a case by its creditor: applied at once while nobody holds the case, otherwise proposed to its holder. */
export type CaseLineChange = {
  /** What is done. */
  act: CaseLineAct;
  /** The case, `case_…`. */
  caseId: Scalars['ID']['output'];
  /** When it was applied or decided; null while pending. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the case is about before, in fen. */
  fromFen: Scalars['Fen']['output'];
  /** Id of the change. */
  id: Scalars['ID']['output'];
  /** The line as it shall be; null for one withdrawn, and for `revise`. */
  line?: Maybe<ChangedLine>;
  /** Number of the line; null for one that is not in the case, or not yet, and for `revise`. */
  lineNumber?: Maybe<Scalars['Int']['output']>;
  /** Of `revise`: all lines as they shall be; in a list only while the change waits. Null for other acts. */
  lines?: Maybe<Array<ChangedLine>>;
  /** What the case is about after it, in fen. */
  outstandingFen: Scalars['Fen']['output'];
  /** When the creditor made it. */
  proposedAt: Scalars['DateTime']['output'];
  /** What became of it. */
  state: CaseLineChangeState;
};

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

/** CASE_NOT_ADMISSIBLE: The case cannot be admitted: ‹reasons›. */
export type CaseNotAdmissible = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** What posting a debt today would come to. Nothing is posted. */
export type CaseQuote = {
  /** Interest and charges, step by step; null for a debt of illegal origin or with amounts that cannot be. */
  claim?: Maybe<Claim>;
  /** Base rate of the commission offered; null if refused. */
  commissionBps?: Maybe<Scalars['Int']['output']>;
  /** Rates for older or larger cases; the last match applies. */
  commissionTiers: Array<CommissionTier>;
  /** The due day. */
  dueOn: Scalars['Date']['output'];
  /** Completeness of the evidence in basis points; null if refused. */
  evidenceBps?: Maybe<Scalars['Int']['output']>;
  /** Your case with this reference: posting it again makes none. */
  existingCaseId?: Maybe<Scalars['ID']['output']>;
  /** What you owe if all comes in; null if refused. */
  fullRecovery?: Maybe<FullRecovery>;
  /** Grade of the score, A to E; null if refused. */
  grade?: Maybe<Scalars['String']['output']>;
  /** Whole days left until then; negative once it passed. */
  limitationDaysLeft: Scalars['Int']['output'];
  /** Last day before the claim is time-barred (Civil Code art. 188). */
  limitationExpiresOn: Scalars['Date']['output'];
  /** What the debt consists of, each line with its age and limitation. */
  lines: Array<CaseLine>;
  /** Whole months since the due day. */
  monthsOverdue: Scalars['Int']['output'];
  /** Principal + penalty − paid, in fen. */
  outstandingFen: Scalars['Fen']['output'];
  /** Amount paid so far, in fen. */
  paidFen: Scalars['Fen']['output'];
  /** Penalty and interest stated, in fen. */
  penaltyFen: Scalars['Fen']['output'];
  /** Principal in fen. */
  principalFen: Scalars['Fen']['output'];
  /** Every reason for a refusal or for a reviewer. */
  reasons: Array<AdmissionReason>;
  /** Score: how likely a recovery is, 0 to 100; null if refused. */
  score?: Maybe<Scalars['Int']['output']>;
  /** What the rules of admission say. */
  verdict: AdmissionVerdict;
};

/** CASE_RETURNED_BEFORE: You returned or closed this case before, or let its grab expire, and cannot grab it again. */
export type CaseReturnedBefore = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A lower amount of a held case out of its creditor’s books; it counts once the creditor confirms it and the holder agrees. */
export type CaseRevision = {
  /** The batch that brought it; null when a connection did, `bat_…`. */
  batchId?: Maybe<Scalars['ID']['output']>;
  /** The case, `case_…`. */
  caseId: Scalars['ID']['output'];
  /** When it was decided or lapsed; null before. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the creditor declined it; null also when the holder did. */
  declineReason?: Maybe<Scalars['String']['output']>;
  /** What the case was about when it was proposed, in fen. */
  fromFen: Scalars['Fen']['output'];
  /** What the case would be about: principal + penalty − paid, in fen. */
  outstandingFen: Scalars['Fen']['output'];
  /** Paid before the case was posted or deducted since, in fen. */
  paidFen: Scalars['Fen']['output'];
  /** Penalty and interest by the books, in fen. */
  penaltyFen: Scalars['Fen']['output'];
  /** Principal by the books, in fen. */
  principalFen: Scalars['Fen']['output'];
  /** When the books showed it. */
  proposedAt: Scalars['DateTime']['output'];
  /** What became of it. */
  state: CaseRevisionState;
};

/** One page of a list of CaseRevision. */
export type CaseRevisionConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<CaseRevisionEdge>>;
  /** The items of this page. */
  nodes: Array<CaseRevision>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One CaseRevision of a page and its cursor. */
export type CaseRevisionEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The CaseRevision itself. */
  node: CaseRevision;
};

/** Which revisions to list. */
export type CaseRevisionFilterInput = {
  /** Only those of this case, `case_…`. */
  caseId?: InputMaybe<Scalars['ID']['input']>;
  /** Only in this state. */
  state?: InputMaybe<CaseRevisionState>;
};

/** What became of a lower amount that the books showed. */
export type CaseRevisionState =
  /** The case has the lower amount: the creditor confirmed it, and the holder, if any, agreed. */
  | 'confirmed'
  /** The creditor or the holder declined it; the agreed amount stays. */
  | 'declined'
  /** The books no longer show it. */
  | 'lapsed'
  /** Waits for the creditor. */
  | 'pending'
  /** The creditor confirmed it; it waits for the holder of the case. */
  | 'proposed';

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

/** CASE_TOO_LARGE: With grade ‹grade› you may grab only cases below ‹limitFen› yuan. */
export type CaseTooLarge = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A change of your own password. */
export type ChangePasswordInput = {
  /** The password that is valid now. */
  currentPassword: Scalars['String']['input'];
  /** The new password, 10 to 200 characters. */
  newPassword: Scalars['String']['input'];
};

/** SessionsEnded on success, else the refusal that says why not. */
export type ChangePasswordResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LoginFailed | LoginThrottled | NotFound | PasswordRefused | RateLimited | SessionsEnded | Unauthenticated | WrongState;

/** New roles of a member. */
export type ChangeRolesInput = {
  /** The member, `mem_…`. */
  memberId: Scalars['ID']['input'];
  /** All roles the member will have; at least one. */
  roles: Array<Role>;
};

/** Member on success, else the refusal that says why not. */
export type ChangeRolesResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LastOwner | Member | NotFound | RateLimited | Unauthenticated | WrongState;

/** A line as a change makes it. */
export type ChangedLine = {
  /** Number of the document; null when unknown, and before the entrustment. Null for machines without the scope debtors:read. */
  documentNumber?: Maybe<Scalars['String']['output']>;
  /** The due day. */
  dueOn: Scalars['Date']['output'];
  /** What the line is. */
  kind: LineKind;
  /** Amount paid before the case was posted, in fen. */
  paidFen: Scalars['Fen']['output'];
  /** Penalty and interest claimed, in fen. */
  penaltyFen: Scalars['Fen']['output'];
  /** First day of the period that a fee is for. */
  periodFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day of that period. */
  periodTo?: Maybe<Scalars['Date']['output']>;
  /** Principal in fen; negative for a credit note. */
  principalFen: Scalars['Fen']['output'];
};

/** Whether a failed check stops the submission or is a note for the reviewer. */
export type CheckSeverity =
  /** The reviewer judges a failure. */
  | 'advisory'
  /** A failure stops the submission. */
  | 'blocking';

/** Interest and charges on a debt up to a day: what is asked, what the law allows, and the arithmetic. */
export type Claim = {
  /** What the law allows, in fen: the sum of `segments` and `feesFen`. */
  allowedFen: Scalars['Fen']['output'];
  /** Interest and charges asked, in fen: those stated; if none are, those of the terms. */
  askedFen: Scalars['Fen']['output'];
  /** The highest rate asked, in basis points a year. */
  askedRateBps?: Maybe<Scalars['Int']['output']>;
  /** The cap over the same days, in fen; null without a cap. */
  capFen?: Maybe<Scalars['Fen']['output']>;
  /** The cap of the last days a year, such as `13.80 %`. */
  capRate?: Maybe<Scalars['String']['output']>;
  /** The steps of the cap; empty without one. */
  capSegments: Array<ClaimSegment>;
  /** What a suit over what is still owed of principal and allowed charges costs. */
  courtFees: CourtFees;
  /** What payments covered of `allowedFen`, charges before principal (Civil Code art. 561), in fen. */
  coveredFen: Scalars['Fen']['output'];
  /** What is asked beyond it and not protected, in fen. */
  excessFen: Scalars['Fen']['output'];
  /** Allowed charges that are no rate, in fen. */
  feesFen: Scalars['Fen']['output'];
  /** The least that a court grants where it chooses within bounds, in fen; null elsewhere. */
  leastFen?: Maybe<Scalars['Fen']['output']>;
  /** What else a reader should know. */
  notes: Array<ClaimNote>;
  /** The principal still owed, which bears interest, in fen. */
  principalFen: Scalars['Fen']['output'];
  /** What was confirmed as paid since the debt was posted, in fen. */
  receivedFen: Scalars['Fen']['output'];
  /** The rule that applies. */
  rule: ClaimRule;
  /** The steps of what is allowed. */
  segments: Array<ClaimSegment>;
  /** Computed up to this day, which does not count. */
  until: Scalars['Date']['output'];
};

/** Case on success, else the refusal that says why not. */
export type ClaimCaseReviewResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | ReviewClaimed | Unauthenticated | WrongState;

/** What a reader of a claim should know besides its arithmetic. */
export type ClaimNote = {
  /** Code of the note, such as SME_FLOOR. It never changes meaning. */
  code: Scalars['String']['output'];
  /** The text in English. */
  en: Scalars['String']['output'];
  /** The values in the text. */
  params: Scalars['JSONObject']['output'];
  /** The text in Chinese. */
  zh: Scalars['String']['output'];
};

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

/** One step of the arithmetic: amount × rate × days, divided by the days of the year, rounded half up. */
export type ClaimSegment = {
  /** What bears interest, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** The days that count. */
  days: Scalars['Int']['output'];
  /** The first day, which counts. */
  from: Scalars['Date']['output'];
  /** The interest, rounded half up to the fen. */
  interestFen: Scalars['Fen']['output'];
  /** Number of the line of the case, from 1. */
  lineNumber: Scalars['Int']['output'];
  /** Before or after the due day. */
  phase: ClaimPhase;
  /** The rate, such as `5.005 %`. */
  rate: Scalars['String']['output'];
  /** The days that the rate is for: 365 or 360 of a year, 1 of a day. */
  rateDays: Scalars['Int']['output'];
  /** The last day, which does not count. */
  to: Scalars['Date']['output'];
};

/** What was agreed about interest and terms, as the creditor stated it. */
export type ClaimTerms = {
  /** Day of the contract. */
  contractOn?: Maybe<Scalars['Date']['output']>;
  /** How large the creditor is. */
  creditorScale?: Maybe<CreditorScale>;
  /** How large the debtor is, or whether a public body. */
  debtorScale?: Maybe<DebtorScale>;
  /** Interest kept back when it was paid out, in fen. */
  deductedInAdvanceFen?: Maybe<Scalars['Fen']['output']>;
  /** Other fees and charges agreed, in fen. */
  feesFen?: Maybe<Scalars['Fen']['output']>;
  /** Day the suit was filed. */
  filedOn?: Maybe<Scalars['Date']['output']>;
  /** Who lent the money. */
  lender?: Maybe<Lender>;
  /** Interest up to the due day, in basis points a year. */
  ordinaryRateBps?: Maybe<Scalars['Int']['output']>;
  /** Interest after the due day, in basis points a year. */
  overdueRateBps?: Maybe<Scalars['Int']['output']>;
  /** Whether payment was to wait for a third party's. */
  payWhenPaid?: Maybe<Scalars['Boolean']['output']>;
  /** Agreed term of payment, in days. */
  paymentTermDays?: Maybe<Scalars['Int']['output']>;
  /** Penalty for late payment, in basis points a year. */
  penaltyRateBps?: Maybe<Scalars['Int']['output']>;
};

/** What was agreed about interest and terms; it decides what may be claimed. */
export type ClaimTermsInput = {
  /** Day of the contract; the day of the invoice or note when left out. */
  contractOn?: InputMaybe<Scalars['Date']['input']>;
  /** How large you are. */
  creditorScale?: InputMaybe<CreditorScale>;
  /** How large the debtor is, or whether a public body. */
  debtorScale?: InputMaybe<DebtorScale>;
  /** Interest that the lender kept back when it paid out, in fen. */
  deductedInAdvanceFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Other fees and charges agreed, in fen. */
  feesFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Day the suit was filed; today when left out. */
  filedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Who lent the money; told from the category when left out. */
  lender?: InputMaybe<Lender>;
  /** Interest up to the due day, in basis points a year; null when none was agreed. */
  ordinaryRateBps?: InputMaybe<Scalars['Int']['input']>;
  /** Interest after the due day, in basis points a year; null when none was agreed. */
  overdueRateBps?: InputMaybe<Scalars['Int']['input']>;
  /** Whether payment was to wait for a third party's. */
  payWhenPaid?: InputMaybe<Scalars['Boolean']['input']>;
  /** Agreed term of payment, in days from delivery or receipt. */
  paymentTermDays?: InputMaybe<Scalars['Int']['input']>;
  /** Penalty for late payment, in basis points a year; null when none was agreed. */
  penaltyRateBps?: InputMaybe<Scalars['Int']['input']>;
};

/** CLIENT_KEY_EXISTS: The client already has a key with this kid. Give the new key another one. */
export type ClientKeyExists = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Something that happened to the limitation period of a line. */
export type ClockEvent = {
  /** What happened. */
  kind: ClockEventKind;
  /** The day it happened or began. */
  on: Scalars['Date']['output'];
  /** The last day of what lasts; null for what happened on a day. */
  until?: Maybe<Scalars['Date']['output']>;
};

/** Something that happened to the limitation period of a line. */
export type ClockEventInput = {
  /** What happened. */
  kind: ClockEventKind;
  /** The day it happened or began. */
  on: Scalars['Date']['input'];
  /** The last day of what lasts: an obstacle, a suit, a grace. */
  until?: InputMaybe<Scalars['Date']['input']>;
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

/** CLOSE_CODE_NOT_THE_HOLDERS: The close code ‹closeCode› is not for the holder of a case to give. */
export type CloseCodeNotTheHolders = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CLOSE_CODE_UNFOUNDED: The close code ‹closeCode› needs a payment that is not on record: ‹recoveredFen› of ‹outstandingFen› yuan. */
export type CloseCodeUnfounded = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CLOSE_NOT_PROPOSED: No close of this case is proposed now. */
export type CloseNotProposed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CLOSE_PROPOSED_ALREADY: You proposed to close this case as ‹closeCode›; the creditor has not answered yet. */
export type CloseProposedAlready = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

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
  bps: Scalars['Int']['input'];
  /** Tiers from general to special; the last match applies. */
  tiers?: InputMaybe<Array<CommissionTierInput>>;
};

/** A rate that replaces the base rate for older or larger cases. */
export type CommissionTier = {
  /** The rate in basis points. */
  bps: Scalars['Int']['output'];
  /** Applies from this amount in fen; null means any amount. */
  minAmountFen?: Maybe<Scalars['Fen']['output']>;
  /** Applies from this many whole months overdue; null means any age. */
  minMonthsOverdue?: Maybe<Scalars['Int']['output']>;
};

/** A rate for older or larger cases. Set at least one of the two conditions. */
export type CommissionTierInput = {
  /** The rate in basis points. */
  bps: Scalars['Int']['input'];
  /** Applies from this amount in fen; null means any amount. */
  minAmountFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Applies from this many whole months overdue; null means any age. */
  minMonthsOverdue?: InputMaybe<Scalars['Int']['input']>;
};

/** CaseBatch on success, else the refusal that says why not. */
export type CommitCaseBatchResult = BatchForgotten | BatchIsNoDryRun | Busy | CaseBatch | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Grab on success, else the refusal that says why not. */
export type CompleteGrabResult = Busy | CaseFrozenByPlatform | CloseCodeNotTheHolders | CloseCodeUnfounded | CloseProposedAlready | EntrustmentNotAccepted | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WorkNotLogged | WrongState;

/** Consent to a lower amount. */
export type ConfirmCaseRevisionInput = {
  /** The case, `case_…`. */
  caseId: Scalars['ID']['input'];
  /** The amount that you consent to, in fen: `outstandingFen` of the revision. */
  outstandingFen: Scalars['Fen']['input'];
};

/** CaseRevision on success, else the refusal that says why not. */
export type ConfirmCaseRevisionResult = Busy | CaseFrozenByPlatform | CaseRevision | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LineChangesUsedUp | NotFound | RateLimited | RevisionOutdated | Unauthenticated | WrongState;

/** Repayment on success, else the refusal that says why not. */
export type ConfirmRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Repayment | Unauthenticated | WrongState;

/** CONTINGENCY_FORBIDDEN: A law firm may not take this case for a contingency fee, which the commission is: it is about ‹reason› (司发通〔2021〕87号 item 4). */
export type ContingencyForbidden = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CaseLineChange on success, else the refusal that says why not. */
export type CorrectCaseLineResult = AmountMisread | Busy | CaseFrozenByPlatform | CaseLineChange | CaseNotAdmissible | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LineChangesUsedUp | NotFound | NothingLeftToCollect | OrganisationNotVerified | PaymentIsARepayment | RateLimited | Unauthenticated | WrongState;

/** What the courts take for a claim (State Council Decree 481). */
export type CourtFees = {
  /** Acceptance fee of a suit, in fen. */
  acceptanceFen: Scalars['Fen']['output'];
  /** The amount they are for, in fen: principal and allowed charges that no payment covered. */
  amountFen: Scalars['Fen']['output'];
  /** Application for enforcement, in fen. */
  enforcementFen: Scalars['Fen']['output'];
  /** Half of it: mediation, withdrawal, simplified procedure; in fen. */
  halvedFen: Scalars['Fen']['output'];
  /** Application for a payment order, a third of it; in fen. */
  paymentOrderFen: Scalars['Fen']['output'];
  /** Preservation of property, in fen. */
  preservationFen: Scalars['Fen']['output'];
};

/** A new API key. */
export type CreateApiKeyInput = {
  /** Where it may be used from: IP addresses and networks such as 203.0.113.0/24, at most 50; left out or empty means any address. */
  addresses?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When it expires; left out or null means never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Its name, at most 100 characters. */
  name: Scalars['String']['input'];
  /** Its scopes, at least one: self:read, cases:read, cases:write, debtors:read, debtors:contact, connectors:read, connectors:write, hall:read, grabs:read, grabs:write, repayments:read, repayments:write, statements:read, standing:read, collection:read, collection:write, verification:read, verification:write, files:read, files:write, webhooks:read, webhooks:write, sandbox:read, sandbox:write. */
  scopes: Array<Scalars['String']['input']>;
};

/** ApiKeyCreated on success, else the refusal that says why not. */
export type CreateApiKeyResult = ApiKeyCreated | Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TooManyApiKeys | Unauthenticated | WrongState;

/** A new connection. */
export type CreateErpConnectionInput = {
  /** An https address on the public internet; a new one requires the credentials again. */
  baseUrl?: InputMaybe<Scalars['String']['input']>;
  /** Replaces all stored credentials. */
  credentials?: InputMaybe<ErpCredentialsInput>;
  /** New ones make the next run read every document. */
  defaults?: InputMaybe<ErpDefaultsInput>;
  /** Minutes between two runs, 5 to 10080; 60 by default. */
  intervalMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Which ERP. */
  kind: ErpKind;
  /** Your name for it, at most 100 characters. */
  name: Scalars['String']['input'];
};

/** ErpConnection on success, else the refusal that says why not. */
export type CreateErpConnectionResult = Busy | ErpAddressNotAllowed | ErpConnection | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TooManyErpConnections | Unauthenticated | WrongState;

/** A new OAuth client. */
export type CreateOAuthClientInput = {
  /** Where it may be used from: IP addresses and networks such as 203.0.113.0/24, at most 50; left out or empty means any address. */
  addresses?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How it authenticates; cannot be changed later. */
  authMethod: OAuthAuthMethod;
  /** With private_key_jwt: its public keys as a JWK set, {"keys": […]}; 1 to 5 of P-256, Ed25519 or RSA. */
  jwks?: InputMaybe<Scalars['JSONObject']['input']>;
  /** Its name, at most 100 characters. */
  name: Scalars['String']['input'];
  /** Its scopes, at least one: self:read, cases:read, cases:write, debtors:read, debtors:contact, connectors:read, connectors:write, hall:read, grabs:read, grabs:write, repayments:read, repayments:write, statements:read, standing:read, collection:read, collection:write, verification:read, verification:write, files:read, files:write, webhooks:read, webhooks:write, sandbox:read, sandbox:write. */
  scopes: Array<Scalars['String']['input']>;
};

/** OAuthClientCreated on success, else the refusal that says why not. */
export type CreateOAuthClientResult = Busy | ClientKeyExists | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OAuthClientCreated | RateLimited | TooManyClientKeys | TooManyOAuthClients | Unauthenticated | WrongState;

/** A payment to a provider. */
export type CreatePayoutInput = {
  /** The amount, in fen, above 0; left out: all available. */
  amountFen?: InputMaybe<Scalars['Fen']['input']>;
  /** The agency or law firm to pay. */
  providerId: Scalars['ID']['input'];
};

/** Payout on success, else the refusal that says why not. */
export type CreatePayoutResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | NothingToPayOut | Payout | RateLimited | Unauthenticated | WrongState;

/** A sandbox to make. */
export type CreateSandboxInput = {
  /** Its name, at most 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Its organisations, at most 6; left out: a creditor, an agency and a law firm. */
  organisations?: InputMaybe<Array<SandboxOrganisationInput>>;
  /** If given, the owner of each organisation can log in with this password and the email address in the answer. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** Whether organisations without their own `verified` are verified. */
  verified?: Scalars['Boolean']['input'];
};

/** SandboxCreated on success, else the refusal that says why not. */
export type CreateSandboxResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | SandboxCreated | SandboxWithinSandbox | TooManySandboxes | Unauthenticated | WrongState;

/** A new webhook endpoint. */
export type CreateWebhookEndpointInput = {
  /** What you call it, at most 200 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out: a new one is made. */
  secret?: InputMaybe<Scalars['String']['input']>;
  /** Event types it gets, at most 100; empty means all to which your organisation is a party. Events of the hall come only by name. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The address events are posted to: https, a public host, port 443 or from 1024. */
  url: Scalars['String']['input'];
};

/** WebhookEndpointWithSecret on success, else the refusal that says why not. */
export type CreateWebhookEndpointResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TooManyWebhookEndpoints | Unauthenticated | WebhookEndpointWithSecret | WebhookEventTypeUnknown | WebhookSecretNotValid | WebhookUrlRefused | WrongState;

/** CREDIT_CODE_TAKEN: This unified social credit code already belongs to another verified organisation. */
export type CreditCodeTaken = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CREDITOR_NOT_VERIFIED: The verification of the creditor of this case is not in force. */
export type CreditorNotVerified = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** What a creditor paid of the commissions and fees it owes. */
export type CreditorPayment = {
  /** The amount, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** The organisation that paid. */
  creditorId: Scalars['ID']['output'];
  /** The day it arrived. */
  receivedOn: Scalars['Date']['output'];
  /** The bank's reference. */
  reference: Scalars['String']['output'];
};

/** CREDITOR_PAYMENT_RECORDED: A payment of this creditor with this reference is recorded already. */
export type CreditorPaymentRecorded = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
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

/** Member on success, else the refusal that says why not. */
export type DeactivateMemberResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LastOwner | Member | NotFound | RateLimited | Unauthenticated | WrongState;

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
  clock?: InputMaybe<Array<ClockEventInput>>;
  /** Number of the invoice or other document. */
  documentNumber?: InputMaybe<Scalars['String']['input']>;
  /** The due day. */
  dueOn: Scalars['Date']['input'];
  /** Day of the invoice or of the loan. */
  invoicedOn?: InputMaybe<Scalars['Date']['input']>;
  /** What the line is. */
  kind: LineKind;
  /** Last day the limitation period of the line was interrupted. */
  lastInterruptedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Amount paid so far, in fen; 0 when left out. */
  paidFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Penalty and interest claimed, in fen; 0 when left out. */
  penaltyFen?: InputMaybe<Scalars['Fen']['input']>;
  /** First day of the period that a fee is for. */
  periodFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Last day of that period. */
  periodTo?: InputMaybe<Scalars['Date']['input']>;
  /** Principal in fen; negative for a credit note. */
  principalFen: Scalars['Fen']['input'];
};

/** The debtor's personal data. Every read is recorded. */
export type Debtor = {
  /** Postal address; null when unknown. Null for machines without the scope debtors:contact. */
  address?: Maybe<Scalars['String']['output']>;
  /** The kind of that number where the creditor stated it, as for a passport. */
  idKind?: Maybe<DebtorIdKind>;
  /** Unified social credit code or resident identity number. */
  idNumber?: Maybe<Scalars['String']['output']>;
  /** Full name of the debtor. */
  name: Scalars['String']['output'];
  /** The creditor's note; null when there is none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Phone number as the creditor wrote it; null when unknown. Null for machines without the scope debtors:contact. */
  phone?: Maybe<Scalars['String']['output']>;
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

/** DEBTOR_NOT_DISCLOSED: The debtor’s data is disclosed from the accepted entrustment on, while you hold the case. */
export type DebtorNotDisclosed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** How large the debtor was when the contract was made, or whether it is a public body. */
export type DebtorScale =
  /** A large enterprise. */
  | 'large'
  /** A state organ or public institution. */
  | 'public_body'
  /** A small or medium enterprise. */
  | 'sme';

/** The answer to an appeal. */
export type DecideStandingAppealInput = {
  /** The answer; it says whether the appeal is upheld. */
  answer: StandingAppealAnswer;
  /** The appeal, `apl_…`. */
  appealId: Scalars['ID']['input'];
  /** The answer in words, for the provider; kept sealed. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** StandingAppeal on success, else the refusal that says why not. */
export type DecideStandingAppealResult = Busy | Forbidden | HoldNotExonerable | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NoVetoInForce | NotFound | RateLimited | StandingAppeal | Unauthenticated | WrongState;

/** CaseLineChange on success, else the refusal that says why not. */
export type DeclineCaseLineChangeResult = Busy | CaseFrozenByPlatform | CaseLineChange | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** CaseRevision on success, else the refusal that says why not. */
export type DeclineCaseRevisionResult = Busy | CaseRevision | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Sandbox on success, else the refusal that says why not. */
export type DeleteSandboxResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Sandbox | Unauthenticated | WrongState;

/** Repayment on success, else the refusal that says why not. */
export type DisputeRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Repayment | Unauthenticated | WrongState;

/** EMAIL_TAKEN: This email address already belongs to a member. */
export type EmailTaken = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** ENTRUSTMENT_NOT_ACCEPTED: The entrustment of this grab is not accepted, so the case cannot be closed. */
export type EntrustmentNotAccepted = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** ERP_ADDRESS_NOT_ALLOWED: The address must be https and resolve to a public address. */
export type ErpAddressNotAllowed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Your link to an ERP. Its credentials are never shown. */
export type ErpConnection = {
  /** Advice on the defaults; empty when there is none. */
  advice: Array<ErpConnectionAdvice>;
  /** Its address; null for kind ubl. */
  baseUrl?: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Defaults for every document. */
  defaults: Scalars['JSONObject']['output'];
  /** The last error; null when none or corrected since. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** The error in English, or null. */
  errorEn?: Maybe<Scalars['String']['output']>;
  /** The error in Chinese, or null. */
  errorZh?: Maybe<Scalars['String']['output']>;
  /** The connection. */
  id: Scalars['ID']['output'];
  /** Minutes between two runs; 5 to 10080. */
  intervalMinutes: Scalars['Int']['output'];
  /** Which ERP. */
  kind: ErpKind;
  /** When a run last completed; null before the first. */
  lastSyncedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Your name for it. */
  name: Scalars['String']['output'];
  /** When the next run is due; null until you act. */
  nextSyncAt?: Maybe<Scalars['DateTime']['output']>;
  /** State of the connection. */
  state: ErpConnectionState;
};

/** What the defaults of a connection lead to, and what to do about it. */
export type ErpConnectionAdvice = {
  /** Stable code, such as NOTHING_LISTED_AT_ONCE. */
  code: Scalars['String']['output'];
  /** The advice in English. */
  en: Scalars['String']['output'];
  /** The advice in Chinese. */
  zh: Scalars['String']['output'];
};

/** One page of a list of ErpConnection. */
export type ErpConnectionConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<ErpConnectionEdge>>;
  /** The items of this page. */
  nodes: Array<ErpConnection>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One ErpConnection of a page and its cursor. */
export type ErpConnectionEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The ErpConnection itself. */
  node: ErpConnection;
};

/** ERP_CONNECTION_OF_OTHER_KIND: A connection of kind ‹kind› cannot do this: UBL documents are sent to a ubl connection, other ERPs are read. */
export type ErpConnectionOfOtherKind = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Whether a connection is read on schedule. */
export type ErpConnectionState =
  /** Read on schedule. */
  | 'active'
  /** Reading fails; `errorCode` says why. When `nextSyncAt` is null, only you can correct it. */
  | 'failing'
  /** Not read until it is resumed. */
  | 'paused';

/** The result of a test request to an ERP. */
export type ErpConnectionTest = {
  /** Advice on the defaults; empty when there is none. */
  advice: Array<ErpConnectionAdvice>;
  /** The error; null when ok. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** The error in English, or null. */
  errorEn?: Maybe<Scalars['String']['output']>;
  /** The error in Chinese, or null. */
  errorZh?: Maybe<Scalars['String']['output']>;
  /** Time of the newest change, in the ERP’s own format, or null. */
  newestChange?: Maybe<Scalars['String']['output']>;
  /** Whether the ERP answered correctly. */
  ok: Scalars['Boolean']['output'];
};

/** Credentials of an ERP, stored encrypted and never shown again; fields depend on the kind. */
export type ErpCredentialsInput = {
  /** Kingdee: the id of the data centre (acctID). */
  accountId?: InputMaybe<Scalars['String']['input']>;
  /** Odoo, ERPNext: the API key. */
  apiKey?: InputMaybe<Scalars['String']['input']>;
  /** ERPNext: the API secret. */
  apiSecret?: InputMaybe<Scalars['String']['input']>;
  /** Kingdee: the application’s id. */
  appId?: InputMaybe<Scalars['String']['input']>;
  /** Kingdee: the application’s secret. */
  appSecret?: InputMaybe<Scalars['String']['input']>;
  /** Odoo, ERPNext: only documents of the company of this name. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** Odoo: the name of the database, if the server has several. */
  database?: InputMaybe<Scalars['String']['input']>;
  /** Kingdee: only documents of the sales organisation of this number. */
  organisation?: InputMaybe<Scalars['String']['input']>;
  /** Kingdee: the integration user. */
  username?: InputMaybe<Scalars['String']['input']>;
};

/** Defaults for every document of a connection. */
export type ErpDefaultsInput = {
  /** Default: commercial_receivable. */
  category?: InputMaybe<DebtCategory>;
  /** Commission offered in basis points, 0 to 10000; the platform’s when omitted. */
  commissionBps?: InputMaybe<Scalars['Int']['input']>;
  /** Evidence available for every document, at most 20 kinds; invoice when omitted. */
  evidence?: InputMaybe<Array<EvidenceKind>>;
  /** Default: trade. */
  legalOrigin?: InputMaybe<LegalOrigin>;
  /** Prefix of the references, before the document number; at most 20 characters. */
  referencePrefix?: InputMaybe<Scalars['String']['input']>;
  /** Default: agency_dunning. */
  serviceLine?: InputMaybe<ServiceLine>;
};

/** The supported ERPs. */
export type ErpKind =
  /** ERPNext, through Frappe’s REST API. */
  | 'erpnext'
  /** Kingdee Cloud Galaxy (金蝶云星空), through its WebAPI. */
  | 'kingdee'
  /** Odoo 19 and later, through its JSON-2 API. */
  | 'odoo'
  /** Any system that writes UBL 2.1 documents; you send them as files. */
  | 'ubl';

/** The outcome of a document. */
export type ErpSyncOutcome =
  /** It became a listed case. */
  | 'admitted'
  /** It became a case awaiting a reviewer. */
  | 'in_review'
  /** It was refused; `reasons` says why. */
  | 'rejected'
  /** A payment on it became a repayment of its case. */
  | 'repayment_reported'
  /** It shows a lower amount of a held case, which waits for your confirmation. */
  | 'revision_pending'
  /** It was paid before a provider held its case; the case is withdrawn. */
  | 'settled'
  /** It is not a debt to collect, such as a draft; `reasons` says why. */
  | 'skipped'
  /** Its case agrees with the document. */
  | 'unchanged'
  /** Its case was updated to the changed document. */
  | 'updated'
  /** It was cancelled or written off; its case is withdrawn. */
  | 'withdrawn';

/** Why a document was skipped or rejected. */
export type ErpSyncReason = {
  /** Stable code, such as SKIPPED_NOT_DUE. */
  code: Scalars['String']['output'];
  /** The reason in English. */
  en: Scalars['String']['output'];
  /** The part of the document concerned; empty for the whole. */
  field: Scalars['String']['output'];
  /** The reason in Chinese. */
  zh: Scalars['String']['output'];
};

/** A document of an ERP and its outcome. */
export type ErpSyncRow = {
  /** Its case; null when there is none, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** When it was decided. */
  decidedAt: Scalars['DateTime']['output'];
  /** The ERP’s own key. */
  documentKey: Scalars['String']['output'];
  /** Document number, or null. */
  number?: Maybe<Scalars['String']['output']>;
  /** The outcome when it last changed. */
  outcome: ErpSyncOutcome;
  /** Why it was skipped or rejected, or awaits a reviewer. */
  reasons: Array<ErpSyncReason>;
  /** Day it is read again even if unchanged; null for never. */
  recheckOn?: Maybe<Scalars['Date']['output']>;
  /** The run that decided it, `run_…`. */
  runId: Scalars['ID']['output'];
};

/** One page of a list of ErpSyncRow. */
export type ErpSyncRowConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<ErpSyncRowEdge>>;
  /** The items of this page. */
  nodes: Array<ErpSyncRow>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One ErpSyncRow of a page and its cursor. */
export type ErpSyncRowEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The ErpSyncRow itself. */
  node: ErpSyncRow;
};

/** One reading of an ERP, or one upload of documents. */
export type ErpSyncRun = {
  /** Its connection, `erp_…`. */
  connectionId: Scalars['ID']['output'];
  /** Number of documents by outcome. */
  counts: Scalars['JSONObject']['output'];
  /** Number of documents that have an outcome. */
  documents: Scalars['Int']['output'];
  /** The last error; null when none. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** Number of failed requests to the ERP. */
  faults: Scalars['Int']['output'];
  /** When it ended; null before. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it reads every document, not only changed ones. */
  full: Scalars['Boolean']['output'];
  /** The run. */
  id: Scalars['ID']['output'];
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** State of the run. */
  state: ErpSyncRunState;
  /** What started it. */
  trigger: ErpSyncTrigger;
};

/** One page of a list of ErpSyncRun. */
export type ErpSyncRunConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<ErpSyncRunEdge>>;
  /** The items of this page. */
  nodes: Array<ErpSyncRun>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One ErpSyncRun of a page and its cursor. */
export type ErpSyncRunEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The ErpSyncRun itself. */
  node: ErpSyncRun;
};

/** Progress of a run. */
export type ErpSyncRunState =
  /** Every document has its outcome. */
  | 'completed'
  /** Ended early; `errorCode` says why. The next run starts from the same point. */
  | 'failed'
  /** In progress, or waiting to retry. */
  | 'running'
  /** Ended by a change of the connection; the next run continues. */
  | 'stopped';

/** What started a run. */
export type ErpSyncTrigger =
  /** A member or an API key requested it. */
  | 'manual'
  /** The interval had passed. */
  | 'schedule'
  /** Documents were sent. */
  | 'upload';

/** EVIDENCE_ALREADY_ADDED: This file is already evidence of this case. */
export type EvidenceAlreadyAdded = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** EVIDENCE_FILE_UNKNOWN: Your organisation has no file with this id. */
export type EvidenceFileUnknown = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

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

/** FORBIDDEN: Your role or key does not allow this. */
export type Forbidden = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** What the creditor owes when all of the debt comes in. */
export type FullRecovery = {
  /** The rate of the commission that a grab today would freeze, in basis points. */
  commissionBps: Scalars['Int']['output'];
  /** The commission of the provider, in fen, before the statutory cap of lawyers. */
  commissionFen: Scalars['Fen']['output'];
  /** The rate of the platform’s fee, in basis points. */
  serviceFeeBps: Scalars['Int']['output'];
  /** The fee of the platform, in fen. */
  serviceFeeFen: Scalars['Fen']['output'];
};

/** The hold of a provider on a case, from the grab to its end. */
export type Grab = {
  /** The entrustment must be accepted before this instant. */
  acceptBy: Scalars['DateTime']['output'];
  /** When the entrustment was accepted; null before. */
  acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The first activity must be logged before this instant. */
  activityBy: Scalars['DateTime']['output'];
  /** Amount outstanding at the grab, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** The grabbed case, `case_…`. */
  caseId: Scalars['ID']['output'];
  /** Why the holder proposed to close the case; null if it did not. */
  closeCode?: Maybe<CloseCode>;
  /** When it proposed that; null if it did not. */
  closeProposedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the case is closed unless the creditor answers; null while no close is proposed. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the grab ended; null while it is active. */
  endReason?: Maybe<Scalars['String']['output']>;
  /** When the grab ended; null while it is active. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** End of the exclusivity: until then the case is the holder’s alone. */
  exclusiveUntil: Scalars['DateTime']['output'];
  /** When the first activity was logged; null before. */
  firstActivityAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when the platform has frozen the case, so that deadlines stand still; null while it has not. */
  frozenAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the case was grabbed. */
  grabbedAt: Scalars['DateTime']['output'];
  /** Id of the grab. */
  id: Scalars['ID']['output'];
  /** Whole months overdue at the grab. */
  monthsOverdue: Scalars['Int']['output'];
  /** Standing points that its end cost the provider. */
  penaltyPoints: Scalars['Int']['output'];
  /** The agency or law firm that grabbed it. */
  providerId: Scalars['ID']['output'];
  /** The code by which the creditor took the case back; null for any other end, and where it gave none. */
  recallReason?: Maybe<RecallReason>;
  /** The state of the grab. */
  state: GrabState;
  /** The frozen commission terms. */
  terms: GrabTerms;
};

/** Grab on success, else the refusal that says why not. */
export type GrabCaseResult = Busy | CaseAlreadyGrabbed | CaseAlreadyYours | CaseReturnedBefore | CaseTooLarge | ContingencyForbidden | CreditorNotVerified | Forbidden | Grab | GrabbingSuspended | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LawFirmOnly | NotFound | ProviderNotVerified | QuotaExceeded | RateLimited | RelatedParty | Unauthenticated | WrongState;

/** One page of a list of Grab. */
export type GrabConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<GrabEdge>>;
  /** The items of this page. */
  nodes: Array<Grab>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Grab of a page and its cursor. */
export type GrabEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The Grab itself. */
  node: Grab;
};

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

/** The commission terms, frozen when the case was grabbed. */
export type GrabTerms = {
  /** The provider's commission on each confirmed repayment, in basis points. */
  commissionBps: Scalars['Int']['output'];
  /** Whether the statutory cap on lawyers' contingency fees applies, to all repayments of the mandate together (司发通〔2021〕87号 item 6). Such a fee needs a written contract of its own, with a notice of the cap (item 7). */
  lawyerFeeCap: Scalars['Boolean']['output'];
  /** The platform's service fee, paid by the creditor, in basis points. */
  serviceFeeBps: Scalars['Int']['output'];
};

/** GRABBING_SUSPENDED: Grabbing is suspended until ‹until› because too many grabs were returned or expired within seven days. */
export type GrabbingSuspended = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

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

/** A listed case as the hall shows it, without anything that identifies debtor or creditor. */
export type HallCase = {
  /** Band of the amount still to be recovered. */
  amountBand: AmountBand;
  /** Amount still to be recovered, in fen; null for creditors. */
  amountFen?: Maybe<Scalars['Fen']['output']>;
  /** What kind of debt it is. */
  category: DebtCategory;
  /** Commission offered, in basis points; frozen at the grab. */
  commissionBps: Scalars['Int']['output'];
  /** Whether the debtor is an enterprise or a person. */
  debtorKind: DebtorKind;
  /** Completeness of the evidence, 0 to 10,000 basis points. */
  evidenceBps: Scalars['Int']['output'];
  /** Grade of the score, `A` most likely to be recovered. */
  grade: CaseGrade;
  /** Id of the case, for `grabCase`. */
  id: Scalars['ID']['output'];
  /** When the case was listed. */
  listedAt: Scalars['DateTime']['output'];
  /** What the case is about; null when not stated. */
  matter?: Maybe<Matter>;
  /** Whole months since the due day. */
  monthsOverdue: Scalars['Int']['output'];
  /** Whether law firms may take it for a contingency fee, which commissions are: not in the matters of 司发通〔2021〕87号 item 4. */
  openToLawFirms: Scalars['Boolean']['output'];
  /** GB/T 2260 code of the debtor's province, such as `440000`. */
  provinceCode?: Maybe<Scalars['String']['output']>;
  /** Name of the province in Chinese; null when unknown. */
  provinceName?: Maybe<Scalars['String']['output']>;
  /** Name of the province in English; null when unknown. */
  provinceNameEn?: Maybe<Scalars['String']['output']>;
  /** Score: how likely a recovery is, 0 to 100. */
  score: Scalars['Int']['output'];
  /** The service that the creditor asks for. */
  serviceLine: ServiceLine;
};

/** One page of a list of Hall. */
export type HallConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<HallEdge>>;
  /** The items of this page. */
  nodes: Array<HallCase>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Hall of a page and its cursor. */
export type HallEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The Hall itself. */
  node: HallCase;
};

/** Which entering cases to receive; case.unlisted comes for every case. */
export type HallEventFilter = {
  /** Only these debt kinds. */
  categories?: InputMaybe<Array<DebtCategory>>;
  /** Only these grades. */
  grades?: InputMaybe<Array<CaseGrade>>;
  /** Only these services. */
  serviceLines?: InputMaybe<Array<ServiceLine>>;
};

/** Conditions on listings, all of which must be met. One left out, null or an empty list does not restrict. */
export type HallFilter = {
  /** Any of these amount bands. */
  amountBands?: InputMaybe<Array<AmountBand>>;
  /** Any of these categories. */
  categories?: InputMaybe<Array<DebtCategory>>;
  /** Only debtors of this kind. */
  debtorKind?: InputMaybe<DebtorKind>;
  /** Any of these grades. */
  grades?: InputMaybe<Array<CaseGrade>>;
  /** Any of these matters. */
  matters?: InputMaybe<Array<Matter>>;
  /** At most this amount, in fen; not for creditors. */
  maxAmountFen?: InputMaybe<Scalars['Fen']['input']>;
  /** At most this commission, in basis points. */
  maxCommissionBps?: InputMaybe<Scalars['Int']['input']>;
  /** At most this many whole months overdue. */
  maxMonthsOverdue?: InputMaybe<Scalars['Int']['input']>;
  /** At least this amount, in fen; not for creditors. */
  minAmountFen?: InputMaybe<Scalars['Fen']['input']>;
  /** At least this commission, in basis points. */
  minCommissionBps?: InputMaybe<Scalars['Int']['input']>;
  /** At least this completeness of evidence, in basis points. */
  minEvidenceBps?: InputMaybe<Scalars['Int']['input']>;
  /** At least this many whole months overdue. */
  minMonthsOverdue?: InputMaybe<Scalars['Int']['input']>;
  /** Only cases that law firms may take for a contingency fee, or only others. */
  openToLawFirms?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any of these provinces, by GB/T 2260 code such as `440000`. */
  provinces?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The first 2 to 6 digits of a region code, such as `4403` for a city. */
  regionPrefix?: InputMaybe<Scalars['String']['input']>;
  /** Any of these service lines. */
  serviceLines?: InputMaybe<Array<ServiceLine>>;
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

/** HOLD_NOT_EXONERABLE: The appeal names no ended hold that counts for the provider. */
export type HoldNotExonerable = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** IDEMPOTENCY_IN_FLIGHT: A request with this Idempotency-Key is still being worked on. */
export type IdempotencyInFlight = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** IDEMPOTENCY_KEY_REUSED: This Idempotency-Key was used before with another request. */
export type IdempotencyKeyReused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Why the platform stepped in on a case or a grab. */
export type InterventionReason =
  /** A complaint about the work on the case. */
  | 'complaint'
  /** The debtor disputes the claim. */
  | 'debtor_dispute'
  /** The holder does not work on the case. */
  | 'inactive_holder'
  /** An authority or court ordered it. */
  | 'legal_order'
  /** Another reason, given in the note. */
  | 'other'
  /** The reason no longer applies. */
  | 'resolved'
  /** Forged papers or feigned payments are suspected. */
  | 'suspected_fraud'
  /** The verification of a party is suspended, has expired or was revoked. */
  | 'verification_lost'
  /** The case names the wrong debtor. */
  | 'wrong_debtor';

/** Case on success, else the refusal that says why not. */
export type InterventionResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** INVALID_INPUT: The field ‹path› is not valid: ‹reason›. */
export type InvalidInput = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** An invited member and the token to join with. */
export type Invitation = {
  /** When the token expires. */
  expiresAt: Scalars['DateTime']['output'];
  /** The invited member. */
  member: Member;
  /** The invitee sets a password with it once. Empty where it is mailed to the invitee alone: in production, and with a mail server. */
  token: Scalars['String']['output'];
};

/** INVITATION_REFUSED: The invitation is not valid, used or expired. Ask for a new one. */
export type InvitationRefused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A person to invite. */
export type InviteMemberInput = {
  /** The invitee’s email address. */
  email: Scalars['String']['input'];
  /** The invitee’s name, at most 100 characters. */
  name: Scalars['String']['input'];
  /** The roles of the invitee; at least one. */
  roles: Array<Role>;
};

/** Invitation on success, else the refusal that says why not. */
export type InviteMemberResult = Busy | EmailTaken | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | Invitation | NotFound | RateLimited | TooManyMembers | Unauthenticated | WrongState;

/** LAST_CLIENT_KEY: This is the client’s last key. Add its successor first, or revoke the client. */
export type LastClientKey = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** LAST_OWNER: This is the organisation’s last active owner. Make another member an owner first. */
export type LastOwner = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** LAW_FIRM_ONLY: The creditor asked for a service line that only a law firm may provide. */
export type LawFirmOnly = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A lawyer who practises in the firm. */
export type LawyerInput = {
  /** Number of the practising certificate, 17 digits. */
  certificateNumber: Scalars['String']['input'];
  /** Full name. */
  name: Scalars['String']['input'];
};

/** One amount booked on one account. */
export type LedgerEntry = {
  /** The kind of account, such as provider_receivable. */
  accountKind: Scalars['String']['output'];
  /** In fen; above zero it is owed to the organisation. */
  amountFen: Scalars['Fen']['output'];
  /** The case it is about; null for payouts and payments, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** The entry. */
  id: Scalars['ID']['output'];
  /** When it was booked. */
  occurredAt: Scalars['DateTime']['output'];
  /** The part: commission, service_fee, payout or payment. */
  part: Scalars['String']['output'];
  /** The balanced transfer it is one side of, `tra_…`. */
  transferId: Scalars['ID']['output'];
  /** The kind of transfer, such as repayment or payout. */
  transferKind: Scalars['String']['output'];
};

/** One page of a list of LedgerEntry. */
export type LedgerEntryConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<LedgerEntryEdge>>;
  /** The items of this page. */
  nodes: Array<LedgerEntry>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One LedgerEntry of a page and its cursor. */
export type LedgerEntryEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The LedgerEntry itself. */
  node: LedgerEntry;
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
  idKind?: InputMaybe<PersonIdKind>;
  /** Full name. */
  name: Scalars['String']['input'];
  /** Identity number, 18 characters (GB 11643-1999), or the number of the kind stated. */
  residentId: Scalars['String']['input'];
};

/** Who lent the money; it decides which cap holds. */
export type Lender =
  /** A bank or another licensed financial institution. */
  | 'licensed'
  /** A local financial body under supervision: microloan, guarantee, leasing, pawn, factoring and the like. */
  | 'local_finance'
  /** A person or an enterprise that is no financial body. */
  | 'private';

/** The limitation period of a line today. */
export type Limitation = {
  /** Whether something interrupted the period only after it had ended; a reviewer asks what came before. */
  chainUnproven: Scalars['Boolean']['output'];
  /** What interrupted the period last; null when nothing did. */
  interruptedOn?: Maybe<Scalars['Date']['output']>;
  /** The same, or the next working day after a holiday (art. 203); null while the holidays of that year are not announced. */
  lastDayOn?: Maybe<Scalars['Date']['output']>;
  /** Last day of the twenty years, which nothing interrupts. */
  longStopOn: Scalars['Date']['output'];
  /** The day on which it ends by the calendar; while it is stopped or suspended, if that ended today. */
  periodEndsOn: Scalars['Date']['output'];
  /** The day from which the current period counts. */
  runsFrom: Scalars['Date']['output'];
  /** Where it stands. */
  state: LimitationState;
};

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

/** LINE_CHANGE_OUTDATED: The figures of the case changed since this change was proposed. */
export type LineChangeOutdated = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** LINE_CHANGES_USED_UP: The lines of this case were changed ‹most› times already; no further change is taken. */
export type LineChangesUsedUp = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

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

/** A public event, with what the receiver may know of it. */
export type LiveEvent = {
  /** The batch it is about, if any, `bat_…`. */
  batchId?: Maybe<Scalars['ID']['output']>;
  /** The case it is about, if any, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** Its position; give it as `after` to miss no event. */
  cursor: Scalars['String']['output'];
  /** Ids, amounts in fen as strings, codes; no personal data. */
  data: Scalars['JSONObject']['output'];
  /** The event, evt_…; the same on every stream and webhook. */
  id: Scalars['ID']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Its type, such as `case.listed`; see webhookEventTypes. */
  type: Scalars['String']['output'];
};

/** An activity of the holder on a case. */
export type LogActivityInput = {
  /** The grab under which it was done, `grab_…`. */
  grabId: Scalars['ID']['input'];
  /** When it happened; not in the future. Now when left out. */
  happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The kind of activity. */
  kind: ActivityKind;
  /** A note, up to 4,000 characters. Stored encrypted. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What it led to. */
  outcome: ActivityOutcome;
};

/** Activity on success, else the refusal that says why not. */
export type LogActivityResult = Activity | Busy | CaseFrozenByPlatform | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** LOGIN_FAILED: Email address or password is wrong. */
export type LoginFailed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** The credentials of a member. */
export type LoginInput = {
  /** Email address. */
  email: Scalars['String']['input'];
  /** Password; case and spaces count. */
  password: Scalars['String']['input'];
};

/** Session on success, else the refusal that says why not. */
export type LoginResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LoginFailed | LoginThrottled | NotFound | RateLimited | Session | Unauthenticated | WrongState;

/** LOGIN_THROTTLED: Too many failed logins. Try again in ‹seconds› seconds. */
export type LoginThrottled = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** SessionsEnded on success, else the refusal that says why not. */
export type LogoutEverywhereResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | SessionsEnded | Unauthenticated | WrongState;

/** SessionsEnded on success, else the refusal that says why not. */
export type LogoutResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | SessionsEnded | Unauthenticated | WrongState;

/** MAKER_IS_CHECKER: The person who made a payout cannot approve it as well. */
export type MakerIsChecker = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Payout on success, else the refusal that says why not. */
export type MarkPayoutPaidResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | Payout | RateLimited | Unauthenticated | WrongState;

/** Payout on success, else the refusal that says why not. */
export type MarkPayoutReturnedResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | Payout | RateLimited | Unauthenticated | WrongState;

/** Payout on success, else the refusal that says why not. */
export type MarkPayoutSentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | Payout | PayoutNeedsApproval | RateLimited | Unauthenticated | WrongState;

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

/** The caller. */
export type Me = {
  /** The member; null for a machine. */
  member?: Maybe<Member>;
  /** The caller’s organisation. */
  organisation: Organisation;
  /** The scopes of a machine; empty for a member. */
  scopes: Array<Scalars['String']['output']>;
};

/** A person who acts for an organisation. */
export type Member = {
  /** When the member was added. */
  createdAt: Scalars['DateTime']['output'];
  /** The address the member logs in with, in lower case. */
  email: Scalars['String']['output'];
  /** The member’s id, mem_…. */
  id: Scalars['ID']['output'];
  /** The member’s name. */
  name: Scalars['String']['output'];
  /** The member’s organisation, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** What the member may do. */
  roles: Array<Role>;
  /** Whether the member can log in. */
  state: MemberState;
};

/** One page of a list of Member. */
export type MemberConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<MemberEdge>>;
  /** The items of this page. */
  nodes: Array<Member>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Member of a page and its cursor. */
export type MemberEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The Member itself. */
  node: Member;
};

/** Whether a member can log in. */
export type MemberState =
  /** Can log in. */
  | 'active'
  /** Cannot log in any more. */
  | 'deactivated'
  /** Has not set a password yet. */
  | 'invited';

/** MEMBERS_OWN_SECRET: People made this endpoint, so no API key or client changes its secret. */
export type MembersOwnSecret = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** ErpConnection on success, else the refusal that says why not. */
export type MoveErpConnectionResult = Busy | ErpConnection | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

export type Mutation = {
  /** Accepts the entrustment, due within 48 hours of the grab. Discloses the debtor's data to the holder. Machines need the scope grabs:write. */
  acceptEntrustment: AcceptEntrustmentResult;
  /** Exchanges a token of an invitation, a confirmation or a new password for a password, and logs in. */
  acceptInvitation: AcceptInvitationResult;
  /** Adds a line to a case: at once while nobody holds it, otherwise its holder must agree. Machines need the scope cases:write. */
  addCaseLine: AddCaseLineResult;
  /** Adds an uploaded file to a case. A case that waited only for documents is listed. Machines need the scope cases:write. */
  addEvidence: AddEvidenceResult;
  /** Adds a public key to a client that signs; five at most. Closed to machines. */
  addOAuthClientKey: AddOAuthClientKeyResult;
  /** Admits a claimed case and lists it in the hall (案件受理确认). Closed to machines. */
  admitCase: AdmitCaseResult;
  /** Moves a sandbox’s clock forward: its open deadlines come closer, usually within a second. Machines need the scope sandbox:write. */
  advanceSandboxClock: AdvanceSandboxClockResult;
  /** Agrees to a change of a case you hold: the case has the new figures, your terms stay as they are. Machines need the scope grabs:write. */
  agreeToCaseLineChange: AgreeToCaseLineChangeResult;
  /** Answers a proposed close; for the creditor of the case. Machines need the scope cases:write. */
  answerClosing: AnswerClosingResult;
  /** Appeals against a change of your standing; one appeal at a time. Closed to machines. */
  appealStanding: AppealStandingResult;
  /** Approves a large payout as the second person. Closed to machines. */
  approvePayout: ApprovePayoutResult;
  /** Approves an application that you have claimed. Closed to machines. */
  approveVerification: ReviewVerificationResult;
  /** Stops a batch; rows processed before keep their outcome. Post batches by REST: /v1/case-batches. Machines need the scope cases:write. */
  cancelCaseBatch: CancelCaseBatchResult;
  /** Changes your password and ends your other sessions. Closed to machines. */
  changePassword: ChangePasswordResult;
  /** Replaces the roles of a member of your organisation. Closed to machines. */
  changeRoles: ChangeRolesResult;
  /** Claims a case for review; an owner may take a claim over. Closed to machines. */
  claimCaseReview: ClaimCaseReviewResult;
  /** Claims an application for review, for a limited time. Closed to machines. */
  claimVerification: ReviewVerificationResult;
  /** Commits a dry run as a new batch of the same rows; repeated calls return the same batch. Machines need the scope cases:write. */
  commitCaseBatch: CommitCaseBatchResult;
  /** Proposes to close a case by a close code; for its holder, after work of the kind the code claims. The case is closed when its creditor consents (`answerClosing`) or does not answer in time, seven days by default. Machines need the scope grabs:write. */
  completeGrab: CompleteGrabResult;
  /** Consents to a lower amount. It is proposed to the holder of the case as a change of its lines, and counts once the holder agrees; at once when nobody holds the case any more. No repayment and no commission follow from it. Machines need the scope repayments:write. */
  confirmCaseRevision: ConfirmCaseRevisionResult;
  /** Confirms a reported repayment and settles its commission; one that is confirmed already is returned unchanged. Machines need the scope repayments:write. */
  confirmRepayment: ConfirmRepaymentResult;
  /** Corrects a line: at once while nobody holds the case, otherwise its holder must agree. What you leave out is empty after it; the evidence about its limitation period stays. Machines need the scope cases:write. */
  correctCaseLine: CorrectCaseLineResult;
  /** Creates an API key. The key itself is in this answer only. Closed to machines. */
  createApiKey: CreateApiKeyResult;
  /** Connects an ERP; the first run starts at once. Machines need the scope connectors:write. */
  createErpConnection: CreateErpConnectionResult;
  /** Creates an OAuth client. Its secret is in this answer only. Closed to machines. */
  createOAuthClient: CreateOAuthClientResult;
  /** Sets aside earnings of a provider whose hold is over. Closed to machines. */
  createPayout: CreatePayoutResult;
  /** Makes a sandbox; a live organisation has at most five. Closed to machines. */
  createSandbox: CreateSandboxResult;
  /** Makes an endpoint. Only this answer holds its secret. Machines need the scope webhooks:write. */
  createWebhookEndpoint: CreateWebhookEndpointResult;
  /** Ends the access of a member of your organisation at once. Closed to machines. */
  deactivateMember: DeactivateMemberResult;
  /** Answers an open appeal, once; for owner and risk of the platform. No answer grants a grade by hand. Closed to machines. */
  decideStandingAppeal: DecideStandingAppealResult;
  /** Declines a change of a case you hold: the agreed figures stay. Machines need the scope grabs:write. */
  declineCaseLineChange: DeclineCaseLineChangeResult;
  /** Declines the lower amount of a held case: the agreed amount stays, and the same amount is not proposed again. Machines need the scope repayments:write. */
  declineCaseRevision: DeclineCaseRevisionResult;
  /** Deletes a connection and its credentials. Its cases stay. Machines need the scope connectors:write. */
  deleteErpConnection: MoveErpConnectionResult;
  /** Deletes a sandbox: its keys end and its cases leave the hall. Closed to machines. */
  deleteSandbox: DeleteSandboxResult;
  /** Deletes an endpoint for good, its secrets at once. Machines need the scope webhooks:write. */
  deleteWebhookEndpoint: WebhookEndpointResult;
  /** Disables an endpoint: its deliveries wait until it is enabled. Returned unchanged when it is disabled. Machines need the scope webhooks:write. */
  disableWebhookEndpoint: WebhookEndpointResult;
  /** Disputes a reported repayment: time no longer confirms it. Machines need the scope repayments:write. */
  disputeRepayment: DisputeRepaymentResult;
  /** Enables an endpoint: its deliveries continue and its failures are forgotten. Returned unchanged when it is enabled. Machines need the scope webhooks:write. */
  enableWebhookEndpoint: WebhookEndpointResult;
  /** Stops all work on a listed or held case: it leaves the hall, its holder cannot act and deadlines stand still; for owner and risk of the platform. Closed to machines. */
  freezeCase: InterventionResult;
  /** Grabs a listed case; the first committed grab wins. An Idempotency-Key header makes a repetition safe. Machines need the scope grabs:write. */
  grabCase: GrabCaseResult;
  /** Invites a member, who gets a token by mail and sets a password with it. Closed to machines. */
  inviteMember: InviteMemberResult;
  /** Lifts the limit of a grade before its last day; for owner and risk of the platform. Closed to machines. */
  liftVeto: VetoGradeResult;
  /** Logs an activity on a held case; the first is due within 72 hours of the grab. Machines need the scope collection:write. */
  logActivity: LogActivityResult;
  /** Logs a member in. */
  login: LoginResult;
  /** Ends this session. Closed to machines. */
  logout: LogoutResult;
  /** Ends all of your sessions, this one too. Closed to machines. */
  logoutEverywhere: LogoutEverywhereResult;
  /** Records that the provider's bank received it. Closed to machines. */
  markPayoutPaid: MarkPayoutPaidResult;
  /** Records that a payout came back, or calls off one that is due; the amount is available again. Closed to machines. */
  markPayoutReturned: MarkPayoutReturnedResult;
  /** Records that the bank has the order to pay. Closed to machines. */
  markPayoutSent: MarkPayoutSentResult;
  /** Pauses a connection; a current run ends at its next page. Machines need the scope connectors:write. */
  pauseErpConnection: MoveErpConnectionResult;
  /** Posts one case. It is listed at once when it satisfies every rule; otherwise it goes to a reviewer or is refused. Machines need the scope cases:write. */
  postCase: PostCaseResult;
  /** Takes a case back from its holder; for its creditor. Machines need the scope cases:write. */
  recallGrab: RecallGrabResult;
  /** Takes a case from its holder, without a penalty; for owner and risk of the platform. Closed to machines. */
  recallGrabByPlatform: RecallByPlatformResult;
  /** Records a payment by a creditor of what it owes. Closed to machines. */
  recordCreditorPayment: RecordCreditorPaymentResult;
  /** Exchanges a refresh token for new tokens. Each works once. */
  refreshSession: RefreshSessionResult;
  /** Registers an organisation with its first owner, and logs the owner in. */
  register: RegisterResult;
  /** Ends a suspension. Closed to machines. */
  reinstateVerification: ReviewVerificationResult;
  /** Rejects a claimed case. Closed to machines. */
  rejectCase: RejectCaseResult;
  /** Rejects a reported repayment that did not arrive. Machines need the scope repayments:write. */
  rejectRepayment: RejectRepaymentResult;
  /** Rejects an application that you have claimed. Closed to machines. */
  rejectVerification: ReviewVerificationResult;
  /** Gives a claimed application back to the queue. Closed to machines. */
  releaseVerification: ReviewVerificationResult;
  /** Lists a case again: a returned one, or one closed while a part of the debt is open. Machines need the scope cases:write. */
  relistCase: RelistCaseResult;
  /** Removes a public key. Its signatures are refused from now on. Closed to machines. */
  removeOAuthClientKey: RemoveOAuthClientKeyResult;
  /** Sends one delivery again, delivered or not, with the same `webhook-id`. Machines need the scope webhooks:write. */
  replayWebhookDelivery: WebhookDeliveryResult;
  /** Sends all events since an instant again, also those missed while the endpoint was disabled. Machines need the scope webhooks:write. */
  replayWebhooks: ReplayWebhooksResult;
  /** Reports that the debtor paid. A report of the creditor is confirmed at once; one of a provider waits for the creditor, seven days by default. Machines need the scope repayments:write. */
  reportRepayment: ReportRepaymentResult;
  /** Sends a token for a new password to a mailbox, if a member has it; the answer is always the same. `acceptInvitation` takes the token. */
  requestPasswordReset: RequestPasswordResetResult;
  /** Restates what a case is about, while no provider holds it; for its creditor and for reviewers. Recorded in its history. Machines need the scope cases:write. */
  restateMatter: RestateMatterResult;
  /** Resumes a connection at once, from where it stopped. Machines need the scope connectors:write. */
  resumeErpConnection: MoveErpConnectionResult;
  /** Returns a case. Costs standing points, more each time. Machines need the scope grabs:write. */
  returnGrab: ReturnGrabResult;
  /** Reverses a confirmed repayment: recovery, commission and fee, also after the statement. Machines need the scope repayments:write. */
  reverseRepayment: ReverseRepaymentResult;
  /** Revokes an API key at once. An API key that has ended is returned unchanged. Closed to machines. */
  revokeApiKey: RevokeApiKeyResult;
  /** Revokes a client and all its tokens at once. A client that has ended is returned unchanged. Closed to machines. */
  revokeOAuthClient: RevokeOAuthClientResult;
  /** Revokes an approval for good. Closed to machines. */
  revokeVerification: ReviewVerificationResult;
  /** Replaces a key by a new one like it, once. The old key works until the overlap is over. Closed to machines. */
  rotateApiKey: RotateApiKeyResult;
  /** Creates a new secret for a client. The old one works until the overlap is over. Closed to machines. */
  rotateOAuthClientSecret: RotateOAuthClientSecretResult;
  /** Changes the signing secret of an endpoint; the old one signs too for some hours. Machines need the scope webhooks:write. */
  rotateWebhookSecret: RotateWebhookSecretResult;
  /** Stores a draft, or a correction of a rejected application, without checking it. Machines need the scope verification:write. */
  saveVerificationDraft: SubmitVerificationResult;
  /** Sends a `webhook.test` message to an endpoint; its delivery shows the result a moment later. Machines need the scope webhooks:write. */
  sendTestWebhook: WebhookDeliveryResult;
  /** Replaces the networks that an API key may be used from. Closed to machines. */
  setApiKeyAddresses: SetApiKeyAddressesResult;
  /** Replaces the networks that a client may be used from. Closed to machines. */
  setOAuthClientAddresses: SetOAuthClientAddressesResult;
  /** Changes figures of one policy, everywhere within two seconds; a dry run only shows the result. Closed to machines. */
  setPolicy: SetPolicyResult;
  /** States how you are taxed, from a day on; your statements take your commission apart by it. Nothing is assumed before. Closed to machines. */
  setTaxProfile: SetTaxProfileResult;
  /** Submits the application, or a corrected one again. A refusal names every missing or wrong field. Machines need the scope verification:write. */
  submitVerification: SubmitVerificationResult;
  /** Suspends an approval for the time being. Closed to machines. */
  suspendVerification: ReviewVerificationResult;
  /** Starts a run now, or returns the current run. Machines need the scope connectors:write. */
  syncErpConnection: SyncErpConnectionResult;
  /** Sends test requests to the ERP and stores nothing. Machines need the scope connectors:write. */
  testErpConnection: TestErpConnectionResult;
  /** Lets a frozen case go on where it was frozen; for owner and risk of the platform. Closed to machines. */
  unfreezeCase: InterventionResult;
  /** Changes a connection. A new address or new credentials also restart a failing one. Machines need the scope connectors:write. */
  updateErpConnection: UpdateErpConnectionResult;
  /** Changes address, description or event types. Machines need the scope webhooks:write. */
  updateWebhookEndpoint: UpdateWebhookEndpointResult;
  /** Limits the grade of a provider up to a day, whatever it recovers; a veto set before is replaced. For owner and risk of the platform. Closed to machines. */
  vetoGrade: VetoGradeResult;
  /** Withdraws a case that no provider holds; see also `recallGrab`. Machines need the scope cases:write. */
  withdrawCase: WithdrawCaseResult;
  /** Withdraws a case that no provider holds; for owner and risk of the platform. Closed to machines. */
  withdrawCaseByPlatform: InterventionResult;
  /** Withdraws a line, so that it no longer counts: at once while nobody holds the case, otherwise its holder must agree. Machines need the scope cases:write. */
  withdrawCaseLine: WithdrawCaseLineResult;
  /** Takes a proposed close back; for the holder, which goes on with the case. Machines need the scope grabs:write. */
  withdrawClosing: WithdrawClosingResult;
  /** Takes an open appeal of yours back. Closed to machines. */
  withdrawStandingAppeal: WithdrawStandingAppealResult;
};


export type MutationacceptEntrustmentArgs = {
  grabId: Scalars['ID']['input'];
};


export type MutationacceptInvitationArgs = {
  input: AcceptInvitationInput;
};


export type MutationaddCaseLineArgs = {
  caseId: Scalars['ID']['input'];
  line: DebtLineInput;
};


export type MutationaddEvidenceArgs = {
  caseId: Scalars['ID']['input'];
  fileId: Scalars['ID']['input'];
  kind: EvidenceKind;
};


export type MutationaddOAuthClientKeyArgs = {
  clientId: Scalars['ID']['input'];
  jwk: Scalars['JSONObject']['input'];
};


export type MutationadmitCaseArgs = {
  caseId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationadvanceSandboxClockArgs = {
  sandboxId: Scalars['ID']['input'];
  seconds: Scalars['Int']['input'];
};


export type MutationagreeToCaseLineChangeArgs = {
  changeId: Scalars['ID']['input'];
};


export type MutationanswerClosingArgs = {
  answer: ClosingAnswer;
  grabId: Scalars['ID']['input'];
};


export type MutationappealStandingArgs = {
  input: AppealStandingInput;
};


export type MutationapprovePayoutArgs = {
  payoutId: Scalars['ID']['input'];
};


export type MutationapproveVerificationArgs = {
  id: Scalars['ID']['input'];
  validUntil?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationcancelCaseBatchArgs = {
  id: Scalars['ID']['input'];
};


export type MutationchangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationchangeRolesArgs = {
  input: ChangeRolesInput;
};


export type MutationclaimCaseReviewArgs = {
  caseId: Scalars['ID']['input'];
};


export type MutationclaimVerificationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationcommitCaseBatchArgs = {
  id: Scalars['ID']['input'];
};


export type MutationcompleteGrabArgs = {
  closeCode: CloseCode;
  grabId: Scalars['ID']['input'];
};


export type MutationconfirmCaseRevisionArgs = {
  input: ConfirmCaseRevisionInput;
};


export type MutationconfirmRepaymentArgs = {
  repaymentId: Scalars['ID']['input'];
};


export type MutationcorrectCaseLineArgs = {
  caseId: Scalars['ID']['input'];
  line: DebtLineInput;
  lineNumber: Scalars['Int']['input'];
};


export type MutationcreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationcreateErpConnectionArgs = {
  input: CreateErpConnectionInput;
};


export type MutationcreateOAuthClientArgs = {
  input: CreateOAuthClientInput;
};


export type MutationcreatePayoutArgs = {
  input: CreatePayoutInput;
};


export type MutationcreateSandboxArgs = {
  input: CreateSandboxInput;
};


export type MutationcreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


export type MutationdeactivateMemberArgs = {
  memberId: Scalars['ID']['input'];
};


export type MutationdecideStandingAppealArgs = {
  input: DecideStandingAppealInput;
};


export type MutationdeclineCaseLineChangeArgs = {
  changeId: Scalars['ID']['input'];
};


export type MutationdeclineCaseRevisionArgs = {
  caseId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationdeleteErpConnectionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationdeleteSandboxArgs = {
  sandboxId: Scalars['ID']['input'];
};


export type MutationdeleteWebhookEndpointArgs = {
  endpointId: Scalars['ID']['input'];
};


export type MutationdisableWebhookEndpointArgs = {
  endpointId: Scalars['ID']['input'];
};


export type MutationdisputeRepaymentArgs = {
  reason: Scalars['String']['input'];
  repaymentId: Scalars['ID']['input'];
};


export type MutationenableWebhookEndpointArgs = {
  endpointId: Scalars['ID']['input'];
};


export type MutationfreezeCaseArgs = {
  caseId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCode: InterventionReason;
};


export type MutationgrabCaseArgs = {
  caseId: Scalars['ID']['input'];
};


export type MutationinviteMemberArgs = {
  input: InviteMemberInput;
};


export type MutationliftVetoArgs = {
  providerId: Scalars['ID']['input'];
};


export type MutationlogActivityArgs = {
  input: LogActivityInput;
};


export type MutationloginArgs = {
  input: LoginInput;
};


export type MutationmarkPayoutPaidArgs = {
  payoutId: Scalars['ID']['input'];
};


export type MutationmarkPayoutReturnedArgs = {
  payoutId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationmarkPayoutSentArgs = {
  payoutId: Scalars['ID']['input'];
  reference: Scalars['String']['input'];
};


export type MutationpauseErpConnectionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationpostCaseArgs = {
  input: PostCaseInput;
};


export type MutationrecallGrabArgs = {
  grabId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  reasonCode?: InputMaybe<RecallReason>;
  relist?: Scalars['Boolean']['input'];
};


export type MutationrecallGrabByPlatformArgs = {
  grabId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCode: InterventionReason;
  relist?: Scalars['Boolean']['input'];
};


export type MutationrecordCreditorPaymentArgs = {
  input: RecordCreditorPaymentInput;
};


export type MutationrefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationregisterArgs = {
  input: RegisterInput;
};


export type MutationreinstateVerificationArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCodes: Array<VerificationReason>;
};


export type MutationrejectCaseArgs = {
  caseId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCodes: Array<Scalars['String']['input']>;
};


export type MutationrejectRepaymentArgs = {
  reason: Scalars['String']['input'];
  repaymentId: Scalars['ID']['input'];
};


export type MutationrejectVerificationArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCodes: Array<VerificationReason>;
};


export type MutationreleaseVerificationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationrelistCaseArgs = {
  caseId: Scalars['ID']['input'];
};


export type MutationremoveOAuthClientKeyArgs = {
  clientId: Scalars['ID']['input'];
  kid: Scalars['String']['input'];
};


export type MutationreplayWebhookDeliveryArgs = {
  deliveryId: Scalars['ID']['input'];
};


export type MutationreplayWebhooksArgs = {
  endpointId: Scalars['ID']['input'];
  input: ReplayWebhooksInput;
};


export type MutationreportRepaymentArgs = {
  input: ReportRepaymentInput;
};


export type MutationrequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


export type MutationrestateMatterArgs = {
  caseId: Scalars['ID']['input'];
  matter: Matter;
};


export type MutationresumeErpConnectionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationreturnGrabArgs = {
  grabId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationreverseRepaymentArgs = {
  reason: Scalars['String']['input'];
  repaymentId: Scalars['ID']['input'];
};


export type MutationrevokeApiKeyArgs = {
  apiKeyId: Scalars['ID']['input'];
};


export type MutationrevokeOAuthClientArgs = {
  clientId: Scalars['ID']['input'];
};


export type MutationrevokeVerificationArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCodes: Array<VerificationReason>;
};


export type MutationrotateApiKeyArgs = {
  apiKeyId: Scalars['ID']['input'];
  overlapHours?: Scalars['Int']['input'];
};


export type MutationrotateOAuthClientSecretArgs = {
  clientId: Scalars['ID']['input'];
  overlapHours?: Scalars['Int']['input'];
};


export type MutationrotateWebhookSecretArgs = {
  endpointId: Scalars['ID']['input'];
  input?: InputMaybe<RotateWebhookSecretInput>;
};


export type MutationsaveVerificationDraftArgs = {
  input: SubmitVerificationInput;
};


export type MutationsendTestWebhookArgs = {
  endpointId: Scalars['ID']['input'];
};


export type MutationsetApiKeyAddressesArgs = {
  addresses: Array<Scalars['String']['input']>;
  apiKeyId: Scalars['ID']['input'];
};


export type MutationsetOAuthClientAddressesArgs = {
  addresses: Array<Scalars['String']['input']>;
  clientId: Scalars['ID']['input'];
};


export type MutationsetPolicyArgs = {
  input: SetPolicyInput;
};


export type MutationsetTaxProfileArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  profile?: InputMaybe<TaxProfileKind>;
  vatBps?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationsubmitVerificationArgs = {
  input: SubmitVerificationInput;
};


export type MutationsuspendVerificationArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCodes: Array<VerificationReason>;
};


export type MutationsyncErpConnectionArgs = {
  full?: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


export type MutationtestErpConnectionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationunfreezeCaseArgs = {
  caseId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCode: InterventionReason;
};


export type MutationupdateErpConnectionArgs = {
  id: Scalars['ID']['input'];
  input: UpdateErpConnectionInput;
};


export type MutationupdateWebhookEndpointArgs = {
  endpointId: Scalars['ID']['input'];
  input: UpdateWebhookEndpointInput;
};


export type MutationvetoGradeArgs = {
  input: VetoGradeInput;
};


export type MutationwithdrawCaseArgs = {
  caseId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationwithdrawCaseByPlatformArgs = {
  caseId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  reasonCode: InterventionReason;
};


export type MutationwithdrawCaseLineArgs = {
  caseId: Scalars['ID']['input'];
  lineNumber: Scalars['Int']['input'];
};


export type MutationwithdrawClosingArgs = {
  grabId: Scalars['ID']['input'];
};


export type MutationwithdrawStandingAppealArgs = {
  appealId: Scalars['ID']['input'];
};

/** The next higher grade, and the requirements still missing for it. */
export type NextGrade = {
  /** The next higher grade. */
  grade: Grade;
  /** Requirements not met yet: completed_cases, recovered_amount, reliability, shrunk_rate, speed, compliance, veto. */
  missing: Array<Scalars['String']['output']>;
};

/** NO_VETO_IN_FORCE: The grade of this provider is not limited. */
export type NoVetoInForce = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** NOBODY_HELD_THE_CASE: No provider held this case on ‹paidOn›, nor did an agency within ‹graceDays› days of it, so the payment counts for none. */
export type NobodyHeldTheCase = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** NOT_CLAIMED: You have not claimed this application, or your claim has lapsed. */
export type NotClaimed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** NOT_FOUND: There is no such thing here, or it is not yours to see. */
export type NotFound = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** NOTHING_LEFT_TO_COLLECT: The lines would make ‹outstandingFen› yuan; ‹coveredFen› yuan are recovered or reported. */
export type NothingLeftToCollect = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** NOTHING_TO_PAY_OUT: ‹availableFen› yuan can be paid out to this provider now; ‹heldFen› yuan are still on hold. */
export type NothingToPayOut = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** How an OAuth client authenticates at the token endpoint. */
export type OAuthAuthMethod =
  /** By a secret in the Authorization header. */
  | 'client_secret_basic'
  /** By a secret in the form body. */
  | 'client_secret_post'
  /** By an assertion signed with its private key, which never leaves it (RFC 7523). */
  | 'private_key_jwt';

/** A machine of an organisation that gets short-lived tokens for its credentials. */
export type OAuthClient = {
  /** Networks it may be used from, in CIDR notation; empty means any address. */
  addresses: Array<Scalars['String']['output']>;
  /** How it authenticates. */
  authMethod: OAuthAuthMethod;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, client_…, which is also its OAuth client_id. */
  id: Scalars['ID']['output'];
  /** Its public keys, oldest first. */
  keys: Array<OAuthClientKey>;
  /** When it was last used, to the minute; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The network (/24 or /48) of its last use; null when never. */
  lastUsedFrom?: Maybe<Scalars['String']['output']>;
  /** Its name, given by an owner. */
  name: Scalars['String']['output'];
  /** When it was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The scopes its tokens can have. */
  scopes: Array<Scalars['String']['output']>;
  /** Its live secrets, oldest first: two during a rotation. */
  secrets: Array<OAuthClientSecret>;
};

/** A new OAuth client, or a new secret of one. */
export type OAuthClientCreated = {
  /** The client without its secret. */
  client: OAuthClient;
  /** Its secret, rs_live_… or rs_test_…; null with keys. Shown here only. */
  secret?: Maybe<Scalars['String']['output']>;
};

/** A public key of an OAuth client. */
export type OAuthClientKey = {
  /** The algorithms it may be used with. */
  algorithms: Array<Scalars['String']['output']>;
  /** When it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** Its kid as registered, or its thumbprint (RFC 7638). */
  kid: Scalars['String']['output'];
};

/** A live secret of an OAuth client. */
export type OAuthClientSecret = {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its last four characters, to recognise it. */
  ending: Scalars['String']['output'];
  /** When it expires; null until another replaces it. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A creditor, an agency, a law firm or the platform itself. */
export type Organisation = {
  /** When it registered. */
  createdAt: Scalars['DateTime']['output'];
  /** The organisation’s id, org_…. */
  id: Scalars['ID']['output'];
  /** Creditor, provider or platform. */
  kind: OrganisationKind;
  /** Its name as registered. */
  name: Scalars['String']['output'];
};

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

/** ORGANISATION_NOT_VERIFIED: Your organisation is not verified, or its verification is suspended or has ended. */
export type OrganisationNotVerified = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** OTHER_AUTH_METHOD: The client authenticates by ‹method›, so this does not apply to it. */
export type OtherAuthMethod = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** OWN_ORGANISATION: Reviewers may not decide about their own organisation. */
export type OwnOrganisation = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** An owner or beneficial owner. */
export type OwnerInput = {
  /** The kind of the number; needed for a passport or a travel permit, else told from the number. */
  idKind?: InputMaybe<PersonIdKind>;
  /** A person’s identity number or an enterprise’s unified social credit code. */
  idNumber: Scalars['String']['input'];
  /** Full name of the person or enterprise. */
  name: Scalars['String']['input'];
};

/** Where a page of a list ends. */
export type PageInfo = {
  /** Pass it as `after` for the next page; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether another page follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** PASSWORD_REFUSED: Choose another password (‹reason›): 10 to 200 characters, not the email address, not a common one. */
export type PasswordRefused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A new password was asked for; whether anybody has the address is not told. */
export type PasswordResetRequested = {
  /** The address as you gave it. */
  email: Scalars['String']['output'];
};

/** PAYMENT_IS_A_REPAYMENT: More is paid on the lines than before: report the payment with `reportRepayment`. */
export type PaymentIsARepayment = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A payment of earned commission to a provider. */
export type Payout = {
  /** The amount, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** When the second person approved it; null until then. */
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was set aside. */
  createdAt: Scalars['DateTime']['output'];
  /** The payout. */
  id: Scalars['ID']['output'];
  /** Whether a second person must approve it. */
  needsApproval: Scalars['Boolean']['output'];
  /** When it arrived. */
  paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agency or law firm that is paid. */
  providerId: Scalars['ID']['output'];
  /** The bank's reference; null until it is sent. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Why it came back; null unless it did. */
  returnReason?: Maybe<Scalars['String']['output']>;
  /** When it came back. */
  returnedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the bank got the order. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far the money is. */
  state: PayoutState;
};

/** One page of a list of Payout. */
export type PayoutConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<PayoutEdge>>;
  /** The items of this page. */
  nodes: Array<Payout>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Payout of a page and its cursor. */
export type PayoutEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The Payout itself. */
  node: Payout;
};

/** PAYOUT_NEEDS_APPROVAL: A payout above ‹limitFen› yuan is sent only after a second person approved it. */
export type PayoutNeedsApproval = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
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

/** A named set of figures of the platform, such as quotas, deadlines and rates. */
export type Policy = {
  /** What somebody has to look after today, such as a missing rate. */
  alarms: Array<PolicyAlarm>;
  /** Each figure with its meaning, bounds and default. */
  figures: Array<PolicyFigure>;
  /** Its name, such as `settlement`. */
  name: Scalars['String']['output'];
  /** The figures in force. */
  value: Scalars['JSONObject']['output'];
  /** The version; null for the defaults. */
  version?: Maybe<Scalars['Int']['output']>;
  /** Every version that was set, newest first. */
  versions: Array<PolicyVersion>;
};

/** Something about the figures of a policy that somebody has to look after. */
export type PolicyAlarm = {
  /** The text in English. */
  en: Scalars['String']['output'];
  /** The text in Chinese. */
  zh: Scalars['String']['output'];
};

/** One figure of a policy: what it means, and within which bounds it may be. */
export type PolicyFigure = {
  /** The default, as JSON. */
  default: Scalars['String']['output'];
  /** What it means, with its unit. */
  description: Scalars['String']['output'];
  /** integer, number, string, boolean or array. */
  form: Scalars['String']['output'];
  /** The least value, or item of a list, as JSON; null without one. */
  least?: Maybe<Scalars['String']['output']>;
  /** The greatest value, or item of a list, as JSON; null without one. */
  most?: Maybe<Scalars['String']['output']>;
  /** Whether it may be null. */
  nullable: Scalars['Boolean']['output'];
  /** Its place in the value, such as `grades.junior.casesHeld`. */
  path: Scalars['String']['output'];
  /** What its number counts: days, hours, months, basis_points, fen, points, count and others; of a list, each item. */
  unit: Scalars['String']['output'];
  /** The value in force, as JSON. */
  value: Scalars['String']['output'];
};

/** What changed figures would do to the records there are. */
export type PolicySimulation = {
  /** Go on after this cursor for the next; null at the end. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Providers that were looked at, at most 1,000. */
  looked: Scalars['Int']['output'];
  /** How many would move, by grade. */
  moves: Array<SimulatedMove>;
  /** The first 100 that would. */
  providers: Array<SimulatedProvider>;
};

/** A version of a policy: who set it when, and the figures from then on. */
export type PolicyVersion = {
  /** The member who set it; null for the platform itself. */
  changedBy?: Maybe<Scalars['ID']['output']>;
  /** When it was set. */
  createdAt: Scalars['DateTime']['output'];
  /** The figures in force from then on. */
  value: Scalars['JSONObject']['output'];
  /** Its number, from 1. */
  version: Scalars['Int']['output'];
};

/** One debt to post for recovery. */
export type PostCaseInput = {
  /** Agreed interest per year, all charges included, in basis points; 0 to 1,000,000. */
  annualRateBps?: InputMaybe<Scalars['Int']['input']>;
  /** What kind of debt it is. */
  category: DebtCategory;
  /** What was agreed about interest and terms; it decides what may be claimed. */
  claimTerms?: InputMaybe<ClaimTermsInput>;
  /** Your commission offer; the platform's schedule when left out. */
  commission?: InputMaybe<CommissionOfferInput>;
  /** Number of the contract, as both parties know it. */
  contractNumber?: InputMaybe<Scalars['String']['input']>;
  /** Postal address of the debtor. */
  debtorAddress?: InputMaybe<Scalars['String']['input']>;
  /** The kind of that number; left out it is told from the number and the name. Passports and travel permits need it. */
  debtorIdKind?: InputMaybe<DebtorIdKind>;
  /** Unified social credit code or resident identity number. */
  debtorIdNumber?: InputMaybe<Scalars['String']['input']>;
  /** Whether the debtor is an enterprise or a person. */
  debtorKind: DebtorKind;
  /** The debtor's full name. */
  debtorName: Scalars['String']['input'];
  /** The debtor's phone number. */
  debtorPhone?: InputMaybe<Scalars['String']['input']>;
  /** The due day; left out beside `lines`. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The documents that you have; upload them with addEvidence. */
  evidence?: InputMaybe<Array<EvidenceKind>>;
  /** Your own reference, unique among your cases; 1 to 100 characters. */
  externalRef: Scalars['String']['input'];
  /** Day of the invoice or of the loan. */
  invoicedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Last day the limitation period was interrupted (Civil Code art. 195). */
  lastInterruptedOn?: InputMaybe<Scalars['Date']['input']>;
  /** What the debt arose from. */
  legalOrigin?: InputMaybe<LegalOrigin>;
  /** What the debt consists of; without it, amounts and days of the case are its one line. Amounts and days beside it must be those that the lines make. */
  lines?: InputMaybe<Array<DebtLineInput>>;
  /** What the case is about; some matters are not for law firms, which may take no contingency fee in them. */
  matter?: InputMaybe<Matter>;
  /** A note for the holder; stored encrypted. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Amount paid so far, in fen; 0 when left out. */
  paidFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Penalty and interest claimed, in fen; 0 when left out. */
  penaltyFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Principal in fen; left out beside `lines`. */
  principalFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Region of the debtor, six digits of GB/T 2260. */
  regionCode?: InputMaybe<Scalars['String']['input']>;
  /** The service that you ask for; `agency_dunning` when left out. */
  serviceLine?: InputMaybe<ServiceLine>;
};

/** Case on success, else the refusal that says why not. */
export type PostCaseResult = Busy | Case | CaseExists | CaseNotAdmissible | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** PROVIDER_NOT_VERIFIED: Your organisation is not verified, so it cannot grab cases. */
export type ProviderNotVerified = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

export type Query = {
  /** The balance of each account of an organisation. Machines need the scope statements:read. */
  accountBalances: Array<AccountBalance>;
  /** The activities on a case you may see, newest first. Machines need the scope collection:read. */
  activities: ActivityConnection;
  /** The organisation’s last 100 API keys, newest first, also revoked ones. Closed to machines. */
  apiKeys: Array<ApiKey>;
  /** Who did and read what, newest first; for the owner and risk of the platform. Reading it is recorded. Closed to machines. */
  auditTrail: AuditRecordConnection;
  /** One case. Fields that you may not see are null or empty. Machines need the scope cases:read. */
  case: Case;
  /** One of your batches and its progress. Machines need the scope cases:read. */
  caseBatch: CaseBatch;
  /** The outcome of each row of a batch, in the order of the file. Machines need the scope cases:read. */
  caseBatchRows: CaseBatchRowConnection;
  /** Your batches, newest first. Machines need the scope cases:read. */
  caseBatches: CaseBatchConnection;
  /** Interest and charges on a case up to today, for creditor, platform and entrusted holder. Machines need the scope cases:read. */
  caseClaim: Claim;
  /** The debtor's personal data, for the creditor and the holder with an accepted entrustment. Every read is recorded. Machines need the scope debtors:read. */
  caseDebtor: CaseDebtorResult;
  /** Each reading of a debtor's data or evidence, newest first; for the creditor of the case and the platform. Closed to machines. */
  caseDebtorReads: AuditRecordConnection;
  /** The organisations to which the debtor of a case was disclosed. Machines need the scope debtors:read. */
  caseDisclosures: Array<CaseDisclosure>;
  /** The uploaded documents of a case, oldest first. Machines need the scope cases:read. */
  caseEvidence: Array<CaseEvidence>;
  /** The history of a case, oldest first; for creditor and platform. Machines need the scope cases:read. */
  caseHistory: Array<CaseEvent>;
  /** The changes of the lines of a case, newest first; a holder sees those proposed to it. Machines need the scope cases:read. */
  caseLineChanges: Array<CaseLineChange>;
  /** Lower amounts that your books showed while a provider held the case, newest first. Machines need the scope cases:read. */
  caseRevisions: CaseRevisionConnection;
  /** Cases you may see, newest first: your own, or those you hold. Machines need the scope cases:read. */
  cases: CaseConnection;
  /** One of your connections to ERPs. Machines need the scope connectors:read. */
  erpConnection: ErpConnection;
  /** Your connections to ERPs, newest first. Machines need the scope connectors:read. */
  erpConnections: ErpConnectionConnection;
  /** The outcome of each document, in order of the ERP’s own keys. Machines need the scope connectors:read. */
  erpSyncRows: ErpSyncRowConnection;
  /** The runs of a connection, newest first. Machines need the scope connectors:read. */
  erpSyncRuns: ErpSyncRunConnection;
  /** One grab of your organisation. Machines need the scope grabs:read. */
  grab: Grab;
  /** The listed cases, de-identified. For verified providers, creditors and the platform. Machines need the scope hall:read. */
  hall: HallConnection;
  /** The entries of an organisation in a month, oldest first. Machines need the scope statements:read. */
  ledgerEntries: LedgerEntryConnection;
  /** The cursor of the newest event: read the current state next, then subscribe `after` this cursor. Machines need the scope self:read. */
  liveCursor: Scalars['String']['output'];
  /** The caller. Machines need the scope self:read. */
  me: Me;
  /** The members of your organisation, oldest first. Closed to machines. */
  members: MemberConnection;
  /** The grabs of your organisation, newest first. Machines need the scope grabs:read. */
  myGrabs: GrabConnection;
  /** The newest application of your organisation; null when there is none. Machines need the scope verification:read. */
  myVerification?: Maybe<Verification>;
  /** Your last 100 OAuth clients, newest first, also revoked ones. Closed to machines. */
  oauthClients: Array<OAuthClient>;
  /** One payout to your organisation; for the platform any payout. Machines need the scope statements:read. */
  payout: Payout;
  /** Payouts to your organisation, newest first; for the platform all. Machines need the scope statements:read. */
  payouts: PayoutConnection;
  /** Every policy with the figures in force. Closed to machines. */
  policies: Array<Policy>;
  /** What posting a debt today would come to: verdict, lines, score, commission, claim. Posts nothing. Machines need the scope cases:read. */
  quoteCase: CaseQuote;
  /** One repayment on one of your cases. Machines need the scope repayments:read. */
  repayment: Repayment;
  /** The repayments on your cases, newest first. Machines need the scope repayments:read. */
  repayments: RepaymentConnection;
  /** Cases in state `submitted` or `under_review`, oldest first. Closed to machines. */
  reviewQueue: CaseConnection;
  /** One of your sandboxes; for a test organisation its own sandbox. Machines need the scope sandbox:read. */
  sandbox: Sandbox;
  /** The values for each outcome in a sandbox. Machines need the scope sandbox:read. */
  sandboxMagicValues: Array<SandboxMagicValue>;
  /** Your sandboxes, newest first; for a test organisation its own sandbox. Machines need the scope sandbox:read. */
  sandboxes: Array<Sandbox>;
  /** Logins, logouts and copied tokens of the organisation's own members, newest first; for its owner. Closed to machines. */
  signIns: AuditRecordConnection;
  /** Tries changed figures on the records there are and writes nothing; for owner and risk of the platform. Closed to machines. */
  simulatePolicy: PolicySimulation;
  /** Your grade, rates and quota, explained. The platform may name any provider. Machines need the scope standing:read. */
  standing: Standing;
  /** One appeal. Machines need the scope standing:read. */
  standingAppeal: StandingAppeal;
  /** The appeals of your organisation, or for the platform those of its providers, newest first. Machines need the scope standing:read. */
  standingAppeals: StandingAppealConnection;
  /** What your grade and quota were and why, newest first. The platform may name any provider. Machines need the scope standing:read. */
  standingHistory: StandingChangeConnection;
  /** Your statement of a month; for the platform that of any organisation. Machines need the scope statements:read. */
  statement: Statement;
  /** What a provider stated about how it is taxed, newest first; the profile of the day of a commission counts. Machines need the scope statements:read. */
  taxProfiles: Array<TaxProfile>;
  /** The sums of the whole ledger; only for the platform. Machines need the scope statements:read. */
  trialBalance: TrialBalance;
  /** One application; identifiers are masked unless you have claimed it. Closed to machines. */
  verification: Verification;
  /** Applications to review, longest waiting first. Closed to machines. */
  verificationQueue: VerificationConnection;
  /** The deliveries to one webhook endpoint, newest first. Machines need the scope webhooks:read. */
  webhookDeliveries: WebhookDeliveryConnection;
  /** One delivery with its body and attempts. Machines need the scope webhooks:read. */
  webhookDelivery: WebhookDeliveryDetail;
  /** One webhook endpoint of your organisation. Machines need the scope webhooks:read. */
  webhookEndpoint: WebhookEndpoint;
  /** The webhook endpoints of your organisation, newest first. Machines need the scope webhooks:read. */
  webhookEndpoints: WebhookEndpointConnection;
  /** All event types, with the schema of their payload. */
  webhookEventTypes: Array<WebhookEventType>;
  /** A replay and its progress. Machines need the scope webhooks:read. */
  webhookReplay: WebhookReplay;
};


export type QueryaccountBalancesArgs = {
  organisationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryactivitiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  caseId: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
};


export type QueryauditTrailArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilterInput>;
  first: Scalars['Int']['input'];
};


export type QuerycaseArgs = {
  id: Scalars['ID']['input'];
};


export type QuerycaseBatchArgs = {
  id: Scalars['ID']['input'];
};


export type QuerycaseBatchRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  batchId: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  outcome?: InputMaybe<CaseBatchRowOutcome>;
};


export type QuerycaseBatchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  state?: InputMaybe<CaseBatchState>;
};


export type QuerycaseClaimArgs = {
  caseId: Scalars['ID']['input'];
};


export type QuerycaseDebtorArgs = {
  caseId: Scalars['ID']['input'];
};


export type QuerycaseDebtorReadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  caseId: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
};


export type QuerycaseDisclosuresArgs = {
  caseId: Scalars['ID']['input'];
};


export type QuerycaseEvidenceArgs = {
  caseId: Scalars['ID']['input'];
};


export type QuerycaseHistoryArgs = {
  caseId: Scalars['ID']['input'];
};


export type QuerycaseLineChangesArgs = {
  caseId: Scalars['ID']['input'];
};


export type QuerycaseRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CaseRevisionFilterInput>;
  first: Scalars['Int']['input'];
};


export type QuerycasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CaseFilterInput>;
  first: Scalars['Int']['input'];
};


export type QueryerpConnectionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryerpConnectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryerpSyncRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  connectionId: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  outcome?: InputMaybe<ErpSyncOutcome>;
};


export type QueryerpSyncRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  connectionId: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
};


export type QuerygrabArgs = {
  id: Scalars['ID']['input'];
};


export type QueryhallArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HallFilter>;
  first: Scalars['Int']['input'];
  sort?: InputMaybe<HallSort>;
};


export type QueryledgerEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  period: Scalars['String']['input'];
};


export type QuerymembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QuerymyGrabsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  caseId?: InputMaybe<Scalars['ID']['input']>;
  closeProposed?: InputMaybe<Scalars['Boolean']['input']>;
  first: Scalars['Int']['input'];
  state?: InputMaybe<GrabState>;
};


export type QuerypayoutArgs = {
  id: Scalars['ID']['input'];
};


export type QuerypayoutsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  providerId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<PayoutState>;
};


export type QueryquoteCaseArgs = {
  input: PostCaseInput;
};


export type QueryrepaymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryrepaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RepaymentFilterInput>;
  first: Scalars['Int']['input'];
};


export type QueryreviewQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QuerysandboxArgs = {
  id: Scalars['ID']['input'];
};


export type QuerysignInsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
  memberId?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QuerysimulatePolicyArgs = {
  input: SimulatePolicyInput;
};


export type QuerystandingArgs = {
  providerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerystandingAppealArgs = {
  id: Scalars['ID']['input'];
};


export type QuerystandingAppealsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  providerId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<StandingAppealState>;
};


export type QuerystandingHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  providerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerystatementArgs = {
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  period: Scalars['String']['input'];
};


export type QuerytaxProfilesArgs = {
  organisationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryverificationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryverificationQueueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VerificationQueueFilter>;
  first: Scalars['Int']['input'];
};


export type QuerywebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  endpointId: Scalars['ID']['input'];
  filter?: InputMaybe<WebhookDeliveryFilterInput>;
  first: Scalars['Int']['input'];
};


export type QuerywebhookDeliveryArgs = {
  id: Scalars['ID']['input'];
};


export type QuerywebhookEndpointArgs = {
  id: Scalars['ID']['input'];
};


export type QuerywebhookEndpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QuerywebhookReplayArgs = {
  id: Scalars['ID']['input'];
};

/** QUOTA_EXCEEDED: You hold ‹held› cases and your grade ‹grade› allows ‹quota› at once. */
export type QuotaExceeded = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** RATE_LIMITED: Too many requests: the limit is ‹limit› per ‹windowSeconds› seconds. Try again in ‹retryAfter› seconds. */
export type RateLimited = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Grab on success, else the refusal that says why not. */
export type RecallByPlatformResult = Busy | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Grab on success, else the refusal that says why not. */
export type RecallGrabResult = Busy | CaseFrozenByPlatform | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

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

/** Debtors' money that the provider received, net of reversals. */
export type ReceivedByProvider = {
  /** The commission on it, in fen. */
  commissionFen: Scalars['Fen']['output'];
  /** What debtors paid, in fen. */
  grossFen: Scalars['Fen']['output'];
  /** What remains for the creditor when the commission is kept, in fen. */
  netFen: Scalars['Fen']['output'];
};

/** A payment that arrived from a creditor. */
export type RecordCreditorPaymentInput = {
  /** The amount, in fen, above 0. */
  amountFen: Scalars['Fen']['input'];
  /** The creditor that paid. */
  creditorId: Scalars['ID']['input'];
  /** The day it arrived; not in the future. */
  receivedOn: Scalars['Date']['input'];
  /** The bank's reference, 1 to 100 characters, once per creditor. */
  reference: Scalars['String']['input'];
};

/** CreditorPayment on success, else the refusal that says why not. */
export type RecordCreditorPaymentResult = Busy | CreditorPayment | CreditorPaymentRecorded | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** REFRESH_REFUSED: The refresh token is not valid, used or expired. Log in again. */
export type RefreshRefused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A session to continue. */
export type RefreshSessionInput = {
  /** The refresh token; it works once. */
  refreshToken: Scalars['String']['input'];
};

/** Session on success, else the refusal that says why not. */
export type RefreshSessionResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | RefreshRefused | Session | Unauthenticated | WrongState;

/** An expected refusal: a stable code, a message for people, and what to change. */
export type Refusal = {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A new organisation and its first owner. */
export type RegisterInput = {
  /** The owner’s email address. Where mail is sent, it must be confirmed by a mail before the next login. */
  email: Scalars['String']['input'];
  /** The kind of the organisation. */
  kind: CustomerKind;
  /** The owner’s name, at most 100 characters. */
  name: Scalars['String']['input'];
  /** The organisation’s name, at most 200 characters. */
  organisationName: Scalars['String']['input'];
  /** The owner’s password, 10 to 200 characters. */
  password: Scalars['String']['input'];
};

/** Session on success, else the refusal that says why not. */
export type RegisterResult = Busy | EmailTaken | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | PasswordRefused | RateLimited | Session | Unauthenticated | WrongState;

/** Case on success, else the refusal that says why not. */
export type RejectCaseResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | ReviewClaimed | ReviewNotClaimed | Unauthenticated | WrongState;

/** Repayment on success, else the refusal that says why not. */
export type RejectRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Repayment | Unauthenticated | WrongState;

/** RELATED_PARTY: You share an owner or legal representative with the creditor or the debtor of this case. */
export type RelatedParty = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Case on success, else the refusal that says why not. */
export type RelistCaseResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** OAuthClient on success, else the refusal that says why not. */
export type RemoveOAuthClientKeyResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LastClientKey | NotFound | OAuthClient | OtherAuthMethod | RateLimited | Unauthenticated | WrongState;

/** Money the debtor paid on a case. */
export type Repayment = {
  /** What the debtor paid, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** When time confirms it unless it is disputed; null when time does not confirm it. */
  autoConfirmAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the creditor's books led to it; null for a report that a party made. */
  books?: Maybe<BooksArithmetic>;
  /** The case it was paid on, `case_…`. */
  caseId: Scalars['ID']['output'];
  /** How the debtor paid. */
  channel: RepaymentChannel;
  /** The commission on it, in fen; null until confirmed. */
  commissionFen?: Maybe<Scalars['Fen']['output']>;
  /** When it was confirmed. */
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** By creditor_report, creditor, platform or time. */
  confirmedHow?: Maybe<Scalars['String']['output']>;
  /** The creditor of the case. */
  creditorId: Scalars['ID']['output'];
  /** Why the creditor disputed it. Null for machines without the scope debtors:read. */
  disputeReason?: Maybe<Scalars['String']['output']>;
  /** When it was disputed. */
  disputedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The reporter's own number of the payment; null without one. */
  externalRef?: Maybe<Scalars['String']['output']>;
  /** The grab it counts for, `grab_…`. */
  grabId: Scalars['ID']['output'];
  /** The repayment. */
  id: Scalars['ID']['output'];
  /** Why it is not the same payment as an earlier report; or null. Null for machines without the scope debtors:read. */
  notDuplicateBecause?: Maybe<Scalars['String']['output']>;
  /** The day the debtor paid. */
  paidOn: Scalars['Date']['output'];
  /** The party that received the money. */
  payee: RepaymentPayee;
  /** The provider that earns the commission on it. */
  providerId: Scalars['ID']['output'];
  /** Why it was rejected. Null for machines without the scope debtors:read. */
  rejectReason?: Maybe<Scalars['String']['output']>;
  /** When it was rejected. */
  rejectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was reported. */
  reportedAt: Scalars['DateTime']['output'];
  /** The organisation that reported it. */
  reporterId: Scalars['ID']['output'];
  /** Why it was reversed. Null for machines without the scope debtors:read. */
  reverseReason?: Maybe<Scalars['String']['output']>;
  /** When it was reversed. */
  reversedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The platform's fee booked on it, in fen; null before it is confirmed and for a provider. */
  serviceFeeFen?: Maybe<Scalars['Fen']['output']>;
  /** Whether it counts yet. */
  state: RepaymentState;
  /** The proof of payment; null when there is none. */
  voucherFileId?: Maybe<Scalars['ID']['output']>;
};

/** REPAYMENT_ALREADY_REPORTED: A repayment on this case with this external reference is reported already. */
export type RepaymentAlreadyReported = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
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

/** One page of a list of Repayment. */
export type RepaymentConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<RepaymentEdge>>;
  /** The items of this page. */
  nodes: Array<Repayment>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Repayment of a page and its cursor. */
export type RepaymentEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The Repayment itself. */
  node: Repayment;
};

/** REPAYMENT_EXCEEDS_OUTSTANDING: ‹openFen› yuan are open, of which ‹pendingFen› yuan are reported already; ‹amountFen› yuan are too much. */
export type RepaymentExceedsOutstanding = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Which repayments to list. */
export type RepaymentFilterInput = {
  /** Only those on this case, `case_…`. */
  caseId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those on cases of this creditor. */
  creditorId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those the creditor disputed, or did not; `reported` ones still wait. */
  disputed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those that count for this provider. */
  providerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those reported before this instant. */
  reportedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only in this state. */
  state?: InputMaybe<RepaymentState>;
};

/** REPAYMENT_LOOKS_REPEATED: Repayment ‹repaymentId› on this case has the same day and amount; this looks like the same payment again. */
export type RepaymentLooksRepeated = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
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
  since: Scalars['DateTime']['input'];
  /** Only these types; left out: all that the endpoint gets. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** WebhookReplay on success, else the refusal that says why not. */
export type ReplayWebhooksResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookReplay | WebhookReplayRunning | WrongState;

/** A report of a payment. */
export type ReportRepaymentInput = {
  /** What the debtor paid, in fen, above 0. */
  amountFen: Scalars['Fen']['input'];
  /** The case it was paid on, `case_…`. */
  caseId: Scalars['ID']['input'];
  /** How the debtor paid. */
  channel: RepaymentChannel;
  /** Your own number of the payment, 1 to 100 characters; unique for each case. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
  /** Why it is not the same payment as an earlier report with its day and amount, or with its voucher. */
  notDuplicateBecause?: InputMaybe<Scalars['String']['input']>;
  /** The day the debtor paid; not in the future. */
  paidOn: Scalars['Date']['input'];
  /** The party that received the money. */
  payee: RepaymentPayee;
  /** The proof; required of a provider. */
  voucherFileId?: InputMaybe<Scalars['ID']['input']>;
};

/** Repayment on success, else the refusal that says why not. */
export type ReportRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NobodyHeldTheCase | NotFound | OrganisationNotVerified | RateLimited | Repayment | RepaymentAlreadyReported | RepaymentExceedsOutstanding | RepaymentLooksRepeated | Unauthenticated | VoucherRequired | VoucherUsedBefore | WrongState;

/** Whose password is to be set anew. */
export type RequestPasswordResetInput = {
  /** The email address of the member. */
  email: Scalars['String']['input'];
};

/** PasswordResetRequested on success, else the refusal that says why not. */
export type RequestPasswordResetResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | PasswordResetRequested | RateLimited | Unauthenticated | WrongState;

/** Case on success, else the refusal that says why not. */
export type RestateMatterResult = Busy | Case | CaseNotAdmissible | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** Grab on success, else the refusal that says why not. */
export type ReturnGrabResult = Busy | CaseFrozenByPlatform | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** Repayment on success, else the refusal that says why not. */
export type ReverseRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Repayment | Unauthenticated | WrongState;

/** REVIEW_CLAIMED: Another reviewer has claimed this case. */
export type ReviewClaimed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** REVIEW_NOT_CLAIMED: Claim the review of this case before you decide it. */
export type ReviewNotClaimed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** VerificationSummary on success, else the refusal that says why not. */
export type ReviewVerificationResult = AlreadyClaimed | Busy | CreditCodeTaken | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotClaimed | NotFound | OwnOrganisation | RateLimited | Unauthenticated | VerificationSummary | WrongState;

/** REVISION_OUTDATED: The proposed amount is ‹outstandingFen› yuan now; ‹coveredFen› yuan are recovered or reported. */
export type RevisionOutdated = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** ApiKey on success, else the refusal that says why not. */
export type RevokeApiKeyResult = ApiKey | Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** OAuthClient on success, else the refusal that says why not. */
export type RevokeOAuthClientResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OAuthClient | RateLimited | Unauthenticated | WrongState;

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

/** ApiKeyCreated on success, else the refusal that says why not. */
export type RotateApiKeyResult = ApiKeyCreated | Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TooManyApiKeys | Unauthenticated | WrongState;

/** OAuthClientCreated on success, else the refusal that says why not. */
export type RotateOAuthClientSecretResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OAuthClientCreated | OtherAuthMethod | RateLimited | Unauthenticated | WrongState;

/** A change of the signing secret. */
export type RotateWebhookSecretInput = {
  /** Hours both sign, 0 to 168, by default 24. */
  overlapHours?: InputMaybe<Scalars['Int']['input']>;
  /** Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out: a new one is made. */
  secret?: InputMaybe<Scalars['String']['input']>;
};

/** WebhookEndpointWithSecret on success, else the refusal that says why not. */
export type RotateWebhookSecretResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | MembersOwnSecret | NotFound | RateLimited | Unauthenticated | WebhookEndpointWithSecret | WebhookSecretNotValid | WrongState;

/** Test organisations; nothing they do touches anything live. */
export type Sandbox = {
  /** How many seconds its clock was advanced in total. */
  advancedSeconds: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The sandbox, sbx_…. */
  id: Scalars['ID']['output'];
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** The time of its clock: now plus `advancedSeconds`. */
  now: Scalars['DateTime']['output'];
  /** Its test organisations. */
  organisations: Array<Organisation>;
};

/** A new test organisation and the credentials to act for it. */
export type SandboxAccount = {
  /** The key’s id, `key_…`. */
  apiKeyId: Scalars['ID']['output'];
  /** The address its owner logs in with, if a password was given. */
  email: Scalars['String']['output'];
  /** Its API key, rk_test_…, with every scope; only in this answer. */
  key: Scalars['String']['output'];
  /** The test organisation. */
  organisation: Organisation;
};

/** A new sandbox with the credentials of its organisations. */
export type SandboxCreated = {
  /** Its organisations with their keys, in the order of the request. */
  accounts: Array<SandboxAccount>;
  /** What was made, with its organisations. */
  sandbox: Sandbox;
};

/** A value that calls for an outcome in every sandbox. */
export type SandboxMagicValue = {
  /** What it applies to: verification or case. */
  about: Scalars['String']['output'];
  /** Seconds of the sandbox’s clock until then; 0: at once. */
  afterSeconds: Scalars['Int']['output'];
  /** The code of the outcome. */
  code: Scalars['String']['output'];
  /** The outcome in words. */
  description: Scalars['String']['output'];
  /** Verification: the code of a creditor or agency, or null. */
  enterpriseCreditCode?: Maybe<Scalars['String']['output']>;
  /** Case: the text its external reference contains; null for any other and for verification. */
  externalRefContains?: Maybe<Scalars['String']['output']>;
  /** Verification: the credit code of a law firm; null for a case. */
  lawFirmCreditCode?: Maybe<Scalars['String']['output']>;
  /** Verification: the number of one lawyer, or null. */
  lawyerCertificate?: Maybe<Scalars['String']['output']>;
  /** Verification: the legal representative, or null. */
  legalRepresentative?: Maybe<Scalars['String']['output']>;
  /** The reasons of a rejection. */
  reasonCodes: Array<Scalars['String']['output']>;
  /** approved, rejected, more_information or admitted. */
  verdict: Scalars['String']['output'];
};

/** A test organisation to make. */
export type SandboxOrganisationInput = {
  /** A creditor, an agency or a law firm. */
  kind: CustomerKind;
  /** Its name, at most 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is verified at once; if not, it submits an application like a live organisation. */
  verified?: InputMaybe<Scalars['Boolean']['input']>;
};

/** SANDBOX_WITHIN_SANDBOX: Only live organisations make sandboxes, not test organisations. */
export type SandboxWithinSandbox = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
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

/** A login and its tokens, which are shown here only. */
export type Session = {
  /** Send it as `Authorization: Bearer …`. Valid for ten minutes. */
  accessToken: Scalars['String']['output'];
  /** When the access token expires. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** The session’s id, ses_…. */
  id: Scalars['ID']['output'];
  /** The member who is logged in, `mem_…`. */
  memberId: Scalars['ID']['output'];
  /** The member’s organisation, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** Creditor, agency, law firm or platform. */
  organisationKind: OrganisationKind;
  /** Exchange it once for new tokens. Keep it secret; never put it into a URL. */
  refreshToken: Scalars['String']['output'];
  /** When the refresh token expires: in 7 days, at most 30 after the login. */
  refreshTokenExpiresAt: Scalars['DateTime']['output'];
  /** What the member may do. */
  roles: Array<Role>;
};

/** The sessions that a logout or a change of password ended. */
export type SessionsEnded = {
  /** How many sessions ended. */
  ended: Scalars['Int']['output'];
};

/** ApiKey on success, else the refusal that says why not. */
export type SetApiKeyAddressesResult = ApiKey | Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** OAuthClient on success, else the refusal that says why not. */
export type SetOAuthClientAddressesResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OAuthClient | RateLimited | Unauthenticated | WrongState;

/** A change of figures; figures that are left out stay. */
export type SetPolicyInput = {
  /** The figures to change, by name. */
  change: Scalars['JSONObject']['input'];
  /** Only check it, and answer the policy as it would be. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name of the policy. */
  name: Scalars['String']['input'];
};

/** Policy on success, else the refusal that says why not. */
export type SetPolicyResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | Policy | RateLimited | Unauthenticated | WrongState;

/** TaxProfile on success, else the refusal that says why not. */
export type SetTaxProfileResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TaxProfile | Unauthenticated | WrongState;

/** Figures to try. */
export type SimulatePolicyInput = {
  /** Go on after this cursor: `endCursor` of the run before. */
  after?: InputMaybe<Scalars['String']['input']>;
  /** The figures to change, as for `setPolicy`. */
  change: Scalars['JSONObject']['input'];
  /** The name of the policy: `standing`. */
  name: Scalars['String']['input'];
};

/** How many providers would go from one grade to another. */
export type SimulatedMove = {
  /** The grade by the figures in force. */
  from: Grade;
  /** How many. */
  providers: Scalars['Int']['output'];
  /** The grade they would have; the same one: only the quota would change. */
  to: Grade;
};

/** A provider whose grade or quota would change. */
export type SimulatedProvider = {
  /** By the changed ones. */
  after: SimulatedStanding;
  /** By the figures in force. */
  before: SimulatedStanding;
  /** Whose grade or quota it is. */
  providerId: Scalars['ID']['output'];
};

/** A standing by some figures. */
export type SimulatedStanding = {
  /** How many cases might be held at once. */
  casesHeld: Scalars['Int']['output'];
  /** The grade it would have by these figures. */
  grade: Grade;
  /** Each case below this amount, in fen; null: no limit. */
  largestCaseFen?: Maybe<Scalars['Fen']['output']>;
  /** The points that lead to it, 0 to 100. */
  points: Scalars['Int']['output'];
  /** The rate that decides, in basis points. */
  shrunkRateBps: Scalars['Int']['output'];
};

/** A provider's grade, rates and quota with every factor that led to them. */
export type Standing = {
  /** Recovered ÷ expected for cases of the same age and amount, in basis points; null while no case counts. */
  adjustedRateBps?: Maybe<Scalars['Int']['output']>;
  /** How many cases the provider may hold at once. */
  casesHeld: Scalars['Int']['output'];
  /** Recovered ÷ claimed over all creditors, in basis points; null while no case counts. */
  collectionRateBps?: Maybe<Scalars['Int']['output']>;
  /** What the record has earned, whatever penalties or a veto allow. */
  earnedGrade: Grade;
  /** Every factor, in a fixed order. */
  explanation: Array<StandingFactor>;
  /** The grade; it sets the quota. */
  grade: Grade;
  /** With 95 % the true rate is at most this, in basis points. */
  highestRateBps: Scalars['Int']['output'];
  /** Whole months without a case or a payment; each widens the interval. */
  idleMonths: Scalars['Int']['output'];
  /** Each case must be below this amount, in fen; null: no limit. */
  largestCaseFen?: Maybe<Scalars['Fen']['output']>;
  /** With 95 % the true rate is at least this, in basis points. */
  lowestRateBps: Scalars['Int']['output'];
  /** The next higher grade; null for the highest. */
  next?: Maybe<NextGrade>;
  /** The sum of all effects, 0 to 1,000. */
  points: Scalars['Int']['output'];
  /** How much of what sets the rate apart from the mean is the provider’s own doing and not chance, in basis points. A grade does not change while it is low. */
  reliabilityBps: Scalars['Int']['output'];
  /** The adjusted rate, shrunk towards the platform mean while there are few cases, in basis points. */
  shrunkRateBps: Scalars['Int']['output'];
};

/** What a provider says against a change of its standing, and the answer. */
export type StandingAppeal = {
  /** The answer as a code; null before. */
  answer?: Maybe<StandingAppealAnswer>;
  /** The answer in words; null without them. */
  answerNote?: Maybe<Scalars['String']['output']>;
  /** When it was decided or taken back; null before. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The hold it is about; null for none, `grab_…`. */
  grabId?: Maybe<Scalars['ID']['output']>;
  /** The appeal. */
  id: Scalars['ID']['output'];
  /** When it was made. */
  openedAt: Scalars['DateTime']['output'];
  /** Who appeals. */
  providerId: Scalars['ID']['output'];
  /** Why, as a code. */
  reason: StandingAppealReason;
  /** The entry of its history it is about, `std_…`. */
  standingChangeId: Scalars['ID']['output'];
  /** What became of it. */
  state: StandingAppealState;
  /** Why, in words. */
  statement: Scalars['String']['output'];
};

/** What the platform says to an appeal; `hold_exonerated`, `facts_corrected` and `veto_lifted` uphold it. */
export type StandingAppealAnswer =
  /** The facts were corrected at their source. */
  | 'facts_corrected'
  /** The facts are right. */
  | 'facts_right'
  /** The hold counts for nothing any more. */
  | 'hold_exonerated'
  /** The holder caused the end of the hold. */
  | 'holder_responsible'
  /** What was claimed was not shown. */
  | 'not_shown'
  /** The limit of the grade has its ground. */
  | 'veto_founded'
  /** The limit of the grade is lifted. */
  | 'veto_lifted';

/** One page of a list of StandingAppeal. */
export type StandingAppealConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<StandingAppealEdge>>;
  /** The items of this page. */
  nodes: Array<StandingAppeal>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One StandingAppeal of a page and its cursor. */
export type StandingAppealEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The StandingAppeal itself. */
  node: StandingAppeal;
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

/** A grade and quota as they were from then on, with all that led to them. */
export type StandingChange = {
  /** How many cases might be held at once. */
  casesHeld: Scalars['Int']['output'];
  /** Why it was computed. */
  cause: StandingChangeCause;
  /** When it changed. */
  changedAt: Scalars['DateTime']['output'];
  /** What the record had earned. */
  earnedGrade: Grade;
  /** Every factor as it was, in a fixed order. */
  explanation: Array<StandingFactor>;
  /** The sums that it followed from, amounts in fen; the ten largest creditors one by one, without their names. */
  facts: Scalars['JSONObject']['output'];
  /** The version of the figures; null for the defaults. See `policies`. */
  figuresVersion?: Maybe<Scalars['Int']['output']>;
  /** The grade in force from then on. */
  grade: Grade;
  /** The entry. */
  id: Scalars['ID']['output'];
  /** Each case had to be below this amount, in fen; null: no limit. */
  largestCaseFen?: Maybe<Scalars['Fen']['output']>;
  /** Whose standing it is. */
  providerId: Scalars['ID']['output'];
};

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

/** One page of a list of StandingChange. */
export type StandingChangeConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<StandingChangeEdge>>;
  /** The items of this page. */
  nodes: Array<StandingChange>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One StandingChange of a page and its cursor. */
export type StandingChangeEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The StandingChange itself. */
  node: StandingChange;
};

/** One figure that grade and quota follow from. */
export type StandingFactor = {
  /** Code of the factor. It never changes meaning. */
  code: Scalars['String']['output'];
  /** The points that it added, or took when negative. */
  effect: Scalars['Int']['output'];
  /** The factor in words, in the language of the request. */
  text: Scalars['String']['output'];
  /** The fact: basis points, fen, days, a count or a grade; empty when there is none yet. */
  value: Scalars['String']['output'];
  /** The most points that it can add or take. */
  weight: Scalars['Int']['output'];
};

/** What an organisation was credited and charged in one month, China time. */
export type Statement = {
  /** The balance after the last line, in fen. */
  closingFen: Scalars['Fen']['output'];
  /** The first instant of the month. */
  from: Scalars['DateTime']['output'];
  /** Commission that is on hold now, in fen. */
  heldFen: Scalars['Fen']['output'];
  /** Every line, oldest first. */
  lines: Array<StatementLine>;
  /** The balance before, in fen; negative when it owes. */
  openingFen: Scalars['Fen']['output'];
  /** The organisation whose statement it is, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** The month of China time, YYYY-MM. */
  period: Scalars['String']['output'];
  /** Debtors' money that the provider received. */
  receivedByProvider: ReceivedByProvider;
  /** The sums of the lines, by kind. */
  totals: StatementTotals;
  /** The first instant after the month. */
  until: Scalars['DateTime']['output'];
  /** Value added tax in a provider's commission of the month, by profile and rate; empty for others. */
  vat: Array<StatementVat>;
  /**
   * The last rate of value added tax in basis points; 0 also when none is known: see `vatMissing`.
   * @deprecated Deprecated since 2026-12-01, gone on 2027-06-30: use vat.
   */
  vatBps: Scalars['Int']['output'];
  /**
   * The sum of the known figures of value added tax, in fen.
   * @deprecated Deprecated since 2026-12-01, gone on 2027-06-30: use vat.
   */
  vatFen: Scalars['Fen']['output'];
  /** Set while a provider has not stated its tax profile, or a rate is missing: its figures of tax wait for it. */
  vatMissing?: Maybe<VatMissing>;
};

/** One ledger entry of the month. */
export type StatementLine = {
  /** In fen; above zero it is owed to the organisation. */
  amountFen: Scalars['Fen']['output'];
  /** When its hold ends; null without a repayment. */
  billableAt?: Maybe<Scalars['DateTime']['output']>;
  /** The case it is about; null for payouts and payments, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** The number of the case; null for payouts and payments. */
  caseNumber?: Maybe<Scalars['String']['output']>;
  /** The name of the other party of the repayment; null without a repayment. */
  counterpartyName?: Maybe<Scalars['String']['output']>;
  /** The creditor's own reference of the case, on its own statement; null elsewhere. */
  externalRef?: Maybe<Scalars['String']['output']>;
  /** The ledger entry. */
  id: Scalars['ID']['output'];
  /** commission, service_fee, either followed by _reversal or _adjustment, payout, payout_returned or creditor_payment. */
  kind: Scalars['String']['output'];
  /** When it was booked. */
  occurredAt: Scalars['DateTime']['output'];
  /** The party that received the debtor's payment; null without a repayment. */
  payee?: Maybe<RepaymentPayee>;
  /** The repayment, payout or payment it is about. */
  referenceId: Scalars['ID']['output'];
  /** Its repayment, in fen; below zero in a reversal, or null. */
  repaidFen?: Maybe<Scalars['Fen']['output']>;
};

/** The sums of the lines of a statement, by kind. */
export type StatementTotals = {
  /** Commissions, less reversals, in fen. */
  commissionFen: Scalars['Fen']['output'];
  /** Payments by the creditor, in fen. */
  paymentFen: Scalars['Fen']['output'];
  /** Payouts set aside, less those that came back, in fen. */
  payoutFen: Scalars['Fen']['output'];
  /** Service fees, less reversals, in fen. */
  serviceFeeFen: Scalars['Fen']['output'];
};

/** A part of a provider's commission of the month, taken apart by the tax profile in force when it was booked. */
export type StatementVat = {
  /** Why figures are missing; null when none is. */
  missing?: Maybe<VatMissing>;
  /** The commission, tax included, in fen; below zero after a clawback. */
  priceFen: Scalars['Fen']['output'];
  /** The tax profile; null when none was stated. */
  profile?: Maybe<TaxProfileKind>;
  /** Its rate in basis points; null when it is missing. */
  rateBps?: Maybe<Scalars['Int']['output']>;
  /** The commission without the tax, in fen: price ÷ (1 + rate), rounded half up; null when the rate is missing. */
  salesFen?: Maybe<Scalars['Fen']['output']>;
  /** The tax: the rest, in fen; null when the rate is missing. */
  vatFen?: Maybe<Scalars['Fen']['output']>;
};

/** An application for verification. It replaces the previous contents. */
export type SubmitVerificationInput = {
  /** The documents that prove them. */
  documents: Array<VerificationDocumentInput>;
  /** The organisation’s statements about itself. */
  facts: VerificationFactsInput;
};

/** VerificationSummary on success, else the refusal that says why not. */
export type SubmitVerificationResult = Busy | CreditCodeTaken | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | VerificationIncomplete | VerificationSummary | WrongState;

export type Subscription = {
  /** The organisation's own events, or those of one of its cases. Machines need the scope self:read. */
  caseEvents: LiveEvent;
  /** Cases that enter and leave the hall, de-identified. Machines need the scope hall:read. */
  hallEvents: LiveEvent;
  /** The progress of a batch; completes when it is finished. Machines need the scope cases:read. */
  importProgress: LiveEvent;
  /** What waits for reviewers, and their decisions. Closed to machines. */
  reviewEvents: LiveEvent;
};


export type SubscriptioncaseEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  caseId?: InputMaybe<Scalars['ID']['input']>;
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type SubscriptionhallEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HallEventFilter>;
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type SubscriptionimportProgressArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  batchId: Scalars['ID']['input'];
};


export type SubscriptionreviewEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** ErpSyncRun on success, else the refusal that says why not. */
export type SyncErpConnectionResult = Busy | ErpConnectionOfOtherKind | ErpSyncRun | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** How a provider's commission is taxed, from a day on. */
export type TaxProfile = {
  /** The first day on which it counts. */
  from: Scalars['Date']['output'];
  /** The tax profile, as the provider stated it. */
  profile: TaxProfileKind;
  /** Its rate on that day in basis points; null when none is set. */
  rateBps?: Maybe<Scalars['Int']['output']>;
  /** When it was stated. */
  statedAt: Scalars['DateTime']['output'];
  /**
   * Value added tax contained in its commission, in basis points; 0 also when no rate is set.
   * @deprecated Deprecated since 2026-12-01, gone on 2027-06-30: use rateBps.
   */
  vatBps: Scalars['Int']['output'];
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

/** ErpConnectionTest on success, else the refusal that says why not. */
export type TestErpConnectionResult = Busy | ErpConnectionOfOtherKind | ErpConnectionTest | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** The same words in both languages. */
export type Texts = {
  /** In English. */
  en: Scalars['String']['output'];
  /** In Chinese (zh-CN). */
  zh: Scalars['String']['output'];
};

/** TOO_MANY_API_KEYS: An organisation can have at most ‹limit› live API keys. Revoke one first. */
export type TooManyApiKeys = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_CLIENT_KEYS: An OAuth client can have at most ‹limit› public keys. Remove one first. */
export type TooManyClientKeys = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_ERP_CONNECTIONS: An organisation may have at most ‹limit› ERP connections. */
export type TooManyErpConnections = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_MEMBERS: An organisation can have at most ‹limit› members. */
export type TooManyMembers = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_OAUTH_CLIENTS: An organisation can have at most ‹limit› live OAuth clients. Revoke one first. */
export type TooManyOAuthClients = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_SANDBOXES: Your organisation has ‹limit› sandboxes already, which is the limit. Delete one first. */
export type TooManySandboxes = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_WEBHOOK_ENDPOINTS: An organisation has at most ‹limit› webhook endpoints. */
export type TooManyWebhookEndpoints = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** The sums of the whole ledger. */
export type TrialBalance = {
  /** Whether every balance equals the sum of its entries. */
  agrees: Scalars['Boolean']['output'];
  /** By kind of account. */
  kinds: Array<TrialBalanceKind>;
  /** The sum of all balances, in fen; 0 in a correct ledger. */
  totalFen: Scalars['Fen']['output'];
};

/** All accounts of one kind. */
export type TrialBalanceKind = {
  /** How many accounts of this kind there are. */
  accounts: Scalars['Int']['output'];
  /** The sum of their balances, in fen. */
  balanceFen: Scalars['Fen']['output'];
  /** The kind of account, such as provider_receivable. */
  kind: Scalars['String']['output'];
};

/** UNAUTHENTICATED: Log in first: the access token or API key is missing, expired or not valid. */
export type Unauthenticated = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Changes of a connection; omitted fields stay. */
export type UpdateErpConnectionInput = {
  /** An https address on the public internet; a new one requires the credentials again. */
  baseUrl?: InputMaybe<Scalars['String']['input']>;
  /** Replaces all stored credentials. */
  credentials?: InputMaybe<ErpCredentialsInput>;
  /** New ones make the next run read every document. */
  defaults?: InputMaybe<ErpDefaultsInput>;
  /** Minutes between two runs, 5 to 10080; 60 by default. */
  intervalMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Your name for it, at most 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** ErpConnection on success, else the refusal that says why not. */
export type UpdateErpConnectionResult = Busy | ErpAddressNotAllowed | ErpConnection | ErpConnectionOfOtherKind | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Changes of a webhook endpoint; fields that are left out stay. */
export type UpdateWebhookEndpointInput = {
  /** What you call it, at most 200 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Event types it gets, at most 100; empty means all to which your organisation is a party. Events of the hall come only by name. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The address events are posted to: https, a public host, port 443 or from 1024. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** WebhookEndpoint on success, else the refusal that says why not. */
export type UpdateWebhookEndpointResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookEndpoint | WebhookEventTypeUnknown | WebhookUrlRefused | WrongState;

/** Why there is no figure of value added tax. */
export type VatMissing =
  /** The tax profile was not stated for the day. */
  | 'profile_not_stated'
  /** No rate is set for the profile on the day: the law that set the last one has ended. */
  | 'rate_not_set';

/** An application for verification with all its parts. */
export type Verification = {
  /** Name as on the licence. */
  businessName?: Maybe<Scalars['String']['output']>;
  /** The checks of the latest submission. */
  checks: Array<VerificationCheck>;
  /** When the claim lapses; null without a claim. */
  claimExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** When the last decision was made; null before one. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Readings of identifiers, newest first; for platform staff. */
  disclosures: Array<VerificationDisclosure>;
  /** The documents uploaded as proof. */
  documents: Array<VerificationDocument>;
  /** The organisation’s statements about itself. */
  facts: VerificationFacts;
  /** Whether identifiers are masked, as for all but the claiming reviewer. */
  factsMasked: Scalars['Boolean']['output'];
  /** Its history, oldest first. */
  history: Array<VerificationEvent>;
  /** Its id, ver_…. */
  id: Scalars['ID']['output'];
  /** The applicant, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** Creditor, agency or law firm. */
  organisationKind: ApplicantKind;
  /** How far the review has come. */
  state: VerificationState;
  /** How many times it was submitted. */
  submission: Scalars['Int']['output'];
  /** When it was last submitted; null for a first draft. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last day of the approval, in China; null before one. */
  validUntil?: Maybe<Scalars['Date']['output']>;
};

/** The result of an automatic check. */
export type VerificationCheck = {
  /** The check, such as CREDIT_CODE_VALID. */
  code: Scalars['String']['output'];
  /** The field it is about. */
  field?: Maybe<Scalars['String']['output']>;
  /** Whether it passed; null if unknown. */
  passed?: Maybe<Scalars['Boolean']['output']>;
  /** Why it did not pass, such as CHECK_CHARACTER; null if it did. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What a failure leads to. */
  severity: CheckSeverity;
};

/** One page of a list of Verification. */
export type VerificationConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<VerificationEdge>>;
  /** The items of this page. */
  nodes: Array<VerificationQueueItem>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A record that a reviewer saw the identifiers unmasked. */
export type VerificationDisclosure = {
  /** When it was read. */
  disclosedAt: Scalars['DateTime']['output'];
  /** The reviewer, `mem_…`. */
  memberId: Scalars['ID']['output'];
  /** What the reading was for. */
  purpose: Scalars['String']['output'];
};

/** A document of an application. */
export type VerificationDocument = {
  /** The file; download it with GET /v1/files/{id}, `file_…`. */
  fileId: Scalars['ID']['output'];
  /** Its id, doc_…. */
  id: Scalars['ID']['output'];
  /** What it proves. */
  kind: VerificationDocumentKind;
  /** When a later version left it out; null if none did. */
  withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A document uploaded through POST /v1/files. */
export type VerificationDocumentInput = {
  /** The file, uploaded through POST /v1/files, `file_…`. */
  fileId: Scalars['ID']['input'];
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

/** One Verification of a page and its cursor. */
export type VerificationEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The Verification itself. */
  node: VerificationQueueItem;
};

/** One step in the history of an application. */
export type VerificationEvent = {
  /** The operation, such as verification.approve. */
  act: Scalars['String']['output'];
  /** When it was done. */
  at: Scalars['DateTime']['output'];
  /** The state before; null at first. */
  fromState?: Maybe<VerificationState>;
  /** The member who did it; null for the system, or if hidden, `mem_…`. */
  memberId?: Maybe<Scalars['ID']['output']>;
  /** The reviewer’s note. */
  note?: Maybe<Scalars['String']['output']>;
  /** The reasons of a decision. */
  reasonCodes: Array<VerificationReason>;
  /** The state after. */
  toState: VerificationState;
};

/** An organisation’s statements about itself. */
export type VerificationFacts = {
  /** The account money is paid to. */
  bankAccount?: Maybe<VerifiedBankAccount>;
  /** Name as on the licence. */
  businessName?: Maybe<Scalars['String']['output']>;
  /** Business scope as on the licence. */
  businessScope?: Maybe<Scalars['String']['output']>;
  /** Mobile number, masked except for the claiming reviewer. */
  contactPhone?: Maybe<Scalars['String']['output']>;
  /** Unified social credit code; public in the business register. */
  creditCode?: Maybe<Scalars['String']['output']>;
  /** Number of the firm’s practising licence. */
  firmLicenceNumber?: Maybe<Scalars['String']['output']>;
  /** The firm’s lawyers. */
  lawyers: Array<VerifiedLawyer>;
  /** Legal representative, or head of the firm. */
  legalRepresentative?: Maybe<VerifiedPerson>;
  /** Whether the licence has no last day. */
  licenceLongTerm: Scalars['Boolean']['output'];
  /** Last day of the licence; null with licenceLongTerm. */
  licenceValidUntil?: Maybe<Scalars['Date']['output']>;
  /** Owners and beneficial owners. */
  owners: Array<VerifiedOwner>;
  /** Registered address, as on the licence; to the district except for the claiming reviewer. */
  registeredAddress?: Maybe<Scalars['String']['output']>;
};

/** An organisation’s statements about itself. Which fields are required depends on its kind. */
export type VerificationFactsInput = {
  /** The account money is paid to. */
  bankAccount?: InputMaybe<BankAccountInput>;
  /** Name as on the licence. */
  businessName?: InputMaybe<Scalars['String']['input']>;
  /** Business scope as on the licence; required of agencies. */
  businessScope?: InputMaybe<Scalars['String']['input']>;
  /** Mobile number of a contact; Chinese unless it starts with +. */
  contactPhone?: InputMaybe<Scalars['String']['input']>;
  /** Unified social credit code, 18 characters (GB 32100-2015). */
  creditCode?: InputMaybe<Scalars['String']['input']>;
  /** Number of the firm’s practising licence; required of law firms. */
  firmLicenceNumber?: InputMaybe<Scalars['String']['input']>;
  /** The firm’s lawyers; required of law firms. */
  lawyers?: InputMaybe<Array<LawyerInput>>;
  /** Legal representative, or head of the firm. */
  legalRepresentative?: InputMaybe<LegalRepresentativeInput>;
  /** Whether the licence has no last day; false by default. */
  licenceLongTerm?: InputMaybe<Scalars['Boolean']['input']>;
  /** Last day of the licence; left out when it has none. */
  licenceValidUntil?: InputMaybe<Scalars['Date']['input']>;
  /** Owners, also beneficial; required of enterprises. */
  owners?: InputMaybe<Array<OwnerInput>>;
  /** Registered address, as on the licence. */
  registeredAddress?: InputMaybe<Scalars['String']['input']>;
};

/** VERIFICATION_INCOMPLETE: The application cannot be submitted: ‹path› is ‹reason›. ‹faults› checks failed in all: ‹all›. */
export type VerificationIncomplete = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Which applications to list. */
export type VerificationQueueFilter = {
  /** Of this kind of organisation; left out means any kind. */
  kind?: InputMaybe<ApplicantKind>;
  /** Only those that you have claimed. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** In these states; left out means submitted and in review. */
  states?: InputMaybe<Array<VerificationState>>;
};

/** One line of the reviewers’ queue. */
export type VerificationQueueItem = {
  /** Name as on the licence. */
  businessName?: Maybe<Scalars['String']['output']>;
  /** When the claim lapses; null without a claim. */
  claimExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** When the last decision was made; null before one. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id, ver_…. */
  id: Scalars['ID']['output'];
  /** The applicant, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** Creditor, agency or law firm. */
  organisationKind: ApplicantKind;
  /** How far the review has come. */
  state: VerificationState;
  /** How many times it was submitted. */
  submission: Scalars['Int']['output'];
  /** When it was last submitted; null for a first draft. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last day of the approval, in China; null before one. */
  validUntil?: Maybe<Scalars['Date']['output']>;
  /** Advisory checks of the latest submission that did not pass. */
  warnings: Scalars['Int']['output'];
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

/** An application for verification without its facts. */
export type VerificationSummary = {
  /** Name as on the licence. */
  businessName?: Maybe<Scalars['String']['output']>;
  /** When the claim lapses; null without a claim. */
  claimExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** When the last decision was made; null before one. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id, ver_…. */
  id: Scalars['ID']['output'];
  /** The applicant, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** Creditor, agency or law firm. */
  organisationKind: ApplicantKind;
  /** How far the review has come. */
  state: VerificationState;
  /** How many times it was submitted. */
  submission: Scalars['Int']['output'];
  /** When it was last submitted; null for a first draft. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last day of the approval, in China; null before one. */
  validUntil?: Maybe<Scalars['Date']['output']>;
};

/** The account money is paid to. */
export type VerifiedBankAccount = {
  /** The bank and branch. */
  bank: Scalars['String']['output'];
  /** Whose account it is. */
  holder: Scalars['String']['output'];
  /** The account number, masked except for the claiming reviewer. */
  number: Scalars['String']['output'];
};

/** A lawyer who practises in the firm. */
export type VerifiedLawyer = {
  /** Certificate number, masked except for the claiming reviewer. */
  certificateNumber: Scalars['String']['output'];
  /** Name, masked except for the claiming reviewer. */
  name: Scalars['String']['output'];
};

/** An owner or beneficial owner. */
export type VerifiedOwner = {
  /** The kind of the number, where it was stated. */
  idKind?: Maybe<PersonIdKind>;
  /** Identity number or credit code, masked except for the claiming reviewer. */
  idNumber: Scalars['String']['output'];
  /** Name, masked except for the claiming reviewer. */
  name: Scalars['String']['output'];
};

/** A legal representative, or the head of a firm. */
export type VerifiedPerson = {
  /** The kind of the number, where it was stated. */
  idKind?: Maybe<PersonIdKind>;
  /** Name, masked except for the claiming reviewer. */
  name: Scalars['String']['output'];
  /** Identity number, masked except for the claiming reviewer. */
  residentId: Scalars['String']['output'];
};

/** The limit of a grade. */
export type VetoGradeInput = {
  /** The highest grade that it may have. */
  grade: Grade;
  /** Whose grade is limited. */
  providerId: Scalars['ID']['input'];
  /** Why; the provider reads it. */
  reason: VetoReason;
  /** The last day of the limit, in China. */
  until: Scalars['Date']['input'];
};

/** Standing on success, else the refusal that says why not. */
export type VetoGradeResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NoVetoInForce | NotFound | RateLimited | Standing | Unauthenticated | WrongState;

/** Why the platform limits the grade of a provider, whatever it recovers. */
export type VetoReason =
  /** The rules of contact were broken. */
  | 'contact_rules'
  /** Personal data were misused or disclosed. */
  | 'data_protection'
  /** Work or payments were feigned. */
  | 'feigned_results'
  /** Debtors or others were threatened or harassed. */
  | 'harassment'
  /** An authority or court ordered it. */
  | 'legal_order'
  /** A licence or registration is in doubt. */
  | 'licence'
  /** A complaint was found true. */
  | 'substantiated_complaint';

/** VOUCHER_REQUIRED: A provider must report a repayment with a voucher. */
export type VoucherRequired = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** VOUCHER_USED_BEFORE: This voucher proves an earlier repayment already. */
export type VoucherUsedBefore = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** One request to an endpoint and its result. */
export type WebhookAttempt = {
  /** The beginning of the answer's body, at most 4 kB. */
  answer?: Maybe<Scalars['String']['output']>;
  /** When it began. */
  attemptedAt: Scalars['DateTime']['output'];
  /** Its duration, in milliseconds. */
  durationMs: Scalars['Int']['output'];
  /** Why it failed, if it did. */
  error?: Maybe<WebhookError>;
  /** The cause of the error, such as ECONNREFUSED. */
  errorDetail?: Maybe<Scalars['String']['output']>;
  /** Headers that were sent, with the signature. */
  requestHeaders: Scalars['JSONObject']['output'];
  /** HTTP status of the answer; null without an answer. */
  status?: Maybe<Scalars['Int']['output']>;
};

/** One event on its way to one endpoint. */
export type WebhookDelivery = {
  /** Attempts since it was queued or last replayed. */
  attempts: Scalars['Int']['output'];
  /** When it was queued. */
  createdAt: Scalars['DateTime']['output'];
  /** The webhook endpoint, whe_…. */
  endpointId: Scalars['ID']['output'];
  /** The event: the `webhook-id` of every attempt, replays included, `evt_…`. */
  eventId: Scalars['ID']['output'];
  /** When it was delivered or given up; null while it is pending. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The delivery. */
  id: Scalars['ID']['output'];
  /** Why the last attempt failed; null when it succeeded or there was none. */
  lastError?: Maybe<WebhookError>;
  /** HTTP status of the last answer. */
  lastStatus?: Maybe<Scalars['Int']['output']>;
  /** When the next attempt is due; null when there is none. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often it was replayed. */
  replays: Scalars['Int']['output'];
  /** Whether it has arrived. */
  state: WebhookDeliveryState;
  /** The type of the event. */
  type: Scalars['String']['output'];
};

/** One page of a list of WebhookDelivery. */
export type WebhookDeliveryConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<WebhookDeliveryEdge>>;
  /** The items of this page. */
  nodes: Array<WebhookDelivery>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A delivery with its body and attempts. */
export type WebhookDeliveryDetail = {
  /** The newest attempts, up to 50. */
  attempts: Array<WebhookAttempt>;
  /** The exact body, which the signature covers. */
  body: Scalars['String']['output'];
  /** What the log list shows of it. */
  delivery: WebhookDelivery;
};

/** One WebhookDelivery of a page and its cursor. */
export type WebhookDeliveryEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The WebhookDelivery itself. */
  node: WebhookDelivery;
};

/** Which deliveries to list. */
export type WebhookDeliveryFilterInput = {
  /** Only deliveries queued at or after this instant. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only deliveries in this state. */
  state?: InputMaybe<WebhookDeliveryState>;
  /** Only deliveries of this event type. */
  type?: InputMaybe<Scalars['String']['input']>;
  /** Only deliveries queued before this instant. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** WebhookDelivery on success, else the refusal that says why not. */
export type WebhookDeliveryResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookDelivery | WrongState;

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

/** Where an organisation receives events, by Standard Webhooks. */
export type WebhookEndpoint = {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What its owner calls it. */
  description?: Maybe<Scalars['String']['output']>;
  /** When it was disabled. */
  disabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it is disabled; null while it is enabled. */
  disabledReason?: Maybe<WebhookDisabledReason>;
  /** Its first failure since its last success; null when the last attempt succeeded. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** The endpoint. */
  id: Scalars['ID']['output'];
  /** Until when the previous secret signs too, or null. */
  previousSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it gets events. */
  state: WebhookEndpointState;
  /** Event types it gets; empty means all of its organisation. */
  types: Array<Scalars['String']['output']>;
  /** The address events are posted to. */
  url: Scalars['String']['output'];
};

/** One page of a list of WebhookEndpoint. */
export type WebhookEndpointConnection = {
  /** The items of this page, each with its cursor; null if this list has page cursors only. */
  edges?: Maybe<Array<WebhookEndpointEdge>>;
  /** The items of this page. */
  nodes: Array<WebhookEndpoint>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** Number of items in the whole list, counted up to a limit; null if this list is not counted. Request it only if you show it. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One WebhookEndpoint of a page and its cursor. */
export type WebhookEndpointEdge = {
  /** Its cursor; pass it as `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The WebhookEndpoint itself. */
  node: WebhookEndpoint;
};

/** WebhookEndpoint on success, else the refusal that says why not. */
export type WebhookEndpointResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookEndpoint | WrongState;

/** Whether an endpoint gets events. */
export type WebhookEndpointState =
  /** It is deleted; only the answer of the deletion shows this state. */
  | 'deleted'
  /** It gets nothing; waiting deliveries continue when it is enabled. */
  | 'disabled'
  /** It gets events. */
  | 'enabled';

/** An endpoint and the secret that signs its events now. */
export type WebhookEndpointWithSecret = {
  /** What was created or changed. */
  endpoint: WebhookEndpoint;
  /** The signing secret, `whsec_…`; only this answer holds it. */
  secret: Scalars['String']['output'];
};

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

/** A kind of event, as webhooks and live streams carry it. */
export type WebhookEventType = {
  /** Who receives it: `organisation` (its parties), `hall` (approved providers) or `review` (reviewers). */
  audiences: Array<Scalars['String']['output']>;
  /** What happened. */
  description: Scalars['String']['output'];
  /** An example of a body. */
  example: Scalars['JSONObject']['output'];
  /** JSON Schema 2020-12 of the body. */
  schema: Scalars['JSONObject']['output'];
  /** Its name, `case.listed`. */
  type: Scalars['String']['output'];
};

/** WEBHOOK_EVENT_TYPE_UNKNOWN: There is no event type ‹type›. */
export type WebhookEventTypeUnknown = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** All events since an instant, sent to one endpoint again. */
export type WebhookReplay = {
  /** When it was requested. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether all events are queued. */
  done: Scalars['Boolean']['output'];
  /** The webhook endpoint, whe_…. */
  endpointId: Scalars['ID']['output'];
  /** When the last was queued. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The replay. */
  id: Scalars['ID']['output'];
  /** How many deliveries were queued so far. */
  queued: Scalars['Int']['output'];
  /** Events that occurred from then on are sent again. */
  since: Scalars['DateTime']['output'];
  /** Only these types; empty means all that the endpoint gets. */
  types: Array<Scalars['String']['output']>;
};

/** WEBHOOK_REPLAY_RUNNING: A replay to this endpoint is under way already. */
export type WebhookReplayRunning = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** WEBHOOK_SECRET_NOT_VALID: A signing secret is whsec_ followed by 24 to 64 random bytes in base64. */
export type WebhookSecretNotValid = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** WEBHOOK_URL_REFUSED: This address cannot be a webhook endpoint: ‹reason›. */
export type WebhookUrlRefused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CaseLineChange on success, else the refusal that says why not. */
export type WithdrawCaseLineResult = AmountMisread | Busy | CaseFrozenByPlatform | CaseLineChange | CaseNotAdmissible | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LineChangesUsedUp | NotFound | NothingLeftToCollect | OrganisationNotVerified | PaymentIsARepayment | RateLimited | Unauthenticated | WrongState;

/** Case on success, else the refusal that says why not. */
export type WithdrawCaseResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Grab on success, else the refusal that says why not. */
export type WithdrawClosingResult = Busy | CaseFrozenByPlatform | CloseNotProposed | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** StandingAppeal on success, else the refusal that says why not. */
export type WithdrawStandingAppealResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | StandingAppeal | Unauthenticated | WrongState;

/** WORK_NOT_LOGGED: The close code ‹closeCode› claims at least ‹least› activities of these kinds: ‹kinds›; ‹logged› are logged. */
export type WorkNotLogged = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** WRONG_STATE: The current state, ‹state›, does not allow this. */
export type WrongState = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures of the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen; or null. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds to wait before trying again; null when waiting does not help. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};
