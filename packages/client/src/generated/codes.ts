// Made from the contracts by `npm run contracts`; not edited by hand.
/** The codes with which the platform says no. */
export type RefusalCode =
  /** With this change the case reaches {outstandingFen} yuan; your grade allows single cases below {limitFen} yuan. */
  | 'ABOVE_HOLDERS_LIMIT'
  /** This key or client may not be used from your network address. Its owner keeps the list of addresses. */
  | 'ADDRESS_NOT_ALLOWED'
  /** Another reviewer is working on this application until {until}. */
  | 'ALREADY_CLAIMED'
  /** The amount of {given} yuan is {factor} times that of the line, {stored} yuan, or a part of it by that factor. */
  | 'AMOUNT_MISREAD'
  /** Against one change {most} appeals are possible, and you made as many. */
  | 'APPEALS_USED_UP'
  /** An appeal of your organisation about its standing is open already. */
  | 'APPEAL_OPEN_ALREADY'
  /** An appeal is possible within {days} days of the change; it was on {changedOn}. */
  | 'APPEAL_TOO_LATE'
  /** The request cannot be read: {reason}. */
  | 'BAD_REQUEST'
  /** The value of {path} is not valid: {reason}. */
  | 'BAD_USER_INPUT'
  /** The upload of this batch was removed, as uploads are some time after their batch ended. */
  | 'BATCH_FORGOTTEN'
  /** The batch is not a dry run; it took effect when it was posted. */
  | 'BATCH_IS_NO_DRY_RUN'
  /** The system is busy with other requests; nothing was changed. Try again shortly. */
  | 'BUSY'
  /** Another provider grabbed this case first. */
  | 'CASE_ALREADY_GRABBED'
  /** You hold this case already, by the grab {grabId}. */
  | 'CASE_ALREADY_YOURS'
  /** You posted a case with this external reference before: {caseId}; it is {state} now. */
  | 'CASE_EXISTS'
  /** The platform has stopped all work on this case for the time being. */
  | 'CASE_FROZEN'
  /** The case cannot be admitted: {reasons}. */
  | 'CASE_NOT_ADMISSIBLE'
  /** You returned or closed this case before, or let its grab expire, and cannot grab it again. */
  | 'CASE_RETURNED_BEFORE'
  /** With grade {grade} you may grab only cases below {limitFen} yuan. */
  | 'CASE_TOO_LARGE'
  /** The client already has a key with this kid. Give the new key another one. */
  | 'CLIENT_KEY_EXISTS'
  /** The close code {closeCode} is not for the holder of a case to give. */
  | 'CLOSE_CODE_NOT_THE_HOLDERS'
  /** The close code {closeCode} needs a payment that is not on record: {recoveredFen} of {outstandingFen} yuan. */
  | 'CLOSE_CODE_UNFOUNDED'
  /** No close of this case is proposed now. */
  | 'CLOSE_NOT_PROPOSED'
  /** You proposed to close this case as {closeCode}; the creditor has not answered yet. */
  | 'CLOSE_PROPOSED_ALREADY'
  /** Required columns are missing{where}: {columns}. */
  | 'COLUMNS_MISSING'
  /** Several columns have the same meaning: {columns}. */
  | 'COLUMNS_REPEATED'
  /** It is not clear which amounts these columns hold: {columns}. */
  | 'COLUMNS_UNCLEAR'
  /** A law firm may not take this case for a contingency fee, which the commission is: it is about {reason} (司发通〔2021〕87号 item 4). */
  | 'CONTINGENCY_FORBIDDEN'
  /** The verification of the creditor of this case is not in force. */
  | 'CREDITOR_NOT_VERIFIED'
  /** A payment of this creditor with this reference is recorded already. */
  | 'CREDITOR_PAYMENT_RECORDED'
  /** This unified social credit code already belongs to another verified organisation. */
  | 'CREDIT_CODE_TAKEN'
  /** Some events after this cursor are deleted, so reading on would miss them. Read the current state, then start without a cursor. */
  | 'CURSOR_TOO_OLD'
  /** The database cannot be reached at the moment; nothing was changed. Try again shortly. */
  | 'DATABASE_UNAVAILABLE'
  /** The debtor’s data is disclosed from the accepted entrustment on, while you hold the case. */
  | 'DEBTOR_NOT_DISCLOSED'
  /** This email address already belongs to a member. */
  | 'EMAIL_TAKEN'
  /** The entrustment of this grab is not accepted, so the case cannot be closed. */
  | 'ENTRUSTMENT_NOT_ACCEPTED'
  /** The address must be https and resolve to a public address. */
  | 'ERP_ADDRESS_NOT_ALLOWED'
  /** A connection of kind {kind} cannot do this: UBL documents are sent to a ubl connection, other ERPs are read. */
  | 'ERP_CONNECTION_OF_OTHER_KIND'
  /** This file is already evidence of this case. */
  | 'EVIDENCE_ALREADY_ADDED'
  /** Your organisation has no file with this id. */
  | 'EVIDENCE_FILE_UNKNOWN'
  /** Files cannot be stored or read at the moment; nothing was changed. Try again shortly. */
  | 'FILES_UNAVAILABLE'
  /** The file is damaged or truncated: {part} cannot be read. */
  | 'FILE_DAMAGED'
  /** The file has no rows. */
  | 'FILE_EMPTY'
  /** The file is neither valid UTF-8 nor valid GB18030: the first damaged character is at byte {offset}. */
  | 'FILE_ENCODING_DAMAGED'
  /** The file is encoded as {encoding}; only UTF-8 and GB18030 (GBK) are read. */
  | 'FILE_ENCODING_UNSUPPORTED'
  /** The file is protected with a password and cannot be read. */
  | 'FILE_ENCRYPTED'
  /** The file is {kind}, not an XLSX workbook. */
  | 'FILE_LEGACY_WORKBOOK'
  /** The workbook declares a document type or entities in {part}; such files are not read. */
  | 'FILE_MARKUP_FORBIDDEN'
  /** The archive has a part whose path leads out of it; such files are not read. */
  | 'FILE_NAMES_UNSAFE'
  /** The file is an archive without a sheet to read. */
  | 'FILE_NOT_A_WORKBOOK'
  /** The file is neither a workbook nor text with rows: it seems to be {kind}. */
  | 'FILE_NOT_TEXT'
  /** Several sheets hold rows: {sheets}. One file is read at one sheet. */
  | 'FILE_SEVERAL_SHEETS'
  /** Reading the file takes more memory or time than is allowed. */
  | 'FILE_TOO_COMPLEX'
  /** The file in {path} is larger than {limitBytes}. */
  | 'FILE_TOO_LARGE'
  /** The file in {path} is {found}; allowed are {allowed}. The content decides, not the name. */
  | 'FILE_TYPE_NOT_ALLOWED'
  /** Unpacked the file would have {unpackedBytes}; at most {limitBytes} and {limitRatio} times its size are read. */
  | 'FILE_UNPACKS_TOO_LARGE'
  /** Your role or key does not allow this. */
  | 'FORBIDDEN'
  /** Grabbing is suspended until {until} because too many grabs were returned or expired within seven days. */
  | 'GRABBING_SUSPENDED'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not match the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The header of the request is too large. */
  | 'HEADERS_TOO_LARGE'
  /** The appeal names no ended hold that counts for the provider. */
  | 'HOLD_NOT_EXONERABLE'
  /** A request with this Idempotency-Key is still being worked on. */
  | 'IDEMPOTENCY_IN_FLIGHT'
  /** This Idempotency-Key was used before with another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The account does not hold that much. */
  | 'INSUFFICIENT_BALANCE'
  /** Something went wrong on our side. Quote the request id {requestId} when you ask about it. */
  | 'INTERNAL'
  /** The field {path} is not valid: {reason}. */
  | 'INVALID_INPUT'
  /** The invitation is not valid, used or expired. Ask for a new one. */
  | 'INVITATION_REFUSED'
  /** This is the client’s last key. Add its successor first, or revoke the client. */
  | 'LAST_CLIENT_KEY'
  /** This is the organisation’s last active owner. Make another member an owner first. */
  | 'LAST_OWNER'
  /** The creditor asked for a service line that only a law firm may provide. */
  | 'LAW_FIRM_ONLY'
  /** The lines of this case were changed {most} times already; no further change is taken. */
  | 'LINE_CHANGES_USED_UP'
  /** The figures of the case changed since this change was proposed. */
  | 'LINE_CHANGE_OUTDATED'
  /** Email address or password is wrong. */
  | 'LOGIN_FAILED'
  /** Too many failed logins. Try again in {seconds} seconds. */
  | 'LOGIN_THROTTLED'
  /** The person who made a payout cannot approve it as well. */
  | 'MAKER_IS_CHECKER'
  /** People made this endpoint, so no API key or client changes its secret. */
  | 'MEMBERS_OWN_SECRET'
  /** This address does not support the HTTP method of the request. */
  | 'METHOD_NOT_ALLOWED'
  /** No provider held this case on {paidOn}, nor did an agency within {graceDays} days of it, so the payment counts for none. */
  | 'NOBODY_HELD_THE_CASE'
  /** The lines would make {outstandingFen} yuan; {coveredFen} yuan are recovered or reported. */
  | 'NOTHING_LEFT_TO_COLLECT'
  /** {availableFen} yuan can be paid out to this provider now; {heldFen} yuan are still on hold. */
  | 'NOTHING_TO_PAY_OUT'
  /** This operation produces none of the media types in the Accept header. */
  | 'NOT_ACCEPTABLE'
  /** You have not claimed this application, or your claim has lapsed. */
  | 'NOT_CLAIMED'
  /** There is no such thing here, or it is not yours to see. */
  | 'NOT_FOUND'
  /** The grade of this provider is not limited. */
  | 'NO_VETO_IN_FORCE'
  /** The document has no operation of that name, or several and none was named. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** Your organisation is not verified, or its verification is suspended or has ended. */
  | 'ORGANISATION_NOT_VERIFIED'
  /** The client authenticates by {method}, so this does not apply to it. */
  | 'OTHER_AUTH_METHOD'
  /** The database was lost at the last moment: whether this was carried out is not known. Ask again with the same Idempotency-Key. */
  | 'OUTCOME_UNKNOWN'
  /** Reviewers may not decide about their own organisation. */
  | 'OWN_ORGANISATION'
  /** Choose another password ({reason}): 10 to 200 characters, not the email address, not a common one. */
  | 'PASSWORD_REFUSED'
  /** The request body is larger than this endpoint accepts. */
  | 'PAYLOAD_TOO_LARGE'
  /** More is paid on the lines than before: report the payment with `reportRepayment`. */
  | 'PAYMENT_IS_A_REPAYMENT'
  /** A payout above {limitFen} yuan is sent only after a second person approved it. */
  | 'PAYOUT_NEEDS_APPROVAL'
  /** Your organisation is not verified, so it cannot grab cases. */
  | 'PROVIDER_NOT_VERIFIED'
  /** The operation's cost is {used}; the limit is {limit}. */
  | 'QUERY_TOO_COSTLY'
  /** The operation's depth is {used}; the limit is {limit}. */
  | 'QUERY_TOO_DEEP'
  /** You hold {held} cases and your grade {grade} allows {quota} at once. */
  | 'QUOTA_EXCEEDED'
  /** Too many requests: the limit is {limit} per {windowSeconds} seconds. Try again in {retryAfter} seconds. */
  | 'RATE_LIMITED'
  /** This amount is not possible: {recoveredFen} of {outstandingFen} yuan are already recovered. */
  | 'RECOVERY_EXCEEDS_OUTSTANDING'
  /** The refresh token is not valid, used or expired. Log in again. */
  | 'REFRESH_REFUSED'
  /** You share an owner or legal representative with the creditor or the debtor of this case. */
  | 'RELATED_PARTY'
  /** A repayment on this case with this external reference is reported already. */
  | 'REPAYMENT_ALREADY_REPORTED'
  /** {openFen} yuan are open, of which {pendingFen} yuan are reported already; {amountFen} yuan are too much. */
  | 'REPAYMENT_EXCEEDS_OUTSTANDING'
  /** Repayment {repaymentId} on this case has the same day and amount; this looks like the same payment again. */
  | 'REPAYMENT_LOOKS_REPEATED'
  /** The request did not arrive completely in time. */
  | 'REQUEST_TOO_SLOW'
  /** Another reviewer has claimed this case. */
  | 'REVIEW_CLAIMED'
  /** Claim the review of this case before you decide it. */
  | 'REVIEW_NOT_CLAIMED'
  /** The proposed amount is {outstandingFen} yuan now; {coveredFen} yuan are recovered or reported. */
  | 'REVISION_OUTDATED'
  /** Only live organisations make sandboxes, not test organisations. */
  | 'SANDBOX_WITHIN_SANDBOX'
  /** This process is being restarted. Connect again and go on after the last event you received. */
  | 'SERVICE_RESTARTING'
  /** The statement has more than {limit} lines; read them in pages with ledgerEntries. */
  | 'STATEMENT_TOO_LONG'
  /** The operation's number of aliases is {used}; the limit is {limit}. */
  | 'TOO_MANY_ALIASES'
  /** An organisation can have at most {limit} live API keys. Revoke one first. */
  | 'TOO_MANY_API_KEYS'
  /** An OAuth client can have at most {limit} public keys. Remove one first. */
  | 'TOO_MANY_CLIENT_KEYS'
  /** The file has {columns} columns; at most {limit} are read. */
  | 'TOO_MANY_COLUMNS'
  /** The operation's number of directives is {used}; the limit is {limit}. */
  | 'TOO_MANY_DIRECTIVES'
  /** An organisation may have at most {limit} ERP connections. */
  | 'TOO_MANY_ERP_CONNECTIONS'
  /** An organisation can have at most {limit} members. */
  | 'TOO_MANY_MEMBERS'
  /** An organisation can have at most {limit} live OAuth clients. Revoke one first. */
  | 'TOO_MANY_OAUTH_CLIENTS'
  /** The batch has more than {limit} rows; split it. */
  | 'TOO_MANY_ROWS'
  /** Your organisation has {limit} sandboxes already, which is the limit. Delete one first. */
  | 'TOO_MANY_SANDBOXES'
  /** You have {limit} streams open already. Close one first. */
  | 'TOO_MANY_STREAMS'
  /** Your network address is sending {limit} large requests already. Send this one when one of them is answered. */
  | 'TOO_MANY_UPLOADS'
  /** An organisation has at most {limit} webhook endpoints. */
  | 'TOO_MANY_WEBHOOK_ENDPOINTS'
  /** Log in first: the access token or API key is missing, expired or not valid. */
  | 'UNAUTHENTICATED'
  /** The amounts of the file are in {unit}; only yuan is read. */
  | 'UNIT_UNSUPPORTED'
  /** This endpoint does not accept the Content-Type of the request; it accepts {allowed}. */
  | 'UNSUPPORTED_MEDIA_TYPE'
  /** The address of the request is too long. */
  | 'URI_TOO_LONG'
  /** The application cannot be submitted: {path} is {reason}. {faults} checks failed in all: {all}. */
  | 'VERIFICATION_INCOMPLETE'
  /** A provider must report a repayment with a voucher. */
  | 'VOUCHER_REQUIRED'
  /** This voucher proves an earlier repayment already. */
  | 'VOUCHER_USED_BEFORE'
  /** There is no event type {type}. */
  | 'WEBHOOK_EVENT_TYPE_UNKNOWN'
  /** A replay to this endpoint is under way already. */
  | 'WEBHOOK_REPLAY_RUNNING'
  /** A signing secret is whsec_ followed by 24 to 64 random bytes in base64. */
  | 'WEBHOOK_SECRET_NOT_VALID'
  /** This address cannot be a webhook endpoint: {reason}. */
  | 'WEBHOOK_URL_REFUSED'
  /** The close code {closeCode} claims at least {least} activities of these kinds: {kinds}; {logged} are logged. */
  | 'WORK_NOT_LOGGED'
  /** The current state, {state}, does not allow this. */
  | 'WRONG_STATE';
