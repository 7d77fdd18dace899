// Made from the contracts by `npm run contracts`; not edited by hand.
/** The codes with which the platform says no. */
export type RefusalCode =
  /** Another reviewer is working on this application until {until}. */
  | 'ALREADY_CLAIMED'
  /** The request cannot be read: {reason}. */
  | 'BAD_REQUEST'
  /** The system is busy with other requests; nothing was changed. Try again shortly. */
  | 'BUSY'
  /** Another provider grabbed this case first. */
  | 'CASE_ALREADY_GRABBED'
  /** You hold this case already, by the grab {grabId}. */
  | 'CASE_ALREADY_YOURS'
  /** You posted a case with this external reference before: {caseId}. */
  | 'CASE_EXISTS'
  /** The case cannot be admitted: {reasons}. */
  | 'CASE_NOT_ADMISSIBLE'
  /** You returned this case before, or let its grab expire, and cannot take it again. */
  | 'CASE_RETURNED_BEFORE'
  /** Your grade {grade} may take single cases below {limitFen} fen only. */
  | 'CASE_TOO_LARGE'
  /** The close code {closeCode} needs a payment that is not on record: {recoveredFen} of {outstandingFen} fen. */
  | 'CLOSE_CODE_UNFOUNDED'
  /** Required columns are missing: {columns}. */
  | 'COLUMNS_MISSING'
  /** Several columns say the same thing: {columns}. */
  | 'COLUMNS_REPEATED'
  /** A payment of this creditor with this reference is recorded already. */
  | 'CREDITOR_PAYMENT_RECORDED'
  /** This unified social credit code already belongs to another verified organisation. */
  | 'CREDIT_CODE_TAKEN'
  /** The debtor’s data is disclosed once the entrustment has been accepted, and until the case leaves you. */
  | 'DEBTOR_NOT_DISCLOSED'
  /** This email address already belongs to a member. */
  | 'EMAIL_TAKEN'
  /** This file is already evidence of this case. */
  | 'EVIDENCE_ALREADY_ADDED'
  /** There is no such file of yours: upload it first. */
  | 'EVIDENCE_FILE_UNKNOWN'
  /** The file has no rows. */
  | 'FILE_EMPTY'
  /** The file is neither sound UTF-8 nor sound GB18030: the first damaged character is at byte {offset}. */
  | 'FILE_ENCODING_DAMAGED'
  /** The file is encoded as {encoding}; only UTF-8 and GB18030 (GBK) are read. */
  | 'FILE_ENCODING_UNSUPPORTED'
  /** The file is not a CSV text file: it looks like {kind}. */
  | 'FILE_NOT_TEXT'
  /** The file in {path} is larger than {limitBytes} bytes. */
  | 'FILE_TOO_LARGE'
  /** The file in {path} is {found}; allowed are {allowed}. The content decides, not the name. */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** Your role or key does not allow this. */
  | 'FORBIDDEN'
  /** Grabbing is suspended until {until} because too many grabs were returned or expired within seven days. */
  | 'GRABBING_SUSPENDED'
  /** A request with this Idempotency-Key is still being worked on. */
  | 'IDEMPOTENCY_IN_FLIGHT'
  /** This Idempotency-Key was used before with another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The account does not hold that much. */
  | 'INSUFFICIENT_BALANCE'
  /** The field {path} is not valid: {reason}. */
  | 'INVALID_INPUT'
  /** The invitation is not valid, used or expired. Ask for a new one. */
  | 'INVITATION_REFUSED'
  /** This is the organisation’s last active owner. Make another member an owner first. */
  | 'LAST_OWNER'
  /** The creditor asked for a line of service that only a law firm may provide. */
  | 'LAW_FIRM_ONLY'
  /** Email address and password do not fit together. */
  | 'LOGIN_FAILED'
  /** Too many failed logins. Try again in {seconds} seconds. */
  | 'LOGIN_THROTTLED'
  /** Whoever made a payout cannot approve it as well. */
  | 'MAKER_IS_CHECKER'
  /** Nobody held this case on {paidOn}, nor within {graceDays} days of it, so the payment counts for nobody. */
  | 'NOBODY_HELD_THE_CASE'
  /** Of this provider {availableFen} fen can be paid out now; {heldFen} fen are still on hold. */
  | 'NOTHING_TO_PAY_OUT'
  /** You have not claimed this application, or your claim has lapsed. */
  | 'NOT_CLAIMED'
  /** There is no such thing here, or it is not yours to see. */
  | 'NOT_FOUND'
  /** Your organisation is not verified, or its verification is suspended or over. */
  | 'ORGANISATION_NOT_VERIFIED'
  /** Nobody may decide about their own organisation. */
  | 'OWN_ORGANISATION'
  /** Choose another password ({reason}): 10 to 200 characters, not the email address, not a common one. */
  | 'PASSWORD_REFUSED'
  /** The request body is larger than this endpoint accepts. */
  | 'PAYLOAD_TOO_LARGE'
  /** A payout above {limitFen} fen is sent only after a second person approved it. */
  | 'PAYOUT_NEEDS_APPROVAL'
  /** Your organisation is not verified (any more), so it cannot grab cases. */
  | 'PROVIDER_NOT_VERIFIED'
  /** You hold {held} cases and your grade {grade} allows {quota} at once. */
  | 'QUOTA_EXCEEDED'
  /** Too many requests: the limit is {limit} per {window}. Try again in {retryAfter} seconds. */
  | 'RATE_LIMITED'
  /** The amount does not fit: {recoveredFen} of {outstandingFen} fen are recovered. */
  | 'RECOVERY_EXCEEDS_OUTSTANDING'
  /** The refresh token is not valid, used or expired. Log in again. */
  | 'REFRESH_REFUSED'
  /** You share an owner or legal representative with the creditor or the debtor of this case. */
  | 'RELATED_PARTY'
  /** A repayment on this case with this external reference is reported already. */
  | 'REPAYMENT_ALREADY_REPORTED'
  /** Still open are {openFen} fen, of which {pendingFen} fen are reported already; {amountFen} fen do not fit. */
  | 'REPAYMENT_EXCEEDS_OUTSTANDING'
  /** Another reviewer has claimed this case. */
  | 'REVIEW_CLAIMED'
  /** Claim the review of this case before you decide it. */
  | 'REVIEW_NOT_CLAIMED'
  /** The statement has more than {limit} lines; read them in pages with ledgerEntries. */
  | 'STATEMENT_TOO_LONG'
  /** An organisation can have at most {limit} live API keys. Revoke one first. */
  | 'TOO_MANY_API_KEYS'
  /** The file has {columns} columns; at most {limit} are read. */
  | 'TOO_MANY_COLUMNS'
  /** An organisation can have at most {limit} members. */
  | 'TOO_MANY_MEMBERS'
  /** The batch has more than {limit} rows; split it. */
  | 'TOO_MANY_ROWS'
  /** Log in first: the access token or API key is missing, expired or not valid. */
  | 'UNAUTHENTICATED'
  /** This endpoint does not read the Content-Type of the request. */
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** The application cannot be submitted: {path} is {reason}. {faults} checks failed in all: {all}. */
  | 'VERIFICATION_INCOMPLETE'
  /** A provider reports a repayment with a voucher. */
  | 'VOUCHER_REQUIRED'
  /** It is {state} now, so this cannot be done. */
  | 'WRONG_STATE';
