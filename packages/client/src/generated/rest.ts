// Made from the contracts by `npm run contracts`; not edited by hand.
export interface paths {
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What OAuth clients need to know (RFC 8414).
         * @description For every caller; no login is needed.
         */
        get: operations["getAuthorizationServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an access token (RFC 7009).
         * @description For every caller; no login is needed.
         */
        post: operations["revokeAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token as an OAuth client (RFC 6749 §4.4).
         * @description For every caller; no login is needed.
         */
        post: operations["getAccessToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log a member in.
         * @description For every caller; no login is needed.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session.
         * @description For every organisation: every member, and no machine.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens. Each works once.
         * @description For every caller; no login is needed.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your batches, newest first.
         * @description For organisations of the kind `creditor` or `platform`: every member, and machines with the scope `cases:read`.
         */
        get: operations["listCaseBatches"];
        put?: never;
        /**
         * Post a batch of cases: JSON rows (at most 1,000) or an XLSX, CSV or NDJSON file (50,000 rows, 10 MB, NDJSON 16 MB; CSV and NDJSON may be gzipped).
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["postCaseBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-batches/templates/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The template for receivables, with a sample row.
         * @description For organisations of the kind `creditor` or `platform`: every member, and machines with the scope `cases:read`.
         */
        get: operations["getCaseTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-batches/{batchId}/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The progress of a batch; ends when it is finished.
         * @description For organisations of the kind `creditor`: every member, and machines with the scope `cases:read`.
         */
        get: operations["streamCaseBatchEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One batch and its progress.
         * @description For organisations of the kind `creditor` or `platform`: every member, and machines with the scope `cases:read`.
         */
        get: operations["getCaseBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a batch; rows processed before keep their outcome.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["cancelCaseBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-batches/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Commit a dry run as a new batch of the same rows, once.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["commitCaseBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-batches/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every row of a batch as you sent it, with its outcome, as CSV or XLSX.
         * @description For organisations of the kind `creditor`: every member, and machines with the scope `cases:read`.
         */
        get: operations["getCaseBatchResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-batches/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The outcome of each row, in the order of the file.
         * @description For organisations of the kind `creditor` or `platform`: every member, and machines with the scope `cases:read`.
         */
        get: operations["listCaseBatchRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-line-changes/{changeId}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to a change of a case you hold.
         * @description For organisations of the kind `agency` or `law_firm`: members with the role `owner` or `operator`, and machines with the scope `grabs:write`.
         */
        post: operations["agreeToCaseLineChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-line-changes/{changeId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a change of a case you hold.
         * @description For organisations of the kind `agency` or `law_firm`: members with the role `owner` or `operator`, and machines with the scope `grabs:write`.
         */
        post: operations["declineCaseLineChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/case-revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lower amounts that your books showed while a provider held the case, newest first.
         * @description For organisations of the kind `creditor`: every member, and machines with the scope `cases:read`.
         */
        get: operations["listCaseRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases you may see, newest first.
         * @description For every organisation: every member, and machines with the scope `cases:read`.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * Post one overdue debt for recovery.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["postCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What posting a debt today would come to. Posts nothing.
         * @description For organisations of the kind `creditor`: every member, and machines with the scope `cases:read`.
         */
        post: operations["quoteCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One case. Fields that you may not see are null or empty.
         * @description For every organisation: every member, and machines with the scope `cases:read`.
         */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Interest and charges on a case up to today, step by step.
         * @description For every organisation: every member, and machines with the scope `cases:read`.
         */
        get: operations["getCaseClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/debtor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The debtor's personal data. Every read is recorded.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm`: members with the role `owner` or `operator`, and machines with the scope `debtors:read`.
         */
        get: operations["getCaseDebtor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an uploaded file to a case.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The contents of a document of a case.
         * @description For every organisation: members with the role `owner` or `operator` or `reviewer`, and machines with the scope `debtors:read`.
         */
        get: operations["downloadEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/grab": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grab a listed case; the first committed grab wins.
         * @description For organisations of the kind `agency` or `law_firm`: members with the role `owner` or `operator`, and machines with the scope `grabs:write`.
         */
        post: operations["grabCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/line-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The changes of the lines of a case, newest first.
         * @description For every organisation: every member, and machines with the scope `cases:read`.
         */
        get: operations["listCaseLineChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a line to a case; of a held one its holder must agree.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["addCaseLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/lines/{lineNumber}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct a line; of a held case its holder must agree.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["correctCaseLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/lines/{lineNumber}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a line; of a held case its holder must agree.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["withdrawCaseLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/matter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restate what a case is about, while no provider holds it.
         * @description For organisations of the kind `creditor` or `platform`: members with the role `owner` or `operator` or `reviewer`, and machines with the scope `cases:write`.
         */
        post: operations["restateMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/relist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List a returned case in the hall again.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["relistCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/revision/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Consent to a lower amount; of a held case its holder must agree.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `finance`, and machines with the scope `repayments:write`.
         */
        post: operations["confirmCaseRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/revision/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline the lower amount of a held case.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `finance`, and machines with the scope `repayments:write`.
         */
        post: operations["declineCaseRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a case that no provider holds.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `cases:write`.
         */
        post: operations["withdrawCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erp-connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your connections to ERPs, newest first.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:read`.
         */
        get: operations["listErpConnections"];
        put?: never;
        /**
         * Connect an ERP; the first run starts at once.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:write`.
         */
        post: operations["createErpConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erp-connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A connection to an ERP and its state.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:read`.
         */
        get: operations["getErpConnection"];
        put?: never;
        post?: never;
        /**
         * Delete a connection; its cases stay.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:write`.
         */
        delete: operations["deleteErpConnection"];
        options?: never;
        head?: never;
        /**
         * Change a connection; omitted fields stay.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:write`.
         */
        patch: operations["updateErpConnection"];
        trace?: never;
    };
    "/v1/erp-connections/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send UBL 2.1 invoices to a ubl connection: at most 100 XML files of 5 MB each, 10 MB in total.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:write`.
         */
        post: operations["sendUblDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erp-connections/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop reading an ERP until you resume it.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:write`.
         */
        post: operations["pauseErpConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erp-connections/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a paused or failing ERP again, at once.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:write`.
         */
        post: operations["resumeErpConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erp-connections/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The outcome of each document.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:read`.
         */
        get: operations["listErpSyncRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erp-connections/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The runs of a connection, newest first.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:read`.
         */
        get: operations["listErpSyncRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erp-connections/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a run now.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:write`.
         */
        post: operations["syncErpConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erp-connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test request to the ERP; nothing is stored.
         * @description For organisations of the kind `creditor`: members with the role `owner` or `operator`, and machines with the scope `connectors:write`.
         */
        post: operations["testErpConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every error code, explained in both languages.
         * @description For every caller; no login is needed.
         */
        get: operations["listErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/errors/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One error code, explained in both languages.
         * @description For every caller; no login is needed.
         */
        get: operations["getError"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All event types, with the schema of their payload.
         * @description For every caller; no login is needed.
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organisation's own events, oldest first, for polling.
         * @description For every organisation: every member, and machines with the scope `self:read`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organisation's own events as they happen.
         * @description For every organisation: every member, and machines with the scope `self:read`.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The record of work on the cases you may see, as CSV or XLSX. Audited.
         * @description For every organisation: members with the role `owner` or `operator` or `finance` or `viewer` or `risk`, and machines with the scope `collection:read`.
         */
        get: operations["exportActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did and read what, as CSV or XLSX. Audited.
         * @description For organisations of the kind `platform`: members with the role `owner` or `risk`, and no machine.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/case-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines of the cases you may see, as CSV or XLSX. Audited.
         * @description For every organisation: members with the role `owner` or `operator` or `finance` or `viewer` or `risk`, and machines with the scope `cases:read`.
         */
        get: operations["exportCaseLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cases you may see, as CSV or XLSX. Audited.
         * @description For every organisation: members with the role `owner` or `operator` or `finance` or `viewer` or `risk`, and machines with the scope `cases:read`.
         */
        get: operations["exportCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a document.
         * @description For every organisation: members with the role `owner` or `operator` or `finance` or `reviewer` or `risk`, and machines with the scope `files:write`.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of your organisation, a voucher you have to judge, or as a reviewer.
         * @description For every organisation: every member, and machines with the scope `files:read`.
         */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grabs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The grabs of your organisation, newest first.
         * @description For organisations of the kind `agency` or `law_firm` or `creditor` or `platform`: every member, and machines with the scope `grabs:read`.
         */
        get: operations["listGrabs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grabs/{grabId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One grab of your organisation.
         * @description For organisations of the kind `agency` or `law_firm` or `creditor` or `platform`: every member, and machines with the scope `grabs:read`.
         */
        get: operations["getGrab"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The listed cases, de-identified.
         * @description For organisations of the kind `agency` or `law_firm` or `creditor` or `platform`: every member, and machines with the scope `hall:read`.
         */
        get: operations["listHall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hall/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases that enter and leave the hall, as it happens.
         * @description For organisations of the kind `agency` or `law_firm` or `creditor` or `platform`: every member, and machines with the scope `hall:read`.
         */
        get: operations["streamHallEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The repayments on your cases, newest first.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm` or `platform`: every member, and machines with the scope `repayments:read`.
         */
        get: operations["listRepayments"];
        put?: never;
        /**
         * Report that the debtor paid on a case.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm`: members with the role `owner` or `operator` or `finance`, and machines with the scope `repayments:write`.
         */
        post: operations["reportRepayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repayments/{repaymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One repayment on one of your cases.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm` or `platform`: every member, and machines with the scope `repayments:read`.
         */
        get: operations["getRepayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repayments/{repaymentId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a reported repayment and settle its commission.
         * @description For organisations of the kind `creditor` or `platform`: members with the role `owner` or `finance`, and machines with the scope `repayments:write`.
         */
        post: operations["confirmRepayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox-magic-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The values for each outcome in a sandbox.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm`: every member, and machines with the scope `sandbox:read`.
         */
        get: operations["listSandboxMagicValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your sandboxes; for a test key its own sandbox.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm`: every member, and machines with the scope `sandbox:read`.
         */
        get: operations["listSandboxes"];
        put?: never;
        /**
         * Make a sandbox of test organisations.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm`: members with the role `owner`, and no machine.
         */
        post: operations["createSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One sandbox with its clock.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm`: every member, and machines with the scope `sandbox:read`.
         */
        get: operations["getSandbox"];
        put?: never;
        post?: never;
        /**
         * End a sandbox, its keys and its logins.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm`: members with the role `owner`, and no machine.
         */
        delete: operations["deleteSandbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a sandbox’s clock forward.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm`: members with the role `owner` or `operator`, and machines with the scope `sandbox:write`.
         */
        post: operations["advanceSandboxClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your statement of a month: JSON, CSV (UTF-8, BOM) or XLSX.
         * @description For organisations of the kind `creditor` or `agency` or `law_firm` or `platform`: members with the role `owner` or `finance` or `viewer`, and machines with the scope `statements:read`.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deliveries to one endpoint, newest first.
         * @description For every organisation: every member, and machines with the scope `webhooks:read`.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with its body and attempts.
         * @description For every organisation: every member, and machines with the scope `webhooks:read`.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one delivery again, delivered or not.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your webhook endpoints, newest first.
         * @description For every organisation: every member, and machines with the scope `webhooks:read`.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Make a webhook endpoint.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of your webhook endpoints.
         * @description For every organisation: every member, and machines with the scope `webhooks:read`.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint for good.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change address, description or event types.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an endpoint: its deliveries wait.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        post: operations["disableWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an endpoint: its deliveries continue and its failures are forgotten.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        post: operations["enableWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send all events since an instant again.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        post: operations["replayWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the secret; both sign for a while.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a `webhook.test` message.
         * @description For every organisation: members with the role `owner` or `operator`, and machines with the scope `webhooks:write`.
         */
        post: operations["sendTestWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-replays/{replayId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A replay and its progress.
         * @description For every organisation: every member, and machines with the scope `webhooks:read`.
         */
        get: operations["getWebhookReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An access token for a machine (RFC 6749 §5.1). */
        AccessToken: {
            /** @description Send it as `Authorization: Bearer …`. A JWT (RFC 9068); do not parse it. */
            access_token: string;
            /** @description Seconds until it expires. There is no refresh token: request another. */
            expires_in: number;
            /** @description Its scopes, separated by spaces. */
            scope: string;
            /** @description `Bearer`. */
            token_type: string;
        };
        /** @description A reason against admitting a case without a reviewer. */
        AdmissionReason: {
            /** @description Code of the reason, such as LIMITATION_EXPIRED. It never changes meaning. */
            code: string;
            /** @description The text in English. */
            en: string;
            /** @description The field of the case that it is about. */
            field: string;
            /** @description The values in the text. */
            params: {
                [key: string]: unknown;
            };
            /** @description Whether the debt is refused for it or a reviewer decides. */
            severity: components["schemas"]["AdmissionSeverity"];
            /** @description The text in Chinese. */
            zh: string;
        };
        /**
         * @description What a reason of admission leads to.
         * @enum {string}
         */
        AdmissionSeverity: "reject" | "review";
        /**
         * @description What the rules of admission say of a debt.
         * @enum {string}
         */
        AdmissionVerdict: "admit" | "review" | "reject";
        /** @description What `advanceSandboxClock` takes. Move a sandbox’s clock forward. */
        AdvanceClockBody: {
            /** @description How many seconds, 1 to 34,560,000 (400 days). */
            seconds: number;
        };
        /**
         * @description The band of an amount in CNY: from its lower amount to below its upper one.
         * @enum {string}
         */
        AmountBand: "under_10k" | "from_10k_to_50k" | "from_50k_to_200k" | "from_200k_to_1m" | "from_1m_to_5m" | "from_5m";
        /** @description What OAuth clients need to know of this server (RFC 8414). */
        AuthorizationServer: {
            /** @description How a client may get a token: with its own credentials. */
            grant_types_supported: string[];
            /** @description The issuer of tokens, and the audience of assertions. */
            issuer: string;
            /** @description Empty: machines need no authorization endpoint. */
            response_types_supported: string[];
            /** @description Where tokens are revoked. */
            revocation_endpoint: string;
            /** @description How a client may authenticate to revoke a token. */
            revocation_endpoint_auth_methods_supported: string[];
            /** @description The algorithms of assertions to the revocation endpoint. */
            revocation_endpoint_auth_signing_alg_values_supported: string[];
            /** @description All scopes; which ones a client can have depends on its organisation. */
            scopes_supported: string[];
            /** @description Where the API is documented. */
            service_documentation: string;
            /** @description Where tokens are requested. */
            token_endpoint: string;
            /** @description How a client may authenticate. */
            token_endpoint_auth_methods_supported: string[];
            /** @description The algorithms of assertions. */
            token_endpoint_auth_signing_alg_values_supported: string[];
        };
        /** @description How a repayment follows from the paid figure of the creditor's books. */
        BooksArithmetic: {
            /** @description The difference, in fen: the amount of the repayment, unless less was open. */
            differenceFen: bigint;
            /** @description Paid before: shown by the books or on record here, in fen. */
            paidBeforeFen: bigint;
            /** @description Paid now by the books, in fen. */
            paidNowFen: bigint;
        };
        /** @description One debt put up for recovery. Fields that the caller may not see are null or empty. */
        Case: {
            /**
             * Format: date-time
             * @description When it was admitted (案件受理确认); null before.
             */
            acceptedAt: string | null;
            /** @description The batch that posted it; null without one, and for providers, `bat_…`. */
            batchId: string | null;
            /** @description What kind of debt it is. */
            category: components["schemas"]["DebtCategory"];
            /** @description What was agreed about interest and terms; null when not stated, and before the entrustment. */
            claimTerms: components["schemas"]["ClaimTerms"] | null;
            /** @description Why it was closed; null while open. */
            closeCode: components["schemas"]["CloseCode"] | null;
            /**
             * Format: date-time
             * @description When it was closed; null while open.
             */
            closedAt: string | null;
            /** @description Base rate of the commission offered, in basis points. */
            commissionBps: number;
            /** @description Rates for older or larger cases; the last match applies. */
            commissionTiers: components["schemas"]["CommissionTier"][];
            /** @description Number of the contract; null before the entrustment. Null for machines without the scope debtors:read. */
            contractNumber: string | null;
            /**
             * Format: date-time
             * @description When the case was posted.
             */
            createdAt: string;
            /** @description The creditor: the organisation that is owed the debt. */
            creditorId: string;
            /** @description Whether the debtor is an enterprise or a person. */
            debtorKind: components["schemas"]["DebtorKind"];
            /** @description The debtor's name, most of it hidden. */
            debtorMaskedName: string;
            /**
             * Format: date
             * @description The earliest due day of the lines of which something is owed.
             */
            dueOn: string;
            /** @description Completeness of the evidence, 0 to 10,000 basis points. */
            evidenceBps: number;
            /** @description Kinds of documents that the case has. */
            evidenceKinds: components["schemas"]["EvidenceKind"][];
            /** @description The creditor's own reference; null before the entrustment. */
            externalRef: string | null;
            /** @description Grade of the score, A to E. */
            grade: string;
            /** @description Id of the case. */
            id: string;
            /**
             * Format: date
             * @description Day of the invoice or of the loan; null when unknown.
             */
            invoicedOn: string | null;
            /** @description What the debt arose from; null when not stated, and before the entrustment. */
            legalOrigin: components["schemas"]["LegalOrigin"] | null;
            /**
             * Format: date
             * @description Last day before the claim is time-barred (Civil Code art. 188): the earliest of its lines that still runs; if none, the last that ended.
             */
            limitationExpiresOn: string;
            /** @description What the debt consists of. Providers see the lines that count, creditor and platform all of them. */
            lines: components["schemas"]["CaseLine"][];
            /**
             * Format: date-time
             * @description When it was last listed; null if never.
             */
            listedAt: string | null;
            /** @description What the case is about; null when not stated. */
            matter: components["schemas"]["Matter"] | null;
            /** @description The number that people use, such as DC-2026-48210397. */
            number: string;
            /** @description Owed when the case was posted: principal + penalty − paid, in fen. */
            outstandingFen: bigint;
            /** @description Amount paid before the case was posted, in fen. */
            paidFen: bigint;
            /** @description Penalty and interest claimed, in fen. */
            penaltyFen: bigint;
            /** @description Principal in fen. */
            principalFen: bigint;
            /** @description Amount recovered since the case was posted, in fen. */
            recoveredFen: bigint;
            /** @description Region of the debtor, six digits of GB/T 2260. */
            regionCode: string | null;
            /** @description Why a reviewer decides. Empty for providers. */
            reviewReasons: components["schemas"]["AdmissionReason"][];
            /** @description Score: how likely a recovery is, 0 to 100. */
            score: number;
            /** @description The service that the creditor asks for. */
            serviceLine: components["schemas"]["ServiceLine"];
            /** @description The state of the case. */
            state: components["schemas"]["CaseState"];
        };
        /** @description A batch of cases and its progress. */
        CaseBatch: {
            /** @description Rows that became listed cases. */
            admittedRows: number;
            /** @description The batch that commits this dry run, or null. */
            carriedOutBy: string | null;
            /**
             * Format: date-time
             * @description When it was received.
             */
            createdAt: string;
            /** @description The creditor who posted it. */
            creditorId: string;
            /** @description Whether rows are only judged, without effect on cases. */
            dryRun: boolean;
            /** @description The dry run this batch commits, or null. */
            dryRunOf: string | null;
            /** @description Rows whose reference was posted before. */
            duplicateRows: number;
            /** @description Encoding it was read in: utf-8 or gb18030. */
            encoding: string;
            /** @description Why it failed; null unless the state is failed. */
            failureCode: string | null;
            /**
             * Format: date-time
             * @description When it ended, or null.
             */
            finishedAt: string | null;
            /** @description Format it was sent in: csv, xlsx, ndjson or json. */
            format: string;
            /** @description Which rows are lines of one case. */
            group: components["schemas"]["CaseBatchGrouping"];
            /** @description The batch. */
            id: string;
            /** @description Rows that became cases awaiting a reviewer. */
            inReviewRows: number;
            /** @description How references posted before are treated. */
            mode: components["schemas"]["CaseBatchMode"];
            /** @description processedRows in per cent of totalRows, rounded down. */
            percent: number;
            /** @description Rows that have an outcome: the sum of the counts below. */
            processedRows: number;
            /** @description Rows that were refused. */
            rejectedRows: number;
            /** @description Rows that showed a repayment not on record. */
            repaymentRows: number;
            /** @description Rows whose lower amount of a held case waits for confirmation. */
            revisionRows: number;
            /** @description Rows whose case was withdrawn because it is paid. */
            settledRows: number;
            /**
             * Format: date-time
             * @description When processing started, or null.
             */
            startedAt: string | null;
            /** @description State of the batch. */
            state: components["schemas"]["CaseBatchState"];
            /** @description Number of rows in the batch. */
            totalRows: number;
            /** @description Rows that required no change. */
            unchangedRows: number;
            /** @description Unknown headers, whose columns were not read. */
            unknownColumns: string[];
            /** @description Other sheets of the workbook that hold something; they were not read. */
            unreadSheets: string[];
            /** @description Rows whose case has new amounts or days. */
            updatedRows: number;
            /** @description Rows whose case was withdrawn because it is void. */
            withdrawnRows: number;
        };
        /**
         * @description Which rows are lines of one case.
         * @enum {string}
         */
        CaseBatchGrouping: "document" | "debtor";
        /** @description One page of a list of CaseBatch. */
        CaseBatchList: {
            /** @description The page. */
            data: components["schemas"]["CaseBatch"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How a batch treats references posted before.
         * @enum {string}
         */
        CaseBatchMode: "create" | "upsert";
        /** @description One row of a batch and its outcome. */
        CaseBatchRow: {
            /** @description Its case, for a duplicate the earlier one; null when none, `case_…`. */
            caseId: string | null;
            /** @description Its own reference; null when unreadable. */
            externalRef: string | null;
            /** @description Outcome of the row. */
            outcome: components["schemas"]["CaseBatchRowOutcome"];
            /** @description Why it was rejected or awaits a reviewer. */
            reasons: components["schemas"]["CaseBatchRowReason"][];
            /** @description From 1; a sheet counts its header and blank rows too. */
            rowNumber: number;
        };
        /** @description One page of a list of CaseBatchRow. */
        CaseBatchRowList: {
            /** @description The page. */
            data: components["schemas"]["CaseBatchRow"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What a row of a batch led to.
         * @enum {string}
         */
        CaseBatchRowOutcome: "admitted" | "in_review" | "duplicate" | "rejected" | "updated" | "unchanged" | "settled" | "withdrawn" | "repayment_reported" | "revision_pending";
        /** @description Why a row was rejected, or what a reviewer has to check. */
        CaseBatchRowReason: {
            /** @description Stable code, such as AMOUNT_UNREADABLE or NOT_OVERDUE. */
            code: string;
            /** @description The reason in English. */
            en: string;
            /** @description Header or JSON path concerned; empty for the whole row. */
            field: string;
            /** @description The reason in Chinese. */
            zh: string;
        };
        /**
         * @description The state of a batch of cases.
         * @enum {string}
         */
        CaseBatchState: "received" | "processing" | "completed" | "failed" | "cancelled";
        /**
         * @description How likely a recovery is; A is most likely.
         * @enum {string}
         */
        CaseGrade: "A" | "B" | "C" | "D" | "E";
        /** @description One part of what the debtor owes. The figures of the case are those of its open lines; a withdrawn line no longer counts. */
        CaseLine: {
            /** @description What happened to the limitation period, as evidence shows. */
            clock: components["schemas"]["ClockEvent"][];
            /** @description Number of the document; null when unknown, and before the entrustment. Null for machines without the scope debtors:read. */
            documentNumber: string | null;
            /**
             * Format: date
             * @description The due day.
             */
            dueOn: string;
            /**
             * Format: date
             * @description Day of the invoice or of the loan; null when unknown.
             */
            invoicedOn: string | null;
            /** @description What the line is. */
            kind: components["schemas"]["LineKind"];
            /**
             * Format: date
             * @description Last day the limitation period was interrupted.
             */
            lastInterruptedOn: string | null;
            /** @description Its limitation period; null for a credit note and for a withdrawn line. */
            limitation: components["schemas"]["Limitation"] | null;
            /** @description Whole days left until then, negative once it passed; null for a credit note. */
            limitationDaysLeft: number | null;
            /**
             * Format: date
             * @description Last day before the claim of this line is time-barred; null for a credit note.
             */
            limitationExpiresOn: string | null;
            /** @description Number of the line in its case, from 1; it is not used again. */
            lineNumber: number;
            /** @description Whole months since the due day. */
            monthsOverdue: number;
            /** @description Principal + penalty − paid, in fen. */
            openFen: bigint;
            /** @description Amount paid before the case was posted, in fen. */
            paidFen: bigint;
            /** @description Penalty and interest claimed, in fen. */
            penaltyFen: bigint;
            /**
             * Format: date
             * @description First day of the period that a fee is for.
             */
            periodFrom: string | null;
            /**
             * Format: date
             * @description Last day of that period.
             */
            periodTo: string | null;
            /** @description Principal in fen; negative for a credit note. */
            principalFen: bigint;
            /**
             * Format: date-time
             * @description When the line was withdrawn; null while it counts.
             */
            withdrawnAt: string | null;
        };
        /**
         * @description What a creditor does to the lines of a case.
         * @enum {string}
         */
        CaseLineAct: "add" | "correct" | "withdraw" | "revise";
        /** @description A change of the lines of a case by its creditor: applied at once while nobody holds the case, otherwise proposed to its holder. */
        CaseLineChange: {
            /** @description What is done. */
            act: components["schemas"]["CaseLineAct"];
            /** @description The case, `case_…`. */
            caseId: string;
            /**
             * Format: date-time
             * @description When it was applied or decided; null while pending.
             */
            decidedAt: string | null;
            /** @description What the case is about before, in fen. */
            fromFen: bigint;
            /** @description Id of the change. */
            id: string;
            /** @description The line as it shall be; null for one withdrawn, and for `revise`. */
            line: components["schemas"]["ChangedLine"] | null;
            /** @description Number of the line; null for one that is not in the case, or not yet, and for `revise`. */
            lineNumber: number | null;
            /** @description Of `revise`: all lines as they shall be; in a list only while the change waits. Null for other acts. */
            lines: components["schemas"]["ChangedLine"][] | null;
            /** @description What the case is about after it, in fen. */
            outstandingFen: bigint;
            /**
             * Format: date-time
             * @description When the creditor made it.
             */
            proposedAt: string;
            /** @description What became of it. */
            state: components["schemas"]["CaseLineChangeState"];
        };
        /** @description One page of a list of CaseLineChange. */
        CaseLineChangeList: {
            /** @description The page. */
            data: components["schemas"]["CaseLineChange"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What became of a change of a line.
         * @enum {string}
         */
        CaseLineChangeState: "applied" | "pending" | "agreed" | "declined" | "lapsed";
        /** @description One page of a list of Case. */
        CaseList: {
            /** @description The page. */
            data: components["schemas"]["Case"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description What posting a debt today would come to. Nothing is posted. */
        CaseQuote: {
            /** @description Interest and charges, step by step; null for a debt of illegal origin or with amounts that cannot be. */
            claim: components["schemas"]["Claim"] | null;
            /** @description Base rate of the commission offered; null if refused. */
            commissionBps: number | null;
            /** @description Rates for older or larger cases; the last match applies. */
            commissionTiers: components["schemas"]["CommissionTier"][];
            /**
             * Format: date
             * @description The due day.
             */
            dueOn: string;
            /** @description Completeness of the evidence in basis points; null if refused. */
            evidenceBps: number | null;
            /** @description Your case with this reference: posting it again makes none. */
            existingCaseId: string | null;
            /** @description What you owe if all comes in; null if refused. */
            fullRecovery: components["schemas"]["FullRecovery"] | null;
            /** @description Grade of the score, A to E; null if refused. */
            grade: string | null;
            /** @description Whole days left until then; negative once it passed. */
            limitationDaysLeft: number;
            /**
             * Format: date
             * @description Last day before the claim is time-barred (Civil Code art. 188).
             */
            limitationExpiresOn: string;
            /** @description What the debt consists of, each line with its age and limitation. */
            lines: components["schemas"]["CaseLine"][];
            /** @description Whole months since the due day. */
            monthsOverdue: number;
            /** @description Principal + penalty − paid, in fen. */
            outstandingFen: bigint;
            /** @description Amount paid so far, in fen. */
            paidFen: bigint;
            /** @description Penalty and interest stated, in fen. */
            penaltyFen: bigint;
            /** @description Principal in fen. */
            principalFen: bigint;
            /** @description Every reason for a refusal or for a reviewer. */
            reasons: components["schemas"]["AdmissionReason"][];
            /** @description Score: how likely a recovery is, 0 to 100; null if refused. */
            score: number | null;
            /** @description What the rules of admission say. */
            verdict: components["schemas"]["AdmissionVerdict"];
        };
        /** @description A lower amount of a held case out of its creditor’s books; it counts once the creditor confirms it and the holder agrees. */
        CaseRevision: {
            /** @description The batch that brought it; null when a connection did, `bat_…`. */
            batchId: string | null;
            /** @description The case, `case_…`. */
            caseId: string;
            /**
             * Format: date-time
             * @description When it was decided or lapsed; null before.
             */
            decidedAt: string | null;
            /** @description Why the creditor declined it; null also when the holder did. */
            declineReason: string | null;
            /** @description What the case was about when it was proposed, in fen. */
            fromFen: bigint;
            /** @description What the case would be about: principal + penalty − paid, in fen. */
            outstandingFen: bigint;
            /** @description Paid before the case was posted or deducted since, in fen. */
            paidFen: bigint;
            /** @description Penalty and interest by the books, in fen. */
            penaltyFen: bigint;
            /** @description Principal by the books, in fen. */
            principalFen: bigint;
            /**
             * Format: date-time
             * @description When the books showed it.
             */
            proposedAt: string;
            /** @description What became of it. */
            state: components["schemas"]["CaseRevisionState"];
        };
        /** @description One page of a list of CaseRevision. */
        CaseRevisionList: {
            /** @description The page. */
            data: components["schemas"]["CaseRevision"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What became of a lower amount that the books showed.
         * @enum {string}
         */
        CaseRevisionState: "pending" | "proposed" | "confirmed" | "declined" | "lapsed";
        /**
         * @description Where a case stands between posting and closing.
         * @enum {string}
         */
        CaseState: "draft" | "submitted" | "under_review" | "listed" | "grabbed" | "in_collection" | "on_hold" | "in_litigation" | "recovered" | "partially_recovered" | "unrecovered" | "withdrawn" | "returned" | "rejected";
        /** @description A line as a change makes it. */
        ChangedLine: {
            /** @description Number of the document; null when unknown, and before the entrustment. Null for machines without the scope debtors:read. */
            documentNumber: string | null;
            /**
             * Format: date
             * @description The due day.
             */
            dueOn: string;
            /** @description What the line is. */
            kind: components["schemas"]["LineKind"];
            /** @description Amount paid before the case was posted, in fen. */
            paidFen: bigint;
            /** @description Penalty and interest claimed, in fen. */
            penaltyFen: bigint;
            /**
             * Format: date
             * @description First day of the period that a fee is for.
             */
            periodFrom: string | null;
            /**
             * Format: date
             * @description Last day of that period.
             */
            periodTo: string | null;
            /** @description Principal in fen; negative for a credit note. */
            principalFen: bigint;
        };
        /** @description Interest and charges on a debt up to a day: what is asked, what the law allows, and the arithmetic. */
        Claim: {
            /** @description What the law allows, in fen: the sum of `segments` and `feesFen`. */
            allowedFen: bigint;
            /** @description Interest and charges asked, in fen: those stated; if none are, those of the terms. */
            askedFen: bigint;
            /** @description The highest rate asked, in basis points a year. */
            askedRateBps: number | null;
            /** @description The cap over the same days, in fen; null without a cap. */
            capFen: bigint | null;
            /** @description The cap of the last days a year, such as `13.80 %`. */
            capRate: string | null;
            /** @description The steps of the cap; empty without one. */
            capSegments: components["schemas"]["ClaimSegment"][];
            /** @description What a suit over what is still owed of principal and allowed charges costs. */
            courtFees: components["schemas"]["CourtFees"];
            /** @description What payments covered of `allowedFen`, charges before principal (Civil Code art. 561), in fen. */
            coveredFen: bigint;
            /** @description What is asked beyond it and not protected, in fen. */
            excessFen: bigint;
            /** @description Allowed charges that are no rate, in fen. */
            feesFen: bigint;
            /** @description The least that a court grants where it chooses within bounds, in fen; null elsewhere. */
            leastFen: bigint | null;
            /** @description What else a reader should know. */
            notes: components["schemas"]["ClaimNote"][];
            /** @description The principal still owed, which bears interest, in fen. */
            principalFen: bigint;
            /** @description What was confirmed as paid since the debt was posted, in fen. */
            receivedFen: bigint;
            /** @description The rule that applies. */
            rule: components["schemas"]["ClaimRule"];
            /** @description The steps of what is allowed. */
            segments: components["schemas"]["ClaimSegment"][];
            /**
             * Format: date
             * @description Computed up to this day, which does not count.
             */
            until: string;
        };
        /** @description What a reader of a claim should know besides its arithmetic. */
        ClaimNote: {
            /** @description Code of the note, such as SME_FLOOR. It never changes meaning. */
            code: string;
            /** @description The text in English. */
            en: string;
            /** @description The values in the text. */
            params: {
                [key: string]: unknown;
            };
            /** @description The text in Chinese. */
            zh: string;
        };
        /**
         * @description When interest of a claim ran.
         * @enum {string}
         */
        ClaimPhase: "term" | "overdue";
        /**
         * @description The rule by which a claim is computed.
         * @enum {string}
         */
        ClaimRule: "private_lending" | "private_lending_before_2020" | "financial_lending" | "sme_late_payment" | "agreed_late_payment" | "late_payment_by_law";
        /** @description One step of the arithmetic: amount × rate × days, divided by the days of the year, rounded half up. */
        ClaimSegment: {
            /** @description What bears interest, in fen. */
            amountFen: bigint;
            /** @description The days that count. */
            days: number;
            /**
             * Format: date
             * @description The first day, which counts.
             */
            from: string;
            /** @description The interest, rounded half up to the fen. */
            interestFen: bigint;
            /** @description Number of the line of the case, from 1. */
            lineNumber: number;
            /** @description Before or after the due day. */
            phase: components["schemas"]["ClaimPhase"];
            /** @description The rate, such as `5.005 %`. */
            rate: string;
            /** @description The days that the rate is for: 365 or 360 of a year, 1 of a day. */
            rateDays: number;
            /**
             * Format: date
             * @description The last day, which does not count.
             */
            to: string;
        };
        /** @description What was agreed about interest and terms, as the creditor stated it. */
        ClaimTerms: {
            /**
             * Format: date
             * @description Day of the contract.
             */
            contractOn: string | null;
            /** @description How large the creditor is. */
            creditorScale: components["schemas"]["CreditorScale"] | null;
            /** @description How large the debtor is, or whether a public body. */
            debtorScale: components["schemas"]["DebtorScale"] | null;
            /** @description Interest kept back when it was paid out, in fen. */
            deductedInAdvanceFen: bigint | null;
            /** @description Other fees and charges agreed, in fen. */
            feesFen: bigint | null;
            /**
             * Format: date
             * @description Day the suit was filed.
             */
            filedOn: string | null;
            /** @description Who lent the money. */
            lender: components["schemas"]["Lender"] | null;
            /** @description Interest up to the due day, in basis points a year. */
            ordinaryRateBps: number | null;
            /** @description Interest after the due day, in basis points a year. */
            overdueRateBps: number | null;
            /** @description Whether payment was to wait for a third party's. */
            payWhenPaid: boolean | null;
            /** @description Agreed term of payment, in days. */
            paymentTermDays: number | null;
            /** @description Penalty for late payment, in basis points a year. */
            penaltyRateBps: number | null;
        };
        /** @description What was agreed about interest and terms; it decides what may be claimed. */
        ClaimTermsInput: {
            /**
             * Format: date
             * @description Day of the contract; the day of the invoice or note when left out.
             */
            contractOn?: string | null;
            /**
             * @description How large you are.
             * @enum {string}
             */
            creditorScale?: "sme" | "large";
            /**
             * @description How large the debtor is, or whether a public body.
             * @enum {string}
             */
            debtorScale?: "sme" | "large" | "public_body";
            /**
             * @description Interest that the lender kept back when it paid out, in fen.
             * @example 125000
             */
            deductedInAdvanceFen?: bigint | null;
            /**
             * @description Other fees and charges agreed, in fen.
             * @example 125000
             */
            feesFen?: bigint | null;
            /**
             * Format: date
             * @description Day the suit was filed; today when left out.
             */
            filedOn?: string | null;
            /**
             * @description Who lent the money; told from the category when left out.
             * @enum {string}
             */
            lender?: "private" | "local_finance" | "licensed";
            /** @description Interest up to the due day, in basis points a year; null when none was agreed. */
            ordinaryRateBps?: number | null;
            /** @description Interest after the due day, in basis points a year; null when none was agreed. */
            overdueRateBps?: number | null;
            /** @description Whether payment was to wait for a third party's. */
            payWhenPaid?: boolean | null;
            /** @description Agreed term of payment, in days from delivery or receipt. */
            paymentTermDays?: number | null;
            /** @description Penalty for late payment, in basis points a year; null when none was agreed. */
            penaltyRateBps?: number | null;
        };
        /** @description Something that happened to the limitation period of a line. */
        ClockEvent: {
            /** @description What happened. */
            kind: components["schemas"]["ClockEventKind"];
            /**
             * Format: date
             * @description The day it happened or began.
             */
            on: string;
            /**
             * Format: date
             * @description The last day of what lasts; null for what happened on a day.
             */
            until: string | null;
        };
        /** @description Something that happened to the limitation period of a line. */
        ClockEventInput: {
            /**
             * @description What happened.
             * @enum {string}
             */
            kind: "first_demand" | "refusal" | "goods_received" | "demand_delivered" | "demand_published" | "account_debited" | "acknowledgement" | "part_payment" | "plan" | "security" | "extension_request" | "iou_received" | "promise" | "assignment_notice" | "debt_assumption" | "joint_debtor" | "suit" | "suit_withdrawn" | "suit_withdrawn_unserved" | "payment_order" | "preservation" | "bankruptcy_claim" | "enforcement" | "set_off" | "mediation" | "police_report" | "obstacle";
            /**
             * Format: date
             * @description The day it happened or began.
             */
            on: string;
            /**
             * Format: date
             * @description The last day of what lasts: an obstacle, a suit, a grace.
             */
            until?: string | null;
        };
        /**
         * @description What moves the limitation period of a debt (Civil Code 188–195).
         * @enum {string}
         */
        ClockEventKind: "first_demand" | "refusal" | "goods_received" | "demand_delivered" | "demand_published" | "account_debited" | "acknowledgement" | "part_payment" | "plan" | "security" | "extension_request" | "iou_received" | "promise" | "assignment_notice" | "debt_assumption" | "joint_debtor" | "suit" | "suit_withdrawn" | "suit_withdrawn_unserved" | "payment_order" | "preservation" | "bankruptcy_claim" | "enforcement" | "set_off" | "mediation" | "police_report" | "obstacle";
        /**
         * @description Why a case was closed.
         * @enum {string}
         */
        CloseCode: "paid" | "partially_paid" | "insolvent" | "untraceable" | "disputed" | "withdrawn" | "exhausted" | "time_barred" | "settlement_rejected" | "unresponsive_creditor" | "uneconomical" | "never_started" | "invalid_data";
        /** @description The commission that a creditor offers on recovered amounts, within the bounds of the platform. */
        CommissionOfferInput: {
            /** @description Base rate in basis points. */
            bps: number;
            /** @description Tiers from general to special; the last match applies. */
            tiers?: components["schemas"]["CommissionTierInput"][] | null;
        };
        /** @description A rate that replaces the base rate for older or larger cases. */
        CommissionTier: {
            /** @description The rate in basis points. */
            bps: number;
            /** @description Applies from this amount in fen; null means any amount. */
            minAmountFen: bigint | null;
            /** @description Applies from this many whole months overdue; null means any age. */
            minMonthsOverdue: number | null;
        };
        /** @description A rate for older or larger cases. Set at least one of the two conditions. */
        CommissionTierInput: {
            /** @description The rate in basis points. */
            bps: number;
            /**
             * @description Applies from this amount in fen; null means any amount.
             * @example 125000
             */
            minAmountFen?: bigint | null;
            /** @description Applies from this many whole months overdue; null means any age. */
            minMonthsOverdue?: number | null;
        };
        /** @description What `confirmCaseRevision` takes. Consent to a lower amount; of a held case its holder must agree. */
        ConfirmRevisionBody: {
            /**
             * @description The amount that you consent to, in fen: `outstandingFen` of the revision.
             * @example 125000
             */
            outstandingFen: bigint;
        };
        /** @description What the courts take for a claim (State Council Decree 481). */
        CourtFees: {
            /** @description Acceptance fee of a suit, in fen. */
            acceptanceFen: bigint;
            /** @description The amount they are for, in fen: principal and allowed charges that no payment covered. */
            amountFen: bigint;
            /** @description Application for enforcement, in fen. */
            enforcementFen: bigint;
            /** @description Half of it: mediation, withdrawal, simplified procedure; in fen. */
            halvedFen: bigint;
            /** @description Application for a payment order, a third of it; in fen. */
            paymentOrderFen: bigint;
            /** @description Preservation of property, in fen. */
            preservationFen: bigint;
        };
        /** @description A new connection. */
        CreateErpConnectionInput: {
            /** @description An https address on the public internet; a new one requires the credentials again. */
            baseUrl?: string | null;
            /** @description Replaces all stored credentials. */
            credentials?: components["schemas"]["ErpCredentialsInput"] | null;
            /** @description New ones make the next run read every document. */
            defaults?: components["schemas"]["ErpDefaultsInput"] | null;
            /** @description Minutes between two runs, 5 to 10080; 60 by default. */
            intervalMinutes?: number | null;
            /**
             * @description Which ERP.
             * @enum {string}
             */
            kind: "odoo" | "erpnext" | "kingdee" | "ubl";
            /** @description Your name for it, at most 100 characters. */
            name: string;
        };
        /** @description A sandbox to make. */
        CreateSandboxInput: {
            /** @description Its name, at most 200 characters. */
            name?: string | null;
            /** @description Its organisations, at most 6; left out: a creditor, an agency and a law firm. */
            organisations?: components["schemas"]["SandboxOrganisationInput"][] | null;
            /** @description If given, the owner of each organisation can log in with this password and the email address in the answer. */
            password?: string | null;
            /**
             * @description Whether organisations without their own `verified` are verified.
             * @default true
             */
            verified: boolean;
        };
        /** @description A new webhook endpoint. */
        CreateWebhookEndpointInput: {
            /** @description What you call it, at most 200 characters. */
            description?: string | null;
            /** @description Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out: a new one is made. */
            secret?: string | null;
            /** @description Event types it gets, at most 100; empty means all to which your organisation is a party. Events of the hall come only by name. */
            types?: string[] | null;
            /**
             * @description The address events are posted to: https, a public host, port 443 or from 1024.
             * @example https://erp.harbour.com/hooks
             */
            url: string;
        };
        /**
         * @description How large the creditor was when the contract was made.
         * @enum {string}
         */
        CreditorScale: "sme" | "large";
        /**
         * @description What kind of debt a case is.
         * @enum {string}
         */
        DebtCategory: "commercial_receivable" | "property_management_fee" | "online_loan" | "credit_card" | "private_loan";
        /** @description One part of what the debtor owes: an invoice, the fee of one period, an instalment, a credit note. */
        DebtLineInput: {
            /** @description What happened to its limitation period, as your evidence shows. */
            clock?: components["schemas"]["ClockEventInput"][] | null;
            /** @description Number of the invoice or other document. */
            documentNumber?: string | null;
            /**
             * Format: date
             * @description The due day.
             */
            dueOn: string;
            /**
             * Format: date
             * @description Day of the invoice or of the loan.
             */
            invoicedOn?: string | null;
            /**
             * @description What the line is.
             * @enum {string}
             */
            kind: "invoice" | "fee_period" | "instalment" | "loan" | "credit_note" | "other";
            /**
             * Format: date
             * @description Last day the limitation period of the line was interrupted.
             */
            lastInterruptedOn?: string | null;
            /**
             * @description Amount paid so far, in fen; 0 when left out.
             * @example 125000
             */
            paidFen?: bigint | null;
            /**
             * @description Penalty and interest claimed, in fen; 0 when left out.
             * @example 125000
             */
            penaltyFen?: bigint | null;
            /**
             * Format: date
             * @description First day of the period that a fee is for.
             */
            periodFrom?: string | null;
            /**
             * Format: date
             * @description Last day of that period.
             */
            periodTo?: string | null;
            /**
             * @description Principal in fen; negative for a credit note.
             * @example 125000
             */
            principalFen: bigint;
        };
        /** @description The debtor's personal data. Every read is recorded. */
        Debtor: {
            /** @description Postal address; null when unknown. Null for machines without the scope debtors:contact. */
            address: string | null;
            /** @description The kind of that number where the creditor stated it, as for a passport. */
            idKind: components["schemas"]["DebtorIdKind"] | null;
            /** @description Unified social credit code or resident identity number. */
            idNumber: string | null;
            /** @description Full name of the debtor. */
            name: string;
            /** @description The creditor's note; null when there is none. */
            note: string | null;
            /** @description Phone number as the creditor wrote it; null when unknown. Null for machines without the scope debtors:contact. */
            phone: string | null;
        };
        /**
         * @description By what kind of number a debtor is identified.
         * @enum {string}
         */
        DebtorIdKind: "credit_code" | "resident_id" | "hmt_residence_permit" | "foreigner_residence_card" | "passport" | "hmt_travel_permit" | "registration_number" | "organisation_code";
        /**
         * @description Whether the debtor is an enterprise or a natural person.
         * @enum {string}
         */
        DebtorKind: "enterprise" | "person";
        /**
         * @description How large the debtor was when the contract was made, or whether it is a public body.
         * @enum {string}
         */
        DebtorScale: "sme" | "large" | "public_body";
        /** @description What `declineCaseRevision` takes. Decline the lower amount of a held case. */
        DeclineRevisionBody: {
            /** @description Why it is declined. */
            reason: string;
        };
        /** @description Your link to an ERP. Its credentials are never shown. */
        ErpConnection: {
            /** @description Advice on the defaults; empty when there is none. */
            advice: components["schemas"]["ErpConnectionAdvice"][];
            /** @description Its address; null for kind ubl. */
            baseUrl: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /** @description Defaults for every document. */
            defaults: {
                [key: string]: unknown;
            };
            /** @description The last error; null when none or corrected since. */
            errorCode: string | null;
            /** @description The error in English, or null. */
            errorEn: string | null;
            /** @description The error in Chinese, or null. */
            errorZh: string | null;
            /** @description The connection. */
            id: string;
            /** @description Minutes between two runs; 5 to 10080. */
            intervalMinutes: number;
            /** @description Which ERP. */
            kind: components["schemas"]["ErpKind"];
            /**
             * Format: date-time
             * @description When a run last completed; null before the first.
             */
            lastSyncedAt: string | null;
            /** @description Your name for it. */
            name: string;
            /**
             * Format: date-time
             * @description When the next run is due; null until you act.
             */
            nextSyncAt: string | null;
            /** @description State of the connection. */
            state: components["schemas"]["ErpConnectionState"];
        };
        /** @description What the defaults of a connection lead to, and what to do about it. */
        ErpConnectionAdvice: {
            /** @description Stable code, such as NOTHING_LISTED_AT_ONCE. */
            code: string;
            /** @description The advice in English. */
            en: string;
            /** @description The advice in Chinese. */
            zh: string;
        };
        /** @description One page of a list of ErpConnection. */
        ErpConnectionList: {
            /** @description The page. */
            data: components["schemas"]["ErpConnection"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Whether a connection is read on schedule.
         * @enum {string}
         */
        ErpConnectionState: "active" | "paused" | "failing";
        /** @description The result of a test request to an ERP. */
        ErpConnectionTest: {
            /** @description Advice on the defaults; empty when there is none. */
            advice: components["schemas"]["ErpConnectionAdvice"][];
            /** @description The error; null when ok. */
            errorCode: string | null;
            /** @description The error in English, or null. */
            errorEn: string | null;
            /** @description The error in Chinese, or null. */
            errorZh: string | null;
            /** @description Time of the newest change, in the ERP’s own format, or null. */
            newestChange: string | null;
            /** @description Whether the ERP answered correctly. */
            ok: boolean;
        };
        /** @description Credentials of an ERP, stored encrypted and never shown again; fields depend on the kind. */
        ErpCredentialsInput: {
            /** @description Kingdee: the id of the data centre (acctID). */
            accountId?: string | null;
            /** @description Odoo, ERPNext: the API key. */
            apiKey?: string | null;
            /** @description ERPNext: the API secret. */
            apiSecret?: string | null;
            /** @description Kingdee: the application’s id. */
            appId?: string | null;
            /** @description Kingdee: the application’s secret. */
            appSecret?: string | null;
            /** @description Odoo, ERPNext: only documents of the company of this name. */
            company?: string | null;
            /** @description Odoo: the name of the database, if the server has several. */
            database?: string | null;
            /** @description Kingdee: only documents of the sales organisation of this number. */
            organisation?: string | null;
            /** @description Kingdee: the integration user. */
            username?: string | null;
        };
        /** @description Defaults for every document of a connection. */
        ErpDefaultsInput: {
            /**
             * @description Default: commercial_receivable.
             * @enum {string}
             */
            category?: "commercial_receivable" | "property_management_fee" | "online_loan" | "credit_card" | "private_loan";
            /** @description Commission offered in basis points, 0 to 10000; the platform’s when omitted. */
            commissionBps?: number | null;
            /** @description Evidence available for every document, at most 20 kinds; invoice when omitted. */
            evidence?: ("contract" | "invoice" | "delivery_note" | "reconciliation_statement" | "demand_letter" | "loan_note" | "payment_record" | "id_copy" | "judgment" | "other")[];
            /**
             * @description Default: trade.
             * @enum {string}
             */
            legalOrigin?: "trade" | "service" | "property" | "lending" | "gambling" | "drugs" | "other";
            /** @description Prefix of the references, before the document number; at most 20 characters. */
            referencePrefix?: string | null;
            /**
             * @description Default: agency_dunning.
             * @enum {string}
             */
            serviceLine?: "agency_dunning" | "lawyer_dunning" | "lawyer_letter" | "robot_dunning" | "legal";
        };
        /**
         * @description The supported ERPs.
         * @enum {string}
         */
        ErpKind: "odoo" | "erpnext" | "kingdee" | "ubl";
        /**
         * @description The outcome of a document.
         * @enum {string}
         */
        ErpSyncOutcome: "admitted" | "in_review" | "updated" | "unchanged" | "settled" | "withdrawn" | "repayment_reported" | "revision_pending" | "rejected" | "skipped";
        /** @description Why a document was skipped or rejected. */
        ErpSyncReason: {
            /** @description Stable code, such as SKIPPED_NOT_DUE. */
            code: string;
            /** @description The reason in English. */
            en: string;
            /** @description The part of the document concerned; empty for the whole. */
            field: string;
            /** @description The reason in Chinese. */
            zh: string;
        };
        /** @description A document of an ERP and its outcome. */
        ErpSyncRow: {
            /** @description Its case; null when there is none, `case_…`. */
            caseId: string | null;
            /**
             * Format: date-time
             * @description When it was decided.
             */
            decidedAt: string;
            /** @description The ERP’s own key. */
            documentKey: string;
            /** @description Document number, or null. */
            number: string | null;
            /** @description The outcome when it last changed. */
            outcome: components["schemas"]["ErpSyncOutcome"];
            /** @description Why it was skipped or rejected, or awaits a reviewer. */
            reasons: components["schemas"]["ErpSyncReason"][];
            /**
             * Format: date
             * @description Day it is read again even if unchanged; null for never.
             */
            recheckOn: string | null;
            /** @description The run that decided it, `run_…`. */
            runId: string;
        };
        /** @description One page of a list of ErpSyncRow. */
        ErpSyncRowList: {
            /** @description The page. */
            data: components["schemas"]["ErpSyncRow"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description One reading of an ERP, or one upload of documents. */
        ErpSyncRun: {
            /** @description Its connection, `erp_…`. */
            connectionId: string;
            /** @description Number of documents by outcome. */
            counts: {
                [key: string]: unknown;
            };
            /** @description Number of documents that have an outcome. */
            documents: number;
            /** @description The last error; null when none. */
            errorCode: string | null;
            /** @description Number of failed requests to the ERP. */
            faults: number;
            /**
             * Format: date-time
             * @description When it ended; null before.
             */
            finishedAt: string | null;
            /** @description Whether it reads every document, not only changed ones. */
            full: boolean;
            /** @description The run. */
            id: string;
            /**
             * Format: date-time
             * @description When it started.
             */
            startedAt: string;
            /** @description State of the run. */
            state: components["schemas"]["ErpSyncRunState"];
            /** @description What started it. */
            trigger: components["schemas"]["ErpSyncTrigger"];
        };
        /** @description One page of a list of ErpSyncRun. */
        ErpSyncRunList: {
            /** @description The page. */
            data: components["schemas"]["ErpSyncRun"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Progress of a run.
         * @enum {string}
         */
        ErpSyncRunState: "running" | "completed" | "failed" | "stopped";
        /**
         * @description What started a run.
         * @enum {string}
         */
        ErpSyncTrigger: "schedule" | "manual" | "upload";
        /** @description One code of the error catalogue, explained. */
        ErrorExplained: {
            /** @description Path of the page that explains it; the `type` of its problem documents. */
            address: string;
            /** @description Stable and machine-readable; the same on both faces. */
            code: string;
            /** @description A problem document with this code, in English. */
            example: {
                [key: string]: unknown;
            };
            /** @description The rule behind it. */
            meaning: components["schemas"]["Texts"];
            /** @description The message, with placeholders such as `{limit}` for figures. */
            message: components["schemas"]["Texts"];
            /** @description What the caller can do about it. */
            remedy: components["schemas"]["Texts"];
            /** @description Whether the same request may succeed later, unchanged. */
            retry: boolean;
            /** @description The HTTP status of it on the REST face. */
            status: number;
            /** @description A short title, in both languages. */
            title: components["schemas"]["Texts"];
        };
        /** @description One page of a list of ErrorExplained. */
        ErrorExplainedList: {
            /** @description The page. */
            data: components["schemas"]["ErrorExplained"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description What `addEvidence` takes. Add an uploaded file to a case. */
        EvidenceBody: {
            /**
             * @description Id of the file, uploaded by POST /v1/files.
             * @example file_01JABCDEFGHJKMNPQRSTVWXYZ0
             */
            fileId: string;
            /**
             * @description What the document proves.
             * @enum {string}
             */
            kind: "contract" | "invoice" | "delivery_note" | "reconciliation_statement" | "demand_letter" | "loan_note" | "payment_record" | "id_copy" | "judgment" | "other";
        };
        /**
         * @description The kind of a document, and what it proves.
         * @enum {string}
         */
        EvidenceKind: "contract" | "invoice" | "delivery_note" | "reconciliation_statement" | "demand_letter" | "loan_note" | "payment_record" | "id_copy" | "judgment" | "other";
        /** @description An uploaded file. */
        File: {
            /** @description Size in bytes. */
            bytes: number;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            createdAt: string;
            /** @description The file name it was uploaded with. */
            filename: string;
            /** @description The file’s id, file_…; other operations name it. */
            id: string;
            /** @description The media type, determined from the contents. */
            mediaType: string;
            /** @description The purpose given with the upload; `document` by default. */
            purpose: string;
            /** @description SHA-256 of the contents, in hex. */
            sha256: string;
        };
        /** @description What the creditor owes when all of the debt comes in. */
        FullRecovery: {
            /** @description The rate of the commission that a grab today would freeze, in basis points. */
            commissionBps: number;
            /** @description The commission of the provider, in fen, before the statutory cap of lawyers. */
            commissionFen: bigint;
            /** @description The rate of the platform’s fee, in basis points. */
            serviceFeeBps: number;
            /** @description The fee of the platform, in fen. */
            serviceFeeFen: bigint;
        };
        /** @description The hold of a provider on a case, from the grab to its end. */
        Grab: {
            /**
             * Format: date-time
             * @description The entrustment must be accepted before this instant.
             */
            acceptBy: string;
            /**
             * Format: date-time
             * @description When the entrustment was accepted; null before.
             */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description The first activity must be logged before this instant.
             */
            activityBy: string;
            /** @description Amount outstanding at the grab, in fen. */
            amountFen: bigint;
            /** @description The grabbed case, `case_…`. */
            caseId: string;
            /** @description Why the holder proposed to close the case; null if it did not. */
            closeCode: components["schemas"]["CloseCode"] | null;
            /**
             * Format: date-time
             * @description When it proposed that; null if it did not.
             */
            closeProposedAt: string | null;
            /**
             * Format: date-time
             * @description When the case is closed unless the creditor answers; null while no close is proposed.
             */
            closesAt: string | null;
            /** @description Why the grab ended; null while it is active. */
            endReason: string | null;
            /**
             * Format: date-time
             * @description When the grab ended; null while it is active.
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description End of the exclusivity: until then the case is the holder’s alone.
             */
            exclusiveUntil: string;
            /**
             * Format: date-time
             * @description When the first activity was logged; null before.
             */
            firstActivityAt: string | null;
            /**
             * Format: date-time
             * @description Since when the platform has frozen the case, so that deadlines stand still; null while it has not.
             */
            frozenAt: string | null;
            /**
             * Format: date-time
             * @description When the case was grabbed.
             */
            grabbedAt: string;
            /** @description Id of the grab. */
            id: string;
            /** @description Whole months overdue at the grab. */
            monthsOverdue: number;
            /** @description Standing points that its end cost the provider. */
            penaltyPoints: number;
            /** @description The agency or law firm that grabbed it. */
            providerId: string;
            /** @description The code by which the creditor took the case back; null for any other end, and where it gave none. */
            recallReason: components["schemas"]["RecallReason"] | null;
            /** @description The state of the grab. */
            state: components["schemas"]["GrabState"];
            /** @description The frozen commission terms. */
            terms: components["schemas"]["GrabTerms"];
        };
        /** @description One page of a list of Grab. */
        GrabList: {
            /** @description The page. */
            data: components["schemas"]["Grab"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description The state of a grab: active until it is completed, returned, expired or recalled.
         * @enum {string}
         */
        GrabState: "active" | "completed" | "returned" | "expired" | "recalled";
        /** @description The commission terms, frozen when the case was grabbed. */
        GrabTerms: {
            /** @description The provider's commission on each confirmed repayment, in basis points. */
            commissionBps: number;
            /** @description Whether the statutory cap on lawyers' contingency fees applies, to all repayments of the mandate together (司发通〔2021〕87号 item 6). Such a fee needs a written contract of its own, with a notice of the cap (item 7). */
            lawyerFeeCap: boolean;
            /** @description The platform's service fee, paid by the creditor, in basis points. */
            serviceFeeBps: number;
        };
        /** @description A listed case as the hall shows it, without anything that identifies debtor or creditor. */
        HallCase: {
            /** @description Band of the amount still to be recovered. */
            amountBand: components["schemas"]["AmountBand"];
            /** @description Amount still to be recovered, in fen; null for creditors. */
            amountFen: bigint | null;
            /** @description What kind of debt it is. */
            category: components["schemas"]["DebtCategory"];
            /** @description Commission offered, in basis points; frozen at the grab. */
            commissionBps: number;
            /** @description Whether the debtor is an enterprise or a person. */
            debtorKind: components["schemas"]["DebtorKind"];
            /** @description Completeness of the evidence, 0 to 10,000 basis points. */
            evidenceBps: number;
            /** @description Grade of the score, `A` most likely to be recovered. */
            grade: components["schemas"]["CaseGrade"];
            /** @description Id of the case, for `grabCase`. */
            id: string;
            /**
             * Format: date-time
             * @description When the case was listed.
             */
            listedAt: string;
            /** @description What the case is about; null when not stated. */
            matter: components["schemas"]["Matter"] | null;
            /** @description Whole months since the due day. */
            monthsOverdue: number;
            /** @description Whether law firms may take it for a contingency fee, which commissions are: not in the matters of 司发通〔2021〕87号 item 4. */
            openToLawFirms: boolean;
            /** @description GB/T 2260 code of the debtor's province, such as `440000`. */
            provinceCode: string | null;
            /** @description Name of the province in Chinese; null when unknown. */
            provinceName: string | null;
            /** @description Name of the province in English; null when unknown. */
            provinceNameEn: string | null;
            /** @description Score: how likely a recovery is, 0 to 100. */
            score: number;
            /** @description The service that the creditor asks for. */
            serviceLine: components["schemas"]["ServiceLine"];
        };
        /** @description One page of a list of HallCase. */
        HallCaseList: {
            /** @description The page. */
            data: components["schemas"]["HallCase"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What a debt arose from.
         * @enum {string}
         */
        LegalOrigin: "trade" | "service" | "property" | "lending" | "gambling" | "drugs" | "other";
        /**
         * @description Who lent the money; it decides which cap holds.
         * @enum {string}
         */
        Lender: "private" | "local_finance" | "licensed";
        /** @description The limitation period of a line today. */
        Limitation: {
            /** @description Whether something interrupted the period only after it had ended; a reviewer asks what came before. */
            chainUnproven: boolean;
            /**
             * Format: date
             * @description What interrupted the period last; null when nothing did.
             */
            interruptedOn: string | null;
            /**
             * Format: date
             * @description The same, or the next working day after a holiday (art. 203); null while the holidays of that year are not announced.
             */
            lastDayOn: string | null;
            /**
             * Format: date
             * @description Last day of the twenty years, which nothing interrupts.
             */
            longStopOn: string;
            /**
             * Format: date
             * @description The day on which it ends by the calendar; while it is stopped or suspended, if that ended today.
             */
            periodEndsOn: string;
            /**
             * Format: date
             * @description The day from which the current period counts.
             */
            runsFrom: string;
            /** @description Where it stands. */
            state: components["schemas"]["LimitationState"];
        };
        /**
         * @description Where the limitation period of a debt stands (Civil Code 188–197).
         * @enum {string}
         */
        LimitationState: "not_started" | "running" | "stopped" | "suspended" | "expired" | "beyond_long_stop";
        /**
         * @description What a line of a debt is.
         * @enum {string}
         */
        LineKind: "invoice" | "fee_period" | "instalment" | "loan" | "credit_note" | "other";
        /** @description A public event, with what the receiver may know of it. */
        LiveEvent: {
            /** @description The batch it is about, if any, `bat_…`. */
            batchId: string | null;
            /** @description The case it is about, if any, `case_…`. */
            caseId: string | null;
            /** @description Its position; give it as `after` to miss no event. */
            cursor: string;
            /** @description Ids, amounts in fen as strings, codes; no personal data. */
            data: {
                [key: string]: unknown;
            };
            /** @description The event, evt_…; the same on every stream and webhook. */
            id: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            occurredAt: string;
            /** @description Its type, such as `case.listed`; see webhookEventTypes. */
            type: string;
        };
        /** @description One page of a list of LiveEvent. */
        LiveEventList: {
            /** @description The page. */
            data: components["schemas"]["LiveEvent"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description The credentials of a member. */
        LoginInput: {
            /** @description Email address. */
            email: string;
            /** @description Password; case and spaces count. */
            password: string;
        };
        /**
         * @description What a case is about.
         * @enum {string}
         */
        Matter: "sale" | "services" | "construction" | "lease" | "carriage" | "property_management" | "loan" | "credit_card" | "recourse" | "damages" | "marriage_and_inheritance" | "social_insurance" | "minimum_living_benefit" | "maintenance" | "pension" | "relief" | "work_injury" | "labour_pay" | "criminal" | "administrative" | "state_compensation" | "group_suit" | "other";
        /** @description What `restateMatter` takes. Restate what a case is about, while no provider holds it. */
        MatterBody: {
            /**
             * @description What the case is about.
             * @enum {string}
             */
            matter: "sale" | "services" | "construction" | "lease" | "carriage" | "property_management" | "loan" | "credit_card" | "recourse" | "damages" | "marriage_and_inheritance" | "social_insurance" | "minimum_living_benefit" | "maintenance" | "pension" | "relief" | "work_injury" | "labour_pay" | "criminal" | "administrative" | "state_compensation" | "group_suit" | "other";
        };
        /** @description A creditor, an agency, a law firm or the platform itself. */
        Organisation: {
            /**
             * Format: date-time
             * @description When it registered.
             */
            createdAt: string;
            /** @description The organisation’s id, org_…. */
            id: string;
            /** @description Creditor, provider or platform. */
            kind: components["schemas"]["OrganisationKind"];
            /** @description Its name as registered. */
            name: string;
        };
        /**
         * @description Whether an organisation posts cases, grabs them or runs the marketplace.
         * @enum {string}
         */
        OrganisationKind: "creditor" | "agency" | "law_firm" | "platform";
        /** @description One debt to post for recovery. */
        PostCaseInput: {
            /** @description Agreed interest per year, all charges included, in basis points; 0 to 1,000,000. */
            annualRateBps?: number | null;
            /**
             * @description What kind of debt it is.
             * @enum {string}
             */
            category: "commercial_receivable" | "property_management_fee" | "online_loan" | "credit_card" | "private_loan";
            /** @description What was agreed about interest and terms; it decides what may be claimed. */
            claimTerms?: components["schemas"]["ClaimTermsInput"] | null;
            /** @description Your commission offer; the platform's schedule when left out. */
            commission?: components["schemas"]["CommissionOfferInput"] | null;
            /** @description Number of the contract, as both parties know it. */
            contractNumber?: string | null;
            /** @description Postal address of the debtor. */
            debtorAddress?: string | null;
            /**
             * @description The kind of that number; left out it is told from the number and the name. Passports and travel permits need it.
             * @enum {string}
             */
            debtorIdKind?: "credit_code" | "resident_id" | "hmt_residence_permit" | "foreigner_residence_card" | "passport" | "hmt_travel_permit" | "registration_number" | "organisation_code";
            /** @description Unified social credit code or resident identity number. */
            debtorIdNumber?: string | null;
            /**
             * @description Whether the debtor is an enterprise or a person.
             * @enum {string}
             */
            debtorKind: "enterprise" | "person";
            /** @description The debtor's full name. */
            debtorName: string;
            /** @description The debtor's phone number. */
            debtorPhone?: string | null;
            /**
             * Format: date
             * @description The due day; left out beside `lines`.
             */
            dueOn?: string | null;
            /** @description The documents that you have; upload them with addEvidence. */
            evidence?: ("contract" | "invoice" | "delivery_note" | "reconciliation_statement" | "demand_letter" | "loan_note" | "payment_record" | "id_copy" | "judgment" | "other")[];
            /** @description Your own reference, unique among your cases; 1 to 100 characters. */
            externalRef: string;
            /**
             * Format: date
             * @description Day of the invoice or of the loan.
             */
            invoicedOn?: string | null;
            /**
             * Format: date
             * @description Last day the limitation period was interrupted (Civil Code art. 195).
             */
            lastInterruptedOn?: string | null;
            /**
             * @description What the debt arose from.
             * @enum {string}
             */
            legalOrigin?: "trade" | "service" | "property" | "lending" | "gambling" | "drugs" | "other";
            /** @description What the debt consists of; without it, amounts and days of the case are its one line. Amounts and days beside it must be those that the lines make. */
            lines?: components["schemas"]["DebtLineInput"][] | null;
            /**
             * @description What the case is about; some matters are not for law firms, which may take no contingency fee in them.
             * @enum {string}
             */
            matter?: "sale" | "services" | "construction" | "lease" | "carriage" | "property_management" | "loan" | "credit_card" | "recourse" | "damages" | "marriage_and_inheritance" | "social_insurance" | "minimum_living_benefit" | "maintenance" | "pension" | "relief" | "work_injury" | "labour_pay" | "criminal" | "administrative" | "state_compensation" | "group_suit" | "other";
            /** @description A note for the holder; stored encrypted. */
            note?: string | null;
            /**
             * @description Amount paid so far, in fen; 0 when left out.
             * @example 125000
             */
            paidFen?: bigint | null;
            /**
             * @description Penalty and interest claimed, in fen; 0 when left out.
             * @example 125000
             */
            penaltyFen?: bigint | null;
            /**
             * @description Principal in fen; left out beside `lines`.
             * @example 125000
             */
            principalFen?: bigint | null;
            /** @description Region of the debtor, six digits of GB/T 2260. */
            regionCode?: string | null;
            /**
             * @description The service that you ask for; `agency_dunning` when left out.
             * @enum {string}
             */
            serviceLine?: "agency_dunning" | "lawyer_dunning" | "lawyer_letter" | "robot_dunning" | "legal";
        };
        /** @description An error as RFC 9457 has it. `code` is stable and listed under `x-refusals`; the words may change. */
        Problem: {
            /** @description Stable, machine-readable; the same as on the GraphQL face. */
            code: string;
            /** @description What happened, in the language of Accept-Language (en or zh-CN). */
            detail: string;
            /** @description The figures behind the refusal, such as limit and used; for invalid input the reason and its `reasonCode`. */
            details?: {
                [key: string]: unknown;
            };
            /** @description The input field at fault, such as `rows[3].amountFen`. */
            path?: string;
            /** @description The id of the request; quote it when you ask about this answer. */
            requestId: string;
            /** @description Seconds after which trying again makes sense. */
            retryAfterSeconds?: number;
            /** @description The HTTP status. */
            status: number;
            /** @description The code in words, in the language of Accept-Language. */
            title: string;
            /**
             * Format: uri-reference
             * @description Where the code is explained: `/errors/{code}`.
             */
            type: string;
        };
        /**
         * @description Why a creditor takes its case back; some codes say that the holder is not to blame.
         * @enum {string}
         */
        RecallReason: "debtor_dispute" | "wrong_debtor" | "posted_in_error" | "settled_directly" | "insolvency" | "legal_order" | "own_decision" | "inactive_holder" | "complaint" | "other";
        /** @description Debtors' money that the provider received, net of reversals. */
        ReceivedByProvider: {
            /** @description The commission on it, in fen. */
            commissionFen: bigint;
            /** @description What debtors paid, in fen. */
            grossFen: bigint;
            /** @description What remains for the creditor when the commission is kept, in fen. */
            netFen: bigint;
        };
        /** @description A session to continue. */
        RefreshSessionInput: {
            /** @description The refresh token; it works once. */
            refreshToken: string;
        };
        /** @description Money the debtor paid on a case. */
        Repayment: {
            /** @description What the debtor paid, in fen. */
            amountFen: bigint;
            /**
             * Format: date-time
             * @description When time confirms it unless it is disputed; null when time does not confirm it.
             */
            autoConfirmAt: string | null;
            /** @description How the creditor's books led to it; null for a report that a party made. */
            books: components["schemas"]["BooksArithmetic"] | null;
            /** @description The case it was paid on, `case_…`. */
            caseId: string;
            /** @description How the debtor paid. */
            channel: components["schemas"]["RepaymentChannel"];
            /** @description The commission on it, in fen; null until confirmed. */
            commissionFen: bigint | null;
            /**
             * Format: date-time
             * @description When it was confirmed.
             */
            confirmedAt: string | null;
            /** @description By creditor_report, creditor, platform or time. */
            confirmedHow: string | null;
            /** @description The creditor of the case. */
            creditorId: string;
            /** @description Why the creditor disputed it. Null for machines without the scope debtors:read. */
            disputeReason: string | null;
            /**
             * Format: date-time
             * @description When it was disputed.
             */
            disputedAt: string | null;
            /** @description The reporter's own number of the payment; null without one. */
            externalRef: string | null;
            /** @description The grab it counts for, `grab_…`. */
            grabId: string;
            /** @description The repayment. */
            id: string;
            /** @description Why it is not the same payment as an earlier report; or null. Null for machines without the scope debtors:read. */
            notDuplicateBecause: string | null;
            /**
             * Format: date
             * @description The day the debtor paid.
             */
            paidOn: string;
            /** @description The party that received the money. */
            payee: components["schemas"]["RepaymentPayee"];
            /** @description The provider that earns the commission on it. */
            providerId: string;
            /** @description Why it was rejected. Null for machines without the scope debtors:read. */
            rejectReason: string | null;
            /**
             * Format: date-time
             * @description When it was rejected.
             */
            rejectedAt: string | null;
            /**
             * Format: date-time
             * @description When it was reported.
             */
            reportedAt: string;
            /** @description The organisation that reported it. */
            reporterId: string;
            /** @description Why it was reversed. Null for machines without the scope debtors:read. */
            reverseReason: string | null;
            /**
             * Format: date-time
             * @description When it was reversed.
             */
            reversedAt: string | null;
            /** @description The platform's fee booked on it, in fen; null before it is confirmed and for a provider. */
            serviceFeeFen: bigint | null;
            /** @description Whether it counts yet. */
            state: components["schemas"]["RepaymentState"];
            /** @description The proof of payment; null when there is none. */
            voucherFileId: string | null;
        };
        /**
         * @description How the debtor paid.
         * @enum {string}
         */
        RepaymentChannel: "bank_transfer" | "cash" | "alipay" | "wechat" | "other";
        /** @description One page of a list of Repayment. */
        RepaymentList: {
            /** @description The page. */
            data: components["schemas"]["Repayment"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description The party that received the debtor's money.
         * @enum {string}
         */
        RepaymentPayee: "creditor" | "provider";
        /**
         * @description Whether a payment of the debtor counts yet.
         * @enum {string}
         */
        RepaymentState: "reported" | "confirmed" | "rejected" | "reversed";
        /** @description Which events to send again. */
        ReplayWebhooksInput: {
            /**
             * Format: date-time
             * @description Events that occurred from then on, as far as they are kept (30 days).
             */
            since: string;
            /** @description Only these types; left out: all that the endpoint gets. */
            types?: string[] | null;
        };
        /** @description A report of a payment. */
        ReportRepaymentInput: {
            /**
             * @description What the debtor paid, in fen, above 0.
             * @example 125000
             */
            amountFen: bigint;
            /**
             * @description The case it was paid on.
             * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
             */
            caseId: string;
            /**
             * @description How the debtor paid.
             * @enum {string}
             */
            channel: "bank_transfer" | "cash" | "alipay" | "wechat" | "other";
            /** @description Your own number of the payment, 1 to 100 characters; unique for each case. */
            externalRef?: string | null;
            /** @description Why it is not the same payment as an earlier report with its day and amount, or with its voucher. */
            notDuplicateBecause?: string | null;
            /**
             * Format: date
             * @description The day the debtor paid; not in the future.
             */
            paidOn: string;
            /**
             * @description The party that received the money.
             * @enum {string}
             */
            payee: "creditor" | "provider";
            /**
             * @description The proof; required of a provider.
             * @example file_01JABCDEFGHJKMNPQRSTVWXYZ0
             */
            voucherFileId?: string | null;
        };
        /**
         * @description What a member may do. The platform has owner, reviewer, finance and risk; others owner, operator, finance and viewer.
         * @enum {string}
         */
        Role: "owner" | "operator" | "finance" | "viewer" | "reviewer" | "risk";
        /** @description A change of the signing secret. */
        RotateWebhookSecretInput: {
            /** @description Hours both sign, 0 to 168, by default 24. */
            overlapHours?: number | null;
            /** @description Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out: a new one is made. */
            secret?: string | null;
        };
        /** @description Test organisations; nothing they do touches anything live. */
        Sandbox: {
            /** @description How many seconds its clock was advanced in total. */
            advancedSeconds: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description The sandbox, sbx_…. */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /**
             * Format: date-time
             * @description The time of its clock: now plus `advancedSeconds`.
             */
            now: string;
            /** @description Its test organisations. */
            organisations: components["schemas"]["Organisation"][];
        };
        /** @description A new test organisation and the credentials to act for it. */
        SandboxAccount: {
            /** @description The key’s id, `key_…`. */
            apiKeyId: string;
            /** @description The address its owner logs in with, if a password was given. */
            email: string;
            /** @description Its API key, rk_test_…, with every scope; only in this answer. */
            key: string;
            /** @description The test organisation. */
            organisation: components["schemas"]["Organisation"];
        };
        /** @description A new sandbox with the credentials of its organisations. */
        SandboxCreated: {
            /** @description Its organisations with their keys, in the order of the request. */
            accounts: components["schemas"]["SandboxAccount"][];
            /** @description What was made, with its organisations. */
            sandbox: components["schemas"]["Sandbox"];
        };
        /** @description One page of a list of Sandbox. */
        SandboxList: {
            /** @description The page. */
            data: components["schemas"]["Sandbox"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description A value that calls for an outcome in every sandbox. */
        SandboxMagicValue: {
            /** @description What it applies to: verification or case. */
            about: string;
            /** @description Seconds of the sandbox’s clock until then; 0: at once. */
            afterSeconds: number;
            /** @description The code of the outcome. */
            code: string;
            /** @description The outcome in words. */
            description: string;
            /** @description Verification: the code of a creditor or agency, or null. */
            enterpriseCreditCode: string | null;
            /** @description Case: the text its external reference contains; null for any other and for verification. */
            externalRefContains: string | null;
            /** @description Verification: the credit code of a law firm; null for a case. */
            lawFirmCreditCode: string | null;
            /** @description Verification: the number of one lawyer, or null. */
            lawyerCertificate: string | null;
            /** @description Verification: the legal representative, or null. */
            legalRepresentative: string | null;
            /** @description The reasons of a rejection. */
            reasonCodes: string[];
            /** @description approved, rejected, more_information or admitted. */
            verdict: string;
        };
        /** @description One page of a list of SandboxMagicValue. */
        SandboxMagicValueList: {
            /** @description The page. */
            data: components["schemas"]["SandboxMagicValue"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description A test organisation to make. */
        SandboxOrganisationInput: {
            /**
             * @description A creditor, an agency or a law firm.
             * @enum {string}
             */
            kind: "creditor" | "agency" | "law_firm";
            /** @description Its name, at most 200 characters. */
            name?: string | null;
            /** @description Whether it is verified at once; if not, it submits an application like a live organisation. */
            verified?: boolean | null;
        };
        /**
         * @description The service that a creditor asks for.
         * @enum {string}
         */
        ServiceLine: "agency_dunning" | "lawyer_dunning" | "lawyer_letter" | "robot_dunning" | "legal";
        /** @description A login and its tokens, which are shown here only. */
        Session: {
            /** @description Send it as `Authorization: Bearer …`. Valid for ten minutes. */
            accessToken: string;
            /**
             * Format: date-time
             * @description When the access token expires.
             */
            accessTokenExpiresAt: string;
            /** @description The session’s id, ses_…. */
            id: string;
            /** @description The member who is logged in, `mem_…`. */
            memberId: string;
            /** @description The member’s organisation, `org_…`. */
            organisationId: string;
            /** @description Creditor, agency, law firm or platform. */
            organisationKind: components["schemas"]["OrganisationKind"];
            /** @description Exchange it once for new tokens. Keep it secret; never put it into a URL. */
            refreshToken: string;
            /**
             * Format: date-time
             * @description When the refresh token expires: in 7 days, at most 30 after the login.
             */
            refreshTokenExpiresAt: string;
            /** @description What the member may do. */
            roles: components["schemas"]["Role"][];
        };
        /** @description The sessions that a logout or a change of password ended. */
        SessionsEnded: {
            /** @description How many sessions ended. */
            ended: number;
        };
        /** @description What an organisation was credited and charged in one month, China time. */
        Statement: {
            /** @description The balance after the last line, in fen. */
            closingFen: bigint;
            /**
             * Format: date-time
             * @description The first instant of the month.
             */
            from: string;
            /** @description Commission that is on hold now, in fen. */
            heldFen: bigint;
            /** @description Every line, oldest first. */
            lines: components["schemas"]["StatementLine"][];
            /** @description The balance before, in fen; negative when it owes. */
            openingFen: bigint;
            /** @description The organisation whose statement it is, `org_…`. */
            organisationId: string;
            /** @description The month of China time, YYYY-MM. */
            period: string;
            /** @description Debtors' money that the provider received. */
            receivedByProvider: components["schemas"]["ReceivedByProvider"];
            /** @description The sums of the lines, by kind. */
            totals: components["schemas"]["StatementTotals"];
            /**
             * Format: date-time
             * @description The first instant after the month.
             */
            until: string;
            /** @description Value added tax in a provider's commission of the month, by profile and rate; empty for others. */
            vat: components["schemas"]["StatementVat"][];
            /** @description The last rate of value added tax in basis points; 0 also when none is known: see `vatMissing`. */
            vatBps: number;
            /** @description The sum of the known figures of value added tax, in fen. */
            vatFen: bigint;
            /** @description Set while a provider has not stated its tax profile, or a rate is missing: its figures of tax wait for it. */
            vatMissing: components["schemas"]["VatMissing"] | null;
        };
        /** @description One ledger entry of the month. */
        StatementLine: {
            /** @description In fen; above zero it is owed to the organisation. */
            amountFen: bigint;
            /**
             * Format: date-time
             * @description When its hold ends; null without a repayment.
             */
            billableAt: string | null;
            /** @description The case it is about; null for payouts and payments, `case_…`. */
            caseId: string | null;
            /** @description The number of the case; null for payouts and payments. */
            caseNumber: string | null;
            /** @description The name of the other party of the repayment; null without a repayment. */
            counterpartyName: string | null;
            /** @description The creditor's own reference of the case, on its own statement; null elsewhere. */
            externalRef: string | null;
            /** @description The ledger entry. */
            id: string;
            /** @description commission, service_fee, either followed by _reversal or _adjustment, payout, payout_returned or creditor_payment. */
            kind: string;
            /**
             * Format: date-time
             * @description When it was booked.
             */
            occurredAt: string;
            /** @description The party that received the debtor's payment; null without a repayment. */
            payee: components["schemas"]["RepaymentPayee"] | null;
            /** @description The repayment, payout or payment it is about. */
            referenceId: string;
            /** @description Its repayment, in fen; below zero in a reversal, or null. */
            repaidFen: bigint | null;
        };
        /** @description The sums of the lines of a statement, by kind. */
        StatementTotals: {
            /** @description Commissions, less reversals, in fen. */
            commissionFen: bigint;
            /** @description Payments by the creditor, in fen. */
            paymentFen: bigint;
            /** @description Payouts set aside, less those that came back, in fen. */
            payoutFen: bigint;
            /** @description Service fees, less reversals, in fen. */
            serviceFeeFen: bigint;
        };
        /** @description A part of a provider's commission of the month, taken apart by the tax profile in force when it was booked. */
        StatementVat: {
            /** @description Why figures are missing; null when none is. */
            missing: components["schemas"]["VatMissing"] | null;
            /** @description The commission, tax included, in fen; below zero after a clawback. */
            priceFen: bigint;
            /** @description The tax profile; null when none was stated. */
            profile: components["schemas"]["TaxProfileKind"] | null;
            /** @description Its rate in basis points; null when it is missing. */
            rateBps: number | null;
            /** @description The commission without the tax, in fen: price ÷ (1 + rate), rounded half up; null when the rate is missing. */
            salesFen: bigint | null;
            /** @description The tax: the rest, in fen; null when the rate is missing. */
            vatFen: bigint | null;
        };
        /** @description What `syncErpConnection` takes. Start a run now. */
        SyncBody: {
            /**
             * @description Read every document again, not only changed ones.
             * @default false
             */
            full: boolean;
        };
        /**
         * @description How a provider is taxed, as it states it.
         * @enum {string}
         */
        TaxProfileKind: "general" | "simple" | "small_scale" | "exempt";
        /** @description The same words in both languages. */
        Texts: {
            /** @description In English. */
            en: string;
            /** @description In Chinese (zh-CN). */
            zh: string;
        };
        /** @description The token is no longer valid (RFC 7009). */
        TokenRevoked: {
            /** @description Always true. */
            revoked: boolean;
        };
        /** @description Changes of a connection; omitted fields stay. */
        UpdateErpConnectionInput: {
            /** @description An https address on the public internet; a new one requires the credentials again. */
            baseUrl?: string | null;
            /** @description Replaces all stored credentials. */
            credentials?: components["schemas"]["ErpCredentialsInput"] | null;
            /** @description New ones make the next run read every document. */
            defaults?: components["schemas"]["ErpDefaultsInput"] | null;
            /** @description Minutes between two runs, 5 to 10080; 60 by default. */
            intervalMinutes?: number | null;
            /** @description Your name for it, at most 100 characters. */
            name?: string | null;
        };
        /** @description Changes of a webhook endpoint; fields that are left out stay. */
        UpdateWebhookEndpointInput: {
            /** @description What you call it, at most 200 characters. */
            description?: string | null;
            /** @description Event types it gets, at most 100; empty means all to which your organisation is a party. Events of the hall come only by name. */
            types?: string[] | null;
            /**
             * @description The address events are posted to: https, a public host, port 443 or from 1024.
             * @example https://erp.harbour.com/hooks
             */
            url?: string | null;
        };
        /**
         * @description Why there is no figure of value added tax.
         * @enum {string}
         */
        VatMissing: "profile_not_stated" | "rate_not_set";
        /** @description One request to an endpoint and its result. */
        WebhookAttempt: {
            /** @description The beginning of the answer's body, at most 4 kB. */
            answer: string | null;
            /**
             * Format: date-time
             * @description When it began.
             */
            attemptedAt: string;
            /** @description Its duration, in milliseconds. */
            durationMs: number;
            /** @description Why it failed, if it did. */
            error: components["schemas"]["WebhookError"] | null;
            /** @description The cause of the error, such as ECONNREFUSED. */
            errorDetail: string | null;
            /** @description Headers that were sent, with the signature. */
            requestHeaders: {
                [key: string]: unknown;
            };
            /** @description HTTP status of the answer; null without an answer. */
            status: number | null;
        };
        /** @description One event on its way to one endpoint. */
        WebhookDelivery: {
            /** @description Attempts since it was queued or last replayed. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it was queued.
             */
            createdAt: string;
            /** @description The webhook endpoint, whe_…. */
            endpointId: string;
            /** @description The event: the `webhook-id` of every attempt, replays included, `evt_…`. */
            eventId: string;
            /**
             * Format: date-time
             * @description When it was delivered or given up; null while it is pending.
             */
            finishedAt: string | null;
            /** @description The delivery. */
            id: string;
            /** @description Why the last attempt failed; null when it succeeded or there was none. */
            lastError: components["schemas"]["WebhookError"] | null;
            /** @description HTTP status of the last answer. */
            lastStatus: number | null;
            /**
             * Format: date-time
             * @description When the next attempt is due; null when there is none.
             */
            nextAttemptAt: string | null;
            /** @description How often it was replayed. */
            replays: number;
            /** @description Whether it has arrived. */
            state: components["schemas"]["WebhookDeliveryState"];
            /** @description The type of the event. */
            type: string;
        };
        /** @description A delivery with its body and attempts. */
        WebhookDeliveryDetail: {
            /** @description The newest attempts, up to 50. */
            attempts: components["schemas"]["WebhookAttempt"][];
            /** @description The exact body, which the signature covers. */
            body: string;
            /** @description What the log list shows of it. */
            delivery: components["schemas"]["WebhookDelivery"];
        };
        /** @description One page of a list of WebhookDelivery. */
        WebhookDeliveryList: {
            /** @description The page. */
            data: components["schemas"]["WebhookDelivery"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Whether a delivery has arrived, waits for an attempt or was given up.
         * @enum {string}
         */
        WebhookDeliveryState: "pending" | "delivered" | "failed";
        /**
         * @description Why an endpoint gets nothing.
         * @enum {string}
         */
        WebhookDisabledReason: "owner" | "gone" | "failing";
        /** @description Where an organisation receives events, by Standard Webhooks. */
        WebhookEndpoint: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description What its owner calls it. */
            description: string | null;
            /**
             * Format: date-time
             * @description When it was disabled.
             */
            disabledAt: string | null;
            /** @description Why it is disabled; null while it is enabled. */
            disabledReason: components["schemas"]["WebhookDisabledReason"] | null;
            /**
             * Format: date-time
             * @description Its first failure since its last success; null when the last attempt succeeded.
             */
            failingSince: string | null;
            /** @description The endpoint. */
            id: string;
            /**
             * Format: date-time
             * @description Until when the previous secret signs too, or null.
             */
            previousSecretUntil: string | null;
            /** @description Whether it gets events. */
            state: components["schemas"]["WebhookEndpointState"];
            /** @description Event types it gets; empty means all of its organisation. */
            types: string[];
            /** @description The address events are posted to. */
            url: string;
        };
        /** @description One page of a list of WebhookEndpoint. */
        WebhookEndpointList: {
            /** @description The page. */
            data: components["schemas"]["WebhookEndpoint"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Whether an endpoint gets events.
         * @enum {string}
         */
        WebhookEndpointState: "enabled" | "disabled" | "deleted";
        /** @description An endpoint and the secret that signs its events now. */
        WebhookEndpointWithSecret: {
            /** @description What was created or changed. */
            endpoint: components["schemas"]["WebhookEndpoint"];
            /** @description The signing secret, `whsec_…`; only this answer holds it. */
            secret: string;
        };
        /**
         * @description Why an attempt failed.
         * @enum {string}
         */
        WebhookError: "TIMEOUT" | "DNS" | "TLS" | "CONNECTION" | "REFUSED_ADDRESS" | "REDIRECT" | "GONE" | "STATUS";
        /** @description A kind of event, as webhooks and live streams carry it. */
        WebhookEventType: {
            /** @description Who receives it: `organisation` (its parties), `hall` (approved providers) or `review` (reviewers). */
            audiences: string[];
            /** @description What happened. */
            description: string;
            /** @description An example of a body. */
            example: {
                [key: string]: unknown;
            };
            /** @description JSON Schema 2020-12 of the body. */
            schema: {
                [key: string]: unknown;
            };
            /** @description Its name, `case.listed`. */
            type: string;
        };
        /** @description One page of a list of WebhookEventType. */
        WebhookEventTypeList: {
            /** @description The page. */
            data: components["schemas"]["WebhookEventType"][];
            /** @description Whether there are more pages. */
            hasMore: boolean;
            /** @description Pass it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description All events since an instant, sent to one endpoint again. */
        WebhookReplay: {
            /**
             * Format: date-time
             * @description When it was requested.
             */
            createdAt: string;
            /** @description Whether all events are queued. */
            done: boolean;
            /** @description The webhook endpoint, whe_…. */
            endpointId: string;
            /**
             * Format: date-time
             * @description When the last was queued.
             */
            finishedAt: string | null;
            /** @description The replay. */
            id: string;
            /** @description How many deliveries were queued so far. */
            queued: number;
            /**
             * Format: date-time
             * @description Events that occurred from then on are sent again.
             */
            since: string;
            /** @description Only these types; empty means all that the endpoint gets. */
            types: string[];
        };
        /** @description What `withdrawCase` takes. Withdraw a case that no provider holds. */
        WithdrawBody: {
            /** @description Why the case is withdrawn; kept in its history. */
            reason?: string | null;
        };
    };
    responses: {
        /**
         * @description - `ADDRESS_NOT_ALLOWED`: The key or client has a list of network addresses, and the request came from elsewhere.
         *     - `FORBIDDEN`: You are logged in, but your kind of organisation, your role or the scopes of your key do not include this.
         */
        AddressNotAllowedOrForbidden: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `ADDRESS_NOT_ALLOWED`: The key or client has a list of network addresses, and the request came from elsewhere.
         *     - `FORBIDDEN`: You are logged in, but your kind of organisation, your role or the scopes of your key do not include this.
         *     - `ORGANISATION_NOT_VERIFIED`: This operation is for organisations whose verification is approved and in force.
         */
        AddressNotAllowedOrForbiddenOrOrganisationNotVerified: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `BAD_REQUEST`: The request could not be read at all, for example because its JSON is broken. Nothing was processed. */
        BadRequest: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `BUSY`: More requests are waiting than can be served in good time, or a lock was not obtained. The request was turned away before it changed anything. */
        Busy: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `CASE_NOT_ADMISSIBLE`: The debt does not meet the conditions of admission. Every reason is named with its field.
         *     - `IDEMPOTENCY_KEY_REUSED`: A key stands for one request for 30 days. It was used before with another operation or another body.
         *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
         */
        CaseNotAdmissibleOrIdempotencyKeyReusedOrInvalidInput: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `CURSOR_TOO_OLD`: Events are kept for 30 days by default. Reading on from this cursor would leave an unnoticed gap. */
        CursorTooOld: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `ERP_ADDRESS_NOT_ALLOWED`: The platform calls public addresses over https only, so that a connection cannot reach into a private network.
         *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
         */
        ErpAddressNotAllowedOrInvalidInput: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `ERP_CONNECTION_OF_OTHER_KIND`: Each kind of connection works one way: either you send documents, or the platform reads them.
         *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
         */
        ErpConnectionOfOtherKindOrWrongState: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
         *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
         */
        IdempotencyInFlightOrWrongState: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `IDEMPOTENCY_KEY_REUSED`: A key stands for one request for 30 days. It was used before with another operation or another body.
         *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
         */
        IdempotencyKeyReusedOrInvalidInput: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `INTERNAL`: A fault of ours, logged under the request id. The operation took effect completely or not at all. */
        Internal: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed. */
        InvalidInput: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `NOT_FOUND`: No such object exists, or it belongs to another organisation; the answer is the same, so that ids cannot be probed. */
        NotFound: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `PAYLOAD_TOO_LARGE`: The body exceeds the limit of this endpoint: 100 kB, 4 MB for JSON batches, 10 MB for files, 16 MB for NDJSON. */
        PayloadTooLarge: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Refused; the code says why. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `RATE_LIMITED`: You sent more requests than your rate allows. Capacity comes back steadily; `details` holds the limit, what is used and when it is fully restored. */
        RateLimited: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `RATE_LIMITED`: You sent more requests than your rate allows. Capacity comes back steadily; `details` holds the limit, what is used and when it is fully restored.
         *     - `TOO_MANY_STREAMS`: A member, key or client may have a limited number of event streams open at the same time.
         */
        RateLimitedOrTooManyStreams: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `UNAUTHENTICATED`: The request carries no access token or API key, or one that has expired, was revoked or is made up. */
        Unauthenticated: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `UNSUPPORTED_MEDIA_TYPE`: The Content-Type names a format that this endpoint does not accept. */
        UnsupportedMediaType: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment. */
        WrongState: {
            headers: {
                "Content-Language": components["headers"]["ContentLanguage"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "X-Request-Id": components["headers"]["XRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
         * @example zh-CN
         */
        AcceptLanguage: string;
        /**
         * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
         * @example erp-2026-03-01.000042
         */
        RequestId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The language of the message.
         * @example en
         */
        ContentLanguage: string;
        /**
         * @description `true` when this is the answer of an earlier request with the same key.
         * @example true
         */
        IdempotencyReplayed: string;
        /**
         * @description What is left of it: `r` requests now; fully restored in `t` seconds.
         * @example "machine";r=5988;t=1
         */
        RateLimit: string;
        /**
         * @description Your rate limit: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
         * @example "machine";q=6000;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description Seconds after which trying again makes sense.
         * @example 12
         */
        RetryAfter: number;
        /**
         * @description The id of the request; quote it when you ask about the answer.
         * @example erp-2026-03-01.000042
         */
        XRequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAuthorizationServer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "grant_types_supported": [
                     *         "client_credentials"
                     *       ],
                     *       "issuer": "https://api.recourse.example",
                     *       "response_types_supported": [
                     *         "text"
                     *       ],
                     *       "revocation_endpoint": "https://api.recourse.example/oauth/revoke",
                     *       "revocation_endpoint_auth_methods_supported": [
                     *         "private_key_jwt"
                     *       ],
                     *       "revocation_endpoint_auth_signing_alg_values_supported": [
                     *         "ES256"
                     *       ],
                     *       "scopes_supported": [
                     *         "cases:read"
                     *       ],
                     *       "service_documentation": "https://api.recourse.example/reference",
                     *       "token_endpoint": "https://api.recourse.example/oauth/token",
                     *       "token_endpoint_auth_methods_supported": [
                     *         "private_key_jwt"
                     *       ],
                     *       "token_endpoint_auth_signing_alg_values_supported": [
                     *         "ES256"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AuthorizationServer"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    revokeAccessToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "client_id": "client_01JABCDEFGHJKMNPQRSTVWXYZ0",
                 *       "client_secret": "rs_live_5f2c1d9e7b",
                 *       "token": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjbGllbnQifQ.c2lnbmF0dXJl"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    /** @description With private_key_jwt: a JWT of at most five minutes, signed by a key of the client. */
                    client_assertion?: string;
                    /** @description With private_key_jwt: `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`. */
                    client_assertion_type?: string;
                    /** @description The client, client_…. May be left out when the Authorization header or the assertion names it. */
                    client_id?: string;
                    /** @description With client_secret_post. */
                    client_secret?: string;
                    /** @description The access token. */
                    token: string;
                    /** @description Not needed: there is one type of token. */
                    token_type_hint?: string;
                };
            };
        };
        responses: {
            /** @description The token is not valid, whether it was before or not. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revoked": true
                     *     }
                     */
                    "application/json": components["schemas"]["TokenRevoked"];
                };
            };
            /** @description Something about the request is wrong. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_request"
                     *     }
                     */
                    "application/json": {
                        /** @description The error code of RFC 6749 §5.2, such as invalid_client or invalid_scope. */
                        error: string;
                        /** @description What is wrong, in English, for the developer of the client. */
                        error_description?: string;
                    };
                };
            };
            /** @description The client did not show who it is. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_client"
                     *     }
                     */
                    "application/json": {
                        /** @description The error code of RFC 6749 §5.2, such as invalid_client or invalid_scope. */
                        error: string;
                        /** @description What is wrong, in English, for the developer of the client. */
                        error_description?: string;
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            /** @description Too many failed tries; see Retry-After. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "temporarily_unavailable"
                     *     }
                     */
                    "application/json": {
                        /** @description The error code of RFC 6749 §5.2, such as invalid_client or invalid_scope. */
                        error: string;
                        /** @description What is wrong, in English, for the developer of the client. */
                        error_description?: string;
                    };
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getAccessToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "client_id": "client_01JABCDEFGHJKMNPQRSTVWXYZ0",
                 *       "client_secret": "rs_live_5f2c1d9e7b",
                 *       "grant_type": "client_credentials",
                 *       "scope": "cases:read cases:write"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    /** @description With private_key_jwt: a JWT of at most five minutes, signed by a key of the client. */
                    client_assertion?: string;
                    /** @description With private_key_jwt: `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`. */
                    client_assertion_type?: string;
                    /** @description The client, client_…. May be left out when the Authorization header or the assertion names it. */
                    client_id?: string;
                    /** @description With client_secret_post. */
                    client_secret?: string;
                    /**
                     * @description `client_credentials`.
                     * @enum {string}
                     */
                    grant_type: "client_credentials";
                    /** @description The scopes of the token, separated by spaces; left out means all scopes of the client. */
                    scope?: string;
                };
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjbGllbnQifQ.c2lnbmF0dXJl",
                     *       "expires_in": 3,
                     *       "scope": "cases:read cases:write",
                     *       "token_type": "Bearer"
                     *     }
                     */
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description Something about the request is wrong. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_request"
                     *     }
                     */
                    "application/json": {
                        /** @description The error code of RFC 6749 §5.2, such as invalid_client or invalid_scope. */
                        error: string;
                        /** @description What is wrong, in English, for the developer of the client. */
                        error_description?: string;
                    };
                };
            };
            /** @description The client did not show who it is. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_client"
                     *     }
                     */
                    "application/json": {
                        /** @description The error code of RFC 6749 §5.2, such as invalid_client or invalid_scope. */
                        error: string;
                        /** @description What is wrong, in English, for the developer of the client. */
                        error_description?: string;
                    };
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            /** @description Too many failed tries; see Retry-After. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "temporarily_unavailable"
                     *     }
                     */
                    "application/json": {
                        /** @description The error code of RFC 6749 §5.2, such as invalid_client or invalid_scope. */
                        error: string;
                        /** @description What is wrong, in English, for the developer of the client. */
                        error_description?: string;
                    };
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "finance@haven.example",
                 *       "password": "lantern-quay-83-hill"
                 *     }
                 */
                "application/json": components["schemas"]["LoginInput"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtZW1fIn0.c2lnbmF0dXJl",
                     *       "accessTokenExpiresAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "ses_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "memberId": "mem_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "organisationId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "organisationKind": "creditor",
                     *       "refreshToken": "rt_5f2c1d9e7b",
                     *       "refreshTokenExpiresAt": "2026-03-01T08:30:00.000Z",
                     *       "roles": [
                     *         "owner"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description - `LOGIN_FAILED`: The address is unknown or the password is wrong; for security the answer does not say which. */
            401: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            /**
             * @description - `LOGIN_THROTTLED`: After several failed logins each further try must wait longer, so that passwords cannot be guessed.
             *     - `RATE_LIMITED`: You sent more requests than your rate allows. Capacity comes back steadily; `details` holds the limit, what is used and when it is fully restored.
             */
            429: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Retry-After": components["headers"]["RetryAfter"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": 3
                     *     }
                     */
                    "application/json": components["schemas"]["SessionsEnded"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "rt_5f2c1d9e7b"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshSessionInput"];
            };
        };
        responses: {
            /** @description The session with new tokens. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtZW1fIn0.c2lnbmF0dXJl",
                     *       "accessTokenExpiresAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "ses_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "memberId": "mem_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "organisationId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "organisationKind": "creditor",
                     *       "refreshToken": "rt_5f2c1d9e7b",
                     *       "refreshTokenExpiresAt": "2026-03-01T08:30:00.000Z",
                     *       "roles": [
                     *         "owner"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description - `REFRESH_REFUSED`: A refresh token works once. Using one twice ends the session, because it may have been stolen. */
            401: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listCaseBatches: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description State of the batches; null: any.
                 * @example received
                 */
                state?: "received" | "processing" | "completed" | "failed" | "cancelled";
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "admittedRows": 3,
                     *           "carriedOutBy": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "dryRun": true,
                     *           "dryRunOf": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "duplicateRows": 3,
                     *           "encoding": "gb18030",
                     *           "failureCode": null,
                     *           "finishedAt": null,
                     *           "format": "csv",
                     *           "group": "document",
                     *           "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "inReviewRows": 3,
                     *           "mode": "create",
                     *           "percent": 3,
                     *           "processedRows": 3,
                     *           "rejectedRows": 3,
                     *           "repaymentRows": 3,
                     *           "revisionRows": 3,
                     *           "settledRows": 3,
                     *           "startedAt": null,
                     *           "state": "received",
                     *           "totalRows": 3,
                     *           "unchangedRows": 3,
                     *           "unknownColumns": [
                     *             "备注2"
                     *           ],
                     *           "unreadSheets": [
                     *             "2025-02"
                     *           ],
                     *           "updatedRows": 3,
                     *           "withdrawnRows": 3
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatchList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    postCaseBatch: {
        parameters: {
            query?: {
                /**
                 * @description create leaves cases posted before unchanged; upsert updates them to your books.
                 * @example create
                 */
                mode?: "create" | "upsert";
                /**
                 * @description Which rows are lines of one case: document, those with one reference; debtor, those of one debtor in one category.
                 * @example document
                 */
                group?: "document" | "debtor";
                /**
                 * @description Judge every row without effect on cases; commit it later.
                 * @example false
                 */
                dryRun?: "true" | "false";
            };
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "defaults": {},
                 *       "rows": [
                 *         {
                 *           "annualRateBps": 2000,
                 *           "category": "commercial_receivable",
                 *           "claimTerms": {},
                 *           "commission": {},
                 *           "contractNumber": "HT-2025-118",
                 *           "debtorAddress": "上海市浦东新区海港路 1 号",
                 *           "debtorIdNumber": "91310115MA1K4QJN3C",
                 *           "debtorKind": "enterprise",
                 *           "debtorName": "海港贸易有限公司",
                 *           "debtorPhone": "+8613800138000",
                 *           "dueOn": "2026-03-01",
                 *           "evidence": [
                 *             "invoice"
                 *           ],
                 *           "externalRef": "AR-2026-0042",
                 *           "invoicedOn": "2026-03-01",
                 *           "lastInterruptedOn": "2026-03-01",
                 *           "legalOrigin": "trade",
                 *           "lines": [
                 *             {
                 *               "clock": [
                 *                 {}
                 *               ],
                 *               "documentNumber": "INV-2026-0042",
                 *               "dueOn": "2026-03-01",
                 *               "invoicedOn": "2026-03-01",
                 *               "kind": "invoice",
                 *               "lastInterruptedOn": "2026-03-01",
                 *               "paidFen": "125000",
                 *               "penaltyFen": "125000",
                 *               "periodFrom": "2026-03-01",
                 *               "periodTo": "2026-03-01",
                 *               "principalFen": "125000"
                 *             }
                 *           ],
                 *           "matter": "sale",
                 *           "note": "对账单已签字，法务可直接跟进。",
                 *           "outstandingFen": "125000",
                 *           "paidFen": "125000",
                 *           "penaltyFen": "125000",
                 *           "principalFen": "125000",
                 *           "regionCode": "310000",
                 *           "serviceLine": "agency_dunning"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Values that rows may omit: category, debtorKind, serviceLine, legalOrigin, matter, annualRateBps, commission, claimTerms. */
                    defaults?: Record<string, never>;
                    /** @description The cases, each judged separately; 1 to 1000. */
                    rows: {
                        /** @description Agreed interest per year, all charges included, in basis points; 0 to 1,000,000. */
                        annualRateBps?: number;
                        /** @description Default: commercial_receivable. */
                        category?: string;
                        /** @description What was agreed about interest and terms, as in `postCase`. */
                        claimTerms?: Record<string, never>;
                        /** @description { bps, tiers: [{ minMonthsOverdue, minAmountFen, bps }] } */
                        commission?: Record<string, never>;
                        /** @description Number of the contract, as both parties know it. */
                        contractNumber?: string;
                        /** @description Postal address of the debtor. */
                        debtorAddress?: string;
                        /** @description Unified social credit code or resident identity number. */
                        debtorIdNumber?: string;
                        /**
                         * @description Default: derived from number or name.
                         * @enum {string}
                         */
                        debtorKind?: "enterprise" | "person";
                        /** @description The debtor's full name. */
                        debtorName: string;
                        /** @description The debtor's phone number. */
                        debtorPhone?: string;
                        /**
                         * Format: date
                         * @description The due day; left out beside `lines`.
                         */
                        dueOn?: string;
                        /** @description The documents that you have; upload them with addEvidence. */
                        evidence?: string[];
                        /** @description Your own reference, unique among your cases. */
                        externalRef: string;
                        /**
                         * Format: date
                         * @description Day of the invoice or of the loan.
                         */
                        invoicedOn?: string;
                        /**
                         * Format: date
                         * @description Day of the invoice or of the loan.
                         */
                        lastInterruptedOn?: string;
                        /** @description What the debt arose from. */
                        legalOrigin?: string;
                        /** @description What the debt consists of. */
                        lines?: {
                            /** @description What happened to its limitation period: { kind, on, until }. */
                            clock?: Record<string, never>[];
                            /** @description Number of the invoice or other document. */
                            documentNumber?: string;
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            dueOn: string;
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            invoicedOn?: string;
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "invoice" | "fee_period" | "instalment" | "loan" | "credit_note" | "other";
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            lastInterruptedOn?: string;
                            /**
                             * @description Principal in fen; negative for a credit note.
                             * @example 125000
                             */
                            paidFen?: bigint;
                            /**
                             * @description Principal in fen; negative for a credit note.
                             * @example 125000
                             */
                            penaltyFen?: bigint;
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            periodFrom?: string;
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            periodTo?: string;
                            /**
                             * @description Principal in fen; negative for a credit note.
                             * @example 125000
                             */
                            principalFen: bigint;
                        }[];
                        /** @description What the case is about; some matters are not for law firms, which may take no contingency fee in them. */
                        matter?: string;
                        /** @description A note for the holder; stored encrypted. */
                        note?: string;
                        /**
                         * @description principal + penalty − paid; this or the principal must be given.
                         * @example 125000
                         */
                        outstandingFen?: bigint;
                        /**
                         * @description Principal in fen; negative for a credit note.
                         * @example 125000
                         */
                        paidFen?: bigint;
                        /**
                         * @description Principal in fen; negative for a credit note.
                         * @example 125000
                         */
                        penaltyFen?: bigint;
                        /**
                         * @description Principal in fen; negative for a credit note.
                         * @example 125000
                         */
                        principalFen?: bigint;
                        /** @description Six digits of GB/T 2260. */
                        regionCode?: string;
                        /** @description The service that you ask for; `agency_dunning` when left out. */
                        serviceLine?: string;
                    }[];
                } | {
                    /** @description The same defaults as JSON text; must precede the file. */
                    defaults?: string;
                    /**
                     * @description As in the query; must precede the file.
                     * @enum {string}
                     */
                    dryRun?: "true" | "false";
                    /**
                     * Format: binary
                     * @description XLSX, CSV in UTF-8 or GB18030 (Chinese or English headers), or NDJSON (one case per line, as in rows). Detected by content.
                     */
                    file: string;
                    /**
                     * @description As in the query; must precede the file.
                     * @enum {string}
                     */
                    group?: "document" | "debtor";
                    /**
                     * @description As in the query; must precede the file.
                     * @enum {string}
                     */
                    mode?: "create" | "upsert";
                };
                /**
                 * @example {
                 *       "defaults": {},
                 *       "rows": [
                 *         {
                 *           "annualRateBps": 2000,
                 *           "category": "commercial_receivable",
                 *           "claimTerms": {},
                 *           "commission": {},
                 *           "contractNumber": "HT-2025-118",
                 *           "debtorAddress": "上海市浦东新区海港路 1 号",
                 *           "debtorIdNumber": "91310115MA1K4QJN3C",
                 *           "debtorKind": "enterprise",
                 *           "debtorName": "海港贸易有限公司",
                 *           "debtorPhone": "+8613800138000",
                 *           "dueOn": "2026-03-01",
                 *           "evidence": [
                 *             "invoice"
                 *           ],
                 *           "externalRef": "AR-2026-0042",
                 *           "invoicedOn": "2026-03-01",
                 *           "lastInterruptedOn": "2026-03-01",
                 *           "legalOrigin": "trade",
                 *           "lines": [
                 *             {
                 *               "clock": [
                 *                 {}
                 *               ],
                 *               "documentNumber": "INV-2026-0042",
                 *               "dueOn": "2026-03-01",
                 *               "invoicedOn": "2026-03-01",
                 *               "kind": "invoice",
                 *               "lastInterruptedOn": "2026-03-01",
                 *               "paidFen": "125000",
                 *               "penaltyFen": "125000",
                 *               "periodFrom": "2026-03-01",
                 *               "periodTo": "2026-03-01",
                 *               "principalFen": "125000"
                 *             }
                 *           ],
                 *           "matter": "sale",
                 *           "note": "对账单已签字，法务可直接跟进。",
                 *           "outstandingFen": "125000",
                 *           "paidFen": "125000",
                 *           "penaltyFen": "125000",
                 *           "principalFen": "125000",
                 *           "regionCode": "310000",
                 *           "serviceLine": "agency_dunning"
                 *         }
                 *       ]
                 *     }
                 */
                "multipart/form-data": {
                    /** @description Values that rows may omit: category, debtorKind, serviceLine, legalOrigin, matter, annualRateBps, commission, claimTerms. */
                    defaults?: Record<string, never>;
                    /** @description The cases, each judged separately; 1 to 1000. */
                    rows: {
                        /** @description Agreed interest per year, all charges included, in basis points; 0 to 1,000,000. */
                        annualRateBps?: number;
                        /** @description Default: commercial_receivable. */
                        category?: string;
                        /** @description What was agreed about interest and terms, as in `postCase`. */
                        claimTerms?: Record<string, never>;
                        /** @description { bps, tiers: [{ minMonthsOverdue, minAmountFen, bps }] } */
                        commission?: Record<string, never>;
                        /** @description Number of the contract, as both parties know it. */
                        contractNumber?: string;
                        /** @description Postal address of the debtor. */
                        debtorAddress?: string;
                        /** @description Unified social credit code or resident identity number. */
                        debtorIdNumber?: string;
                        /**
                         * @description Default: derived from number or name.
                         * @enum {string}
                         */
                        debtorKind?: "enterprise" | "person";
                        /** @description The debtor's full name. */
                        debtorName: string;
                        /** @description The debtor's phone number. */
                        debtorPhone?: string;
                        /**
                         * Format: date
                         * @description The due day; left out beside `lines`.
                         */
                        dueOn?: string;
                        /** @description The documents that you have; upload them with addEvidence. */
                        evidence?: string[];
                        /** @description Your own reference, unique among your cases. */
                        externalRef: string;
                        /**
                         * Format: date
                         * @description Day of the invoice or of the loan.
                         */
                        invoicedOn?: string;
                        /**
                         * Format: date
                         * @description Day of the invoice or of the loan.
                         */
                        lastInterruptedOn?: string;
                        /** @description What the debt arose from. */
                        legalOrigin?: string;
                        /** @description What the debt consists of. */
                        lines?: {
                            /** @description What happened to its limitation period: { kind, on, until }. */
                            clock?: Record<string, never>[];
                            /** @description Number of the invoice or other document. */
                            documentNumber?: string;
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            dueOn: string;
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            invoicedOn?: string;
                            /**
                             * @description What happened.
                             * @enum {string}
                             */
                            kind: "invoice" | "fee_period" | "instalment" | "loan" | "credit_note" | "other";
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            lastInterruptedOn?: string;
                            /**
                             * @description Principal in fen; negative for a credit note.
                             * @example 125000
                             */
                            paidFen?: bigint;
                            /**
                             * @description Principal in fen; negative for a credit note.
                             * @example 125000
                             */
                            penaltyFen?: bigint;
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            periodFrom?: string;
                            /**
                             * Format: date
                             * @description Day of the invoice or of the loan.
                             */
                            periodTo?: string;
                            /**
                             * @description Principal in fen; negative for a credit note.
                             * @example 125000
                             */
                            principalFen: bigint;
                        }[];
                        /** @description What the case is about; some matters are not for law firms, which may take no contingency fee in them. */
                        matter?: string;
                        /** @description A note for the holder; stored encrypted. */
                        note?: string;
                        /**
                         * @description principal + penalty − paid; this or the principal must be given.
                         * @example 125000
                         */
                        outstandingFen?: bigint;
                        /**
                         * @description Principal in fen; negative for a credit note.
                         * @example 125000
                         */
                        paidFen?: bigint;
                        /**
                         * @description Principal in fen; negative for a credit note.
                         * @example 125000
                         */
                        penaltyFen?: bigint;
                        /**
                         * @description Principal in fen; negative for a credit note.
                         * @example 125000
                         */
                        principalFen?: bigint;
                        /** @description Six digits of GB/T 2260. */
                        regionCode?: string;
                        /** @description The service that you ask for; `agency_dunning` when left out. */
                        serviceLine?: string;
                    }[];
                } | {
                    /** @description The same defaults as JSON text; must precede the file. */
                    defaults?: string;
                    /**
                     * @description As in the query; must precede the file.
                     * @enum {string}
                     */
                    dryRun?: "true" | "false";
                    /**
                     * Format: binary
                     * @description XLSX, CSV in UTF-8 or GB18030 (Chinese or English headers), or NDJSON (one case per line, as in rows). Detected by content.
                     */
                    file: string;
                    /**
                     * @description As in the query; must precede the file.
                     * @enum {string}
                     */
                    group?: "document" | "debtor";
                    /**
                     * @description As in the query; must precede the file.
                     * @enum {string}
                     */
                    mode?: "create" | "upsert";
                };
            };
        };
        responses: {
            /** @description The batch is stored; poll it for progress. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "admittedRows": 3,
                     *       "carriedOutBy": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "dryRun": true,
                     *       "dryRunOf": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "duplicateRows": 3,
                     *       "encoding": "gb18030",
                     *       "failureCode": null,
                     *       "finishedAt": null,
                     *       "format": "csv",
                     *       "group": "document",
                     *       "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "inReviewRows": 3,
                     *       "mode": "create",
                     *       "percent": 3,
                     *       "processedRows": 3,
                     *       "rejectedRows": 3,
                     *       "repaymentRows": 3,
                     *       "revisionRows": 3,
                     *       "settledRows": 3,
                     *       "startedAt": null,
                     *       "state": "received",
                     *       "totalRows": 3,
                     *       "unchangedRows": 3,
                     *       "unknownColumns": [
                     *         "备注2"
                     *       ],
                     *       "unreadSheets": [
                     *         "2025-02"
                     *       ],
                     *       "updatedRows": 3,
                     *       "withdrawnRows": 3
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            /** @description - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing. */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `FILE_TOO_COMPLEX`: Reading is limited in memory and time, so that one file cannot delay the others.
             *     - `FILE_TOO_LARGE`: The file exceeds the size limit. It was not stored.
             *     - `FILE_UNPACKS_TOO_LARGE`: The unpacked size of an archive is limited.
             *     - `PAYLOAD_TOO_LARGE`: The body exceeds the limit of this endpoint: 100 kB, 4 MB for JSON batches, 10 MB for files, 16 MB for NDJSON.
             *     - `TOO_MANY_ROWS`: The number of rows is limited; none was accepted.
             */
            413: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `FILE_ENCODING_UNSUPPORTED`: The encoding of the text is not supported.
             *     - `FILE_ENCRYPTED`: Workbooks with a password are not read.
             *     - `FILE_LEGACY_WORKBOOK`: Only XLSX workbooks are read.
             *     - `FILE_NOT_A_WORKBOOK`: The archive has no sheet, so it is no workbook.
             *     - `FILE_NOT_TEXT`: The content is not a table, whatever its name.
             *     - `UNSUPPORTED_MEDIA_TYPE`: The Content-Type names a format that this endpoint does not accept.
             */
            415: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `COLUMNS_MISSING`: The header row lacks columns that every row needs.
             *     - `COLUMNS_REPEATED`: Two columns of the file stand for the same field, so it is not clear which one applies.
             *     - `COLUMNS_UNCLEAR`: One head stands over several columns of amounts, and not each of them has a header that is known: reading one of them could make a debt of the wrong size.
             *     - `FILE_DAMAGED`: A part of the workbook cannot be unpacked or is not valid XML, or a gzipped file ends too early.
             *     - `FILE_EMPTY`: The file is empty or has only a header.
             *     - `FILE_ENCODING_DAMAGED`: Some bytes are valid in neither encoding, usually because the file was converted or truncated.
             *     - `FILE_MARKUP_FORBIDDEN`: Document types and entities can make a reader fetch or expand more than the file contains, so they are refused.
             *     - `FILE_NAMES_UNSAFE`: A part of the archive has a path outside of it, which no spreadsheet program writes.
             *     - `FILE_SEVERAL_SHEETS`: More than one visible sheet has the headers of the template and rows below, so reading one would drop the others.
             *     - `IDEMPOTENCY_KEY_REUSED`: A key stands for one request for 30 days. It was used before with another operation or another body.
             *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             *     - `TOO_MANY_COLUMNS`: The number of columns is limited.
             *     - `UNIT_UNSUPPORTED`: A line above the header says that the amounts are in another unit or currency, so each would be a debt of the wrong size.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getCaseTemplate: {
        parameters: {
            query?: {
                /**
                 * @description Language of headers and words; by default that of Accept-Language.
                 * @example zh-CN
                 */
                lang?: "zh-CN" | "en";
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description Format of the file.
                 * @example csv
                 */
                format: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    streamCaseBatchEvents: {
        parameters: {
            query?: {
                /**
                 * @description Start with events from this instant (RFC 3339) on, if still kept.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                since?: string;
            };
            header?: {
                /**
                 * @description The `id` of the last event you received, as an EventSource sends it; takes precedence over `since`.
                 * @example WyI0MjAxNyJd
                 */
                "Last-Event-ID"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The batch, bat_….
                 * @example bat_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: `id` is the cursor, `event` the type, `data` a LiveEvent as JSON. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorTooOld"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimitedOrTooManyStreams"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getCaseBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The batch, bat_….
                 * @example bat_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "admittedRows": 3,
                     *       "carriedOutBy": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "dryRun": true,
                     *       "dryRunOf": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "duplicateRows": 3,
                     *       "encoding": "gb18030",
                     *       "failureCode": null,
                     *       "finishedAt": null,
                     *       "format": "csv",
                     *       "group": "document",
                     *       "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "inReviewRows": 3,
                     *       "mode": "create",
                     *       "percent": 3,
                     *       "processedRows": 3,
                     *       "rejectedRows": 3,
                     *       "repaymentRows": 3,
                     *       "revisionRows": 3,
                     *       "settledRows": 3,
                     *       "startedAt": null,
                     *       "state": "received",
                     *       "totalRows": 3,
                     *       "unchangedRows": 3,
                     *       "unknownColumns": [
                     *         "备注2"
                     *       ],
                     *       "unreadSheets": [
                     *         "2025-02"
                     *       ],
                     *       "updatedRows": 3,
                     *       "withdrawnRows": 3
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatch"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    cancelCaseBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The batch, bat_….
                 * @example bat_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stopped batch. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "admittedRows": 3,
                     *       "carriedOutBy": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "dryRun": true,
                     *       "dryRunOf": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "duplicateRows": 3,
                     *       "encoding": "gb18030",
                     *       "failureCode": null,
                     *       "finishedAt": null,
                     *       "format": "csv",
                     *       "group": "document",
                     *       "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "inReviewRows": 3,
                     *       "mode": "create",
                     *       "percent": 3,
                     *       "processedRows": 3,
                     *       "rejectedRows": 3,
                     *       "repaymentRows": 3,
                     *       "revisionRows": 3,
                     *       "settledRows": 3,
                     *       "startedAt": null,
                     *       "state": "received",
                     *       "totalRows": 3,
                     *       "unchangedRows": 3,
                     *       "unknownColumns": [
                     *         "备注2"
                     *       ],
                     *       "unreadSheets": [
                     *         "2025-02"
                     *       ],
                     *       "updatedRows": 3,
                     *       "withdrawnRows": 3
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatch"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    commitCaseBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The dry run, bat_….
                 * @example bat_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch that commits it; poll it for progress. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "admittedRows": 3,
                     *       "carriedOutBy": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "dryRun": true,
                     *       "dryRunOf": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "duplicateRows": 3,
                     *       "encoding": "gb18030",
                     *       "failureCode": null,
                     *       "finishedAt": null,
                     *       "format": "csv",
                     *       "group": "document",
                     *       "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "inReviewRows": 3,
                     *       "mode": "create",
                     *       "percent": 3,
                     *       "processedRows": 3,
                     *       "rejectedRows": 3,
                     *       "repaymentRows": 3,
                     *       "revisionRows": 3,
                     *       "settledRows": 3,
                     *       "startedAt": null,
                     *       "state": "received",
                     *       "totalRows": 3,
                     *       "unchangedRows": 3,
                     *       "unknownColumns": [
                     *         "备注2"
                     *       ],
                     *       "unreadSheets": [
                     *         "2025-02"
                     *       ],
                     *       "updatedRows": 3,
                     *       "withdrawnRows": 3
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatch"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `BATCH_IS_NO_DRY_RUN`: Only a batch posted as a dry run can be committed.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `BATCH_FORGOTTEN`: Uploads and the outcomes of their rows are removed after `retention.batchDays`; the figures of the batch stay. */
            410: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getCaseBatchResult: {
        parameters: {
            query?: {
                /**
                 * @description File format.
                 * @example csv
                 */
                format?: "csv" | "xlsx";
                /**
                 * @description Language of headers and words; by default that of Accept-Language.
                 * @example zh-CN
                 */
                lang?: "zh-CN" | "en";
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The batch, bat_….
                 * @example bat_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; only the creditor of the batch gets it. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listCaseBatchRows: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description Outcome of the rows; null: any.
                 * @example admitted
                 */
                outcome?: "admitted" | "in_review" | "duplicate" | "rejected" | "updated" | "unchanged" | "settled" | "withdrawn" | "repayment_reported" | "revision_pending";
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The batch, bat_….
                 * @example bat_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "externalRef": "AR-2026-0042",
                     *           "outcome": "admitted",
                     *           "reasons": [
                     *             {
                     *               "code": "NOT_OVERDUE",
                     *               "en": "The debt is not overdue yet.",
                     *               "field": "dueOn",
                     *               "zh": "债务尚未逾期。"
                     *             }
                     *           ],
                     *           "rowNumber": 3
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatchRowList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    agreeToCaseLineChange: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The line change, lch_….
                 * @example lch_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                changeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change, `agreed`. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "act": "add",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "decidedAt": null,
                     *       "fromFen": "125000",
                     *       "id": "lch_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "line": null,
                     *       "lineNumber": 3,
                     *       "lines": [
                     *         {
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000"
                     *         }
                     *       ],
                     *       "outstandingFen": "125000",
                     *       "proposedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "applied"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseLineChange"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `ABOVE_HOLDERS_LIMIT`: The largest single case of a grade holds for a held case as well as for a grab.
             *     - `CASE_FROZEN`: The platform froze the case while it examines a dispute, a complaint or an order. Deadlines stand still meanwhile.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `LINE_CHANGE_OUTDATED`: The holder agrees to one outcome. The case has other figures now, so the outcome would be another one.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["CaseNotAdmissibleOrIdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    declineCaseLineChange: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The line change, lch_….
                 * @example lch_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                changeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change, `declined`. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "act": "add",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "decidedAt": null,
                     *       "fromFen": "125000",
                     *       "id": "lch_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "line": null,
                     *       "lineNumber": 3,
                     *       "lines": [
                     *         {
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000"
                     *         }
                     *       ],
                     *       "outstandingFen": "125000",
                     *       "proposedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "applied"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseLineChange"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `CASE_FROZEN`: The platform froze the case while it examines a dispute, a complaint or an order. Deadlines stand still meanwhile.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listCaseRevisions: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description Only those of this case.
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId?: string;
                /**
                 * @description Only in this state.
                 * @example pending
                 */
                state?: "pending" | "proposed" | "confirmed" | "declined" | "lapsed";
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "decidedAt": null,
                     *           "declineReason": null,
                     *           "fromFen": "125000",
                     *           "outstandingFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "principalFen": "125000",
                     *           "proposedAt": "2026-03-01T08:30:00.000Z",
                     *           "state": "pending"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseRevisionList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description Only cases in these states, separated by commas: draft, submitted, under_review, listed, grabbed, in_collection, on_hold, in_litigation, recovered, partially_recovered, unrecovered, withdrawn, returned, rejected.
                 * @example listed,grabbed
                 */
                state?: string;
                /**
                 * @description Only the case with this reference of the creditor.
                 * @example AR-2026-0042
                 */
                externalRef?: string;
                /**
                 * @description Only the case with this number.
                 * @example DC-2026-48210397
                 */
                number?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of cases. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "acceptedAt": null,
                     *           "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "category": "commercial_receivable",
                     *           "claimTerms": null,
                     *           "closeCode": null,
                     *           "closedAt": null,
                     *           "commissionBps": 2000,
                     *           "commissionTiers": [
                     *             {
                     *               "bps": 2000,
                     *               "minAmountFen": "125000",
                     *               "minMonthsOverdue": 3
                     *             }
                     *           ],
                     *           "contractNumber": "HT-2025-118",
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "debtorKind": "enterprise",
                     *           "debtorMaskedName": "海港***有限公司",
                     *           "dueOn": "2026-03-01",
                     *           "evidenceBps": 2000,
                     *           "evidenceKinds": [
                     *             "contract"
                     *           ],
                     *           "externalRef": "AR-2026-0042",
                     *           "grade": "B",
                     *           "id": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "invoicedOn": "2026-03-01",
                     *           "legalOrigin": null,
                     *           "limitationExpiresOn": "2026-03-01",
                     *           "lines": [
                     *             {
                     *               "clock": [
                     *                 {
                     *                   "kind": "first_demand",
                     *                   "on": "2026-03-01",
                     *                   "until": "2026-03-01"
                     *                 }
                     *               ],
                     *               "documentNumber": "INV-2026-0042",
                     *               "dueOn": "2026-03-01",
                     *               "invoicedOn": "2026-03-01",
                     *               "kind": "invoice",
                     *               "lastInterruptedOn": "2026-03-01",
                     *               "limitation": null,
                     *               "limitationDaysLeft": 3,
                     *               "limitationExpiresOn": "2026-03-01",
                     *               "lineNumber": 3,
                     *               "monthsOverdue": 3,
                     *               "openFen": "125000",
                     *               "paidFen": "125000",
                     *               "penaltyFen": "125000",
                     *               "periodFrom": "2026-03-01",
                     *               "periodTo": "2026-03-01",
                     *               "principalFen": "125000",
                     *               "withdrawnAt": null
                     *             }
                     *           ],
                     *           "listedAt": null,
                     *           "matter": null,
                     *           "number": "DC-2026-48210397",
                     *           "outstandingFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "principalFen": "125000",
                     *           "recoveredFen": "125000",
                     *           "regionCode": "310000",
                     *           "reviewReasons": [
                     *             {
                     *               "code": "NOT_OVERDUE",
                     *               "en": "The debt is not overdue yet.",
                     *               "field": "dueOn",
                     *               "params": {},
                     *               "severity": "reject",
                     *               "zh": "债务尚未逾期。"
                     *             }
                     *           ],
                     *           "score": 62,
                     *           "serviceLine": "agency_dunning",
                     *           "state": "listed"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    postCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "category": "commercial_receivable",
                 *       "claimTerms": {
                 *         "contractOn": "2025-08-20",
                 *         "paymentTermDays": 30,
                 *         "penaltyRateBps": 1200
                 *       },
                 *       "commission": {
                 *         "bps": 1500,
                 *         "tiers": [
                 *           {
                 *             "bps": 2000,
                 *             "minMonthsOverdue": 12
                 *           }
                 *         ]
                 *       },
                 *       "contractNumber": "HT-2025-118",
                 *       "debtorAddress": "上海市浦东新区海港路 1 号",
                 *       "debtorIdNumber": "91310115MA1K4QJN3C",
                 *       "debtorKind": "enterprise",
                 *       "debtorName": "海港贸易有限公司",
                 *       "debtorPhone": "+8613800138000",
                 *       "evidence": [
                 *         "contract",
                 *         "invoice",
                 *         "delivery_note"
                 *       ],
                 *       "externalRef": "AR-2026-0042",
                 *       "legalOrigin": "trade",
                 *       "lines": [
                 *         {
                 *           "documentNumber": "INV-2025-0311",
                 *           "dueOn": "2025-10-01",
                 *           "invoicedOn": "2025-09-01",
                 *           "kind": "invoice",
                 *           "paidFen": "250000",
                 *           "principalFen": "1250000"
                 *         },
                 *         {
                 *           "documentNumber": "INV-2025-0342",
                 *           "dueOn": "2025-11-07",
                 *           "invoicedOn": "2025-10-08",
                 *           "kind": "invoice",
                 *           "principalFen": "830000"
                 *         },
                 *         {
                 *           "documentNumber": "CN-2025-0017",
                 *           "dueOn": "2025-11-07",
                 *           "kind": "credit_note",
                 *           "principalFen": "-80000"
                 *         }
                 *       ],
                 *       "matter": "sale",
                 *       "note": "对账单已签字，法务可直接跟进。",
                 *       "regionCode": "310115",
                 *       "serviceLine": "agency_dunning"
                 *     }
                 */
                "application/json": components["schemas"]["PostCaseInput"];
            };
        };
        responses: {
            /** @description The case, in state `listed` or `submitted`. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
                     *       "claimTerms": null,
                     *       "closeCode": null,
                     *       "closedAt": null,
                     *       "commissionBps": 2000,
                     *       "commissionTiers": [
                     *         {
                     *           "bps": 2000,
                     *           "minAmountFen": "125000",
                     *           "minMonthsOverdue": 3
                     *         }
                     *       ],
                     *       "contractNumber": "HT-2025-118",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "debtorKind": "enterprise",
                     *       "debtorMaskedName": "海港***有限公司",
                     *       "dueOn": "2026-03-01",
                     *       "evidenceBps": 2000,
                     *       "evidenceKinds": [
                     *         "contract"
                     *       ],
                     *       "externalRef": "AR-2026-0042",
                     *       "grade": "B",
                     *       "id": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "invoicedOn": "2026-03-01",
                     *       "legalOrigin": null,
                     *       "limitationExpiresOn": "2026-03-01",
                     *       "lines": [
                     *         {
                     *           "clock": [
                     *             {
                     *               "kind": "first_demand",
                     *               "on": "2026-03-01",
                     *               "until": "2026-03-01"
                     *             }
                     *           ],
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "invoicedOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "lastInterruptedOn": "2026-03-01",
                     *           "limitation": null,
                     *           "limitationDaysLeft": 3,
                     *           "limitationExpiresOn": "2026-03-01",
                     *           "lineNumber": 3,
                     *           "monthsOverdue": 3,
                     *           "openFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000",
                     *           "withdrawnAt": null
                     *         }
                     *       ],
                     *       "listedAt": null,
                     *       "matter": null,
                     *       "number": "DC-2026-48210397",
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "recoveredFen": "125000",
                     *       "regionCode": "310000",
                     *       "reviewReasons": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "field": "dueOn",
                     *           "params": {},
                     *           "severity": "reject",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "score": 62,
                     *       "serviceLine": "agency_dunning",
                     *       "state": "listed"
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            /**
             * @description - `CASE_EXISTS`: An external reference is unique for its creditor, so that a debt sent twice is one case. The message names the earlier case.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CaseNotAdmissibleOrIdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    quoteCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "category": "commercial_receivable",
                 *       "claimTerms": {
                 *         "contractOn": "2025-08-20",
                 *         "paymentTermDays": 30,
                 *         "penaltyRateBps": 1200
                 *       },
                 *       "commission": {
                 *         "bps": 1500,
                 *         "tiers": [
                 *           {
                 *             "bps": 2000,
                 *             "minMonthsOverdue": 12
                 *           }
                 *         ]
                 *       },
                 *       "contractNumber": "HT-2025-118",
                 *       "debtorAddress": "上海市浦东新区海港路 1 号",
                 *       "debtorIdNumber": "91310115MA1K4QJN3C",
                 *       "debtorKind": "enterprise",
                 *       "debtorName": "海港贸易有限公司",
                 *       "debtorPhone": "+8613800138000",
                 *       "evidence": [
                 *         "contract",
                 *         "invoice",
                 *         "delivery_note"
                 *       ],
                 *       "externalRef": "AR-2026-0042",
                 *       "legalOrigin": "trade",
                 *       "lines": [
                 *         {
                 *           "documentNumber": "INV-2025-0311",
                 *           "dueOn": "2025-10-01",
                 *           "invoicedOn": "2025-09-01",
                 *           "kind": "invoice",
                 *           "paidFen": "250000",
                 *           "principalFen": "1250000"
                 *         },
                 *         {
                 *           "documentNumber": "INV-2025-0342",
                 *           "dueOn": "2025-11-07",
                 *           "invoicedOn": "2025-10-08",
                 *           "kind": "invoice",
                 *           "principalFen": "830000"
                 *         },
                 *         {
                 *           "documentNumber": "CN-2025-0017",
                 *           "dueOn": "2025-11-07",
                 *           "kind": "credit_note",
                 *           "principalFen": "-80000"
                 *         }
                 *       ],
                 *       "matter": "sale",
                 *       "note": "对账单已签字，法务可直接跟进。",
                 *       "regionCode": "310115",
                 *       "serviceLine": "agency_dunning"
                 *     }
                 */
                "application/json": components["schemas"]["PostCaseInput"];
            };
        };
        responses: {
            /** @description Verdict, lines, score, commission and claim. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": null,
                     *       "commissionBps": 2000,
                     *       "commissionTiers": [
                     *         {
                     *           "bps": 2000,
                     *           "minAmountFen": "125000",
                     *           "minMonthsOverdue": 3
                     *         }
                     *       ],
                     *       "dueOn": "2026-03-01",
                     *       "evidenceBps": 2000,
                     *       "existingCaseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "fullRecovery": null,
                     *       "grade": "B",
                     *       "limitationDaysLeft": 3,
                     *       "limitationExpiresOn": "2026-03-01",
                     *       "lines": [
                     *         {
                     *           "clock": [
                     *             {
                     *               "kind": "first_demand",
                     *               "on": "2026-03-01",
                     *               "until": "2026-03-01"
                     *             }
                     *           ],
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "invoicedOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "lastInterruptedOn": "2026-03-01",
                     *           "limitation": null,
                     *           "limitationDaysLeft": 3,
                     *           "limitationExpiresOn": "2026-03-01",
                     *           "lineNumber": 3,
                     *           "monthsOverdue": 3,
                     *           "openFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000",
                     *           "withdrawnAt": null
                     *         }
                     *       ],
                     *       "monthsOverdue": 3,
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "reasons": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "field": "dueOn",
                     *           "params": {},
                     *           "severity": "reject",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "score": 62,
                     *       "verdict": "admit"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseQuote"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
                     *       "claimTerms": null,
                     *       "closeCode": null,
                     *       "closedAt": null,
                     *       "commissionBps": 2000,
                     *       "commissionTiers": [
                     *         {
                     *           "bps": 2000,
                     *           "minAmountFen": "125000",
                     *           "minMonthsOverdue": 3
                     *         }
                     *       ],
                     *       "contractNumber": "HT-2025-118",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "debtorKind": "enterprise",
                     *       "debtorMaskedName": "海港***有限公司",
                     *       "dueOn": "2026-03-01",
                     *       "evidenceBps": 2000,
                     *       "evidenceKinds": [
                     *         "contract"
                     *       ],
                     *       "externalRef": "AR-2026-0042",
                     *       "grade": "B",
                     *       "id": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "invoicedOn": "2026-03-01",
                     *       "legalOrigin": null,
                     *       "limitationExpiresOn": "2026-03-01",
                     *       "lines": [
                     *         {
                     *           "clock": [
                     *             {
                     *               "kind": "first_demand",
                     *               "on": "2026-03-01",
                     *               "until": "2026-03-01"
                     *             }
                     *           ],
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "invoicedOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "lastInterruptedOn": "2026-03-01",
                     *           "limitation": null,
                     *           "limitationDaysLeft": 3,
                     *           "limitationExpiresOn": "2026-03-01",
                     *           "lineNumber": 3,
                     *           "monthsOverdue": 3,
                     *           "openFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000",
                     *           "withdrawnAt": null
                     *         }
                     *       ],
                     *       "listedAt": null,
                     *       "matter": null,
                     *       "number": "DC-2026-48210397",
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "recoveredFen": "125000",
                     *       "regionCode": "310000",
                     *       "reviewReasons": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "field": "dueOn",
                     *           "params": {},
                     *           "severity": "reject",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "score": 62,
                     *       "serviceLine": "agency_dunning",
                     *       "state": "listed"
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getCaseClaim: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "allowedFen": "125000",
                     *       "askedFen": "125000",
                     *       "askedRateBps": 2000,
                     *       "capFen": "125000",
                     *       "capRate": null,
                     *       "capSegments": [
                     *         {
                     *           "amountFen": "125000",
                     *           "days": 3,
                     *           "from": "2026-03-01",
                     *           "interestFen": "125000",
                     *           "lineNumber": 3,
                     *           "phase": "term",
                     *           "rate": "text",
                     *           "rateDays": 3,
                     *           "to": "2026-03-01"
                     *         }
                     *       ],
                     *       "courtFees": {
                     *         "acceptanceFen": "125000",
                     *         "amountFen": "125000",
                     *         "enforcementFen": "125000",
                     *         "halvedFen": "125000",
                     *         "paymentOrderFen": "125000",
                     *         "preservationFen": "125000"
                     *       },
                     *       "coveredFen": "125000",
                     *       "excessFen": "125000",
                     *       "feesFen": "125000",
                     *       "leastFen": "125000",
                     *       "notes": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "params": {},
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "principalFen": "125000",
                     *       "receivedFen": "125000",
                     *       "rule": "private_lending",
                     *       "segments": [
                     *         {
                     *           "amountFen": "125000",
                     *           "days": 3,
                     *           "from": "2026-03-01",
                     *           "interestFen": "125000",
                     *           "lineNumber": 3,
                     *           "phase": "term",
                     *           "rate": "text",
                     *           "rateDays": 3,
                     *           "to": "2026-03-01"
                     *         }
                     *       ],
                     *       "until": "2026-03-01"
                     *     }
                     */
                    "application/json": components["schemas"]["Claim"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getCaseDebtor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The debtor's personal data. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "上海市浦东新区海港路 1 号",
                     *       "idKind": null,
                     *       "idNumber": "91310115MA1K4QJN3C",
                     *       "name": "海港贸易有限公司",
                     *       "note": null,
                     *       "phone": "+8613800138000"
                     *     }
                     */
                    "application/json": components["schemas"]["Debtor"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            /**
             * @description - `ADDRESS_NOT_ALLOWED`: The key or client has a list of network addresses, and the request came from elsewhere.
             *     - `DEBTOR_NOT_DISCLOSED`: Only the provider with an accepted entrustment may see the personal data of a debtor, while it holds the case.
             *     - `FORBIDDEN`: You are logged in, but your kind of organisation, your role or the scopes of your key do not include this.
             */
            403: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    addEvidence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileId": "file_01JABCDEFGHJKMNPQRSTVWXYZ0",
                 *       "kind": "contract"
                 *     }
                 */
                "application/json": components["schemas"]["EvidenceBody"];
            };
        };
        responses: {
            /** @description The case, judged again with the new evidence. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
                     *       "claimTerms": null,
                     *       "closeCode": null,
                     *       "closedAt": null,
                     *       "commissionBps": 2000,
                     *       "commissionTiers": [
                     *         {
                     *           "bps": 2000,
                     *           "minAmountFen": "125000",
                     *           "minMonthsOverdue": 3
                     *         }
                     *       ],
                     *       "contractNumber": "HT-2025-118",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "debtorKind": "enterprise",
                     *       "debtorMaskedName": "海港***有限公司",
                     *       "dueOn": "2026-03-01",
                     *       "evidenceBps": 2000,
                     *       "evidenceKinds": [
                     *         "contract"
                     *       ],
                     *       "externalRef": "AR-2026-0042",
                     *       "grade": "B",
                     *       "id": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "invoicedOn": "2026-03-01",
                     *       "legalOrigin": null,
                     *       "limitationExpiresOn": "2026-03-01",
                     *       "lines": [
                     *         {
                     *           "clock": [
                     *             {
                     *               "kind": "first_demand",
                     *               "on": "2026-03-01",
                     *               "until": "2026-03-01"
                     *             }
                     *           ],
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "invoicedOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "lastInterruptedOn": "2026-03-01",
                     *           "limitation": null,
                     *           "limitationDaysLeft": 3,
                     *           "limitationExpiresOn": "2026-03-01",
                     *           "lineNumber": 3,
                     *           "monthsOverdue": 3,
                     *           "openFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000",
                     *           "withdrawnAt": null
                     *         }
                     *       ],
                     *       "listedAt": null,
                     *       "matter": null,
                     *       "number": "DC-2026-48210397",
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "recoveredFen": "125000",
                     *       "regionCode": "310000",
                     *       "reviewReasons": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "field": "dueOn",
                     *           "params": {},
                     *           "severity": "reject",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "score": 62,
                     *       "serviceLine": "agency_dunning",
                     *       "state": "listed"
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `EVIDENCE_ALREADY_ADDED`: A file can be added to a case only once.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `EVIDENCE_FILE_UNKNOWN`: The file id belongs to no file that your organisation uploaded.
             *     - `IDEMPOTENCY_KEY_REUSED`: A key stands for one request for 30 days. It was used before with another operation or another body.
             *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    downloadEvidence: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
                /**
                 * @description The evidence, evi_….
                 * @example evi_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contents of the file. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    grabCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grab; your organisation holds the case. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptBy": "2026-03-01T08:30:00.000Z",
                     *       "acceptedAt": null,
                     *       "activityBy": "2026-03-01T08:30:00.000Z",
                     *       "amountFen": "125000",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "closeCode": null,
                     *       "closeProposedAt": null,
                     *       "closesAt": null,
                     *       "endReason": null,
                     *       "endedAt": null,
                     *       "exclusiveUntil": "2026-03-01T08:30:00.000Z",
                     *       "firstActivityAt": null,
                     *       "frozenAt": null,
                     *       "grabbedAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "monthsOverdue": 3,
                     *       "penaltyPoints": 0,
                     *       "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "recallReason": null,
                     *       "state": "active",
                     *       "terms": {
                     *         "commissionBps": 2000,
                     *         "lawyerFeeCap": true,
                     *         "serviceFeeBps": 2000
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Grab"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            /**
             * @description - `ADDRESS_NOT_ALLOWED`: The key or client has a list of network addresses, and the request came from elsewhere.
             *     - `CONTINGENCY_FORBIDDEN`: Law firms may take no contingency fee in criminal, administrative and state compensation proceedings, group litigation, marriage and inheritance, nor for social insurance, the minimum living benefit, maintenance, pensions, relief, work injury or pay for labour (司发通〔2021〕87号 item 4). Every commission here is contingent.
             *     - `FORBIDDEN`: You are logged in, but your kind of organisation, your role or the scopes of your key do not include this.
             *     - `GRABBING_SUSPENDED`: A returned or expired grab costs the creditor time, so too many of them within seven days suspend grabbing.
             *     - `LAW_FIRM_ONLY`: Dunning by a lawyer, lawyer’s letters, litigation and arbitration are for law firms only.
             *     - `PROVIDER_NOT_VERIFIED`: Only verified agencies and law firms may grab cases. A verification can expire, be suspended or be revoked.
             *     - `RELATED_PARTY`: A provider may not collect for or against a party with which it shares an owner or a legal representative.
             */
            403: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /**
             * @description - `CASE_ALREADY_GRABBED`: A case has one holder at a time, and the first committed grab wins. Another provider’s grab was committed before yours.
             *     - `CASE_ALREADY_YOURS`: Your organisation has an active grab of this case already.
             *     - `CASE_RETURNED_BEFORE`: A provider that returned a case, closed it before it was paid or let its grab expire cannot grab the case again.
             *     - `CASE_TOO_LARGE`: Each grade has a limit for the amount of one case; this case reaches or exceeds yours.
             *     - `CREDITOR_NOT_VERIFIED`: The verification of its creditor was suspended, has expired or was revoked. Its cases leave the hall until it is in force again.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `QUOTA_EXCEEDED`: Your grade sets how many cases you may hold at once, and you hold that many.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listCaseLineChanges: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "act": "add",
                     *           "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "decidedAt": null,
                     *           "fromFen": "125000",
                     *           "id": "lch_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "line": null,
                     *           "lineNumber": 3,
                     *           "lines": [
                     *             {
                     *               "documentNumber": "INV-2026-0042",
                     *               "dueOn": "2026-03-01",
                     *               "kind": "invoice",
                     *               "paidFen": "125000",
                     *               "penaltyFen": "125000",
                     *               "periodFrom": "2026-03-01",
                     *               "periodTo": "2026-03-01",
                     *               "principalFen": "125000"
                     *             }
                     *           ],
                     *           "outstandingFen": "125000",
                     *           "proposedAt": "2026-03-01T08:30:00.000Z",
                     *           "state": "applied"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseLineChangeList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    addCaseLine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "documentNumber": "INV-2025-0358",
                 *       "dueOn": "2025-12-03",
                 *       "invoicedOn": "2025-11-03",
                 *       "kind": "invoice",
                 *       "principalFen": "415000"
                 *     }
                 */
                "application/json": components["schemas"]["DebtLineInput"];
            };
        };
        responses: {
            /** @description The change, `applied` or `pending`. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "act": "add",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "decidedAt": null,
                     *       "fromFen": "125000",
                     *       "id": "lch_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "line": null,
                     *       "lineNumber": 3,
                     *       "lines": [
                     *         {
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000"
                     *         }
                     *       ],
                     *       "outstandingFen": "125000",
                     *       "proposedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "applied"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseLineChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `CASE_FROZEN`: The platform froze the case while it examines a dispute, a complaint or an order. Deadlines stand still meanwhile.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `LINE_CHANGES_USED_UP`: All changes of a case are kept and listed together, so there is an end to them.
             *     - `NOTHING_LEFT_TO_COLLECT`: Nothing would be left to collect. A change of lines does not end a case.
             *     - `PAYMENT_IS_A_REPAYMENT`: A provider holds or held the case, so a payment may be the result of its work and earn commission.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `AMOUNT_MISREAD`: An amount that differs by exactly a factor of 10, 100 or 1,000 is nearly always a separator in the wrong place.
             *     - `CASE_NOT_ADMISSIBLE`: The debt does not meet the conditions of admission. Every reason is named with its field.
             *     - `IDEMPOTENCY_KEY_REUSED`: A key stands for one request for 30 days. It was used before with another operation or another body.
             *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    correctCaseLine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
                /**
                 * @description Number of the line in its case.
                 * @example 3
                 */
                lineNumber: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "documentNumber": "INV-2025-0358",
                 *       "dueOn": "2025-12-03",
                 *       "invoicedOn": "2025-11-03",
                 *       "kind": "invoice",
                 *       "principalFen": "415000"
                 *     }
                 */
                "application/json": components["schemas"]["DebtLineInput"];
            };
        };
        responses: {
            /** @description The change, `applied` or `pending`. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "act": "add",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "decidedAt": null,
                     *       "fromFen": "125000",
                     *       "id": "lch_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "line": null,
                     *       "lineNumber": 3,
                     *       "lines": [
                     *         {
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000"
                     *         }
                     *       ],
                     *       "outstandingFen": "125000",
                     *       "proposedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "applied"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseLineChange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `CASE_FROZEN`: The platform froze the case while it examines a dispute, a complaint or an order. Deadlines stand still meanwhile.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `LINE_CHANGES_USED_UP`: All changes of a case are kept and listed together, so there is an end to them.
             *     - `NOTHING_LEFT_TO_COLLECT`: Nothing would be left to collect. A change of lines does not end a case.
             *     - `PAYMENT_IS_A_REPAYMENT`: A provider holds or held the case, so a payment may be the result of its work and earn commission.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `AMOUNT_MISREAD`: An amount that differs by exactly a factor of 10, 100 or 1,000 is nearly always a separator in the wrong place.
             *     - `CASE_NOT_ADMISSIBLE`: The debt does not meet the conditions of admission. Every reason is named with its field.
             *     - `IDEMPOTENCY_KEY_REUSED`: A key stands for one request for 30 days. It was used before with another operation or another body.
             *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    withdrawCaseLine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
                /**
                 * @description Number of the line in its case.
                 * @example 3
                 */
                lineNumber: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change, `applied` or `pending`. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "act": "add",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "decidedAt": null,
                     *       "fromFen": "125000",
                     *       "id": "lch_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "line": null,
                     *       "lineNumber": 3,
                     *       "lines": [
                     *         {
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000"
                     *         }
                     *       ],
                     *       "outstandingFen": "125000",
                     *       "proposedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "applied"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseLineChange"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `CASE_FROZEN`: The platform froze the case while it examines a dispute, a complaint or an order. Deadlines stand still meanwhile.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `LINE_CHANGES_USED_UP`: All changes of a case are kept and listed together, so there is an end to them.
             *     - `NOTHING_LEFT_TO_COLLECT`: Nothing would be left to collect. A change of lines does not end a case.
             *     - `PAYMENT_IS_A_REPAYMENT`: A provider holds or held the case, so a payment may be the result of its work and earn commission.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `AMOUNT_MISREAD`: An amount that differs by exactly a factor of 10, 100 or 1,000 is nearly always a separator in the wrong place.
             *     - `CASE_NOT_ADMISSIBLE`: The debt does not meet the conditions of admission. Every reason is named with its field.
             *     - `IDEMPOTENCY_KEY_REUSED`: A key stands for one request for 30 days. It was used before with another operation or another body.
             *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    restateMatter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "matter": "sale"
                 *     }
                 */
                "application/json": components["schemas"]["MatterBody"];
            };
        };
        responses: {
            /** @description The case with its new matter. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
                     *       "claimTerms": null,
                     *       "closeCode": null,
                     *       "closedAt": null,
                     *       "commissionBps": 2000,
                     *       "commissionTiers": [
                     *         {
                     *           "bps": 2000,
                     *           "minAmountFen": "125000",
                     *           "minMonthsOverdue": 3
                     *         }
                     *       ],
                     *       "contractNumber": "HT-2025-118",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "debtorKind": "enterprise",
                     *       "debtorMaskedName": "海港***有限公司",
                     *       "dueOn": "2026-03-01",
                     *       "evidenceBps": 2000,
                     *       "evidenceKinds": [
                     *         "contract"
                     *       ],
                     *       "externalRef": "AR-2026-0042",
                     *       "grade": "B",
                     *       "id": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "invoicedOn": "2026-03-01",
                     *       "legalOrigin": null,
                     *       "limitationExpiresOn": "2026-03-01",
                     *       "lines": [
                     *         {
                     *           "clock": [
                     *             {
                     *               "kind": "first_demand",
                     *               "on": "2026-03-01",
                     *               "until": "2026-03-01"
                     *             }
                     *           ],
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "invoicedOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "lastInterruptedOn": "2026-03-01",
                     *           "limitation": null,
                     *           "limitationDaysLeft": 3,
                     *           "limitationExpiresOn": "2026-03-01",
                     *           "lineNumber": 3,
                     *           "monthsOverdue": 3,
                     *           "openFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000",
                     *           "withdrawnAt": null
                     *         }
                     *       ],
                     *       "listedAt": null,
                     *       "matter": null,
                     *       "number": "DC-2026-48210397",
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "recoveredFen": "125000",
                     *       "regionCode": "310000",
                     *       "reviewReasons": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "field": "dueOn",
                     *           "params": {},
                     *           "severity": "reject",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "score": 62,
                     *       "serviceLine": "agency_dunning",
                     *       "state": "listed"
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["CaseNotAdmissibleOrIdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    relistCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listed case. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
                     *       "claimTerms": null,
                     *       "closeCode": null,
                     *       "closedAt": null,
                     *       "commissionBps": 2000,
                     *       "commissionTiers": [
                     *         {
                     *           "bps": 2000,
                     *           "minAmountFen": "125000",
                     *           "minMonthsOverdue": 3
                     *         }
                     *       ],
                     *       "contractNumber": "HT-2025-118",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "debtorKind": "enterprise",
                     *       "debtorMaskedName": "海港***有限公司",
                     *       "dueOn": "2026-03-01",
                     *       "evidenceBps": 2000,
                     *       "evidenceKinds": [
                     *         "contract"
                     *       ],
                     *       "externalRef": "AR-2026-0042",
                     *       "grade": "B",
                     *       "id": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "invoicedOn": "2026-03-01",
                     *       "legalOrigin": null,
                     *       "limitationExpiresOn": "2026-03-01",
                     *       "lines": [
                     *         {
                     *           "clock": [
                     *             {
                     *               "kind": "first_demand",
                     *               "on": "2026-03-01",
                     *               "until": "2026-03-01"
                     *             }
                     *           ],
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "invoicedOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "lastInterruptedOn": "2026-03-01",
                     *           "limitation": null,
                     *           "limitationDaysLeft": 3,
                     *           "limitationExpiresOn": "2026-03-01",
                     *           "lineNumber": 3,
                     *           "monthsOverdue": 3,
                     *           "openFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000",
                     *           "withdrawnAt": null
                     *         }
                     *       ],
                     *       "listedAt": null,
                     *       "matter": null,
                     *       "number": "DC-2026-48210397",
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "recoveredFen": "125000",
                     *       "regionCode": "310000",
                     *       "reviewReasons": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "field": "dueOn",
                     *           "params": {},
                     *           "severity": "reject",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "score": 62,
                     *       "serviceLine": "agency_dunning",
                     *       "state": "listed"
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    confirmCaseRevision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outstandingFen": "125000"
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmRevisionBody"];
            };
        };
        responses: {
            /** @description The revision, `proposed` or `confirmed`. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "decidedAt": null,
                     *       "declineReason": null,
                     *       "fromFen": "125000",
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "proposedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `CASE_FROZEN`: The platform froze the case while it examines a dispute, a complaint or an order. Deadlines stand still meanwhile.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `LINE_CHANGES_USED_UP`: All changes of a case are kept and listed together, so there is an end to them.
             *     - `REVISION_OUTDATED`: You consent to one amount. The books show another one since, or repayments leave nothing of it to collect.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    declineCaseRevision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "债务人已直接付清"
                 *     }
                 */
                "application/json": components["schemas"]["DeclineRevisionBody"];
            };
        };
        responses: {
            /** @description The declined revision. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "decidedAt": null,
                     *       "declineReason": null,
                     *       "fromFen": "125000",
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "proposedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    withdrawCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The case, case_….
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "债务人已直接付清"
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawBody"];
            };
        };
        responses: {
            /** @description The withdrawn case. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
                     *       "claimTerms": null,
                     *       "closeCode": null,
                     *       "closedAt": null,
                     *       "commissionBps": 2000,
                     *       "commissionTiers": [
                     *         {
                     *           "bps": 2000,
                     *           "minAmountFen": "125000",
                     *           "minMonthsOverdue": 3
                     *         }
                     *       ],
                     *       "contractNumber": "HT-2025-118",
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "debtorKind": "enterprise",
                     *       "debtorMaskedName": "海港***有限公司",
                     *       "dueOn": "2026-03-01",
                     *       "evidenceBps": 2000,
                     *       "evidenceKinds": [
                     *         "contract"
                     *       ],
                     *       "externalRef": "AR-2026-0042",
                     *       "grade": "B",
                     *       "id": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "invoicedOn": "2026-03-01",
                     *       "legalOrigin": null,
                     *       "limitationExpiresOn": "2026-03-01",
                     *       "lines": [
                     *         {
                     *           "clock": [
                     *             {
                     *               "kind": "first_demand",
                     *               "on": "2026-03-01",
                     *               "until": "2026-03-01"
                     *             }
                     *           ],
                     *           "documentNumber": "INV-2026-0042",
                     *           "dueOn": "2026-03-01",
                     *           "invoicedOn": "2026-03-01",
                     *           "kind": "invoice",
                     *           "lastInterruptedOn": "2026-03-01",
                     *           "limitation": null,
                     *           "limitationDaysLeft": 3,
                     *           "limitationExpiresOn": "2026-03-01",
                     *           "lineNumber": 3,
                     *           "monthsOverdue": 3,
                     *           "openFen": "125000",
                     *           "paidFen": "125000",
                     *           "penaltyFen": "125000",
                     *           "periodFrom": "2026-03-01",
                     *           "periodTo": "2026-03-01",
                     *           "principalFen": "125000",
                     *           "withdrawnAt": null
                     *         }
                     *       ],
                     *       "listedAt": null,
                     *       "matter": null,
                     *       "number": "DC-2026-48210397",
                     *       "outstandingFen": "125000",
                     *       "paidFen": "125000",
                     *       "penaltyFen": "125000",
                     *       "principalFen": "125000",
                     *       "recoveredFen": "125000",
                     *       "regionCode": "310000",
                     *       "reviewReasons": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "field": "dueOn",
                     *           "params": {},
                     *           "severity": "reject",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "score": 62,
                     *       "serviceLine": "agency_dunning",
                     *       "state": "listed"
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listErpConnections: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "advice": [
                     *             {
                     *               "code": "NOT_OVERDUE",
                     *               "en": "The debt is not overdue yet.",
                     *               "zh": "债务尚未逾期。"
                     *             }
                     *           ],
                     *           "baseUrl": null,
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "defaults": {},
                     *           "errorCode": null,
                     *           "errorEn": null,
                     *           "errorZh": null,
                     *           "id": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "intervalMinutes": 3,
                     *           "kind": "odoo",
                     *           "lastSyncedAt": null,
                     *           "name": "海港贸易有限公司",
                     *           "nextSyncAt": null,
                     *           "state": "active"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpConnectionList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    createErpConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "baseUrl": "https://erp.haven.example",
                 *       "credentials": {
                 *         "apiKey": "5f2c1d9e7b",
                 *         "apiSecret": "9e7b5f2c1d",
                 *         "company": "海港贸易有限公司"
                 *       },
                 *       "intervalMinutes": 60,
                 *       "kind": "erpnext",
                 *       "name": "ERPNext"
                 *     }
                 */
                "application/json": components["schemas"]["CreateErpConnectionInput"];
            };
        };
        responses: {
            /** @description The connection. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advice": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "baseUrl": null,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "defaults": {},
                     *       "errorCode": null,
                     *       "errorEn": null,
                     *       "errorZh": null,
                     *       "id": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "intervalMinutes": 3,
                     *       "kind": "odoo",
                     *       "lastSyncedAt": null,
                     *       "name": "海港贸易有限公司",
                     *       "nextSyncAt": null,
                     *       "state": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            /** @description - `TOO_MANY_ERP_CONNECTIONS`: An organisation has a limited number of ERP connections. */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ErpAddressNotAllowedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getErpConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advice": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "baseUrl": null,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "defaults": {},
                     *       "errorCode": null,
                     *       "errorEn": null,
                     *       "errorZh": null,
                     *       "id": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "intervalMinutes": 3,
                     *       "kind": "odoo",
                     *       "lastSyncedAt": null,
                     *       "name": "海港贸易有限公司",
                     *       "nextSyncAt": null,
                     *       "state": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpConnection"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    deleteErpConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deleted connection. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advice": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "baseUrl": null,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "defaults": {},
                     *       "errorCode": null,
                     *       "errorEn": null,
                     *       "errorZh": null,
                     *       "id": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "intervalMinutes": 3,
                     *       "kind": "odoo",
                     *       "lastSyncedAt": null,
                     *       "name": "海港贸易有限公司",
                     *       "nextSyncAt": null,
                     *       "state": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpConnection"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    updateErpConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "defaults": {
                 *         "referencePrefix": "EN-"
                 *       },
                 *       "intervalMinutes": 30,
                 *       "name": "ERPNext"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateErpConnectionInput"];
            };
        };
        responses: {
            /** @description The connection. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advice": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "baseUrl": null,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "defaults": {},
                     *       "errorCode": null,
                     *       "errorEn": null,
                     *       "errorZh": null,
                     *       "id": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "intervalMinutes": 3,
                     *       "kind": "odoo",
                     *       "lastSyncedAt": null,
                     *       "name": "海港贸易有限公司",
                     *       "nextSyncAt": null,
                     *       "state": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ErpConnectionOfOtherKindOrWrongState"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ErpAddressNotAllowedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    sendUblDocuments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": [
                 *         "（文件内容）"
                 *       ]
                 *     }
                 */
                "multipart/form-data": {
                    /** @description XML documents, each an invoice or a credit note. */
                    file: string[];
                };
            };
        };
        responses: {
            /** @description The completed run; read the outcomes as rows. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connectionId": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "counts": {},
                     *       "documents": 3,
                     *       "errorCode": null,
                     *       "faults": 3,
                     *       "finishedAt": null,
                     *       "full": true,
                     *       "id": "run_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "startedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "running",
                     *       "trigger": "schedule"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpSyncRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ErpConnectionOfOtherKindOrWrongState"];
            /**
             * @description - `FILE_TOO_COMPLEX`: Reading is limited in memory and time, so that one file cannot delay the others.
             *     - `FILE_TOO_LARGE`: The file exceeds the size limit. It was not stored.
             *     - `PAYLOAD_TOO_LARGE`: The body exceeds the limit of this endpoint: 100 kB, 4 MB for JSON batches, 10 MB for files, 16 MB for NDJSON.
             */
            413: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    pauseErpConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advice": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "baseUrl": null,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "defaults": {},
                     *       "errorCode": null,
                     *       "errorEn": null,
                     *       "errorZh": null,
                     *       "id": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "intervalMinutes": 3,
                     *       "kind": "odoo",
                     *       "lastSyncedAt": null,
                     *       "name": "海港贸易有限公司",
                     *       "nextSyncAt": null,
                     *       "state": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpConnection"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    resumeErpConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advice": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "baseUrl": null,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "defaults": {},
                     *       "errorCode": null,
                     *       "errorEn": null,
                     *       "errorZh": null,
                     *       "id": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "intervalMinutes": 3,
                     *       "kind": "odoo",
                     *       "lastSyncedAt": null,
                     *       "name": "海港贸易有限公司",
                     *       "nextSyncAt": null,
                     *       "state": "active"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpConnection"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listErpSyncRows: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description Only documents with this outcome; null means any.
                 * @example admitted
                 */
                outcome?: "admitted" | "in_review" | "updated" | "unchanged" | "settled" | "withdrawn" | "repayment_reported" | "revision_pending" | "rejected" | "skipped";
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "decidedAt": "2026-03-01T08:30:00.000Z",
                     *           "documentKey": "sales-invoice:SI-2026-0042",
                     *           "number": "DC-2026-48210397",
                     *           "outcome": "admitted",
                     *           "reasons": [
                     *             {
                     *               "code": "NOT_OVERDUE",
                     *               "en": "The debt is not overdue yet.",
                     *               "field": "dueOn",
                     *               "zh": "债务尚未逾期。"
                     *             }
                     *           ],
                     *           "recheckOn": "2026-03-01",
                     *           "runId": "run_01JABCDEFGHJKMNPQRSTVWXYZ0"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpSyncRowList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listErpSyncRuns: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "connectionId": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "counts": {},
                     *           "documents": 3,
                     *           "errorCode": null,
                     *           "faults": 3,
                     *           "finishedAt": null,
                     *           "full": true,
                     *           "id": "run_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "startedAt": "2026-03-01T08:30:00.000Z",
                     *           "state": "running",
                     *           "trigger": "schedule"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpSyncRunList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    syncErpConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "full": false
                 *     }
                 */
                "application/json": components["schemas"]["SyncBody"];
            };
        };
        responses: {
            /** @description The run; poll it. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "connectionId": "erp_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "counts": {},
                     *       "documents": 3,
                     *       "errorCode": null,
                     *       "faults": 3,
                     *       "finishedAt": null,
                     *       "full": true,
                     *       "id": "run_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "startedAt": "2026-03-01T08:30:00.000Z",
                     *       "state": "running",
                     *       "trigger": "schedule"
                     *     }
                     */
                    "application/json": components["schemas"]["ErpSyncRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `ERP_CONNECTION_OF_OTHER_KIND`: Each kind of connection works one way: either you send documents, or the platform reads them.
             *     - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    testErpConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The connection, erp_….
                 * @example erp_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advice": [
                     *         {
                     *           "code": "NOT_OVERDUE",
                     *           "en": "The debt is not overdue yet.",
                     *           "zh": "债务尚未逾期。"
                     *         }
                     *       ],
                     *       "errorCode": null,
                     *       "errorEn": null,
                     *       "errorZh": null,
                     *       "newestChange": null,
                     *       "ok": true
                     *     }
                     */
                    "application/json": components["schemas"]["ErpConnectionTest"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ErpConnectionOfOtherKindOrWrongState"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listErrors: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them on one page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "address": "上海市浦东新区海港路 1 号",
                     *           "code": "NOT_OVERDUE",
                     *           "example": {},
                     *           "meaning": {
                     *             "en": "The debt is not overdue yet.",
                     *             "zh": "债务尚未逾期。"
                     *           },
                     *           "message": {
                     *             "en": "The debt is not overdue yet.",
                     *             "zh": "债务尚未逾期。"
                     *           },
                     *           "remedy": {
                     *             "en": "The debt is not overdue yet.",
                     *             "zh": "债务尚未逾期。"
                     *           },
                     *           "retry": true,
                     *           "status": 204,
                     *           "title": {
                     *             "en": "The debt is not overdue yet.",
                     *             "zh": "债务尚未逾期。"
                     *           }
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorExplainedList"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getError: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The code, in capitals.
                 * @example CASE_ALREADY_GRABBED
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it means and what to do. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "上海市浦东新区海港路 1 号",
                     *       "code": "NOT_OVERDUE",
                     *       "example": {},
                     *       "meaning": {
                     *         "en": "The debt is not overdue yet.",
                     *         "zh": "债务尚未逾期。"
                     *       },
                     *       "message": {
                     *         "en": "The debt is not overdue yet.",
                     *         "zh": "债务尚未逾期。"
                     *       },
                     *       "remedy": {
                     *         "en": "The debt is not overdue yet.",
                     *         "zh": "债务尚未逾期。"
                     *       },
                     *       "retry": true,
                     *       "status": 204,
                     *       "title": {
                     *         "en": "The debt is not overdue yet.",
                     *         "zh": "债务尚未逾期。"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ErrorExplained"];
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them on one page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "audiences": [
                     *             "organisation"
                     *           ],
                     *           "description": "A case entered the hall, or came back to it.",
                     *           "example": {},
                     *           "schema": {},
                     *           "type": "case.listed"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEventTypeList"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description Start with events from this instant (RFC 3339) on, if still kept.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                since?: string;
                /**
                 * @description Only these types, at most 50, separated by commas: `case.listed,grab.taken`.
                 * @example case.listed
                 */
                types?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "cursor": "WyI0MjAxNyJd",
                     *           "data": {},
                     *           "id": "evt_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "occurredAt": "2026-03-01T08:30:00.000Z",
                     *           "type": "case.listed"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["LiveEventList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            410: components["responses"]["CursorTooOld"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /**
                 * @description Start with events from this instant (RFC 3339) on, if still kept.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                since?: string;
                /**
                 * @description Only these types, at most 50, separated by commas: `case.listed,grab.taken`.
                 * @example case.listed
                 */
                types?: string;
            };
            header?: {
                /**
                 * @description The `id` of the last event you received, as an EventSource sends it; takes precedence over `since`.
                 * @example WyI0MjAxNyJd
                 */
                "Last-Event-ID"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: `id` is the cursor, `event` the type, `data` a LiveEvent as JSON. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            410: components["responses"]["CursorTooOld"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimitedOrTooManyStreams"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    exportActivities: {
        parameters: {
            query?: {
                /**
                 * @description File format.
                 * @example csv
                 */
                format?: "csv" | "xlsx";
                /**
                 * @description Language of headers and words; by default that of Accept-Language.
                 * @example zh-CN
                 */
                lang?: "zh-CN" | "en";
                /**
                 * @description Only cases in these states, separated by commas: draft, submitted, under_review, listed, grabbed, in_collection, on_hold, in_litigation, recovered, partially_recovered, unrecovered, withdrawn, returned, rejected.
                 * @example listed,grabbed
                 */
                state?: string;
                /**
                 * @description Only the case with this reference of the creditor.
                 * @example AR-2026-0042
                 */
                externalRef?: string;
                /**
                 * @description Only the case with this number.
                 * @example DC-2026-48210397
                 */
                number?: string;
                /**
                 * @description Why the notes of all are read; the platform must say it.
                 * @example complaint
                 */
                reason?: "complaint" | "dispute" | "audit" | "incident" | "authority_request" | "data_subject_request";
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /**
                 * @description File format.
                 * @example csv
                 */
                format?: "csv" | "xlsx";
                /**
                 * @description Language of headers and words; by default that of Accept-Language.
                 * @example zh-CN
                 */
                lang?: "zh-CN" | "en";
                /**
                 * @description The actor: a member, an API key or a client, by its id.
                 * @example text
                 */
                actorId?: string;
                /**
                 * @description An act, or a group of acts with a star at its end: `case.debtor.*`.
                 * @example case.debtor.read
                 */
                act?: string;
                /**
                 * @description What it was done to, by its id of any kind: `case_01J…`.
                 * @example text
                 */
                subjectId?: string;
                /**
                 * @description The organisation of the actor.
                 * @example org_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                organisationId?: string;
                /**
                 * @description Only records of this instant or later.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                from?: string;
                /**
                 * @description Only records before this instant.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                to?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    exportCaseLines: {
        parameters: {
            query?: {
                /**
                 * @description File format.
                 * @example csv
                 */
                format?: "csv" | "xlsx";
                /**
                 * @description Language of headers and words; by default that of Accept-Language.
                 * @example zh-CN
                 */
                lang?: "zh-CN" | "en";
                /**
                 * @description Only cases in these states, separated by commas: draft, submitted, under_review, listed, grabbed, in_collection, on_hold, in_litigation, recovered, partially_recovered, unrecovered, withdrawn, returned, rejected.
                 * @example listed,grabbed
                 */
                state?: string;
                /**
                 * @description Only the case with this reference of the creditor.
                 * @example AR-2026-0042
                 */
                externalRef?: string;
                /**
                 * @description Only the case with this number.
                 * @example DC-2026-48210397
                 */
                number?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    exportCases: {
        parameters: {
            query?: {
                /**
                 * @description File format.
                 * @example csv
                 */
                format?: "csv" | "xlsx";
                /**
                 * @description Language of headers and words; by default that of Accept-Language.
                 * @example zh-CN
                 */
                lang?: "zh-CN" | "en";
                /**
                 * @description Only cases in these states, separated by commas: draft, submitted, under_review, listed, grabbed, in_collection, on_hold, in_litigation, recovered, partially_recovered, unrecovered, withdrawn, returned, rejected.
                 * @example listed,grabbed
                 */
                state?: string;
                /**
                 * @description Only the case with this reference of the creditor.
                 * @example AR-2026-0042
                 */
                externalRef?: string;
                /**
                 * @description Only the case with this number.
                 * @example DC-2026-48210397
                 */
                number?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "（文件内容）",
                 *       "purpose": "evidence"
                 *     }
                 */
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description A PDF, JPEG or PNG of at most 10 MB.
                     */
                    file: string;
                    /** @description What it is for, by default document; must come before the file. One of document, verification-document, case-evidence, evidence, repayment-voucher, activity-attachment. */
                    purpose?: string;
                };
            };
        };
        responses: {
            /** @description The stored file. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bytes": 48213,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "filename": "invoice.pdf",
                     *       "id": "file_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "mediaType": "application/pdf",
                     *       "purpose": "evidence",
                     *       "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *     }
                     */
                    "application/json": components["schemas"]["File"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            /**
             * @description - `FILE_TOO_LARGE`: The file exceeds the size limit. It was not stored.
             *     - `PAYLOAD_TOO_LARGE`: The body exceeds the limit of this endpoint: 100 kB, 4 MB for JSON batches, 10 MB for files, 16 MB for NDJSON.
             */
            413: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `FILE_TYPE_NOT_ALLOWED`: The content of the file decides its type, and this type is not accepted here. It was not stored.
             *     - `UNSUPPORTED_MEDIA_TYPE`: The Content-Type names a format that this endpoint does not accept.
             */
            415: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The file’s id, file_….
                 * @example file_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contents. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listGrabs: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description Only grabs of this case.
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId?: string;
                /**
                 * @description Only grabs in this state.
                 * @example active
                 */
                state?: "active" | "completed" | "returned" | "expired" | "recalled";
                /**
                 * @description Only grabs whose proposed close waits for the creditor, or only others.
                 * @example true
                 */
                closeProposed?: "true" | "false";
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of grabs. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "acceptBy": "2026-03-01T08:30:00.000Z",
                     *           "acceptedAt": null,
                     *           "activityBy": "2026-03-01T08:30:00.000Z",
                     *           "amountFen": "125000",
                     *           "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "closeCode": null,
                     *           "closeProposedAt": null,
                     *           "closesAt": null,
                     *           "endReason": null,
                     *           "endedAt": null,
                     *           "exclusiveUntil": "2026-03-01T08:30:00.000Z",
                     *           "firstActivityAt": null,
                     *           "frozenAt": null,
                     *           "grabbedAt": "2026-03-01T08:30:00.000Z",
                     *           "id": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "monthsOverdue": 3,
                     *           "penaltyPoints": 0,
                     *           "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "recallReason": null,
                     *           "state": "active",
                     *           "terms": {
                     *             "commissionBps": 2000,
                     *             "lawyerFeeCap": true,
                     *             "serviceFeeBps": 2000
                     *           }
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["GrabList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getGrab: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The grab, grab_….
                 * @example grab_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                grabId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grab. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptBy": "2026-03-01T08:30:00.000Z",
                     *       "acceptedAt": null,
                     *       "activityBy": "2026-03-01T08:30:00.000Z",
                     *       "amountFen": "125000",
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "closeCode": null,
                     *       "closeProposedAt": null,
                     *       "closesAt": null,
                     *       "endReason": null,
                     *       "endedAt": null,
                     *       "exclusiveUntil": "2026-03-01T08:30:00.000Z",
                     *       "firstActivityAt": null,
                     *       "frozenAt": null,
                     *       "grabbedAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "monthsOverdue": 3,
                     *       "penaltyPoints": 0,
                     *       "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "recallReason": null,
                     *       "state": "active",
                     *       "terms": {
                     *         "commissionBps": 2000,
                     *         "lawyerFeeCap": true,
                     *         "serviceFeeBps": 2000
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Grab"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listHall: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description The order; NEWEST by default. Cursors belong to one order.
                 * @example NEWEST
                 */
                sort?: "NEWEST" | "OLDEST" | "AMOUNT_DESC" | "AMOUNT_ASC" | "COMMISSION_DESC" | "SCORE_DESC" | "OVERDUE_LONGEST" | "OVERDUE_SHORTEST";
                /**
                 * @description Any of these categories.
                 * @example [
                 *       "commercial_receivable"
                 *     ]
                 */
                categories?: ("commercial_receivable" | "property_management_fee" | "online_loan" | "credit_card" | "private_loan")[];
                /**
                 * @description Any of these service lines.
                 * @example [
                 *       "agency_dunning"
                 *     ]
                 */
                serviceLines?: ("agency_dunning" | "lawyer_dunning" | "lawyer_letter" | "robot_dunning" | "legal")[];
                /**
                 * @description Any of these provinces, by GB/T 2260 code such as 440000.
                 * @example [
                 *       "310000"
                 *     ]
                 */
                provinces?: string[];
                /**
                 * @description The first 2 to 6 digits of a region code.
                 * @example 31
                 */
                regionPrefix?: string;
                /**
                 * @description Only debtors of this kind.
                 * @example enterprise
                 */
                debtorKind?: "enterprise" | "person";
                /**
                 * @description Any of these grades.
                 * @example [
                 *       "A"
                 *     ]
                 */
                grades?: ("A" | "B" | "C" | "D" | "E")[];
                /**
                 * @description Any of these amount bands.
                 * @example [
                 *       "under_10k"
                 *     ]
                 */
                amountBands?: ("under_10k" | "from_10k_to_50k" | "from_50k_to_200k" | "from_200k_to_1m" | "from_1m_to_5m" | "from_5m")[];
                /**
                 * @description At least this amount, in fen; not for creditors.
                 * @example 125000
                 */
                minAmountFen?: bigint;
                /**
                 * @description At most this amount, in fen; not for creditors.
                 * @example 125000
                 */
                maxAmountFen?: bigint;
                /**
                 * @description At least this many whole months overdue.
                 * @example 3
                 */
                minMonthsOverdue?: number;
                /**
                 * @description At most this many whole months overdue.
                 * @example 3
                 */
                maxMonthsOverdue?: number;
                /**
                 * @description At least this commission, in basis points.
                 * @example 2000
                 */
                minCommissionBps?: number;
                /**
                 * @description At most this commission, in basis points.
                 * @example 2000
                 */
                maxCommissionBps?: number;
                /**
                 * @description At least this completeness of evidence, in basis points.
                 * @example 2000
                 */
                minEvidenceBps?: number;
                /**
                 * @description Any of these matters.
                 * @example [
                 *       "sale"
                 *     ]
                 */
                matters?: ("sale" | "services" | "construction" | "lease" | "carriage" | "property_management" | "loan" | "credit_card" | "recourse" | "damages" | "marriage_and_inheritance" | "social_insurance" | "minimum_living_benefit" | "maintenance" | "pension" | "relief" | "work_injury" | "labour_pay" | "criminal" | "administrative" | "state_compensation" | "group_suit" | "other")[];
                /**
                 * @description Only cases that law firms may take for a contingency fee, or only others.
                 * @example true
                 */
                openToLawFirms?: boolean;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of listings. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "amountBand": "under_10k",
                     *           "amountFen": "125000",
                     *           "category": "commercial_receivable",
                     *           "commissionBps": 2000,
                     *           "debtorKind": "enterprise",
                     *           "evidenceBps": 2000,
                     *           "grade": "B",
                     *           "id": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "listedAt": "2026-03-01T08:30:00.000Z",
                     *           "matter": null,
                     *           "monthsOverdue": 3,
                     *           "openToLawFirms": true,
                     *           "provinceCode": "310000",
                     *           "provinceName": "上海市",
                     *           "provinceNameEn": "Shanghai",
                     *           "score": 62,
                     *           "serviceLine": "agency_dunning"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["HallCaseList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    streamHallEvents: {
        parameters: {
            query?: {
                /**
                 * @description Start with events from this instant (RFC 3339) on, if still kept.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                since?: string;
                /**
                 * @description Only these types, at most 50, separated by commas: `case.listed,grab.taken`.
                 * @example case.listed
                 */
                types?: string;
            };
            header?: {
                /**
                 * @description The `id` of the last event you received, as an EventSource sends it; takes precedence over `since`.
                 * @example WyI0MjAxNyJd
                 */
                "Last-Event-ID"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: `id` is the cursor, `event` the type, `data` a LiveEvent as JSON. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            410: components["responses"]["CursorTooOld"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimitedOrTooManyStreams"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listRepayments: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description Only those on this case.
                 * @example case_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                caseId?: string;
                /**
                 * @description Only in this state.
                 * @example reported
                 */
                state?: "reported" | "confirmed" | "rejected" | "reversed";
                /**
                 * @description Only those the creditor disputed, or did not.
                 * @example true
                 */
                disputed?: "true" | "false";
                /**
                 * @description Only those reported before this instant.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                reportedBefore?: string;
                /**
                 * @description Only those that count for this provider.
                 * @example org_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                providerId?: string;
                /**
                 * @description Only those on cases of this creditor.
                 * @example org_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                creditorId?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "amountFen": "125000",
                     *           "autoConfirmAt": null,
                     *           "books": null,
                     *           "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "channel": "bank_transfer",
                     *           "commissionFen": "125000",
                     *           "confirmedAt": null,
                     *           "confirmedHow": null,
                     *           "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "disputeReason": null,
                     *           "disputedAt": null,
                     *           "externalRef": "AR-2026-0042",
                     *           "grabId": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "id": "rep_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "notDuplicateBecause": null,
                     *           "paidOn": "2026-03-01",
                     *           "payee": "creditor",
                     *           "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "rejectReason": null,
                     *           "rejectedAt": null,
                     *           "reportedAt": "2026-03-01T08:30:00.000Z",
                     *           "reporterId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "reverseReason": null,
                     *           "reversedAt": null,
                     *           "serviceFeeFen": "125000",
                     *           "state": "reported",
                     *           "voucherFileId": "file_01JABCDEFGHJKMNPQRSTVWXYZ0"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    reportRepayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountFen": "125000",
                 *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                 *       "channel": "bank_transfer",
                 *       "externalRef": "AR-2026-0042",
                 *       "notDuplicateBecause": "text",
                 *       "paidOn": "2026-03-01",
                 *       "payee": "creditor",
                 *       "voucherFileId": "file_01JABCDEFGHJKMNPQRSTVWXYZ0"
                 *     }
                 */
                "application/json": components["schemas"]["ReportRepaymentInput"];
            };
        };
        responses: {
            /** @description The repayment; confirmed at once when its creditor reports. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amountFen": "125000",
                     *       "autoConfirmAt": null,
                     *       "books": null,
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "channel": "bank_transfer",
                     *       "commissionFen": "125000",
                     *       "confirmedAt": null,
                     *       "confirmedHow": null,
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "disputeReason": null,
                     *       "disputedAt": null,
                     *       "externalRef": "AR-2026-0042",
                     *       "grabId": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "id": "rep_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "notDuplicateBecause": null,
                     *       "paidOn": "2026-03-01",
                     *       "payee": "creditor",
                     *       "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "rejectReason": null,
                     *       "rejectedAt": null,
                     *       "reportedAt": "2026-03-01T08:30:00.000Z",
                     *       "reporterId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "reverseReason": null,
                     *       "reversedAt": null,
                     *       "serviceFeeFen": "125000",
                     *       "state": "reported",
                     *       "voucherFileId": "file_01JABCDEFGHJKMNPQRSTVWXYZ0"
                     *     }
                     */
                    "application/json": components["schemas"]["Repayment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbiddenOrOrganisationNotVerified"];
            /**
             * @description - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `NOBODY_HELD_THE_CASE`: A repayment counts for the provider that held the case on its day, or for an agency that held it shortly before or after; none did. A law firm is paid on what was realised under its mandate only (司发通〔2021〕87号 items 5 and 6).
             *     - `REPAYMENT_ALREADY_REPORTED`: External references of repayments are unique for each case, so that one payment counts once.
             *     - `REPAYMENT_EXCEEDS_OUTSTANDING`: Confirmed and waiting repayments together may not exceed the debt.
             *     - `REPAYMENT_LOOKS_REPEATED`: One payment counts once. Reports on one case with the same day and amount are treated as one payment. So is a report of an amount that the creditor’s books already show.
             *     - `VOUCHER_USED_BEFORE`: A voucher proves one repayment, on whichever case; one that proved several could prove any number.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `IDEMPOTENCY_KEY_REUSED`: A key stands for one request for 30 days. It was used before with another operation or another body.
             *     - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             *     - `VOUCHER_REQUIRED`: A provider’s report needs proof, so that the creditor can check it.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getRepayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The repayment, rep_….
                 * @example rep_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                repaymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The repayment. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amountFen": "125000",
                     *       "autoConfirmAt": null,
                     *       "books": null,
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "channel": "bank_transfer",
                     *       "commissionFen": "125000",
                     *       "confirmedAt": null,
                     *       "confirmedHow": null,
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "disputeReason": null,
                     *       "disputedAt": null,
                     *       "externalRef": "AR-2026-0042",
                     *       "grabId": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "id": "rep_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "notDuplicateBecause": null,
                     *       "paidOn": "2026-03-01",
                     *       "payee": "creditor",
                     *       "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "rejectReason": null,
                     *       "rejectedAt": null,
                     *       "reportedAt": "2026-03-01T08:30:00.000Z",
                     *       "reporterId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "reverseReason": null,
                     *       "reversedAt": null,
                     *       "serviceFeeFen": "125000",
                     *       "state": "reported",
                     *       "voucherFileId": "file_01JABCDEFGHJKMNPQRSTVWXYZ0"
                     *     }
                     */
                    "application/json": components["schemas"]["Repayment"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    confirmRepayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The repayment, rep_….
                 * @example rep_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                repaymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The confirmed repayment. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amountFen": "125000",
                     *       "autoConfirmAt": null,
                     *       "books": null,
                     *       "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "channel": "bank_transfer",
                     *       "commissionFen": "125000",
                     *       "confirmedAt": null,
                     *       "confirmedHow": null,
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "disputeReason": null,
                     *       "disputedAt": null,
                     *       "externalRef": "AR-2026-0042",
                     *       "grabId": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "id": "rep_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "notDuplicateBecause": null,
                     *       "paidOn": "2026-03-01",
                     *       "payee": "creditor",
                     *       "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "rejectReason": null,
                     *       "rejectedAt": null,
                     *       "reportedAt": "2026-03-01T08:30:00.000Z",
                     *       "reporterId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "reverseReason": null,
                     *       "reversedAt": null,
                     *       "serviceFeeFen": "125000",
                     *       "state": "reported",
                     *       "voucherFileId": "file_01JABCDEFGHJKMNPQRSTVWXYZ0"
                     *     }
                     */
                    "application/json": components["schemas"]["Repayment"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listSandboxMagicValues: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "about": "verification",
                     *           "afterSeconds": 3,
                     *           "code": "NOT_OVERDUE",
                     *           "description": "A case entered the hall, or came back to it.",
                     *           "enterpriseCreditCode": null,
                     *           "externalRefContains": null,
                     *           "lawFirmCreditCode": null,
                     *           "lawyerCertificate": null,
                     *           "legalRepresentative": null,
                     *           "reasonCodes": [
                     *             "DOCUMENT_UNREADABLE"
                     *           ],
                     *           "verdict": "rejected"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["SandboxMagicValueList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listSandboxes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "advancedSeconds": 3,
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "id": "sbx_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "name": "海港贸易有限公司",
                     *           "now": "2026-03-01T08:30:00.000Z",
                     *           "organisations": [
                     *             {
                     *               "createdAt": "2026-03-01T08:30:00.000Z",
                     *               "id": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *               "kind": "creditor",
                     *               "name": "海港贸易有限公司"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["SandboxList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    createSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "海港贸易有限公司",
                 *       "organisations": [
                 *         {
                 *           "kind": "creditor",
                 *           "name": "海港贸易有限公司",
                 *           "verified": true
                 *         }
                 *       ],
                 *       "password": "lantern-quay-83-hill",
                 *       "verified": true
                 *     }
                 */
                "application/json": components["schemas"]["CreateSandboxInput"];
            };
        };
        responses: {
            /** @description The sandbox with the keys of its organisations. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accounts": [
                     *         {
                     *           "apiKeyId": "key_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "email": "finance@haven.example",
                     *           "key": "rk_test_5f2c1d9e7b",
                     *           "organisation": {
                     *             "createdAt": "2026-03-01T08:30:00.000Z",
                     *             "id": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *             "kind": "creditor",
                     *             "name": "海港贸易有限公司"
                     *           }
                     *         }
                     *       ],
                     *       "sandbox": {
                     *         "advancedSeconds": 3,
                     *         "createdAt": "2026-03-01T08:30:00.000Z",
                     *         "id": "sbx_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *         "name": "海港贸易有限公司",
                     *         "now": "2026-03-01T08:30:00.000Z",
                     *         "organisations": [
                     *           {
                     *             "createdAt": "2026-03-01T08:30:00.000Z",
                     *             "id": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *             "kind": "creditor",
                     *             "name": "海港贸易有限公司"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SandboxCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            /**
             * @description - `SANDBOX_WITHIN_SANDBOX`: Test organisations may not have sandboxes of their own.
             *     - `TOO_MANY_SANDBOXES`: The number of sandboxes of an organisation is limited.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The sandbox, sbx_….
                 * @example sbx_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sandbox. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advancedSeconds": 3,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "sbx_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "name": "海港贸易有限公司",
                     *       "now": "2026-03-01T08:30:00.000Z",
                     *       "organisations": [
                     *         {
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "id": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "kind": "creditor",
                     *           "name": "海港贸易有限公司"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    deleteSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The sandbox, sbx_….
                 * @example sbx_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deleted sandbox. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advancedSeconds": 3,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "sbx_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "name": "海港贸易有限公司",
                     *       "now": "2026-03-01T08:30:00.000Z",
                     *       "organisations": [
                     *         {
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "id": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "kind": "creditor",
                     *           "name": "海港贸易有限公司"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    advanceSandboxClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The sandbox, sbx_….
                 * @example sbx_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seconds": 3
                 *     }
                 */
                "application/json": components["schemas"]["AdvanceClockBody"];
            };
        };
        responses: {
            /** @description The sandbox with its new clock. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "advancedSeconds": 3,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "sbx_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "name": "海港贸易有限公司",
                     *       "now": "2026-03-01T08:30:00.000Z",
                     *       "organisations": [
                     *         {
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "id": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "kind": "creditor",
                     *           "name": "海港贸易有限公司"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /**
                 * @description The format; takes precedence over the Accept header.
                 * @example json
                 */
                format?: "json" | "csv" | "xlsx";
                /**
                 * @description Language of headers and words; by default that of Accept-Language.
                 * @example zh-CN
                 */
                lang?: "zh-CN" | "en";
                /**
                 * @description Another one, for the platform.
                 * @example org_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                organisationId?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description A month of China time, YYYY-MM.
                 * @example 2026-03
                 */
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "closingFen": "125000",
                     *       "from": "2026-03-01T08:30:00.000Z",
                     *       "heldFen": "125000",
                     *       "lines": [
                     *         {
                     *           "amountFen": "125000",
                     *           "billableAt": null,
                     *           "caseId": "case_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "caseNumber": null,
                     *           "counterpartyName": null,
                     *           "externalRef": "AR-2026-0042",
                     *           "id": "ent_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "kind": "commission",
                     *           "occurredAt": "2026-03-01T08:30:00.000Z",
                     *           "payee": null,
                     *           "referenceId": "rep_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "repaidFen": "125000"
                     *         }
                     *       ],
                     *       "openingFen": "125000",
                     *       "organisationId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "period": "2026-03",
                     *       "receivedByProvider": {
                     *         "commissionFen": "125000",
                     *         "grossFen": "125000",
                     *         "netFen": "125000"
                     *       },
                     *       "totals": {
                     *         "commissionFen": "125000",
                     *         "paymentFen": "125000",
                     *         "payoutFen": "125000",
                     *         "serviceFeeFen": "125000"
                     *       },
                     *       "until": "2026-03-01T08:30:00.000Z",
                     *       "vat": [
                     *         {
                     *           "missing": null,
                     *           "priceFen": "125000",
                     *           "profile": null,
                     *           "rateBps": 2000,
                     *           "salesFen": "125000",
                     *           "vatFen": "125000"
                     *         }
                     *       ],
                     *       "vatBps": 2000,
                     *       "vatFen": "125000",
                     *       "vatMissing": null
                     *     }
                     */
                    "application/json": components["schemas"]["Statement"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             *     - `STATEMENT_TOO_LONG`: A response holds a limited number of lines, and this month has more.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
                /**
                 * @description Only deliveries in this state.
                 * @example pending
                 */
                state?: "pending" | "delivered" | "failed";
                /**
                 * @description Only deliveries of this event type.
                 * @example case.listed
                 */
                type?: string;
                /**
                 * @description Only deliveries queued at or after this instant.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                since?: string;
                /**
                 * @description Only deliveries queued before this instant.
                 * @example 2026-03-01T08:30:00.000Z
                 */
                until?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "attempts": 3,
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "endpointId": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "eventId": "evt_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "finishedAt": null,
                     *           "id": "whd_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "lastError": null,
                     *           "lastStatus": 204,
                     *           "nextAttemptAt": null,
                     *           "replays": 3,
                     *           "state": "pending",
                     *           "type": "case.listed"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook delivery, whd_….
                 * @example whd_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": [
                     *         {
                     *           "answer": null,
                     *           "attemptedAt": "2026-03-01T08:30:00.000Z",
                     *           "durationMs": 3,
                     *           "error": null,
                     *           "errorDetail": null,
                     *           "requestHeaders": {},
                     *           "status": 204
                     *         }
                     *       ],
                     *       "body": "{\"type\":\"case.listed\",\"timestamp\":\"2026-03-01T08:30:00.000Z\",\"data\":{\"caseId\":\"case_01JABCDEFGHJKMNPQRSTVWXYZ0\"}}",
                     *       "delivery": {
                     *         "attempts": 3,
                     *         "createdAt": "2026-03-01T08:30:00.000Z",
                     *         "endpointId": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *         "eventId": "evt_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *         "finishedAt": null,
                     *         "id": "whd_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *         "lastError": null,
                     *         "lastStatus": 204,
                     *         "nextAttemptAt": null,
                     *         "replays": 3,
                     *         "state": "pending",
                     *         "type": "case.listed"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook delivery, whd_….
                 * @example whd_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, due again. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 3,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "endpointId": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "eventId": "evt_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "finishedAt": null,
                     *       "id": "whd_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "lastError": null,
                     *       "lastStatus": 204,
                     *       "nextAttemptAt": null,
                     *       "replays": 3,
                     *       "state": "pending",
                     *       "type": "case.listed"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /**
                 * @description Items per page.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the previous page.
                 * @example WyI0MjAxNyJd
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "description": "A case entered the hall, or came back to it.",
                     *           "disabledAt": null,
                     *           "disabledReason": null,
                     *           "failingSince": null,
                     *           "id": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "previousSecretUntil": null,
                     *           "state": "enabled",
                     *           "types": [
                     *             "case.listed"
                     *           ],
                     *           "url": "https://erp.haven.example/recourse"
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "ERP 回调",
                 *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                 *       "types": [
                 *         "case.listed"
                 *       ],
                 *       "url": "https://erp.harbour.com/hooks"
                 *     }
                 */
                "application/json": components["schemas"]["CreateWebhookEndpointInput"];
            };
        };
        responses: {
            /** @description The endpoint and, only here, its secret. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint": {
                     *         "createdAt": "2026-03-01T08:30:00.000Z",
                     *         "description": "A case entered the hall, or came back to it.",
                     *         "disabledAt": null,
                     *         "disabledReason": null,
                     *         "failingSince": null,
                     *         "id": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *         "previousSecretUntil": null,
                     *         "state": "enabled",
                     *         "types": [
                     *           "case.listed"
                     *         ],
                     *         "url": "https://erp.haven.example/recourse"
                     *       },
                     *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            /** @description - `TOO_MANY_WEBHOOK_ENDPOINTS`: Every event is posted to every endpoint that subscribes to it, so the number of endpoints is limited. */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             *     - `WEBHOOK_EVENT_TYPE_UNKNOWN`: No event type has this name, or organisations of your kind do not receive it. Nothing was saved.
             *     - `WEBHOOK_SECRET_NOT_VALID`: Receivers check signatures by the Standard Webhooks specification; with a shorter secret they could be forged.
             *     - `WEBHOOK_URL_REFUSED`: Events are posted over https to public hosts only, so that the platform cannot be used to reach a private network.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "description": "A case entered the hall, or came back to it.",
                     *       "disabledAt": null,
                     *       "disabledReason": null,
                     *       "failingSince": null,
                     *       "id": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "previousSecretUntil": null,
                     *       "state": "enabled",
                     *       "types": [
                     *         "case.listed"
                     *       ],
                     *       "url": "https://erp.haven.example/recourse"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint as it was. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "description": "A case entered the hall, or came back to it.",
                     *       "disabledAt": null,
                     *       "disabledReason": null,
                     *       "failingSince": null,
                     *       "id": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "previousSecretUntil": null,
                     *       "state": "enabled",
                     *       "types": [
                     *         "case.listed"
                     *       ],
                     *       "url": "https://erp.haven.example/recourse"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "ERP 回调",
                 *       "types": [
                 *         "case.listed"
                 *       ],
                 *       "url": "https://erp.harbour.com/hooks"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateWebhookEndpointInput"];
            };
        };
        responses: {
            /** @description The changed endpoint. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "description": "A case entered the hall, or came back to it.",
                     *       "disabledAt": null,
                     *       "disabledReason": null,
                     *       "failingSince": null,
                     *       "id": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "previousSecretUntil": null,
                     *       "state": "enabled",
                     *       "types": [
                     *         "case.listed"
                     *       ],
                     *       "url": "https://erp.haven.example/recourse"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             *     - `WEBHOOK_EVENT_TYPE_UNKNOWN`: No event type has this name, or organisations of your kind do not receive it. Nothing was saved.
             *     - `WEBHOOK_URL_REFUSED`: Events are posted over https to public hosts only, so that the platform cannot be used to reach a private network.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    disableWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The disabled endpoint. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "description": "A case entered the hall, or came back to it.",
                     *       "disabledAt": null,
                     *       "disabledReason": null,
                     *       "failingSince": null,
                     *       "id": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "previousSecretUntil": null,
                     *       "state": "enabled",
                     *       "types": [
                     *         "case.listed"
                     *       ],
                     *       "url": "https://erp.haven.example/recourse"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    enableWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The enabled endpoint. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "description": "A case entered the hall, or came back to it.",
                     *       "disabledAt": null,
                     *       "disabledReason": null,
                     *       "failingSince": null,
                     *       "id": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "previousSecretUntil": null,
                     *       "state": "enabled",
                     *       "types": [
                     *         "case.listed"
                     *       ],
                     *       "url": "https://erp.haven.example/recourse"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    replayWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-03-01T08:30:00.000Z",
                 *       "types": [
                 *         "case.listed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReplayWebhooksInput"];
            };
        };
        responses: {
            /** @description The replay; read it again for its progress. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "done": true,
                     *       "endpointId": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "finishedAt": null,
                     *       "id": "whr_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "queued": 3,
                     *       "since": "2026-03-01T08:30:00.000Z",
                     *       "types": [
                     *         "case.listed"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            /**
             * @description - `IDEMPOTENCY_IN_FLIGHT`: The first request with this key has not been answered yet; this one changed nothing.
             *     - `WEBHOOK_REPLAY_RUNNING`: An endpoint gets one replay at a time, so that it is not flooded with events it received before.
             *     - `WRONG_STATE`: This is possible in certain states only; the state has changed, perhaps by another request at the same moment.
             */
            409: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 3,
                 *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
                 *     }
                 */
                "application/json": components["schemas"]["RotateWebhookSecretInput"];
            };
        };
        responses: {
            /** @description The endpoint and, only here, its new secret. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint": {
                     *         "createdAt": "2026-03-01T08:30:00.000Z",
                     *         "description": "A case entered the hall, or came back to it.",
                     *         "disabledAt": null,
                     *         "disabledReason": null,
                     *         "failingSince": null,
                     *         "id": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *         "previousSecretUntil": null,
                     *         "state": "enabled",
                     *         "types": [
                     *           "case.listed"
                     *         ],
                     *         "url": "https://erp.haven.example/recourse"
                     *       },
                     *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            /**
             * @description - `ADDRESS_NOT_ALLOWED`: The key or client has a list of network addresses, and the request came from elsewhere.
             *     - `FORBIDDEN`: You are logged in, but your kind of organisation, your role or the scopes of your key do not include this.
             *     - `MEMBERS_OWN_SECRET`: Who holds the signing secret can forge events to the receiver. A key shows and changes only secrets of endpoints that a key made.
             */
            403: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `INVALID_INPUT`: One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.
             *     - `WEBHOOK_SECRET_NOT_VALID`: Receivers check signatures by the Standard Webhooks specification; with a shorter secret they could be forged.
             */
            422: {
                headers: {
                    "Content-Language": components["headers"]["ContentLanguage"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    sendTestWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to repeat a request: the repetition gets the first answer again, marked `Idempotency-Replayed: true`. Kept for 30 days.
                 * @example 5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook endpoint, whe_….
                 * @example whe_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery; read it again for the result. */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attempts": 3,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "endpointId": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "eventId": "evt_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "finishedAt": null,
                     *       "id": "whd_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "lastError": null,
                     *       "lastStatus": 204,
                     *       "nextAttemptAt": null,
                     *       "replays": 3,
                     *       "state": "pending",
                     *       "type": "case.listed"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInFlightOrWrongState"];
            422: components["responses"]["IdempotencyKeyReusedOrInvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhookReplay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.
                 * @example zh-CN
                 */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /**
                 * @description Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.
                 * @example erp-2026-03-01.000042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description The webhook replay, whr_….
                 * @example whr_01JABCDEFGHJKMNPQRSTVWXYZ0
                 */
                replayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "X-Request-Id": components["headers"]["XRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "done": true,
                     *       "endpointId": "whe_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "finishedAt": null,
                     *       "id": "whr_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "queued": 3,
                     *       "since": "2026-03-01T08:30:00.000Z",
                     *       "types": [
                     *         "case.listed"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["AddressNotAllowedOrForbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Problem"];
        };
    };
}

/** Method and path of every REST operation. */
export const routes = {
  getAuthorizationServer: ['GET', '/.well-known/oauth-authorization-server'],
  revokeAccessToken: ['POST', '/oauth/revoke'],
  getAccessToken: ['POST', '/oauth/token'],
  login: ['POST', '/v1/auth/login'],
  logout: ['POST', '/v1/auth/logout'],
  refreshSession: ['POST', '/v1/auth/refresh'],
  listCaseBatches: ['GET', '/v1/case-batches'],
  postCaseBatch: ['POST', '/v1/case-batches'],
  getCaseTemplate: ['GET', '/v1/case-batches/templates/{format}'],
  streamCaseBatchEvents: ['GET', '/v1/case-batches/{batchId}/events/stream'],
  getCaseBatch: ['GET', '/v1/case-batches/{id}'],
  cancelCaseBatch: ['POST', '/v1/case-batches/{id}/cancel'],
  commitCaseBatch: ['POST', '/v1/case-batches/{id}/commit'],
  getCaseBatchResult: ['GET', '/v1/case-batches/{id}/result'],
  listCaseBatchRows: ['GET', '/v1/case-batches/{id}/rows'],
  agreeToCaseLineChange: ['POST', '/v1/case-line-changes/{changeId}/agree'],
  declineCaseLineChange: ['POST', '/v1/case-line-changes/{changeId}/decline'],
  listCaseRevisions: ['GET', '/v1/case-revisions'],
  listCases: ['GET', '/v1/cases'],
  postCase: ['POST', '/v1/cases'],
  quoteCase: ['POST', '/v1/cases/quote'],
  getCase: ['GET', '/v1/cases/{caseId}'],
  getCaseClaim: ['GET', '/v1/cases/{caseId}/claim'],
  getCaseDebtor: ['GET', '/v1/cases/{caseId}/debtor'],
  addEvidence: ['POST', '/v1/cases/{caseId}/evidence'],
  downloadEvidence: ['GET', '/v1/cases/{caseId}/evidence/{evidenceId}'],
  grabCase: ['POST', '/v1/cases/{caseId}/grab'],
  listCaseLineChanges: ['GET', '/v1/cases/{caseId}/line-changes'],
  addCaseLine: ['POST', '/v1/cases/{caseId}/lines'],
  correctCaseLine: ['POST', '/v1/cases/{caseId}/lines/{lineNumber}/correct'],
  withdrawCaseLine: ['POST', '/v1/cases/{caseId}/lines/{lineNumber}/withdraw'],
  restateMatter: ['POST', '/v1/cases/{caseId}/matter'],
  relistCase: ['POST', '/v1/cases/{caseId}/relist'],
  confirmCaseRevision: ['POST', '/v1/cases/{caseId}/revision/confirm'],
  declineCaseRevision: ['POST', '/v1/cases/{caseId}/revision/decline'],
  withdrawCase: ['POST', '/v1/cases/{caseId}/withdraw'],
  listErpConnections: ['GET', '/v1/erp-connections'],
  createErpConnection: ['POST', '/v1/erp-connections'],
  getErpConnection: ['GET', '/v1/erp-connections/{id}'],
  updateErpConnection: ['PATCH', '/v1/erp-connections/{id}'],
  deleteErpConnection: ['DELETE', '/v1/erp-connections/{id}'],
  sendUblDocuments: ['POST', '/v1/erp-connections/{id}/documents'],
  pauseErpConnection: ['POST', '/v1/erp-connections/{id}/pause'],
  resumeErpConnection: ['POST', '/v1/erp-connections/{id}/resume'],
  listErpSyncRows: ['GET', '/v1/erp-connections/{id}/rows'],
  listErpSyncRuns: ['GET', '/v1/erp-connections/{id}/runs'],
  syncErpConnection: ['POST', '/v1/erp-connections/{id}/sync'],
  testErpConnection: ['POST', '/v1/erp-connections/{id}/test'],
  listErrors: ['GET', '/v1/errors'],
  getError: ['GET', '/v1/errors/{code}'],
  listEventTypes: ['GET', '/v1/event-types'],
  listEvents: ['GET', '/v1/events'],
  streamEvents: ['GET', '/v1/events/stream'],
  exportActivities: ['GET', '/v1/exports/activities'],
  exportAudit: ['GET', '/v1/exports/audit'],
  exportCaseLines: ['GET', '/v1/exports/case-lines'],
  exportCases: ['GET', '/v1/exports/cases'],
  uploadFile: ['POST', '/v1/files'],
  downloadFile: ['GET', '/v1/files/{id}'],
  listGrabs: ['GET', '/v1/grabs'],
  getGrab: ['GET', '/v1/grabs/{grabId}'],
  listHall: ['GET', '/v1/hall'],
  streamHallEvents: ['GET', '/v1/hall/events/stream'],
  listRepayments: ['GET', '/v1/repayments'],
  reportRepayment: ['POST', '/v1/repayments'],
  getRepayment: ['GET', '/v1/repayments/{repaymentId}'],
  confirmRepayment: ['POST', '/v1/repayments/{repaymentId}/confirm'],
  listSandboxMagicValues: ['GET', '/v1/sandbox-magic-values'],
  listSandboxes: ['GET', '/v1/sandboxes'],
  createSandbox: ['POST', '/v1/sandboxes'],
  getSandbox: ['GET', '/v1/sandboxes/{sandboxId}'],
  deleteSandbox: ['DELETE', '/v1/sandboxes/{sandboxId}'],
  advanceSandboxClock: ['POST', '/v1/sandboxes/{sandboxId}/clock'],
  getStatement: ['GET', '/v1/statements/{period}'],
  listWebhookDeliveries: ['GET', '/v1/webhook-deliveries'],
  getWebhookDelivery: ['GET', '/v1/webhook-deliveries/{deliveryId}'],
  replayWebhookDelivery: ['POST', '/v1/webhook-deliveries/{deliveryId}/replay'],
  listWebhookEndpoints: ['GET', '/v1/webhook-endpoints'],
  createWebhookEndpoint: ['POST', '/v1/webhook-endpoints'],
  getWebhookEndpoint: ['GET', '/v1/webhook-endpoints/{endpointId}'],
  updateWebhookEndpoint: ['PATCH', '/v1/webhook-endpoints/{endpointId}'],
  deleteWebhookEndpoint: ['DELETE', '/v1/webhook-endpoints/{endpointId}'],
  disableWebhookEndpoint: ['POST', '/v1/webhook-endpoints/{endpointId}/disable'],
  enableWebhookEndpoint: ['POST', '/v1/webhook-endpoints/{endpointId}/enable'],
  replayWebhooks: ['POST', '/v1/webhook-endpoints/{endpointId}/replays'],
  rotateWebhookSecret: ['POST', '/v1/webhook-endpoints/{endpointId}/rotate-secret'],
  sendTestWebhook: ['POST', '/v1/webhook-endpoints/{endpointId}/test'],
  getWebhookReplay: ['GET', '/v1/webhook-replays/{replayId}'],
} as const satisfies Record<keyof operations, readonly [method: string, path: string]>;
