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
  /** A JSON object whose fields depend on the case at hand. */
  JSONObject: { input: Record<string, unknown>; output: Record<string, unknown>; }
};

/** Grab on success, else the refusal that says why not. */
export type AcceptEntrustmentResult = Busy | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** An invitation being taken up. */
export type AcceptInvitationInput = {
  /** The password to log in with from now on, 10 to 200 characters. */
  password: Scalars['String']['input'];
  /** The invitation token. */
  token: Scalars['String']['input'];
};

/** Session on success, else the refusal that says why not. */
export type AcceptInvitationResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | InvitationRefused | NotFound | PasswordRefused | RateLimited | Session | Unauthenticated | WrongState;

/** What an organisation has in one kind of account. */
export type AccountBalance = {
  /** Above zero: owed to the organisation. In fen. */
  balanceFen: Scalars['Fen']['output'];
  /** The account. */
  id: Scalars['ID']['output'];
  /** creditor_payable, provider_receivable, payout_in_transit, platform_fee or settlement_cash. */
  kind: Scalars['String']['output'];
};

/** One act of collection on a case. */
export type Activity = {
  /** The case, `case_…`. */
  caseId: Scalars['ID']['output'];
  /** When it was logged. */
  createdAt: Scalars['DateTime']['output'];
  /** The grab under which it was done, `grab_…`. */
  grabId: Scalars['ID']['output'];
  /** When it happened. */
  happenedAt: Scalars['DateTime']['output'];
  /** The activity. */
  id: Scalars['ID']['output'];
  /** How. */
  kind: ActivityKind;
  /** In words. Null for machines without the scope debtors:read. */
  note?: Maybe<Scalars['String']['output']>;
  /** What came of it. */
  outcome: ActivityOutcome;
};

/** One page of a list of Activity. */
export type ActivityConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<ActivityEdge>>;
  /** The page itself. */
  nodes: Array<Activity>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Activity of a page and its cursor. */
export type ActivityEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The Activity itself. */
  node: Activity;
};

/** How the holder worked the case. */
export type ActivityKind =
  /** A telephone call. */
  | 'call'
  /** A letter on paper or an express delivery. */
  | 'letter'
  /** A text or instant message. */
  | 'message'
  /** Talks about paying, whoever began them. */
  | 'negotiation'
  /** A visit at the debtor’s place. */
  | 'visit';

/** What came of an activity. */
export type ActivityOutcome =
  /** The letter or message was delivered. */
  | 'delivered'
  /** Nobody was reached. */
  | 'not_reached'
  /** Something else; see the note. */
  | 'other'
  /** The debtor promised to pay. */
  | 'promised'
  /** The debtor was reached. */
  | 'reached'
  /** The debtor refused to pay. */
  | 'refused';

/** Case on success, else the refusal that says why not. */
export type AddEvidenceResult = Busy | Case | EvidenceAlreadyAdded | EvidenceFileUnknown | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** OAuthClient on success, else the refusal that says why not. */
export type AddOAuthClientKeyResult = Busy | ClientKeyExists | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OAuthClient | OtherAuthMethod | RateLimited | TooManyClientKeys | Unauthenticated | WrongState;

/** Something that speaks against admitting a case. */
export type AdmissionReason = {
  /** Stable code, such as LIMITATION_EXPIRED. */
  code: Scalars['String']['output'];
  /** What it says, in English. */
  en: Scalars['String']['output'];
  /** The field it is about. */
  field: Scalars['String']['output'];
  /** The figures behind it. */
  params: Scalars['JSONObject']['output'];
  /** What it says, in Chinese. */
  zh: Scalars['String']['output'];
};

/** Case on success, else the refusal that says why not. */
export type AdmitCaseResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | ReviewClaimed | ReviewNotClaimed | Unauthenticated | WrongState;

/** Sandbox on success, else the refusal that says why not. */
export type AdvanceSandboxClockResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Sandbox | Unauthenticated | WrongState;

/** ALREADY_CLAIMED: Another reviewer is working on this application until ‹until›. */
export type AlreadyClaimed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** About how much is owed, in CNY; each band starts at its lower amount and ends below its upper one. */
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

/** A key with which a machine acts for an organisation. */
export type ApiKey = {
  /** Networks it may be used from, in CIDR notation; empty for anywhere. */
  addresses: Array<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its last four characters, to tell it by. */
  ending: Scalars['String']['output'];
  /** When it stops working by itself; null for never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it works now and will have stopped within 14 days: time to rotate it. */
  expiresSoon: Scalars['Boolean']['output'];
  /** The key’s id, key_…; not the key itself. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** From which network it was last used: the /24 or /48 of it. */
  lastUsedFrom?: Maybe<Scalars['String']['output']>;
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** The key it was made to take the place of. */
  replacesId?: Maybe<Scalars['ID']['output']>;
  /** When it was revoked. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it may do. */
  scopes: Array<Scalars['String']['output']>;
};

/** A new API key. */
export type ApiKeyCreated = {
  /** What is known of it from now on. */
  apiKey: ApiKey;
  /** The key itself, rk_live_… or in a sandbox rk_test_…. Shown here only. */
  key: Scalars['String']['output'];
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

/** The account money is paid to. */
export type BankAccountInput = {
  /** The bank and branch. */
  bank: Scalars['String']['input'];
  /** Whose account it is; the organisation’s own. */
  holder: Scalars['String']['input'];
  /** The account number, 8–32 digits. */
  number: Scalars['String']['input'];
};

/** BATCH_IS_NO_DRY_RUN: The batch was carried out when it was posted; only a dry run can be carried out afterwards. */
export type BatchIsNoDryRun = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** BUSY: The system is busy with other requests; nothing was changed. Try again shortly. */
export type Busy = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CaseBatch on success, else the refusal that says why not. */
export type CancelCaseBatchResult = Busy | CaseBatch | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** One debt put up for recovery, as far as the reader may see it. */
export type Case = {
  /** When the platform accepted it (案件受理确认). */
  acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The batch it came in with, for its creditor, `bat_…`. */
  batchId?: Maybe<Scalars['ID']['output']>;
  /** What kind of debt it is. */
  category: DebtCategory;
  /** Why it was closed. */
  closeCode?: Maybe<CloseCode>;
  /** When it was closed. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Base rate of the commission offered, in basis points. */
  commissionBps: Scalars['Int']['output'];
  /** Rates for older or larger cases; the last that matches holds. */
  commissionTiers: Array<CommissionTier>;
  /** Number of the contract; null before the entrustment. Null for machines without the scope debtors:read. */
  contractNumber?: Maybe<Scalars['String']['output']>;
  /** When it was posted. */
  createdAt: Scalars['DateTime']['output'];
  /** The organisation that is owed. */
  creditorId: Scalars['ID']['output'];
  /** Whether the debtor is an enterprise or a person. */
  debtorKind: DebtorKind;
  /** Who owes, with most of the name hidden. */
  debtorMaskedName: Scalars['String']['output'];
  /** When it was due. */
  dueOn: Scalars['Date']['output'];
  /** Completeness of the evidence in basis points. */
  evidenceBps: Scalars['Int']['output'];
  /** The documents there are. */
  evidenceKinds: Array<EvidenceKind>;
  /** The creditor's own reference; null before the entrustment. */
  externalRef?: Maybe<Scalars['String']['output']>;
  /** Grade of the score, A to E. */
  grade: Scalars['String']['output'];
  /** The case. */
  id: Scalars['ID']['output'];
  /** Day of the invoice or of the loan. */
  invoicedOn?: Maybe<Scalars['Date']['output']>;
  /** What the debt arose from; null before the entrustment. */
  legalOrigin?: Maybe<LegalOrigin>;
  /** Last day before the claim is time-barred (Civil Code art. 188). */
  limitationExpiresOn: Scalars['Date']['output'];
  /** When it last entered the hall. */
  listedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The number people use, such as DC-2026-000187. */
  number: Scalars['String']['output'];
  /** Owed when the case was posted: principal + penalty − paid, in fen. */
  outstandingFen: Scalars['Fen']['output'];
  /** Paid before the case was posted, in fen. */
  paidFen: Scalars['Fen']['output'];
  /** Penalty and interest claimed, in fen. */
  penaltyFen: Scalars['Fen']['output'];
  /** Principal in fen. */
  principalFen: Scalars['Fen']['output'];
  /** Recovered since then, in fen. */
  recoveredFen: Scalars['Fen']['output'];
  /** Region of the debtor, GB/T 2260. */
  regionCode?: Maybe<Scalars['String']['output']>;
  /** Why it went to a reviewer; for creditor and platform. */
  reviewReasons: Array<AdmissionReason>;
  /** Recoverability, 0 to 100. */
  score: Scalars['Int']['output'];
  /** The service it asks for. */
  serviceLine: ServiceLine;
  /** Where it stands. */
  state: CaseState;
};

/** CASE_ALREADY_GRABBED: Another provider grabbed this case first. */
export type CaseAlreadyGrabbed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CASE_ALREADY_YOURS: You hold this case already, by the grab ‹grabId›. */
export type CaseAlreadyYours = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A batch of cases from an ERP, and how far it has come. */
export type CaseBatch = {
  /** Rows that became listed cases. */
  admittedRows: Scalars['Int']['output'];
  /** The batch that carries this dry run out. */
  carriedOutBy?: Maybe<Scalars['ID']['output']>;
  /** When it was received. */
  createdAt: Scalars['DateTime']['output'];
  /** The creditor who posted it. */
  creditorId: Scalars['ID']['output'];
  /** Whether rows are only judged and nothing is done. */
  dryRun: Scalars['Boolean']['output'];
  /** The dry run that this batch carries out. */
  dryRunOf?: Maybe<Scalars['ID']['output']>;
  /** Rows whose reference was posted before. */
  duplicateRows: Scalars['Int']['output'];
  /** The encoding it was read in: utf-8 or gb18030. */
  encoding: Scalars['String']['output'];
  /** Why it was given up. */
  failureCode?: Maybe<Scalars['String']['output']>;
  /** When it was over. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it was sent: csv, xlsx, ndjson or json. */
  format: Scalars['String']['output'];
  /** The batch. */
  id: Scalars['ID']['output'];
  /** Rows that became cases a reviewer looks at. */
  inReviewRows: Scalars['Int']['output'];
  /** What is done with references that were posted before. */
  mode: CaseBatchMode;
  /** The same in per cent of all its rows, rounded down. */
  percent: Scalars['Int']['output'];
  /** Rows that have their outcome: the sum of the counts below. */
  processedRows: Scalars['Int']['output'];
  /** Rows for which nothing was done. */
  rejectedRows: Scalars['Int']['output'];
  /** Rows that showed a repayment nobody had reported. */
  repaymentRows: Scalars['Int']['output'];
  /** Rows whose case was taken back because it is paid. */
  settledRows: Scalars['Int']['output'];
  /** When the first row was read. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: CaseBatchState;
  /** Rows it has. */
  totalRows: Scalars['Int']['output'];
  /** Rows for which there was nothing to do. */
  unchangedRows: Scalars['Int']['output'];
  /** Columns of the file whose header is not known; they were not read. */
  unknownColumns: Array<Scalars['String']['output']>;
  /** Rows whose case has new amounts or days. */
  updatedRows: Scalars['Int']['output'];
  /** Rows whose case was taken back because it is void. */
  withdrawnRows: Scalars['Int']['output'];
};

/** One page of a list of CaseBatch. */
export type CaseBatchConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<CaseBatchEdge>>;
  /** The page itself. */
  nodes: Array<CaseBatch>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One CaseBatch of a page and its cursor. */
export type CaseBatchEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The CaseBatch itself. */
  node: CaseBatch;
};

/** What a batch does with references that were posted before. */
export type CaseBatchMode =
  /** Leaves their cases alone and says `duplicate`. */
  | 'create'
  /** Has their cases follow the creditor's books. */
  | 'upsert';

/** One row of a batch and what became of it. */
export type CaseBatchRow = {
  /** The case it became; for a duplicate the earlier one, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** The row's own reference, where it could be read. */
  externalRef?: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  outcome: CaseBatchRowOutcome;
  /** Why it was rejected, or what a reviewer has to look at. */
  reasons: Array<CaseBatchRowReason>;
  /** In a sheet as people count it, the header included; in JSON counted from 1. */
  rowNumber: Scalars['Int']['output'];
};

/** One page of a list of CaseBatchRow. */
export type CaseBatchRowConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<CaseBatchRowEdge>>;
  /** The page itself. */
  nodes: Array<CaseBatchRow>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One CaseBatchRow of a page and its cursor. */
export type CaseBatchRowEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The CaseBatchRow itself. */
  node: CaseBatchRow;
};

/** What became of a row. */
export type CaseBatchRowOutcome =
  /** It became a listed case. */
  | 'admitted'
  /** You posted a case with this reference before; nothing was changed. */
  | 'duplicate'
  /** It became a case that a reviewer looks at. */
  | 'in_review'
  /** Nothing was done for it; the reasons say why. */
  | 'rejected'
  /** Your books show money we did not know of: it is a repayment of its holder now. */
  | 'repayment_reported'
  /** Paid by your books: its case, which nobody held, is taken back. */
  | 'settled'
  /** There was nothing to do for it. */
  | 'unchanged'
  /** Its case has new amounts or days. */
  | 'updated'
  /** Void in your books: its case, which nobody held, is taken back. */
  | 'withdrawn';

/** Why a row was rejected, or what a reviewer has to look at. */
export type CaseBatchRowReason = {
  /** Stable code, such as AMOUNT_UNREADABLE or NOT_OVERDUE. */
  code: Scalars['String']['output'];
  /** What it says, in English. */
  en: Scalars['String']['output'];
  /** The header of the file or the JSON path it is about; empty for the whole row. */
  field: Scalars['String']['output'];
  /** What it says, in Chinese. */
  zh: Scalars['String']['output'];
};

/** The life of a batch of cases. */
export type CaseBatchState =
  /** Stopped by the creditor. Rows decided before keep their outcome. */
  | 'cancelled'
  /** Every row has its outcome. */
  | 'completed'
  /** Given up; `failureCode` says why. Rows decided before keep their outcome. */
  | 'failed'
  /** Rows are being decided. */
  | 'processing'
  /** Stored; its rows wait to be read. */
  | 'received';

/** One page of a list of Case. */
export type CaseConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<CaseEdge>>;
  /** The page itself. */
  nodes: Array<Case>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Debtor on success, else the refusal that says why not. */
export type CaseDebtorResult = Busy | Debtor | DebtorNotDisclosed | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** That an organisation may see, or could see, so much of the debtor. */
export type CaseDisclosure = {
  /** Since when. */
  disclosedAt: Scalars['DateTime']['output'];
  /** Who was shown the data, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** What for. */
  purpose: Scalars['String']['output'];
  /** Until when; null while it lasts. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** holder_masked or holder_full. */
  stage: Scalars['String']['output'];
};

/** One Case of a page and its cursor. */
export type CaseEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The Case itself. */
  node: Case;
};

/** One line of the history of a case. */
export type CaseEvent = {
  /** What was done, such as admit, grab or close. */
  act: Scalars['String']['output'];
  /** The organisation that acted; null for the system. */
  actorOrganisationId?: Maybe<Scalars['ID']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** What else is on record of it. */
  facts: Scalars['JSONObject']['output'];
  /** The state before; null for the first. */
  fromState?: Maybe<CaseState>;
  /** The line. */
  id: Scalars['ID']['output'];
  /** The state after. */
  toState: CaseState;
};

/** A document of a case. */
export type CaseEvidence = {
  /** When it was added. */
  addedAt: Scalars['DateTime']['output'];
  /** The uploaded file, `file_…`. */
  fileId: Scalars['ID']['output'];
  /** The item. */
  id: Scalars['ID']['output'];
  /** What it proves. */
  kind: EvidenceKind;
};

/** CASE_EXISTS: You posted a case with this external reference before: ‹caseId›. */
export type CaseExists = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Which cases to list. */
export type CaseFilterInput = {
  /** Only the case with this reference of the creditor's. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
  /** Only the case with this number. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Only cases in this state, or one of these states. */
  state?: InputMaybe<Array<CaseState>>;
};

/** How recoverable a case is by its score, A the best. */
export type CaseGrade =
  /** Very likely to be recovered. */
  | 'A'
  /** Likely to be recovered. */
  | 'B'
  /** As likely as not in part. */
  | 'C'
  /** Unlikely to be recovered. */
  | 'D'
  /** Very unlikely to be recovered. */
  | 'E';

/** CASE_NOT_ADMISSIBLE: The case cannot be admitted: ‹reasons›. */
export type CaseNotAdmissible = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** CASE_RETURNED_BEFORE: You returned this case before, or let its grab expire, and cannot take it again. */
export type CaseReturnedBefore = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Where a case stands in its life. */
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

/** CASE_TOO_LARGE: Your grade ‹grade› may take single cases below ‹limitFen› fen only. */
export type CaseTooLarge = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A change of one’s own password. */
export type ChangePasswordInput = {
  /** The password until now. */
  currentPassword: Scalars['String']['input'];
  /** The password from now on, 10 to 200 characters. */
  newPassword: Scalars['String']['input'];
};

/** SessionsEnded on success, else the refusal that says why not. */
export type ChangePasswordResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LoginFailed | LoginThrottled | NotFound | PasswordRefused | RateLimited | SessionsEnded | Unauthenticated | WrongState;

/** New roles of a member. */
export type ChangeRolesInput = {
  /** The member, `mem_…`. */
  memberId: Scalars['ID']['input'];
  /** All the roles the member has from now on. */
  roles: Array<Role>;
};

/** Member on success, else the refusal that says why not. */
export type ChangeRolesResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LastOwner | Member | NotFound | RateLimited | Unauthenticated | WrongState;

/** Whether a failed check stops the submission or is for the reviewer to judge. */
export type CheckSeverity =
  /** It is for the reviewer to judge. */
  | 'advisory'
  /** It stops the submission. */
  | 'blocking';

/** Case on success, else the refusal that says why not. */
export type ClaimCaseReviewResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | ReviewClaimed | Unauthenticated | WrongState;

/** CLIENT_KEY_EXISTS: The client already has a key of this kid. Give the new key another one. */
export type ClientKeyExists = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

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
  /** Going on would cost more than it brings. */
  | 'uneconomical'
  /** The creditor did not answer. */
  | 'unresponsive_creditor'
  /** The debtor cannot be found. */
  | 'untraceable'
  /** The creditor took it back. */
  | 'withdrawn';

/** CLOSE_CODE_UNFOUNDED: The close code ‹closeCode› needs a payment that is not on record: ‹recoveredFen› of ‹outstandingFen› fen. */
export type CloseCodeUnfounded = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** The commission a creditor offers on what is recovered, within the bounds of the platform. */
export type CommissionOfferInput = {
  /** Base rate in basis points. */
  bps: Scalars['Int']['input'];
  /** From general to special; the last that matches holds. */
  tiers?: InputMaybe<Array<CommissionTierInput>>;
};

/** A rate that takes the place of the base rate for older or larger cases. */
export type CommissionTier = {
  /** The rate in basis points. */
  bps: Scalars['Int']['output'];
  /** From such an amount in fen on; null for any. */
  minAmountFen?: Maybe<Scalars['Fen']['output']>;
  /** From so many whole months overdue on; null for any. */
  minMonthsOverdue?: Maybe<Scalars['Int']['output']>;
};

/** A rate for older or larger cases. Give at least one condition. */
export type CommissionTierInput = {
  /** The rate in basis points. */
  bps: Scalars['Int']['input'];
  /** From such an amount in fen on. */
  minAmountFen?: InputMaybe<Scalars['Fen']['input']>;
  /** From so many whole months overdue on. */
  minMonthsOverdue?: InputMaybe<Scalars['Int']['input']>;
};

/** CaseBatch on success, else the refusal that says why not. */
export type CommitCaseBatchResult = BatchIsNoDryRun | Busy | CaseBatch | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Grab on success, else the refusal that says why not. */
export type CompleteGrabResult = Busy | CloseCodeUnfounded | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Repayment on success, else the refusal that says why not. */
export type ConfirmRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Repayment | Unauthenticated | WrongState;

/** A key to make. */
export type CreateApiKeyInput = {
  /** Where it may be used from: IP addresses and networks such as 203.0.113.0/24, at most 50; left out for anywhere. */
  addresses?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When it stops working by itself; left out for never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What to call it, at most 100 characters. */
  name: Scalars['String']['input'];
  /** What it may do: self:read, cases:read, cases:write, debtors:read, debtors:contact, connectors:read, connectors:write, hall:read, grabs:read, grabs:write, repayments:read, repayments:write, statements:read, standing:read, collection:read, collection:write, verification:read, verification:write, files:read, files:write, webhooks:read, webhooks:write, sandbox:read, sandbox:write. */
  scopes: Array<Scalars['String']['input']>;
};

/** ApiKeyCreated on success, else the refusal that says why not. */
export type CreateApiKeyResult = ApiKeyCreated | Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TooManyApiKeys | Unauthenticated | WrongState;

/** A new connection. */
export type CreateErpConnectionInput = {
  /** https and public; a new one needs the credentials again. */
  baseUrl?: InputMaybe<Scalars['String']['input']>;
  /** All of them; none of the old ones is kept. */
  credentials?: InputMaybe<ErpCredentialsInput>;
  /** New defaults have every document read again. */
  defaults?: InputMaybe<ErpDefaultsInput>;
  /** Minutes between two readings: 5 to 10080, 60 unless told. */
  intervalMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Which ERP. */
  kind: ErpKind;
  /** What you call it, at most 100 characters. */
  name: Scalars['String']['input'];
};

/** ErpConnection on success, else the refusal that says why not. */
export type CreateErpConnectionResult = Busy | ErpAddressNotAllowed | ErpConnection | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TooManyErpConnections | Unauthenticated | WrongState;

/** An OAuth client to make. */
export type CreateOAuthClientInput = {
  /** Where it may be used from: IP addresses and networks such as 203.0.113.0/24, at most 50; left out for anywhere. */
  addresses?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How it shows who it is; cannot be changed. */
  authMethod: OAuthAuthMethod;
  /** With private_key_jwt: its public keys as a JWK set, {"keys": […]}; 1 to 5 of P-256, Ed25519 or RSA. */
  jwks?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What to call it, at most 100 characters. */
  name: Scalars['String']['input'];
  /** What it may do: self:read, cases:read, cases:write, debtors:read, debtors:contact, connectors:read, connectors:write, hall:read, grabs:read, grabs:write, repayments:read, repayments:write, statements:read, standing:read, collection:read, collection:write, verification:read, verification:write, files:read, files:write, webhooks:read, webhooks:write, sandbox:read, sandbox:write. */
  scopes: Array<Scalars['String']['input']>;
};

/** OAuthClientCreated on success, else the refusal that says why not. */
export type CreateOAuthClientResult = Busy | ClientKeyExists | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OAuthClientCreated | RateLimited | TooManyClientKeys | TooManyOAuthClients | Unauthenticated | WrongState;

/** A payment to a provider. */
export type CreatePayoutInput = {
  /** How much, in fen; left out: everything past its hold. */
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
  /** Its organisations, at most 6; left out, a creditor, an agency and a law firm. */
  organisations?: InputMaybe<Array<SandboxOrganisationInput>>;
  /** Also lets people log in: each organisation’s owner by the email address in the answer and this password. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** Whether organisations that do not say are verified. */
  verified?: Scalars['Boolean']['input'];
};

/** SandboxCreated on success, else the refusal that says why not. */
export type CreateSandboxResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | SandboxCreated | SandboxWithinSandbox | TooManySandboxes | Unauthenticated | WrongState;

/** A new webhook endpoint. */
export type CreateWebhookEndpointInput = {
  /** What you call it, at most 200 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out, you are given one. */
  secret?: InputMaybe<Scalars['String']['input']>;
  /** Event types it gets; empty: all about what your organisation is a party to. What happens in the hall comes only by name. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Where events are posted to: https, a public host, port 443 or from 1024. */
  url: Scalars['String']['input'];
};

/** WebhookEndpointWithSecret on success, else the refusal that says why not. */
export type CreateWebhookEndpointResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TooManyWebhookEndpoints | Unauthenticated | WebhookEndpointWithSecret | WebhookEventTypeUnknown | WebhookSecretNotValid | WebhookUrlRefused | WrongState;

/** CREDIT_CODE_TAKEN: This unified social credit code already belongs to another verified organisation. */
export type CreditCodeTaken = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** What a creditor paid of the commissions and fees it owes. */
export type CreditorPayment = {
  /** How much, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** The organisation that paid. */
  creditorId: Scalars['ID']['output'];
  /** When it arrived. */
  receivedOn: Scalars['Date']['output'];
  /** The bank's reference. */
  reference: Scalars['String']['output'];
};

/** CREDITOR_PAYMENT_RECORDED: A payment of this creditor with this reference is recorded already. */
export type CreditorPaymentRecorded = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** The kinds of organisation that register themselves. */
export type CustomerKind =
  /** A collection agency that grabs cases. */
  | 'agency'
  /** An enterprise that is owed money and posts its cases. */
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

/** The debtor's personal data; every read of it is on record. */
export type Debtor = {
  /** Where the debtor can be written to. Null for machines without the scope debtors:contact. */
  address?: Maybe<Scalars['String']['output']>;
  /** Unified social credit code or resident identity number. */
  idNumber?: Maybe<Scalars['String']['output']>;
  /** The debtor’s full name. */
  name: Scalars['String']['output'];
  /** The creditor's note. */
  note?: Maybe<Scalars['String']['output']>;
  /** Phone number as the creditor gave it. Null for machines without the scope debtors:contact. */
  phone?: Maybe<Scalars['String']['output']>;
};

/** Whether the debtor is an enterprise or a person. */
export type DebtorKind =
  /** An enterprise, known by its unified social credit code. */
  | 'enterprise'
  /** A natural person, known by the resident identity number. */
  | 'person';

/** DEBTOR_NOT_DISCLOSED: The debtor’s data is disclosed once the entrustment has been accepted, and until the case leaves you. */
export type DebtorNotDisclosed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Sandbox on success, else the refusal that says why not. */
export type DeleteSandboxResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Sandbox | Unauthenticated | WrongState;

/** Repayment on success, else the refusal that says why not. */
export type DisputeRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Repayment | Unauthenticated | WrongState;

/** EMAIL_TAKEN: This email address already belongs to a member. */
export type EmailTaken = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** ERP_ADDRESS_NOT_ALLOWED: The address must be https and lead to a public address. */
export type ErpAddressNotAllowed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Your link to an ERP. Its credentials are never shown. */
export type ErpConnection = {
  /** Its address; null for documents that are sent. */
  baseUrl?: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What holds for every document. */
  defaults: Scalars['JSONObject']['output'];
  /** What went wrong last, if it was not mended since. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** The same in English. */
  errorEn?: Maybe<Scalars['String']['output']>;
  /** The same in Chinese. */
  errorZh?: Maybe<Scalars['String']['output']>;
  /** The connection. */
  id: Scalars['ID']['output'];
  /** Minutes between two readings. */
  intervalMinutes: Scalars['Int']['output'];
  /** Which ERP. */
  kind: ErpKind;
  /** When it was last read to the end. */
  lastSyncedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What you call it. */
  name: Scalars['String']['output'];
  /** When it is asked next; null: not by itself. */
  nextSyncAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: ErpConnectionState;
};

/** One page of a list of ErpConnection. */
export type ErpConnectionConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<ErpConnectionEdge>>;
  /** The page itself. */
  nodes: Array<ErpConnection>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One ErpConnection of a page and its cursor. */
export type ErpConnectionEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The ErpConnection itself. */
  node: ErpConnection;
};

/** ERP_CONNECTION_OF_OTHER_KIND: A connection of kind ‹kind› cannot do this: UBL documents are sent to a ubl connection, other ERPs are asked. */
export type ErpConnectionOfOtherKind = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Where a connection stands. */
export type ErpConnectionState =
  /** Asked by schedule. */
  | 'active'
  /** Something is wrong, `errorCode` says what; without `nextSyncAt` only you can mend it. */
  | 'failing'
  /** Not asked until it is resumed. */
  | 'paused';

/** What asking an ERP once came to. */
export type ErpConnectionTest = {
  /** What went wrong. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** The same in English. */
  errorEn?: Maybe<Scalars['String']['output']>;
  /** The same in Chinese. */
  errorZh?: Maybe<Scalars['String']['output']>;
  /** The newest change it showed, in its own spelling of time. */
  newestChange?: Maybe<Scalars['String']['output']>;
  /** Whether it answered as a run needs it. */
  ok: Scalars['Boolean']['output'];
};

/** What opens an ERP. Kept sealed and never shown again; each kind takes its own. */
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
  /** Odoo: the name of the database, where the server has several. */
  database?: InputMaybe<Scalars['String']['input']>;
  /** Kingdee: only documents of the sales organisation of this number. */
  organisation?: InputMaybe<Scalars['String']['input']>;
  /** Kingdee: the integration user. */
  username?: InputMaybe<Scalars['String']['input']>;
};

/** What holds for every document of a connection. */
export type ErpDefaultsInput = {
  /** commercial_receivable when left out. */
  category?: InputMaybe<DebtCategory>;
  /** The commission offered, in basis points; else the platform’s. */
  commissionBps?: InputMaybe<Scalars['Int']['input']>;
  /** Papers there are for every document; an invoice. */
  evidence?: InputMaybe<Array<EvidenceKind>>;
  /** trade when left out. */
  legalOrigin?: InputMaybe<LegalOrigin>;
  /** Put before document numbers, at most 20 characters. */
  referencePrefix?: InputMaybe<Scalars['String']['input']>;
  /** agency_dunning when left out. */
  serviceLine?: InputMaybe<ServiceLine>;
};

/** The ERPs we speak with. */
export type ErpKind =
  /** ERPNext, by Frappe’s REST API. */
  | 'erpnext'
  /** Kingdee Cloud Galaxy (金蝶云星空), by its WebAPI. */
  | 'kingdee'
  /** Odoo 19 and later, by its JSON-2 API. */
  | 'odoo'
  /** Any system that writes UBL 2.1 documents, sent to us as files. */
  | 'ubl';

/** What became of a document. */
export type ErpSyncOutcome =
  /** It became a listed case. */
  | 'admitted'
  /** It became a case that a reviewer looks at. */
  | 'in_review'
  /** It could not be taken; the reasons say why. */
  | 'rejected'
  /** A payment on it became a repayment of its case. */
  | 'repayment_reported'
  /** It was paid before anybody took its case; the case is withdrawn. */
  | 'settled'
  /** It is nothing to take; the reasons say why. */
  | 'skipped'
  /** Its case is as the document says. */
  | 'unchanged'
  /** Its case follows the changed document. */
  | 'updated'
  /** It was cancelled or written off; its case is withdrawn. */
  | 'withdrawn';

/** Why a document was passed over or rejected. */
export type ErpSyncReason = {
  /** Stable code, such as SKIPPED_NOT_DUE. */
  code: Scalars['String']['output'];
  /** What it says, in English. */
  en: Scalars['String']['output'];
  /** What of the document it is about; empty for the whole. */
  field: Scalars['String']['output'];
  /** What it says, in Chinese. */
  zh: Scalars['String']['output'];
};

/** A document of an ERP and what became of it. */
export type ErpSyncRow = {
  /** Its case, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** When it was decided. */
  decidedAt: Scalars['DateTime']['output'];
  /** The ERP’s own key. */
  documentKey: Scalars['String']['output'];
  /** The number people know it by. */
  number?: Maybe<Scalars['String']['output']>;
  /** What became of it when something last did. */
  outcome: ErpSyncOutcome;
  /** Why it was passed over or rejected, or goes to a reviewer. */
  reasons: Array<ErpSyncReason>;
  /** When it is looked at again though nothing changed. */
  recheckOn?: Maybe<Scalars['Date']['output']>;
  /** The run that decided it, `run_…`. */
  runId: Scalars['ID']['output'];
};

/** One page of a list of ErpSyncRow. */
export type ErpSyncRowConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<ErpSyncRowEdge>>;
  /** The page itself. */
  nodes: Array<ErpSyncRow>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One ErpSyncRow of a page and its cursor. */
export type ErpSyncRowEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The ErpSyncRow itself. */
  node: ErpSyncRow;
};

/** One reading of an ERP, or one upload of documents. */
export type ErpSyncRun = {
  /** Its connection, `erp_…`. */
  connectionId: Scalars['ID']['output'];
  /** How many came to each outcome. */
  counts: Scalars['JSONObject']['output'];
  /** Documents that have their outcome. */
  documents: Scalars['Int']['output'];
  /** What went wrong last. */
  errorCode?: Maybe<Scalars['String']['output']>;
  /** How often the ERP failed to answer and was asked again. */
  faults: Scalars['Int']['output'];
  /** When it was over. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it reads every document, not only what changed. */
  full: Scalars['Boolean']['output'];
  /** The run. */
  id: Scalars['ID']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** Where it stands. */
  state: ErpSyncRunState;
  /** What started it. */
  trigger: ErpSyncTrigger;
};

/** One page of a list of ErpSyncRun. */
export type ErpSyncRunConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<ErpSyncRunEdge>>;
  /** The page itself. */
  nodes: Array<ErpSyncRun>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One ErpSyncRun of a page and its cursor. */
export type ErpSyncRunEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The ErpSyncRun itself. */
  node: ErpSyncRun;
};

/** Where a run stands. */
export type ErpSyncRunState =
  /** Every document has its outcome. */
  | 'completed'
  /** Given up; `errorCode` says why. The next run begins where this one did. */
  | 'failed'
  /** Under way, or waiting to ask again. */
  | 'running'
  /** Ended by a change of the connection; the next run takes over. */
  | 'stopped';

/** What started a run. */
export type ErpSyncTrigger =
  /** Somebody asked for it. */
  | 'manual'
  /** The time had come. */
  | 'schedule'
  /** Documents were sent. */
  | 'upload';

/** EVIDENCE_ALREADY_ADDED: This file is already evidence of this case. */
export type EvidenceAlreadyAdded = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** EVIDENCE_FILE_UNKNOWN: There is no such file of yours: upload it first. */
export type EvidenceFileUnknown = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** What a document proves. */
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
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A provider's hold on a case: from the grab until it is over. */
export type Grab = {
  /** The entrustment must be accepted before this instant. */
  acceptBy: Scalars['DateTime']['output'];
  /** When the entrustment was accepted. */
  acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The first activity must be logged before this instant. */
  activityBy: Scalars['DateTime']['output'];
  /** What was outstanding when it was grabbed, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** The case it took, `case_…`. */
  caseId: Scalars['ID']['output'];
  /** Why it was over. */
  endReason?: Maybe<Scalars['String']['output']>;
  /** When it was over. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when the holder has the case for itself. */
  exclusiveUntil: Scalars['DateTime']['output'];
  /** When the first activity was logged. */
  firstActivityAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was grabbed. */
  grabbedAt: Scalars['DateTime']['output'];
  /** The grab. */
  id: Scalars['ID']['output'];
  /** Whole months overdue when it was grabbed. */
  monthsOverdue: Scalars['Int']['output'];
  /** Standing points its end cost the provider. */
  penaltyPoints: Scalars['Int']['output'];
  /** The agency or law firm that holds it. */
  providerId: Scalars['ID']['output'];
  /** Where it stands. */
  state: GrabState;
  /** The frozen commission terms. */
  terms: GrabTerms;
};

/** Grab on success, else the refusal that says why not. */
export type GrabCaseResult = Busy | CaseAlreadyGrabbed | CaseAlreadyYours | CaseReturnedBefore | CaseTooLarge | Forbidden | Grab | GrabbingSuspended | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LawFirmOnly | NotFound | ProviderNotVerified | QuotaExceeded | RateLimited | RelatedParty | Unauthenticated | WrongState;

/** One page of a list of Grab. */
export type GrabConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<GrabEdge>>;
  /** The page itself. */
  nodes: Array<Grab>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Grab of a page and its cursor. */
export type GrabEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The Grab itself. */
  node: Grab;
};

/** The life of a grab: active until it is completed, returned, expired or recalled. */
export type GrabState =
  /** The provider holds the case. */
  | 'active'
  /** The case was closed by its holder. */
  | 'completed'
  /** The entrustment was not accepted, or no work begun, in time. */
  | 'expired'
  /** The creditor took the case back. */
  | 'recalled'
  /** The provider gave the case back. */
  | 'returned';

/** The commission terms, frozen when the case was grabbed. */
export type GrabTerms = {
  /** The provider's commission on each confirmed repayment, in basis points. */
  commissionBps: Scalars['Int']['output'];
  /** Whether the statutory cap on lawyers' contingency fees holds besides the rate. */
  lawyerFeeCap: Scalars['Boolean']['output'];
  /** What the creditor pays the platform on top, in basis points. */
  serviceFeeBps: Scalars['Int']['output'];
};

/** GRABBING_SUSPENDED: Grabbing is suspended until ‹until› because too many grabs were returned or expired within seven days. */
export type GrabbingSuspended = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A provider's grade; it decides how many cases it may hold and how large. */
export type Grade =
  /** Clearly above the expected rate over many cases. */
  | 'expert'
  /** Every newcomer. */
  | 'junior'
  /** A first record of recovered cases. */
  | 'middle'
  /** A long record at the expected rate; no limit of amount. */
  | 'senior';

/** A listed case as the hall shows it: enough to decide on a grab, nothing that points to debtor or creditor. */
export type HallCase = {
  /** About how much is still to be recovered. */
  amountBand: AmountBand;
  /** What is still to be recovered, in fen; null for those who see only its band. */
  amountFen?: Maybe<Scalars['Fen']['output']>;
  /** What kind of debt it is. */
  category: DebtCategory;
  /** The commission offered on what is recovered, in basis points; frozen at the grab. */
  commissionBps: Scalars['Int']['output'];
  /** Whether an enterprise or a person owes. */
  debtorKind: DebtorKind;
  /** How complete its evidence is, in basis points. */
  evidenceBps: Scalars['Int']['output'];
  /** The grade of its score. */
  grade: CaseGrade;
  /** The case; give it to `grabCase`. */
  id: Scalars['ID']['output'];
  /** When it was listed. */
  listedAt: Scalars['DateTime']['output'];
  /** Whole months since it was due. */
  monthsOverdue: Scalars['Int']['output'];
  /** GB/T 2260 code of the debtor's province, `440000`. */
  provinceCode?: Maybe<Scalars['String']['output']>;
  /** The province in Chinese. */
  provinceName?: Maybe<Scalars['String']['output']>;
  /** The province in English. */
  provinceNameEn?: Maybe<Scalars['String']['output']>;
  /** How recoverable it is, 0 to 100. */
  score: Scalars['Int']['output'];
  /** What the creditor asks for. */
  serviceLine: ServiceLine;
};

/** One page of a list of Hall. */
export type HallConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<HallEdge>>;
  /** The page itself. */
  nodes: Array<HallCase>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Hall of a page and its cursor. */
export type HallEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The Hall itself. */
  node: HallCase;
};

/** Which cases that enter the hall to hear of; that one left is always told. */
export type HallEventFilter = {
  /** Only these kinds of debt. */
  categories?: InputMaybe<Array<DebtCategory>>;
  /** Only these grades. */
  grades?: InputMaybe<Array<CaseGrade>>;
  /** Only these services. */
  serviceLines?: InputMaybe<Array<ServiceLine>>;
};

/** What listings must fulfil; everything given must hold. Left out, null and an empty list do not restrict. */
export type HallFilter = {
  /** Any of these bands of amounts. */
  amountBands?: InputMaybe<Array<AmountBand>>;
  /** Any of these categories. */
  categories?: InputMaybe<Array<DebtCategory>>;
  /** Only debtors of this kind. */
  debtorKind?: InputMaybe<DebtorKind>;
  /** Any of these grades. */
  grades?: InputMaybe<Array<CaseGrade>>;
  /** At most this amount, in fen; for those who see amounts. */
  maxAmountFen?: InputMaybe<Scalars['Fen']['input']>;
  /** A commission of at most so many basis points. */
  maxCommissionBps?: InputMaybe<Scalars['Int']['input']>;
  /** At most so many whole months overdue. */
  maxMonthsOverdue?: InputMaybe<Scalars['Int']['input']>;
  /** At least this amount, in fen; for those who see amounts. */
  minAmountFen?: InputMaybe<Scalars['Fen']['input']>;
  /** A commission of at least so many basis points. */
  minCommissionBps?: InputMaybe<Scalars['Int']['input']>;
  /** Evidence at least so complete, in basis points. */
  minEvidenceBps?: InputMaybe<Scalars['Int']['input']>;
  /** At least so many whole months overdue. */
  minMonthsOverdue?: InputMaybe<Scalars['Int']['input']>;
  /** Any of these provinces, by GB/T 2260 code such as `440000`. */
  provinces?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The first 2 to 6 digits of a region code: `4403` for a city with all its districts. */
  regionPrefix?: InputMaybe<Scalars['String']['input']>;
  /** Any of these service lines. */
  serviceLines?: InputMaybe<Array<ServiceLine>>;
};

/** The order of the hall. Cursors belong to one order. Sorting by amount is for those who see amounts. */
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

/** IDEMPOTENCY_IN_FLIGHT: A request with this Idempotency-Key is still being worked on. */
export type IdempotencyInFlight = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** IDEMPOTENCY_KEY_REUSED: This Idempotency-Key was used before with another request. */
export type IdempotencyKeyReused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** INVALID_INPUT: The field ‹path› is not valid: ‹reason›. */
export type InvalidInput = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A member-to-be and the token with which they join. */
export type Invitation = {
  /** When the token stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** The invited member. */
  member: Member;
  /** Hand it to the invitee: it sets their password. Shown here only, good once. */
  token: Scalars['String']['output'];
};

/** INVITATION_REFUSED: The invitation is not valid, used or expired. Ask for a new one. */
export type InvitationRefused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Somebody to invite. */
export type InviteMemberInput = {
  /** The invitee’s email address. */
  email: Scalars['String']['input'];
  /** What the invitee is called, at most 100 characters. */
  name: Scalars['String']['input'];
  /** What the invitee will be allowed to do. */
  roles: Array<Role>;
};

/** Invitation on success, else the refusal that says why not. */
export type InviteMemberResult = Busy | EmailTaken | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | Invitation | NotFound | RateLimited | TooManyMembers | Unauthenticated | WrongState;

/** LAST_CLIENT_KEY: This is the client’s last key. Add its successor first, or revoke the client. */
export type LastClientKey = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** LAST_OWNER: This is the organisation’s last active owner. Make another member an owner first. */
export type LastOwner = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** LAW_FIRM_ONLY: The creditor asked for a line of service that only a law firm may provide. */
export type LawFirmOnly = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A lawyer who practises in the firm. */
export type LawyerInput = {
  /** Number of the practising certificate, 17 digits. */
  certificateNumber: Scalars['String']['input'];
  /** Full name. */
  name: Scalars['String']['input'];
};

/** One movement of one account. */
export type LedgerEntry = {
  /** What the account holds, such as commission or fees. */
  accountKind: Scalars['String']['output'];
  /** By how much, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** The case it is about, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** The entry. */
  id: Scalars['ID']['output'];
  /** When it was booked. */
  occurredAt: Scalars['DateTime']['output'];
  /** Which part of it: commission, service_fee, payout or payment. */
  part: Scalars['String']['output'];
  /** The balanced transfer it is one side of, `tra_…`. */
  transferId: Scalars['ID']['output'];
  /** What moved it: repayment, reversal, adjustment, payout and so on. */
  transferKind: Scalars['String']['output'];
};

/** One page of a list of LedgerEntry. */
export type LedgerEntryConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<LedgerEntryEdge>>;
  /** The page itself. */
  nodes: Array<LedgerEntry>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One LedgerEntry of a page and its cursor. */
export type LedgerEntryEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
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

/** A person and their resident identity number. */
export type LegalRepresentativeInput = {
  /** Full name. */
  name: Scalars['String']['input'];
  /** Resident identity number, 18 characters (GB 11643-1999). */
  residentId: Scalars['String']['input'];
};

/** Something that happened, as its receiver may know it. */
export type LiveEvent = {
  /** The batch of cases it is about, `bat_…`. */
  batchId?: Maybe<Scalars['ID']['output']>;
  /** The case it is about, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** Its place. Give it as `after` to go on from here without missing an event. */
  cursor: Scalars['String']['output'];
  /** The facts: prefixed ids, amounts in fen as strings, codes. Never personal data. */
  data: Scalars['JSONObject']['output'];
  /** The event itself, evt_…; the same on every stream and webhook. */
  id: Scalars['ID']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** What happened, such as `case.listed`; the list is in the README. */
  type: Scalars['String']['output'];
};

/** What the holder did on a case. */
export type LogActivityInput = {
  /** The grab under which it was done, `grab_…`. */
  grabId: Scalars['ID']['input'];
  /** When; now if left out, never in the future. */
  happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How. */
  kind: ActivityKind;
  /** In words, up to 4,000 characters. Kept encrypted. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** What came of it. */
  outcome: ActivityOutcome;
};

/** Activity on success, else the refusal that says why not. */
export type LogActivityResult = Activity | Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** LOGIN_FAILED: Email address and password do not fit together. */
export type LoginFailed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Who logs in. */
export type LoginInput = {
  /** Email address. */
  email: Scalars['String']['input'];
  /** As it was chosen; case and spaces count. */
  password: Scalars['String']['input'];
};

/** Session on success, else the refusal that says why not. */
export type LoginResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | LoginFailed | LoginThrottled | NotFound | RateLimited | Session | Unauthenticated | WrongState;

/** LOGIN_THROTTLED: Too many failed logins. Try again in ‹seconds› seconds. */
export type LoginThrottled = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** SessionsEnded on success, else the refusal that says why not. */
export type LogoutEverywhereResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | SessionsEnded | Unauthenticated | WrongState;

/** SessionsEnded on success, else the refusal that says why not. */
export type LogoutResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | SessionsEnded | Unauthenticated | WrongState;

/** MAKER_IS_CHECKER: Whoever made a payout cannot approve it as well. */
export type MakerIsChecker = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Payout on success, else the refusal that says why not. */
export type MarkPayoutPaidResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | Payout | RateLimited | Unauthenticated | WrongState;

/** Payout on success, else the refusal that says why not. */
export type MarkPayoutReturnedResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | Payout | RateLimited | Unauthenticated | WrongState;

/** Payout on success, else the refusal that says why not. */
export type MarkPayoutSentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | Payout | PayoutNeedsApproval | RateLimited | Unauthenticated | WrongState;

/** Who is asking. */
export type Me = {
  /** The member; null when a machine asks. */
  member?: Maybe<Member>;
  /** The organisation one acts for. */
  organisation: Organisation;
  /** What a machine may do; empty for a member. */
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
  /** What the member is called. */
  name: Scalars['String']['output'];
  /** The organisation the member acts for, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** What the member may do. */
  roles: Array<Role>;
  /** Whether the member can log in. */
  state: MemberState;
};

/** One page of a list of Member. */
export type MemberConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<MemberEdge>>;
  /** The page itself. */
  nodes: Array<Member>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Member of a page and its cursor. */
export type MemberEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
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

/** ErpConnection on success, else the refusal that says why not. */
export type MoveErpConnectionResult = Busy | ErpConnection | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

export type Mutation = {
  /** Accepts the entrustment of a grabbed case; due within 48 hours. Opens the debtor's data to the holder. Machines need the scope grabs:write. */
  acceptEntrustment: AcceptEntrustmentResult;
  /** Exchanges an invitation token for a password, and logs in. */
  acceptInvitation: AcceptInvitationResult;
  /** Adds an uploaded file to a case. A case that waited only for documents goes to the hall. Machines need the scope cases:write. */
  addEvidence: AddEvidenceResult;
  /** Adds a public key to a client that signs; five at most. Closed to machines. */
  addOAuthClientKey: AddOAuthClientKeyResult;
  /** Accepts a claimed case into the hall (案件受理确认). Closed to machines. */
  admitCase: AdmitCaseResult;
  /** Moves a sandbox’s clock forward: its open deadlines come that much closer, usually within a second. Machines need the scope sandbox:write. */
  advanceSandboxClock: AdvanceSandboxClockResult;
  /** The second person's yes to a large payout. Closed to machines. */
  approvePayout: ApprovePayoutResult;
  /** Approves an application one has claimed. Closed to machines. */
  approveVerification: ReviewVerificationResult;
  /** Stops a batch. Rows that have their outcome keep it. Batches are posted by REST: /v1/case-batches. Machines need the scope cases:write. */
  cancelCaseBatch: CancelCaseBatchResult;
  /** Changes one’s password and ends one’s other sessions. Closed to machines. */
  changePassword: ChangePasswordResult;
  /** Replaces the roles of a member of one’s organisation. Closed to machines. */
  changeRoles: ChangeRolesResult;
  /** Takes a case for review; an owner may take over. Closed to machines. */
  claimCaseReview: ClaimCaseReviewResult;
  /** Takes an application up for review, for a limited time. Closed to machines. */
  claimVerification: ReviewVerificationResult;
  /** Carries a dry run out: a new batch of the same rows, once however often it is asked. Machines need the scope cases:write. */
  commitCaseBatch: CommitCaseBatchResult;
  /** Closes a case its holder is done with, by a close code. Machines need the scope grabs:write. */
  completeGrab: CompleteGrabResult;
  /** Confirms a reported repayment and settles its commission; confirmed already, it is answered as it is. Machines need the scope repayments:write. */
  confirmRepayment: ConfirmRepaymentResult;
  /** Makes an API key. The key itself is in this answer only. Closed to machines. */
  createApiKey: CreateApiKeyResult;
  /** Connects an ERP; its documents are read at once. Machines need the scope connectors:write. */
  createErpConnection: CreateErpConnectionResult;
  /** Makes an OAuth client. Its secret is in this answer only. Closed to machines. */
  createOAuthClient: CreateOAuthClientResult;
  /** Sets aside what a provider has earned and is past its hold. Closed to machines. */
  createPayout: CreatePayoutResult;
  /** Makes a sandbox of test organisations, for a live organisation; at most five at a time. Closed to machines. */
  createSandbox: CreateSandboxResult;
  /** Makes a webhook endpoint. Its signing secret is in this answer only. Machines need the scope webhooks:write. */
  createWebhookEndpoint: CreateWebhookEndpointResult;
  /** Ends the access of a member of one’s organisation, at once. Closed to machines. */
  deactivateMember: DeactivateMemberResult;
  /** Ends a connection and forgets its credentials. Cases it brought stay. Machines need the scope connectors:write. */
  deleteErpConnection: MoveErpConnectionResult;
  /** Ends a sandbox: its keys are revoked and what stood in its hall is withdrawn. Closed to machines. */
  deleteSandbox: DeleteSandboxResult;
  /** Takes an endpoint away for good, its secrets at once. Machines need the scope webhooks:write. */
  deleteWebhookEndpoint: WebhookEndpointResult;
  /** Stops deliveries; what waits goes on when it is enabled. Disabled already: answered as it is. Machines need the scope webhooks:write. */
  disableWebhookEndpoint: WebhookEndpointResult;
  /** Doubts a reported repayment: time no longer confirms it. Machines need the scope repayments:write. */
  disputeRepayment: DisputeRepaymentResult;
  /** Lets deliveries go on, its failures forgotten. Enabled already: answered as it is. Machines need the scope webhooks:write. */
  enableWebhookEndpoint: WebhookEndpointResult;
  /** Grabs a listed case; first committed wins. Give an Idempotency-Key header to ask again safely. Machines need the scope grabs:write. */
  grabCase: GrabCaseResult;
  /** Invites a member; the token that comes back sets their password. Closed to machines. */
  inviteMember: InviteMemberResult;
  /** Logs what was done on a held case; the first one is due within 72 hours of the grab. Machines need the scope collection:write. */
  logActivity: LogActivityResult;
  /** Logs a member in. */
  login: LoginResult;
  /** Ends this session. Closed to machines. */
  logout: LogoutResult;
  /** Ends all of one’s sessions, this one too. Closed to machines. */
  logoutEverywhere: LogoutEverywhereResult;
  /** Notes that the provider's bank took it. Closed to machines. */
  markPayoutPaid: MarkPayoutPaidResult;
  /** Notes that a payout came back, or calls off one that is due; the amount is the provider's again. Closed to machines. */
  markPayoutReturned: MarkPayoutReturnedResult;
  /** Notes that the bank was told to pay. Closed to machines. */
  markPayoutSent: MarkPayoutSentResult;
  /** Stops reading; a run under way ends at its next page. Machines need the scope connectors:write. */
  pauseErpConnection: MoveErpConnectionResult;
  /** Posts one case. What holds every rule is listed at once, the rest goes to a reviewer or is refused. Machines need the scope cases:write. */
  postCase: PostCaseResult;
  /** The creditor takes its case back from the holder. Machines need the scope cases:write. */
  recallGrab: RecallGrabResult;
  /** Records what a creditor paid of what it owes. Closed to machines. */
  recordCreditorPayment: RecordCreditorPaymentResult;
  /** Exchanges a refresh token for new tokens. Each works once. */
  refreshSession: RefreshSessionResult;
  /** Registers an organisation with its first owner, and logs the owner in. */
  register: RegisterResult;
  /** Ends a suspension. Closed to machines. */
  reinstateVerification: ReviewVerificationResult;
  /** Refuses a claimed case admission. Closed to machines. */
  rejectCase: RejectCaseResult;
  /** Says that a reported repayment never came. Machines need the scope repayments:write. */
  rejectRepayment: RejectRepaymentResult;
  /** Rejects an application one has claimed; it can be corrected. Closed to machines. */
  rejectVerification: ReviewVerificationResult;
  /** Gives a claimed application back to the queue. Closed to machines. */
  releaseVerification: ReviewVerificationResult;
  /** Offers a returned case in the hall again. Machines need the scope cases:write. */
  relistCase: RelistCaseResult;
  /** Removes a public key: what it signed counts no more. Closed to machines. */
  removeOAuthClientKey: RemoveOAuthClientKeyResult;
  /** Sends one delivery again, delivered or not, with the same `webhook-id`. Machines need the scope webhooks:write. */
  replayWebhookDelivery: WebhookDeliveryResult;
  /** Sends everything since an instant again, also what the endpoint missed while it was disabled. Machines need the scope webhooks:write. */
  replayWebhooks: ReplayWebhooksResult;
  /** Says that the debtor paid. The creditor's word settles it at once; a provider's waits for the creditor, seven days at most. Machines need the scope repayments:write. */
  reportRepayment: ReportRepaymentResult;
  /** Goes on reading, at once and from where it stopped. Machines need the scope connectors:write. */
  resumeErpConnection: MoveErpConnectionResult;
  /** Gives a case back to the hall. Costs standing points, rising each time. Machines need the scope grabs:write. */
  returnGrab: ReturnGrabResult;
  /** Takes a confirmed repayment back: recovery, commission and fee, also after the statement. Machines need the scope repayments:write. */
  reverseRepayment: ReverseRepaymentResult;
  /** Ends an API key, at once. Ended already: answered as it is. Closed to machines. */
  revokeApiKey: RevokeApiKeyResult;
  /** Ends a client and all its tokens, at once. Ended already: answered as it is. Closed to machines. */
  revokeOAuthClient: RevokeOAuthClientResult;
  /** Takes an approval back for good. Closed to machines. */
  revokeVerification: ReviewVerificationResult;
  /** Makes a key like this one, which ends after the overlap; until then both work. Once for each key. Closed to machines. */
  rotateApiKey: RotateApiKeyResult;
  /** Makes a new secret of a client; the one until now ends after the overlap. Closed to machines. */
  rotateOAuthClientSecret: RotateOAuthClientSecretResult;
  /** Gives an endpoint another signing secret; the old one signs beside it for a while. Machines need the scope webhooks:write. */
  rotateWebhookSecret: RotateWebhookSecretResult;
  /** Keeps what is known so far as a draft, or as the correction of a rejected application; nothing is checked. Machines need the scope verification:write. */
  saveVerificationDraft: SubmitVerificationResult;
  /** Sends a `webhook.test` message to an endpoint; its delivery tells a moment later what came of it. Machines need the scope webhooks:write. */
  sendTestWebhook: WebhookDeliveryResult;
  /** Says from where an API key may be used, from now on. Closed to machines. */
  setApiKeyAddresses: SetApiKeyAddressesResult;
  /** Says from where a client may come, from now on. Closed to machines. */
  setOAuthClientAddresses: SetOAuthClientAddressesResult;
  /** Changes figures of one policy; in force within two seconds everywhere. Closed to machines. */
  setPolicy: SetPolicyResult;
  /** Says how your commission is taxed; your statements show it. Closed to machines. */
  setTaxProfile: SetTaxProfileResult;
  /** Submits the application, or a corrected one again. What is missing or wrong is refused by field. Machines need the scope verification:write. */
  submitVerification: SubmitVerificationResult;
  /** Puts an approval out of effect for the time being. Closed to machines. */
  suspendVerification: ReviewVerificationResult;
  /** Has the ERP read now; a run under way is answered as it is. Machines need the scope connectors:write. */
  syncErpConnection: SyncErpConnectionResult;
  /** Asks the ERP once, as a run would, and keeps nothing. Machines need the scope connectors:write. */
  testErpConnection: TestErpConnectionResult;
  /** Changes a connection. A new address, credentials or defaults set a failing one going again. Machines need the scope connectors:write. */
  updateErpConnection: UpdateErpConnectionResult;
  /** Changes address, description or event types. Machines need the scope webhooks:write. */
  updateWebhookEndpoint: UpdateWebhookEndpointResult;
  /** Takes back a case that nobody holds; a held one is recalled. Machines need the scope cases:write. */
  withdrawCase: WithdrawCaseResult;
};


export type MutationacceptEntrustmentArgs = {
  grabId: Scalars['ID']['input'];
};


export type MutationacceptInvitationArgs = {
  input: AcceptInvitationInput;
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


export type MutationconfirmRepaymentArgs = {
  repaymentId: Scalars['ID']['input'];
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


export type MutationgrabCaseArgs = {
  caseId: Scalars['ID']['input'];
};


export type MutationinviteMemberArgs = {
  input: InviteMemberInput;
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
  vatBps: Scalars['Int']['input'];
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


export type MutationupdateErpConnectionArgs = {
  id: Scalars['ID']['input'];
  input: UpdateErpConnectionInput;
};


export type MutationupdateWebhookEndpointArgs = {
  endpointId: Scalars['ID']['input'];
  input: UpdateWebhookEndpointInput;
};


export type MutationwithdrawCaseArgs = {
  caseId: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The grade above, and what is still missing for it. */
export type NextGrade = {
  /** The grade above. */
  grade: Grade;
  /** Requirements not met yet: completed_cases, recovered_amount, shrunk_rate, speed, compliance. */
  missing: Array<Scalars['String']['output']>;
};

/** NOBODY_HELD_THE_CASE: Nobody held this case on ‹paidOn›, nor within ‹graceDays› days of it, so the payment counts for nobody. */
export type NobodyHeldTheCase = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** NOT_CLAIMED: You have not claimed this application, or your claim has lapsed. */
export type NotClaimed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** NOT_FOUND: There is no such thing here, or it is not yours to see. */
export type NotFound = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** NOTHING_TO_PAY_OUT: Of this provider ‹availableFen› fen can be paid out now; ‹heldFen› fen are still on hold. */
export type NothingToPayOut = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** How an OAuth client shows who it is at the token endpoint. */
export type OAuthAuthMethod =
  /** By a secret in the Authorization header. */
  | 'client_secret_basic'
  /** By a secret in the form body. */
  | 'client_secret_post'
  /** By an assertion signed with its private key, which never leaves it (RFC 7523). */
  | 'private_key_jwt';

/** A machine of an organisation that exchanges its credentials for short-lived tokens. */
export type OAuthClient = {
  /** Networks it may come from, in CIDR notation; empty for anywhere. */
  addresses: Array<Scalars['String']['output']>;
  /** How it shows who it is. */
  authMethod: OAuthAuthMethod;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, client_…, which is also its OAuth client_id. */
  id: Scalars['ID']['output'];
  /** Its public keys, oldest first. */
  keys: Array<OAuthClientKey>;
  /** When a token of it was last used, to the minute. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** From which network a token was last used: the /24 or /48 of it. */
  lastUsedFrom?: Maybe<Scalars['String']['output']>;
  /** What its owner calls it. */
  name: Scalars['String']['output'];
  /** When it was revoked. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its tokens may do at most. */
  scopes: Array<Scalars['String']['output']>;
  /** Its living secrets, oldest first: two while one is rotated. */
  secrets: Array<OAuthClientSecret>;
};

/** A new OAuth client, or a new secret of one. */
export type OAuthClientCreated = {
  /** What is known of it from now on. */
  client: OAuthClient;
  /** Its secret, rs_live_… or rs_test_…. Shown here only; null with keys. */
  secret?: Maybe<Scalars['String']['output']>;
};

/** A public key of an OAuth client. */
export type OAuthClientKey = {
  /** What may be signed with it. */
  algorithms: Array<Scalars['String']['output']>;
  /** When it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** Its name: the kid it came with, or its thumbprint (RFC 7638). */
  kid: Scalars['String']['output'];
};

/** A secret of an OAuth client that works now. */
export type OAuthClientSecret = {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its last four characters, to tell it by. */
  ending: Scalars['String']['output'];
  /** When it stops working, once another took its place. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A creditor, an agency, a law firm or the platform itself. */
export type Organisation = {
  /** When it registered. */
  createdAt: Scalars['DateTime']['output'];
  /** The organisation’s id, org_…. */
  id: Scalars['ID']['output'];
  /** What it is to the marketplace. */
  kind: OrganisationKind;
  /** Its name as registered. */
  name: Scalars['String']['output'];
};

/** What an organisation is to the marketplace. */
export type OrganisationKind =
  /** A collection agency that grabs cases. */
  | 'agency'
  /** An enterprise that is owed money and posts its cases. */
  | 'creditor'
  /** A law firm that grabs cases. */
  | 'law_firm'
  /** Who runs the marketplace. */
  | 'platform';

/** ORGANISATION_NOT_VERIFIED: Your organisation is not verified, or its verification is suspended or over. */
export type OrganisationNotVerified = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** OTHER_AUTH_METHOD: The client shows who it is by ‹method›, so this does not apply to it. */
export type OtherAuthMethod = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** OWN_ORGANISATION: Nobody may decide about their own organisation. */
export type OwnOrganisation = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** An owner or beneficial owner. */
export type OwnerInput = {
  /** A person’s resident identity number or an enterprise’s unified social credit code. */
  idNumber: Scalars['String']['input'];
  /** Full name of the person or enterprise. */
  name: Scalars['String']['input'];
};

/** Where a page of a list ends. */
export type PageInfo = {
  /** Give it as `after` to get the next page; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** PASSWORD_REFUSED: Choose another password (‹reason›): 10 to 200 characters, not the email address, not a common one. */
export type PasswordRefused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A payment of earned commission to a provider. */
export type Payout = {
  /** How much, in fen. */
  amountFen: Scalars['Fen']['output'];
  /** When the second person approved it. */
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was set aside. */
  createdAt: Scalars['DateTime']['output'];
  /** The payout. */
  id: Scalars['ID']['output'];
  /** Whether it is so large that a second person must approve it. */
  needsApproval: Scalars['Boolean']['output'];
  /** When it arrived. */
  paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agency or law firm that is paid. */
  providerId: Scalars['ID']['output'];
  /** The bank's reference. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Why it came back. */
  returnReason?: Maybe<Scalars['String']['output']>;
  /** When it came back. */
  returnedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the bank was told. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: PayoutState;
};

/** One page of a list of Payout. */
export type PayoutConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<PayoutEdge>>;
  /** The page itself. */
  nodes: Array<Payout>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Payout of a page and its cursor. */
export type PayoutEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The Payout itself. */
  node: Payout;
};

/** PAYOUT_NEEDS_APPROVAL: A payout above ‹limitFen› fen is sent only after a second person approved it. */
export type PayoutNeedsApproval = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** The life of a payout. */
export type PayoutState =
  /** The amount is set aside; the bank was not told yet. */
  | 'due'
  /** The provider's bank took it. */
  | 'paid'
  /** It was not paid; the amount is the provider's again. */
  | 'returned'
  /** The bank was told to pay. */
  | 'sent';

/** A named set of figures the platform runs by, such as quotas, deadlines and rates. */
export type Policy = {
  /** What to call it when figures are changed. */
  name: Scalars['String']['output'];
  /** The figures in force. */
  value: Scalars['JSONObject']['output'];
  /** The version in force; null while the defaults hold. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** One debt to put up for recovery. */
export type PostCaseInput = {
  /** Agreed interest per year, all charges included, in basis points. */
  annualRateBps?: InputMaybe<Scalars['Int']['input']>;
  /** What kind of debt it is. */
  category: DebtCategory;
  /** Your offer; the platform's schedule when left out. */
  commission?: InputMaybe<CommissionOfferInput>;
  /** The contract’s number as both parties know it. */
  contractNumber?: InputMaybe<Scalars['String']['input']>;
  /** Where the debtor can be written to. */
  debtorAddress?: InputMaybe<Scalars['String']['input']>;
  /** Unified social credit code or resident identity number. */
  debtorIdNumber?: InputMaybe<Scalars['String']['input']>;
  /** Whether the debtor is an enterprise or a person. */
  debtorKind: DebtorKind;
  /** The debtor's full name. */
  debtorName: Scalars['String']['input'];
  /** The debtor's phone number. */
  debtorPhone?: InputMaybe<Scalars['String']['input']>;
  /** When it was due: of instalments, the last. */
  dueOn: Scalars['Date']['input'];
  /** The documents you hold; upload them with addEvidence. */
  evidence?: InputMaybe<Array<EvidenceKind>>;
  /** Your own reference, unique among your cases. */
  externalRef: Scalars['String']['input'];
  /** Day of the invoice or of the loan. */
  invoicedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Last day the limitation period was interrupted (Civil Code art. 195). */
  lastInterruptedOn?: InputMaybe<Scalars['Date']['input']>;
  /** What the debt arose from. */
  legalOrigin?: InputMaybe<LegalOrigin>;
  /** A note for the holder; sealed like the personal data. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Paid so far, in fen; 0 when left out. */
  paidFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Penalty and interest claimed, in fen; 0 when left out. */
  penaltyFen?: InputMaybe<Scalars['Fen']['input']>;
  /** Principal in fen. */
  principalFen: Scalars['Fen']['input'];
  /** Region of the debtor, six digits of GB/T 2260. */
  regionCode?: InputMaybe<Scalars['String']['input']>;
  /** The service it asks for; agency dunning when left out. */
  serviceLine?: InputMaybe<ServiceLine>;
};

/** Case on success, else the refusal that says why not. */
export type PostCaseResult = Busy | Case | CaseExists | CaseNotAdmissible | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OrganisationNotVerified | RateLimited | Unauthenticated | WrongState;

/** PROVIDER_NOT_VERIFIED: Your organisation is not verified (any more), so it cannot grab cases. */
export type ProviderNotVerified = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

export type Query = {
  /** What stands in each account of an organisation. Machines need the scope statements:read. */
  accountBalances: Array<AccountBalance>;
  /** The activities on a case you may see, newest first. Machines need the scope collection:read. */
  activities: ActivityConnection;
  /** The organisation’s API keys, newest first: the last hundred, revoked ones too. Closed to machines. */
  apiKeys: Array<ApiKey>;
  /** One case, as far as you may see it. Machines need the scope cases:read. */
  case: Case;
  /** One batch of yours, and how far it has come. Machines need the scope cases:read. */
  caseBatch: CaseBatch;
  /** What became of each row of a batch, in the order of the file. Machines need the scope cases:read. */
  caseBatchRows: CaseBatchRowConnection;
  /** Your batches, newest first. Machines need the scope cases:read. */
  caseBatches: CaseBatchConnection;
  /** The debtor's personal data, for the creditor and the entrusted holder. Every read is recorded. Machines need the scope debtors:read. */
  caseDebtor: CaseDebtorResult;
  /** To whom the debtor of a case was disclosed, and until when. Machines need the scope debtors:read. */
  caseDisclosures: Array<CaseDisclosure>;
  /** The uploaded documents of a case. Machines need the scope cases:read. */
  caseEvidence: Array<CaseEvidence>;
  /** What happened to a case, oldest first; for its creditor and the platform. Machines need the scope cases:read. */
  caseHistory: Array<CaseEvent>;
  /** Cases you may see, newest first: your own, or those you hold. Machines need the scope cases:read. */
  cases: CaseConnection;
  /** One connection of yours to an ERP. Machines need the scope connectors:read. */
  erpConnection: ErpConnection;
  /** Your connections to ERPs, newest first. Machines need the scope connectors:read. */
  erpConnections: ErpConnectionConnection;
  /** What became of each document, by the ERP’s own keys. Machines need the scope connectors:read. */
  erpSyncRows: ErpSyncRowConnection;
  /** The runs of a connection, newest first. Machines need the scope connectors:read. */
  erpSyncRuns: ErpSyncRunConnection;
  /** One grab of yours. Machines need the scope grabs:read. */
  grab: Grab;
  /** The cases open for grabbing, de-identified. For verified providers, creditors and the platform. Machines need the scope hall:read. */
  hall: HallConnection;
  /** The ledger entries of an organisation in a month, oldest first. Machines need the scope statements:read. */
  ledgerEntries: LedgerEntryConnection;
  /** Where the events stand now: read the present state after this, then subscribe `after` it. Machines need the scope self:read. */
  liveCursor: Scalars['String']['output'];
  /** Who is asking. Machines need the scope self:read. */
  me: Me;
  /** The members of one’s organisation, oldest first. Closed to machines. */
  members: MemberConnection;
  /** The grabs of your organisation, newest first. Machines need the scope grabs:read. */
  myGrabs: GrabConnection;
  /** The newest application of one’s organisation; null when there is none. Machines need the scope verification:read. */
  myVerification?: Maybe<Verification>;
  /** The organisation’s OAuth clients, newest first: the last hundred, revoked ones too. Closed to machines. */
  oauthClients: Array<OAuthClient>;
  /** A transfer to a provider and how far it has come. Machines need the scope statements:read. */
  payout: Payout;
  /** The payouts to your organisation, newest first; all, for the platform. Machines need the scope statements:read. */
  payouts: PayoutConnection;
  /** Every policy with the figures in force. Closed to machines. */
  policies: Array<Policy>;
  /** One repayment on a case of yours. Machines need the scope repayments:read. */
  repayment: Repayment;
  /** The repayments on cases of yours, newest first. Machines need the scope repayments:read. */
  repayments: RepaymentConnection;
  /** Cases that wait for a reviewer or are with one, oldest first. Closed to machines. */
  reviewQueue: CaseConnection;
  /** One sandbox of yours, or the one you live in. Machines need the scope sandbox:read. */
  sandbox: Sandbox;
  /** The values that call for each outcome in a sandbox. Machines need the scope sandbox:read. */
  sandboxMagicValues: Array<SandboxMagicValue>;
  /** Your sandboxes, newest first; for a test organisation the one it lives in. Machines need the scope sandbox:read. */
  sandboxes: Array<Sandbox>;
  /** Your grade, rates and quota, explained. The platform may name any provider. Machines need the scope standing:read. */
  standing: Standing;
  /** The statement of a month: yours, or for the platform any organisation’s. Machines need the scope statements:read. */
  statement: Statement;
  /** The sums of the whole ledger, for the platform. Machines need the scope statements:read. */
  trialBalance: TrialBalance;
  /** One application with its history; identifiers open to whoever claimed it. Closed to machines. */
  verification: Verification;
  /** Applications to review, longest waiting first. Closed to machines. */
  verificationQueue: VerificationConnection;
  /** The deliveries to one webhook endpoint, newest first. Machines need the scope webhooks:read. */
  webhookDeliveries: WebhookDeliveryConnection;
  /** One delivery, with what was sent and all that came back. Machines need the scope webhooks:read. */
  webhookDelivery: WebhookDeliveryDetail;
  /** One webhook endpoint of your organisation. Machines need the scope webhooks:read. */
  webhookEndpoint: WebhookEndpoint;
  /** The webhook endpoints of your organisation, newest first. Machines need the scope webhooks:read. */
  webhookEndpoints: WebhookEndpointConnection;
  /** Every event type there is, with the schema of its payload. */
  webhookEventTypes: Array<WebhookEventType>;
  /** How far a replay is. Machines need the scope webhooks:read. */
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


export type QuerycaseDebtorArgs = {
  caseId: Scalars['ID']['input'];
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


export type QuerystandingArgs = {
  providerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerystatementArgs = {
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  period: Scalars['String']['input'];
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
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** RATE_LIMITED: Too many requests: the limit is ‹limit› per ‹windowSeconds› seconds. Try again in ‹retryAfter› seconds. */
export type RateLimited = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Grab on success, else the refusal that says why not. */
export type RecallGrabResult = Busy | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Debtors' money that went to the provider instead of the creditor, net of reversals, in fen. */
export type ReceivedByProvider = {
  /** The commission on it. */
  commissionFen: Scalars['Fen']['output'];
  /** What debtors paid. */
  grossFen: Scalars['Fen']['output'];
  /** What is left for the creditor when the commission is kept. */
  netFen: Scalars['Fen']['output'];
};

/** A payment that arrived from a creditor. */
export type RecordCreditorPaymentInput = {
  /** How much, in fen. */
  amountFen: Scalars['Fen']['input'];
  /** The creditor that paid. */
  creditorId: Scalars['ID']['input'];
  /** When it arrived; not in the future. */
  receivedOn: Scalars['Date']['input'];
  /** The bank's reference, 1 to 100 characters; recorded once per creditor. */
  reference: Scalars['String']['input'];
};

/** CreditorPayment on success, else the refusal that says why not. */
export type RecordCreditorPaymentResult = Busy | CreditorPayment | CreditorPaymentRecorded | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** REFRESH_REFUSED: The refresh token is not valid, used or expired. Log in again. */
export type RefreshRefused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A session to go on with. */
export type RefreshSessionInput = {
  /** The refresh token; it works once. */
  refreshToken: Scalars['String']['input'];
};

/** Session on success, else the refusal that says why not. */
export type RefreshSessionResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | RefreshRefused | Session | Unauthenticated | WrongState;

/** An expected "no": a stable code, words for a person, and what to change. */
export type Refusal = {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** A new organisation and its first owner. */
export type RegisterInput = {
  /** The owner’s email address; nobody else’s. */
  email: Scalars['String']['input'];
  /** What the organisation is. */
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
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
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
  /** When it is confirmed by time if nobody disputes it. */
  autoConfirmAt?: Maybe<Scalars['DateTime']['output']>;
  /** The case it was paid on, `case_…`. */
  caseId: Scalars['ID']['output'];
  /** How the debtor paid. */
  channel: RepaymentChannel;
  /** The commission booked on it, in fen. */
  commissionFen?: Maybe<Scalars['Fen']['output']>;
  /** When it was confirmed. */
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** creditor_report, creditor, platform or time. */
  confirmedHow?: Maybe<Scalars['String']['output']>;
  /** The organisation that was owed. */
  creditorId: Scalars['ID']['output'];
  /** Why the creditor disputed it. */
  disputeReason?: Maybe<Scalars['String']['output']>;
  /** When the creditor disputed it. */
  disputedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The reporter's own number of the payment. */
  externalRef?: Maybe<Scalars['String']['output']>;
  /** The grab it counts for, `grab_…`. */
  grabId: Scalars['ID']['output'];
  /** The repayment. */
  id: Scalars['ID']['output'];
  /** When the debtor paid. */
  paidOn: Scalars['Date']['output'];
  /** Who received the money. */
  payee: RepaymentPayee;
  /** The provider that earns the commission on it. */
  providerId: Scalars['ID']['output'];
  /** Why it was rejected. */
  rejectReason?: Maybe<Scalars['String']['output']>;
  /** When it was rejected. */
  rejectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was reported. */
  reportedAt: Scalars['DateTime']['output'];
  /** The organisation that reported it. */
  reporterId: Scalars['ID']['output'];
  /** Why it was reversed. */
  reverseReason?: Maybe<Scalars['String']['output']>;
  /** When it was reversed. */
  reversedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The platform's fee booked on it, in fen; shown to the creditor and the platform. */
  serviceFeeFen?: Maybe<Scalars['Fen']['output']>;
  /** Where it stands. */
  state: RepaymentState;
  /** The proof of payment. */
  voucherFileId?: Maybe<Scalars['ID']['output']>;
};

/** REPAYMENT_ALREADY_REPORTED: A repayment on this case with this external reference is reported already. */
export type RepaymentAlreadyReported = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
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
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<RepaymentEdge>>;
  /** The page itself. */
  nodes: Array<Repayment>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One Repayment of a page and its cursor. */
export type RepaymentEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The Repayment itself. */
  node: Repayment;
};

/** REPAYMENT_EXCEEDS_OUTSTANDING: Still open are ‹openFen› fen, of which ‹pendingFen› fen are reported already; ‹amountFen› fen do not fit. */
export type RepaymentExceedsOutstanding = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Which repayments to list. */
export type RepaymentFilterInput = {
  /** Only those on this case, `case_…`. */
  caseId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those in this state. */
  state?: InputMaybe<RepaymentState>;
};

/** Who received the debtor's money. */
export type RepaymentPayee =
  /** The creditor's own account, as a rule. */
  | 'creditor'
  /** The agency or law firm, which passes it on. */
  | 'provider';

/** The life of a repayment. */
export type RepaymentState =
  /** Beyond doubt; its commission is settled. */
  | 'confirmed'
  /** The creditor says that no such payment came. */
  | 'rejected'
  /** Somebody says that the debtor paid. */
  | 'reported'
  /** It turned out wrong; everything it moved was moved back. */
  | 'reversed';

/** What to send again. */
export type ReplayWebhooksInput = {
  /** Events that occurred from then on, as far as they are kept (30 days). */
  since: Scalars['DateTime']['input'];
  /** Only these types; left out: all that the endpoint gets. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** WebhookReplay on success, else the refusal that says why not. */
export type ReplayWebhooksResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookReplay | WebhookReplayRunning | WrongState;

/** What a holder or a creditor says about a payment. */
export type ReportRepaymentInput = {
  /** What the debtor paid, in fen. */
  amountFen: Scalars['Fen']['input'];
  /** The case it was paid on, `case_…`. */
  caseId: Scalars['ID']['input'];
  /** How the debtor paid. */
  channel: RepaymentChannel;
  /** Your own number of the payment, 1 to 100 characters: reported once per case. */
  externalRef?: InputMaybe<Scalars['String']['input']>;
  /** When the debtor paid; not in the future. */
  paidOn: Scalars['Date']['input'];
  /** Who received the money. */
  payee: RepaymentPayee;
  /** Proof of the payment; a provider must give one. */
  voucherFileId?: InputMaybe<Scalars['ID']['input']>;
};

/** Repayment on success, else the refusal that says why not. */
export type ReportRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NobodyHeldTheCase | NotFound | RateLimited | Repayment | RepaymentAlreadyReported | RepaymentExceedsOutstanding | Unauthenticated | VoucherRequired | WrongState;

/** Grab on success, else the refusal that says why not. */
export type ReturnGrabResult = Busy | Forbidden | Grab | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** Repayment on success, else the refusal that says why not. */
export type ReverseRepaymentResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Repayment | Unauthenticated | WrongState;

/** REVIEW_CLAIMED: Another reviewer has claimed this case. */
export type ReviewClaimed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** REVIEW_NOT_CLAIMED: Claim the review of this case before you decide it. */
export type ReviewNotClaimed = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** VerificationSummary on success, else the refusal that says why not. */
export type ReviewVerificationResult = AlreadyClaimed | Busy | CreditCodeTaken | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotClaimed | NotFound | OwnOrganisation | RateLimited | Unauthenticated | VerificationSummary | WrongState;

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

/** How a signing secret is changed. */
export type RotateWebhookSecretInput = {
  /** Hours both secrets sign, 0 to 168; 24 when left out. */
  overlapHours?: InputMaybe<Scalars['Int']['input']>;
  /** Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out, you are given one. */
  secret?: InputMaybe<Scalars['String']['input']>;
};

/** WebhookEndpointWithSecret on success, else the refusal that says why not. */
export type RotateWebhookSecretResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookEndpointWithSecret | WebhookSecretNotValid | WrongState;

/** A world of test organisations: they do business with each other, and nothing of it touches anything live. */
export type Sandbox = {
  /** By how many seconds its clock was advanced altogether. */
  advancedSeconds: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, sbx_…. */
  id: Scalars['ID']['output'];
  /** What its maker calls it. */
  name: Scalars['String']['output'];
  /** What its clock shows: the time now and what it was advanced by. */
  now: Scalars['DateTime']['output'];
  /** The test organisations that live in it. */
  organisations: Array<Organisation>;
};

/** A new test organisation, and what lets you act as it. */
export type SandboxAccount = {
  /** The key’s id, `key_…`. */
  apiKeyId: Scalars['ID']['output'];
  /** The email address its owner logs in with, when a password was given. */
  email: Scalars['String']['output'];
  /** Its API key, rk_test_…, with every scope there is. In this answer only. */
  key: Scalars['String']['output'];
  /** The test organisation one may act for. */
  organisation: Organisation;
};

/** A new sandbox with everything needed to act in it. */
export type SandboxCreated = {
  /** Its organisations with their keys, in the order asked for. */
  accounts: Array<SandboxAccount>;
  /** What was made, and what its clock shows. */
  sandbox: Sandbox;
};

/** A value that calls for an outcome in every sandbox. */
export type SandboxMagicValue = {
  /** What it is decided about: verification or case. */
  about: Scalars['String']['output'];
  /** Seconds of the sandbox’s clock before the verdict; 0 for at once. */
  afterSeconds: Scalars['Int']['output'];
  /** The outcome. */
  code: Scalars['String']['output'];
  /** What happens. */
  description: Scalars['String']['output'];
  /** Verification: the credit code of a creditor or agency. */
  enterpriseCreditCode?: Maybe<Scalars['String']['output']>;
  /** Case: what its external reference contains. */
  externalRefContains?: Maybe<Scalars['String']['output']>;
  /** Verification: the credit code of a law firm. */
  lawFirmCreditCode?: Maybe<Scalars['String']['output']>;
  /** Verification: the certificate number of one of the lawyers. */
  lawyerCertificate?: Maybe<Scalars['String']['output']>;
  /** Verification: the name of the legal representative. */
  legalRepresentative?: Maybe<Scalars['String']['output']>;
  /** The reasons a rejection states. */
  reasonCodes: Array<Scalars['String']['output']>;
  /** The verdict: approved, rejected, more_information or admitted. */
  verdict: Scalars['String']['output'];
};

/** A test organisation to found. */
export type SandboxOrganisationInput = {
  /** What it is. */
  kind: CustomerKind;
  /** Its name, at most 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is verified from the beginning; otherwise it submits an application like any other. */
  verified?: InputMaybe<Scalars['Boolean']['input']>;
};

/** SANDBOX_WITHIN_SANDBOX: Sandboxes are made by live organisations, not by test organisations. */
export type SandboxWithinSandbox = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** The service a case asks for. */
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

/** A login: the tokens to act with. They are shown here only. */
export type Session = {
  /** Send it as `Authorization: Bearer …`. Good for ten minutes. */
  accessToken: Scalars['String']['output'];
  /** When the access token stops working. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** The session’s id, ses_…. */
  id: Scalars['ID']['output'];
  /** The member who is logged in, `mem_…`. */
  memberId: Scalars['ID']['output'];
  /** The member’s organisation, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** What the organisation is to the marketplace. */
  organisationKind: OrganisationKind;
  /** Exchange it once for new tokens. Keep it secret; never put it into a URL. */
  refreshToken: Scalars['String']['output'];
  /** When the refresh token stops working: 7 days from now, at most 30 from the login. */
  refreshTokenExpiresAt: Scalars['DateTime']['output'];
  /** What the member may do. */
  roles: Array<Role>;
};

/** What a logout or a change of password ended. */
export type SessionsEnded = {
  /** How many sessions ended. */
  ended: Scalars['Int']['output'];
};

/** ApiKey on success, else the refusal that says why not. */
export type SetApiKeyAddressesResult = ApiKey | Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** OAuthClient on success, else the refusal that says why not. */
export type SetOAuthClientAddressesResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | OAuthClient | RateLimited | Unauthenticated | WrongState;

/** A change of figures. Those that are not named stay as they are. */
export type SetPolicyInput = {
  /** The figures to change, by name. */
  change: Scalars['JSONObject']['input'];
  /** Which policy. */
  name: Scalars['String']['input'];
};

/** Policy on success, else the refusal that says why not. */
export type SetPolicyResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | Policy | RateLimited | Unauthenticated | WrongState;

/** TaxProfile on success, else the refusal that says why not. */
export type SetTaxProfileResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | TaxProfile | Unauthenticated | WrongState;

/** A provider's grade, rates and quota with every factor that led to them. */
export type Standing = {
  /** Recovered ÷ expected for the same mix of age and amount, in basis points. */
  adjustedRateBps?: Maybe<Scalars['Int']['output']>;
  /** Cases the provider may hold at once. */
  casesHeld: Scalars['Int']['output'];
  /** Recovered ÷ claimed, in basis points; null while nothing counts. */
  collectionRateBps?: Maybe<Scalars['Int']['output']>;
  /** Every factor, in a fixed order. */
  explanation: Array<StandingFactor>;
  /** What the points come to: it decides quota and sizes. */
  grade: Grade;
  /** A single case must be below this amount, in fen; null is no limit. */
  largestCaseFen?: Maybe<Scalars['Fen']['output']>;
  /** What the next grade asks; null at the top. */
  next?: Maybe<NextGrade>;
  /** 0 to 1,000: the sum of the effects below. */
  points: Scalars['Int']['output'];
  /** The adjusted rate drawn towards the platform mean while there are few cases, in basis points. */
  shrunkRateBps: Scalars['Int']['output'];
};

/** One reason behind a standing. */
export type StandingFactor = {
  /** Stable code of the factor. */
  code: Scalars['String']['output'];
  /** The points it moved. */
  effect: Scalars['Int']['output'];
  /** In words. */
  text: Scalars['String']['output'];
  /** The fact itself: basis points, fen, days, a count or a grade; empty where there is none yet. */
  value: Scalars['String']['output'];
  /** The most points it can move either way. */
  weight: Scalars['Int']['output'];
};

/** What an organisation was credited and charged in one month, China time. */
export type Statement = {
  /** The opening balance and every line. */
  closingFen: Scalars['Fen']['output'];
  /** Its first instant. */
  from: Scalars['DateTime']['output'];
  /** Commission that rests at this moment and is not paid out yet. */
  heldFen: Scalars['Fen']['output'];
  /** Every line, oldest first. */
  lines: Array<StatementLine>;
  /** What stood before. Below zero: owed by the organisation. */
  openingFen: Scalars['Fen']['output'];
  /** Whose statement it is, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** The month, YYYY-MM. */
  period: Scalars['String']['output'];
  /** Debtors' money that went to the provider. */
  receivedByProvider: ReceivedByProvider;
  /** The lines summed by what they are. */
  totals: StatementTotals;
  /** The first instant after it. */
  until: Scalars['DateTime']['output'];
  /** The organisation's rate of value added tax, in basis points. */
  vatBps: Scalars['Int']['output'];
  /** Value added tax contained in the commission of the month. */
  vatFen: Scalars['Fen']['output'];
};

/** A movement of money in the month. */
export type StatementLine = {
  /** Above zero: owed to the organisation. In fen. */
  amountFen: Scalars['Fen']['output'];
  /** From when on a commission may be paid out. */
  billableAt?: Maybe<Scalars['DateTime']['output']>;
  /** The case it is about, `case_…`. */
  caseId?: Maybe<Scalars['ID']['output']>;
  /** The ledger entry. */
  id: Scalars['ID']['output'];
  /** commission, service_fee, either followed by _reversal or _adjustment, payout, payout_returned or creditor_payment. */
  kind: Scalars['String']['output'];
  /** When it was booked. */
  occurredAt: Scalars['DateTime']['output'];
  /** Who received the debtor's payment. */
  payee?: Maybe<RepaymentPayee>;
  /** The repayment, payout or payment it is about. */
  referenceId: Scalars['ID']['output'];
  /** The debtor's payment behind it; below zero when taken back. */
  repaidFen?: Maybe<Scalars['Fen']['output']>;
};

/** The lines of a statement summed by what they are, in fen. */
export type StatementTotals = {
  /** Commissions, less what was taken back. */
  commissionFen: Scalars['Fen']['output'];
  /** Payments by the creditor. */
  paymentFen: Scalars['Fen']['output'];
  /** Payouts set aside, less those that came back. */
  payoutFen: Scalars['Fen']['output'];
  /** Service fees, less what was taken back. */
  serviceFeeFen: Scalars['Fen']['output'];
};

/** An application for verification. It replaces what was written before. */
export type SubmitVerificationInput = {
  /** The documents that show it. */
  documents: Array<VerificationDocumentInput>;
  /** What the organisation says of itself. */
  facts: VerificationFactsInput;
};

/** VerificationSummary on success, else the refusal that says why not. */
export type SubmitVerificationResult = Busy | CreditCodeTaken | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | VerificationIncomplete | VerificationSummary | WrongState;

export type Subscription = {
  /** The organisation's own events, or those of one of its cases. Machines need the scope self:read. */
  caseEvents: LiveEvent;
  /** Cases that enter and leave the hall, de-identified as the hall is. Machines need the scope hall:read. */
  hallEvents: LiveEvent;
  /** How a batch of cases goes, from its receipt to its end; completes by itself when it is finished. Machines need the scope cases:read. */
  importProgress: LiveEvent;
  /** What waits for reviewers and what became of it. Closed to machines. */
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

/** How a provider's commission is taxed. */
export type TaxProfile = {
  /** The rate of value added tax contained in its commission, in basis points. */
  vatBps: Scalars['Int']['output'];
};

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
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_CLIENT_KEYS: An OAuth client can have at most ‹limit› public keys. Remove one first. */
export type TooManyClientKeys = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_ERP_CONNECTIONS: An organisation may have at most ‹limit› ERP connections. */
export type TooManyErpConnections = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_MEMBERS: An organisation can have at most ‹limit› members. */
export type TooManyMembers = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_OAUTH_CLIENTS: An organisation can have at most ‹limit› live OAuth clients. Revoke one first. */
export type TooManyOAuthClients = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_SANDBOXES: Your organisation has ‹limit› sandboxes already, which is the most. Delete one first. */
export type TooManySandboxes = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** TOO_MANY_WEBHOOK_ENDPOINTS: An organisation has at most ‹limit› webhook endpoints. */
export type TooManyWebhookEndpoints = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** The sums of the whole ledger. */
export type TrialBalance = {
  /** Whether every balance equals the sum of its entries. */
  agrees: Scalars['Boolean']['output'];
  /** By kind of account. */
  kinds: Array<TrialBalanceKind>;
  /** The sum of everything: 0 in a ledger that is in order. */
  totalFen: Scalars['Fen']['output'];
};

/** All accounts of one kind. */
export type TrialBalanceKind = {
  /** How many accounts there are. */
  accounts: Scalars['Int']['output'];
  /** What stands in them all, in fen. */
  balanceFen: Scalars['Fen']['output'];
  /** What the account holds, such as commission or fees. */
  kind: Scalars['String']['output'];
};

/** UNAUTHENTICATED: Log in first: the access token or API key is missing, expired or not valid. */
export type Unauthenticated = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** What may be changed of a connection; what is left out stays. */
export type UpdateErpConnectionInput = {
  /** https and public; a new one needs the credentials again. */
  baseUrl?: InputMaybe<Scalars['String']['input']>;
  /** All of them; none of the old ones is kept. */
  credentials?: InputMaybe<ErpCredentialsInput>;
  /** New defaults have every document read again. */
  defaults?: InputMaybe<ErpDefaultsInput>;
  /** Minutes between two readings: 5 to 10080, 60 unless told. */
  intervalMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** What you call it, at most 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** ErpConnection on success, else the refusal that says why not. */
export type UpdateErpConnectionResult = Busy | ErpAddressNotAllowed | ErpConnection | ErpConnectionOfOtherKind | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** What changes of a webhook endpoint; what is left out stays. */
export type UpdateWebhookEndpointInput = {
  /** What you call it, at most 200 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Event types it gets; empty: all about what your organisation is a party to. What happens in the hall comes only by name. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Where events are posted to: https, a public host, port 443 or from 1024. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** WebhookEndpoint on success, else the refusal that says why not. */
export type UpdateWebhookEndpointResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookEndpoint | WebhookEventTypeUnknown | WebhookUrlRefused | WrongState;

/** An application for verification with all that belongs to it. */
export type Verification = {
  /** Name as on the licence. */
  businessName?: Maybe<Scalars['String']['output']>;
  /** What the checks of the latest submission found. */
  checks: Array<VerificationCheck>;
  /** When the reviewer’s claim lapses, while there is one. */
  claimExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** When the last decision was made. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who saw identifiers, newest first; for platform staff. */
  disclosures: Array<VerificationDisclosure>;
  /** What was handed in as proof. */
  documents: Array<VerificationDocument>;
  /** What the organisation says of itself. */
  facts: VerificationFacts;
  /** Whether identifiers are masked; they are open only to the reviewer at work. */
  factsMasked: Scalars['Boolean']['output'];
  /** Its history, oldest first. */
  history: Array<VerificationEvent>;
  /** Its id, ver_…. */
  id: Scalars['ID']['output'];
  /** Whose it is, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** What the organisation is to the marketplace. */
  organisationKind: ApplicantKind;
  /** Where it stands. */
  state: VerificationState;
  /** How often it was submitted. */
  submission: Scalars['Int']['output'];
  /** When it was last submitted. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last day of the approval, in China. */
  validUntil?: Maybe<Scalars['Date']['output']>;
};

/** What an automatic check found. */
export type VerificationCheck = {
  /** Which check, such as CREDIT_CODE_VALID. */
  code: Scalars['String']['output'];
  /** The field it speaks of. */
  field?: Maybe<Scalars['String']['output']>;
  /** Null: it could not be found out. */
  passed?: Maybe<Scalars['Boolean']['output']>;
  /** Why it did not pass, such as CHECK_CHARACTER. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What a failure means. */
  severity: CheckSeverity;
};

/** One page of a list of Verification. */
export type VerificationConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<VerificationEdge>>;
  /** The page itself. */
  nodes: Array<VerificationQueueItem>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A reviewer saw the identifiers unmasked. */
export type VerificationDisclosure = {
  /** When. */
  disclosedAt: Scalars['DateTime']['output'];
  /** Who saw them, `mem_…`. */
  memberId: Scalars['ID']['output'];
  /** What for. */
  purpose: Scalars['String']['output'];
};

/** A document of an application. */
export type VerificationDocument = {
  /** The file; download it with GET /v1/files/{id}, `file_…`. */
  fileId: Scalars['ID']['output'];
  /** Its id, doc_…. */
  id: Scalars['ID']['output'];
  /** What it shows. */
  kind: VerificationDocumentKind;
  /** When a later version left it out. */
  withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A document handed in before through POST /v1/files. */
export type VerificationDocumentInput = {
  /** The file, uploaded through POST /v1/files, `file_…`. */
  fileId: Scalars['ID']['input'];
  /** What it shows. */
  kind: VerificationDocumentKind;
};

/** What a document shows. */
export type VerificationDocumentKind =
  /** Authorisation of whoever applies. */
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
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The Verification itself. */
  node: VerificationQueueItem;
};

/** One step in the life of an application. */
export type VerificationEvent = {
  /** What was done, such as verification.approve. */
  act: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The state it left. */
  fromState?: Maybe<VerificationState>;
  /** Who did it; null for the system and for what is not yours to see, `mem_…`. */
  memberId?: Maybe<Scalars['ID']['output']>;
  /** What was added in words. */
  note?: Maybe<Scalars['String']['output']>;
  /** What a decision rested on. */
  reasonCodes: Array<VerificationReason>;
  /** The state it came to. */
  toState: VerificationState;
};

/** What an organisation says of itself. */
export type VerificationFacts = {
  /** The account money is paid to. */
  bankAccount?: Maybe<VerifiedBankAccount>;
  /** Name as on the licence. */
  businessName?: Maybe<Scalars['String']['output']>;
  /** Business scope as on the licence. */
  businessScope?: Maybe<Scalars['String']['output']>;
  /** Mobile number of a contact, masked unless the reviewer at work asks. */
  contactPhone?: Maybe<Scalars['String']['output']>;
  /** Unified social credit code; public in the business register. */
  creditCode?: Maybe<Scalars['String']['output']>;
  /** Number of the firm’s practising licence. */
  firmLicenceNumber?: Maybe<Scalars['String']['output']>;
  /** The firm’s lawyers. */
  lawyers: Array<VerifiedLawyer>;
  /** Legal representative, or head of the firm. */
  legalRepresentative?: Maybe<VerifiedPerson>;
  /** The licence has no last day. */
  licenceLongTerm: Scalars['Boolean']['output'];
  /** Last day of the licence. */
  licenceValidUntil?: Maybe<Scalars['Date']['output']>;
  /** Owners and beneficial owners. */
  owners: Array<VerifiedOwner>;
  /** Where it is registered, as on the licence. */
  registeredAddress?: Maybe<Scalars['String']['output']>;
};

/** What an organisation says of itself. Which fields are needed depends on its kind. */
export type VerificationFactsInput = {
  /** The account money is paid to. */
  bankAccount?: InputMaybe<BankAccountInput>;
  /** Name as on the licence. */
  businessName?: InputMaybe<Scalars['String']['input']>;
  /** Business scope as on the licence; needed of agencies. */
  businessScope?: InputMaybe<Scalars['String']['input']>;
  /** Mobile number of a contact; Chinese unless it starts with +. */
  contactPhone?: InputMaybe<Scalars['String']['input']>;
  /** Unified social credit code, 18 characters (GB 32100-2015). */
  creditCode?: InputMaybe<Scalars['String']['input']>;
  /** Number of the firm’s practising licence; needed of law firms. */
  firmLicenceNumber?: InputMaybe<Scalars['String']['input']>;
  /** The firm’s lawyers; needed of law firms. */
  lawyers?: InputMaybe<Array<LawyerInput>>;
  /** Legal representative, or head of the firm. */
  legalRepresentative?: InputMaybe<LegalRepresentativeInput>;
  /** The licence has no last day. */
  licenceLongTerm?: InputMaybe<Scalars['Boolean']['input']>;
  /** Last day of the licence; left out when it is long-term. */
  licenceValidUntil?: InputMaybe<Scalars['Date']['input']>;
  /** Owners and beneficial owners; needed of enterprises. */
  owners?: InputMaybe<Array<OwnerInput>>;
  /** Where it is registered, as on the licence. */
  registeredAddress?: InputMaybe<Scalars['String']['input']>;
};

/** VERIFICATION_INCOMPLETE: The application cannot be submitted: ‹path› is ‹reason›. ‹faults› checks failed in all: ‹all›. */
export type VerificationIncomplete = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Which applications to list. */
export type VerificationQueueFilter = {
  /** Of this kind of organisation. */
  kind?: InputMaybe<ApplicantKind>;
  /** Only those one has claimed oneself. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** In these states; submitted and in review when left out. */
  states?: InputMaybe<Array<VerificationState>>;
};

/** One line of the reviewers’ queue. */
export type VerificationQueueItem = {
  /** Name as on the licence. */
  businessName?: Maybe<Scalars['String']['output']>;
  /** When the reviewer’s claim lapses, while there is one. */
  claimExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** When the last decision was made. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id, ver_…. */
  id: Scalars['ID']['output'];
  /** Whose it is, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** What the organisation is to the marketplace. */
  organisationKind: ApplicantKind;
  /** Where it stands. */
  state: VerificationState;
  /** How often it was submitted. */
  submission: Scalars['Int']['output'];
  /** When it was last submitted. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last day of the approval, in China. */
  validUntil?: Maybe<Scalars['Date']['output']>;
  /** Advisory checks of the latest submission that did not pass. */
  warnings: Scalars['Int']['output'];
};

/** What a decision rests on. */
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
  /** What was stated is not what the documents say. */
  | 'FACTS_DIFFER_FROM_DOCUMENTS'
  /** A listed lawyer does not practise in this firm. */
  | 'LAWYER_NOT_PRACTISING'
  /** An authority or court ordered it. */
  | 'LEGAL_ORDER'
  /** The licence has ended, or was suspended or withdrawn. */
  | 'LICENCE_NOT_IN_FORCE'
  /** Whoever applied is not authorised by the organisation. */
  | 'NOT_AUTHORISED'
  /** Something else; the note says what. */
  | 'OTHER'
  /** The business register says otherwise. */
  | 'REGISTRY_DIFFERS'
  /** Facts and documents meet the requirements. */
  | 'REQUIREMENTS_MET'
  /** The reason of the suspension is gone. */
  | 'RESOLVED'
  /** The business scope does not allow collecting debts. */
  | 'SCOPE_FORBIDS_COLLECTION'
  /** Suspicion of forged documents or a false identity. */
  | 'SUSPECTED_FRAUD';

/** The life of an application for verification. */
export type VerificationState =
  /** The organisation may post or grab, while the approval is good. */
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

/** An application for verification, without what it says. */
export type VerificationSummary = {
  /** Name as on the licence. */
  businessName?: Maybe<Scalars['String']['output']>;
  /** When the reviewer’s claim lapses, while there is one. */
  claimExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** When the last decision was made. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its id, ver_…. */
  id: Scalars['ID']['output'];
  /** Whose it is, `org_…`. */
  organisationId: Scalars['ID']['output'];
  /** What the organisation is to the marketplace. */
  organisationKind: ApplicantKind;
  /** Where it stands. */
  state: VerificationState;
  /** How often it was submitted. */
  submission: Scalars['Int']['output'];
  /** When it was last submitted. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last day of the approval, in China. */
  validUntil?: Maybe<Scalars['Date']['output']>;
};

/** The account money is paid to. */
export type VerifiedBankAccount = {
  /** The bank and branch. */
  bank: Scalars['String']['output'];
  /** Whose account it is. */
  holder: Scalars['String']['output'];
  /** The account number, masked unless the reviewer at work asks. */
  number: Scalars['String']['output'];
};

/** A lawyer who practises in the firm. */
export type VerifiedLawyer = {
  /** Number of the practising certificate, masked unless the reviewer at work asks. */
  certificateNumber: Scalars['String']['output'];
  /** Name, masked unless the reviewer at work asks. */
  name: Scalars['String']['output'];
};

/** An owner or beneficial owner. */
export type VerifiedOwner = {
  /** Resident identity number or credit code, masked unless the reviewer at work asks. */
  idNumber: Scalars['String']['output'];
  /** Name, masked unless the reviewer at work asks. */
  name: Scalars['String']['output'];
};

/** A legal representative, or the head of a firm. */
export type VerifiedPerson = {
  /** Name, masked unless the reviewer at work asks. */
  name: Scalars['String']['output'];
  /** Resident identity number, masked unless the reviewer at work asks. */
  residentId: Scalars['String']['output'];
};

/** VOUCHER_REQUIRED: A provider reports a repayment with a voucher. */
export type VoucherRequired = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** One request to an endpoint and what came back. */
export type WebhookAttempt = {
  /** The beginning of the answer's body, at most 4 kB. */
  answer?: Maybe<Scalars['String']['output']>;
  /** When it began. */
  attemptedAt: Scalars['DateTime']['output'];
  /** How long it took, in milliseconds. */
  durationMs: Scalars['Int']['output'];
  /** Why it failed; null when it was delivered. */
  error?: Maybe<WebhookError>;
  /** What is behind the error, such as ECONNREFUSED. */
  errorDetail?: Maybe<Scalars['String']['output']>;
  /** The headers that were sent. */
  requestHeaders: Scalars['JSONObject']['output'];
  /** HTTP status of the answer. */
  status?: Maybe<Scalars['Int']['output']>;
};

/** One event on its way to one endpoint. */
export type WebhookDelivery = {
  /** Attempts since it was queued or last replayed. */
  attempts: Scalars['Int']['output'];
  /** When it was queued. */
  createdAt: Scalars['DateTime']['output'];
  /** Where it goes, whe_…. */
  endpointId: Scalars['ID']['output'];
  /** The event: the `webhook-id` of every attempt, replays included, `evt_…`. */
  eventId: Scalars['ID']['output'];
  /** When it was delivered or given up. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The delivery. */
  id: Scalars['ID']['output'];
  /** Why the last attempt failed. */
  lastError?: Maybe<WebhookError>;
  /** HTTP status of the last answer. */
  lastStatus?: Maybe<Scalars['Int']['output']>;
  /** When the next attempt is due. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often it was replayed. */
  replays: Scalars['Int']['output'];
  /** What became of it. */
  state: WebhookDeliveryState;
  /** The type of the event. */
  type: Scalars['String']['output'];
};

/** One page of a list of WebhookDelivery. */
export type WebhookDeliveryConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<WebhookDeliveryEdge>>;
  /** The page itself. */
  nodes: Array<WebhookDelivery>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A delivery with what was sent and all that came back. */
export type WebhookDeliveryDetail = {
  /** The attempts, newest first, at most 50. */
  attempts: Array<WebhookAttempt>;
  /** The body, to the byte: what the signature is over. */
  body: Scalars['String']['output'];
  /** What became of it so far. */
  delivery: WebhookDelivery;
};

/** One WebhookDelivery of a page and its cursor. */
export type WebhookDeliveryEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The WebhookDelivery itself. */
  node: WebhookDelivery;
};

/** Which deliveries to list. */
export type WebhookDeliveryFilterInput = {
  /** Only those queued from then on. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those in this state. */
  state?: InputMaybe<WebhookDeliveryState>;
  /** Only events of this type. */
  type?: InputMaybe<Scalars['String']['input']>;
  /** Only those queued before. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** WebhookDelivery on success, else the refusal that says why not. */
export type WebhookDeliveryResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookDelivery | WrongState;

/** What became of a delivery. */
export type WebhookDeliveryState =
  /** The endpoint answered with a 2xx status. */
  | 'delivered'
  /** The last attempt failed too. It can be replayed. */
  | 'failed'
  /** It is due, or waits for its next attempt. */
  | 'pending';

/** Why an endpoint gets nothing. */
export type WebhookDisabledReason =
  /** It failed for days without one success. */
  | 'failing'
  /** It answered 410 Gone. */
  | 'gone'
  /** Its owner disabled it. */
  | 'owner';

/** Where an organisation wants its events, by Standard Webhooks. */
export type WebhookEndpoint = {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What its owner calls it. */
  description?: Maybe<Scalars['String']['output']>;
  /** Since when it gets nothing. */
  disabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it gets nothing. */
  disabledReason?: Maybe<WebhookDisabledReason>;
  /** Its first failure since its last success. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** The endpoint. */
  id: Scalars['ID']['output'];
  /** Until when the secret before this one signs as well. */
  previousSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it gets events. */
  state: WebhookEndpointState;
  /** Event types it gets; empty: all that concern the organisation's own doings. */
  types: Array<Scalars['String']['output']>;
  /** Where events are posted to. */
  url: Scalars['String']['output'];
};

/** One page of a list of WebhookEndpoint. */
export type WebhookEndpointConnection = {
  /** The page with a cursor for each, where the list has them. */
  edges?: Maybe<Array<WebhookEndpointEdge>>;
  /** The page itself. */
  nodes: Array<WebhookEndpoint>;
  /** Where this page ends. */
  pageInfo: PageInfo;
  /** How many there are in all, counted up to a cap; ask for it only where it is shown. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One WebhookEndpoint of a page and its cursor. */
export type WebhookEndpointEdge = {
  /** Its place in the list; give it as `after` to go on from here. */
  cursor: Scalars['String']['output'];
  /** The WebhookEndpoint itself. */
  node: WebhookEndpoint;
};

/** WebhookEndpoint on success, else the refusal that says why not. */
export type WebhookEndpointResult = Busy | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WebhookEndpoint | WrongState;

/** Whether an endpoint gets events. */
export type WebhookEndpointState =
  /** It is gone; seen in the answer of its deletion only. */
  | 'deleted'
  /** It gets nothing; what waits for it goes on when it is enabled. */
  | 'disabled'
  /** It gets events. */
  | 'enabled';

/** An endpoint and the secret that signs its events from now on. */
export type WebhookEndpointWithSecret = {
  /** What was made or changed. */
  endpoint: WebhookEndpoint;
  /** The signing secret, `whsec_…`. It is in this answer and nowhere else. */
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
  /** The answer had another status than 2xx. */
  | 'STATUS'
  /** No answer came in time. */
  | 'TIMEOUT'
  /** No trusted encrypted connection: a certificate that is wrong, over or self-made. */
  | 'TLS';

/** A kind of event, as webhooks and live streams carry it. */
export type WebhookEventType = {
  /** Who hears it: an organisation that is a party to it, approved providers in the hall, reviewers. */
  audiences: Array<Scalars['String']['output']>;
  /** What happened. */
  description: Scalars['String']['output'];
  /** A body as it may come. */
  example: Scalars['JSONObject']['output'];
  /** JSON Schema (2020-12) of the whole body. */
  schema: Scalars['JSONObject']['output'];
  /** Its name, `case.listed`. */
  type: Scalars['String']['output'];
};

/** WEBHOOK_EVENT_TYPE_UNKNOWN: There is no event type ‹type›. */
export type WebhookEventTypeUnknown = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Everything since an instant, on its way to one endpoint again. */
export type WebhookReplay = {
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether all of them are queued. */
  done: Scalars['Boolean']['output'];
  /** Where it goes, whe_…. */
  endpointId: Scalars['ID']['output'];
  /** When the last was queued. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The replay. */
  id: Scalars['ID']['output'];
  /** How many were queued so far. */
  queued: Scalars['Int']['output'];
  /** Events that occurred from then on are sent again. */
  since: Scalars['DateTime']['output'];
  /** Only these types; empty: all that the endpoint gets. */
  types: Array<Scalars['String']['output']>;
};

/** WEBHOOK_REPLAY_RUNNING: A replay to this endpoint is under way already. */
export type WebhookReplayRunning = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** WEBHOOK_SECRET_NOT_VALID: A signing secret is whsec_ followed by 24 to 64 random bytes in base64. */
export type WebhookSecretNotValid = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** WEBHOOK_URL_REFUSED: This address cannot be a webhook endpoint: ‹reason›. */
export type WebhookUrlRefused = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Case on success, else the refusal that says why not. */
export type WithdrawCaseResult = Busy | Case | Forbidden | IdempotencyInFlight | IdempotencyKeyReused | InvalidInput | NotFound | RateLimited | Unauthenticated | WrongState;

/** WRONG_STATE: It is ‹state› now, so this cannot be done. */
export type WrongState = Refusal & {
  /** Stable, machine-readable; the same code as on the REST face. */
  code: Scalars['String']['output'];
  /** The figures behind the refusal, such as limit and used. */
  details?: Maybe<Scalars['JSONObject']['output']>;
  /** What happened, in the language of Accept-Language (English or Chinese). */
  message: Scalars['String']['output'];
  /** The input field at fault, such as rows[3].amountFen. */
  path?: Maybe<Scalars['String']['output']>;
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};
