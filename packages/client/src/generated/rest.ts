// Made from the contracts by `npm run contracts`; not edited by hand.
export interface paths {
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a member in. */
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
        /** End this session. */
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
        /** Exchange a refresh token for new tokens. Each works once. */
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
        /** Your batches, newest first. */
        get: operations["listCaseBatches"];
        put?: never;
        /** Post a batch of cases: JSON rows (at most 1,000) or a CSV file (at most 50,000 rows, 10 MB). */
        post: operations["postCaseBatch"];
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
        /** One batch and how far it has come. */
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
        /** Stop a batch; rows that have their outcome keep it. */
        post: operations["cancelCaseBatch"];
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
        /** What became of each row, in the order of the file. */
        get: operations["listCaseBatchRows"];
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
        /** Cases you may see, newest first. */
        get: operations["listCases"];
        put?: never;
        /** Post one case. */
        post: operations["postCase"];
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
        /** One case, as far as you may see it. */
        get: operations["getCase"];
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
        /** The debtor's personal data. Every read is recorded. */
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
        /** Add an uploaded file to a case. */
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
        /** Contents of a document of a case you may work on. */
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
        /** Grab a listed case; first committed wins. */
        post: operations["grabCase"];
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
        /** Offer a returned case in the hall again. */
        post: operations["relistCase"];
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
        /** Take back a case that nobody holds. */
        post: operations["withdrawCase"];
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
        /** Hand in a document. */
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
        /** Download a file of one’s own organisation, or as a reviewer. */
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
        /** The grabs of your organisation, newest first. */
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
        /** One grab of yours. */
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
        /** The cases open for grabbing, de-identified. */
        get: operations["listHall"];
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
        /** The repayments on cases of yours, newest first. */
        get: operations["listRepayments"];
        put?: never;
        /** Say that the debtor paid on a case. */
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
        /** One repayment on a case of yours. */
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
        /** Confirm a reported repayment and settle its commission. */
        post: operations["confirmRepayment"];
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
        /** Your statement of a month, YYYY-MM, as JSON or CSV (UTF-8 with byte order mark). */
        get: operations["getStatement"];
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
        /** @description Something that speaks against admitting a case. */
        AdmissionReason: {
            /** @description Stable code, such as LIMITATION_EXPIRED. */
            code: string;
            /** @description What it says, in English. */
            en: string;
            /** @description The field it is about. */
            field: string;
            /** @description The figures behind it. */
            params: {
                [key: string]: unknown;
            };
            /** @description What it says, in Chinese. */
            zh: string;
        };
        /**
         * @description About how much is owed, in CNY; each band starts at its lower amount and ends below its upper one.
         *
         *     - `under_10k`: Less than 10,000.
         *     - `from_10k_to_50k`: 10,000 to 50,000.
         *     - `from_50k_to_200k`: 50,000 to 200,000.
         *     - `from_200k_to_1m`: 200,000 to 1,000,000.
         *     - `from_1m_to_5m`: 1,000,000 to 5,000,000.
         *     - `from_5m`: 5,000,000 or more.
         * @enum {string}
         */
        AmountBand: "under_10k" | "from_10k_to_50k" | "from_50k_to_200k" | "from_200k_to_1m" | "from_1m_to_5m" | "from_5m";
        /** @description One debt put up for recovery, as far as the reader may see it. */
        Case: {
            /**
             * Format: date-time
             * @description When the platform accepted it (案件受理确认).
             */
            acceptedAt: string | null;
            /** @description The batch it came in with, for its creditor. */
            batchId: string | null;
            /** @description What kind of debt it is. */
            category: components["schemas"]["DebtCategory"];
            /** @description Why it was closed. */
            closeCode: components["schemas"]["CloseCode"] | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closedAt: string | null;
            /** @description Base rate of the commission offered, in basis points. */
            commissionBps: number;
            /** @description Rates for older or larger cases; the last that matches holds. */
            commissionTiers: components["schemas"]["CommissionTier"][];
            /** @description Number of the contract; null before the entrustment. */
            contractNumber: string | null;
            /**
             * Format: date-time
             * @description When it was posted.
             */
            createdAt: string;
            /** @description The creditor. */
            creditorId: string;
            /** @description Whether the debtor is an enterprise or a person. */
            debtorKind: components["schemas"]["DebtorKind"];
            /** @description The debtor's name, masked. */
            debtorMaskedName: string;
            /**
             * Format: date
             * @description When it was due.
             */
            dueOn: string;
            /** @description Completeness of the evidence in basis points. */
            evidenceBps: number;
            /** @description The documents there are. */
            evidenceKinds: components["schemas"]["EvidenceKind"][];
            /** @description The creditor's own reference; null before the entrustment. */
            externalRef: string | null;
            /** @description Grade of the score, A to E. */
            grade: string;
            /** @description The case. */
            id: string;
            /**
             * Format: date
             * @description Day of the invoice or of the loan.
             */
            invoicedOn: string | null;
            /** @description What the debt arose from; null before the entrustment. */
            legalOrigin: components["schemas"]["LegalOrigin"] | null;
            /**
             * Format: date
             * @description Last day before the claim is time-barred (Civil Code art. 188).
             */
            limitationExpiresOn: string;
            /**
             * Format: date-time
             * @description When it last entered the hall.
             */
            listedAt: string | null;
            /** @description The number people use, such as DC-2026-000187. */
            number: string;
            /** @description Owed when the case was posted: principal + penalty − paid, in fen. */
            outstandingFen: bigint;
            /** @description Paid before the case was posted, in fen. */
            paidFen: bigint;
            /** @description Penalty and interest claimed, in fen. */
            penaltyFen: bigint;
            /** @description Principal in fen. */
            principalFen: bigint;
            /** @description Recovered since then, in fen. */
            recoveredFen: bigint;
            /** @description Region of the debtor, GB/T 2260. */
            regionCode: string | null;
            /** @description Why it went to a reviewer; for creditor and platform. */
            reviewReasons: components["schemas"]["AdmissionReason"][];
            /** @description Recoverability, 0 to 100. */
            score: number;
            /** @description The service it asks for. */
            serviceLine: components["schemas"]["ServiceLine"];
            /** @description Where it stands. */
            state: components["schemas"]["CaseState"];
        };
        /** @description A batch of cases from an ERP, and how far it has come. */
        CaseBatch: {
            /** @description Rows that became listed cases. */
            admittedRows: number;
            /**
             * Format: date-time
             * @description When it was received.
             */
            createdAt: string;
            /** @description The creditor who posted it. */
            creditorId: string;
            /** @description Rows whose reference was posted before. */
            duplicateRows: number;
            /** @description The encoding it was read in: utf-8 or gb18030. */
            encoding: string;
            /** @description Why it was given up. */
            failureCode: string | null;
            /**
             * Format: date-time
             * @description When it was over.
             */
            finishedAt: string | null;
            /** @description How it was sent: csv or json. */
            format: string;
            /** @description The batch. */
            id: string;
            /** @description Rows that became cases a reviewer looks at. */
            inReviewRows: number;
            /** @description Rows that have their outcome: the sum of the four counts below. */
            processedRows: number;
            /** @description Rows that became nothing. */
            rejectedRows: number;
            /**
             * Format: date-time
             * @description When the first row was read.
             */
            startedAt: string | null;
            /** @description Where it stands. */
            state: components["schemas"]["CaseBatchState"];
            /** @description Rows it has. */
            totalRows: number;
            /** @description Columns of the file whose header is not known; they were not read. */
            unknownColumns: string[];
        };
        /** @description One page of a list of CaseBatch. */
        CaseBatchList: {
            /** @description The page. */
            data: components["schemas"]["CaseBatch"][];
            /** @description Whether more follows. */
            hasMore: boolean;
            /** @description Give it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /** @description One row of a batch and what became of it. */
        CaseBatchRow: {
            /** @description The case it became; for a duplicate the earlier one. */
            caseId: string | null;
            /** @description The row's own reference, where it could be read. */
            externalRef: string | null;
            /** @description What became of it. */
            outcome: components["schemas"]["CaseBatchRowOutcome"];
            /** @description Why it was rejected, or what a reviewer has to look at. */
            reasons: components["schemas"]["CaseBatchRowReason"][];
            /** @description In a sheet as people count it, the header included; in JSON counted from 1. */
            rowNumber: number;
        };
        /** @description One page of a list of CaseBatchRow. */
        CaseBatchRowList: {
            /** @description The page. */
            data: components["schemas"]["CaseBatchRow"][];
            /** @description Whether more follows. */
            hasMore: boolean;
            /** @description Give it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What became of a row.
         *
         *     - `admitted`: It became a listed case.
         *     - `in_review`: It became a case that a reviewer looks at.
         *     - `duplicate`: You posted a case with this reference before; nothing was changed.
         *     - `rejected`: It became nothing; the reasons say why.
         * @enum {string}
         */
        CaseBatchRowOutcome: "admitted" | "in_review" | "duplicate" | "rejected";
        /** @description Why a row was rejected, or what a reviewer has to look at. */
        CaseBatchRowReason: {
            /** @description Stable code, such as AMOUNT_UNREADABLE or NOT_OVERDUE. */
            code: string;
            /** @description What it says, in English. */
            en: string;
            /** @description The header of the file or the JSON path it is about; empty for the whole row. */
            field: string;
            /** @description What it says, in Chinese. */
            zh: string;
        };
        /**
         * @description The life of a batch of cases.
         *
         *     - `received`: Stored; its rows wait to be read.
         *     - `processing`: Rows are being decided.
         *     - `completed`: Every row has its outcome.
         *     - `failed`: Given up; `failureCode` says why. Rows decided before keep their outcome.
         *     - `cancelled`: Stopped by the creditor. Rows decided before keep their outcome.
         * @enum {string}
         */
        CaseBatchState: "received" | "processing" | "completed" | "failed" | "cancelled";
        /**
         * @description How recoverable a case is by its score, A the best.
         *
         *     - `A`: Very likely to be recovered.
         *     - `B`: Likely to be recovered.
         *     - `C`: As likely as not in part.
         *     - `D`: Unlikely to be recovered.
         *     - `E`: Very unlikely to be recovered.
         * @enum {string}
         */
        CaseGrade: "A" | "B" | "C" | "D" | "E";
        /** @description One page of a list of Case. */
        CaseList: {
            /** @description The page. */
            data: components["schemas"]["Case"][];
            /** @description Whether more follows. */
            hasMore: boolean;
            /** @description Give it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Where a case stands in its life.
         *
         *     - `draft`: Being written.
         *     - `submitted`: Waits for a reviewer.
         *     - `under_review`: A reviewer has claimed it.
         *     - `listed`: In the hall, free to be grabbed.
         *     - `grabbed`: A provider holds it and has not accepted the entrustment yet.
         *     - `in_collection`: A provider works on it.
         *     - `on_hold`: Stopped for the time being.
         *     - `in_litigation`: Before a court.
         *     - `recovered`: Closed: all of the outstanding amount came in.
         *     - `partially_recovered`: Closed: a part of the outstanding amount came in.
         *     - `unrecovered`: Closed: nothing came in.
         *     - `withdrawn`: Taken back by its creditor.
         *     - `returned`: Came back from its holders too often; its creditor may list it again.
         *     - `rejected`: Refused admission.
         * @enum {string}
         */
        CaseState: "draft" | "submitted" | "under_review" | "listed" | "grabbed" | "in_collection" | "on_hold" | "in_litigation" | "recovered" | "partially_recovered" | "unrecovered" | "withdrawn" | "returned" | "rejected";
        /**
         * @description Why a case was closed.
         *
         *     - `paid`: Paid in full.
         *     - `partially_paid`: Paid in part.
         *     - `insolvent`: The debtor is insolvent.
         *     - `untraceable`: The debtor cannot be found.
         *     - `disputed`: The debtor disputes the claim.
         *     - `withdrawn`: The creditor took it back.
         *     - `exhausted`: Everything was tried.
         *     - `time_barred`: The limitation period is over (Civil Code art. 188).
         *     - `settlement_rejected`: The creditor refused the settlement that was offered.
         *     - `unresponsive_creditor`: The creditor did not answer.
         *     - `uneconomical`: Going on would cost more than it brings.
         *     - `never_started`: No work was ever begun.
         *     - `invalid_data`: What was posted is wrong.
         * @enum {string}
         */
        CloseCode: "paid" | "partially_paid" | "insolvent" | "untraceable" | "disputed" | "withdrawn" | "exhausted" | "time_barred" | "settlement_rejected" | "unresponsive_creditor" | "uneconomical" | "never_started" | "invalid_data";
        CommissionOfferInput: {
            /** @description Base rate in basis points. */
            bps: number;
            /** @description From general to special. */
            tiers?: components["schemas"]["CommissionTierInput"][];
        };
        /** @description A rate that takes the place of the base rate for older or larger cases. */
        CommissionTier: {
            /** @description The rate in basis points. */
            bps: number;
            /** @description From such an amount in fen on; null for any. */
            minAmountFen: bigint | null;
            /** @description From so many whole months overdue on; null for any. */
            minMonthsOverdue: number | null;
        };
        CommissionTierInput: {
            /** @description The rate in basis points. */
            bps: number;
            /**
             * @description From such an amount in fen on.
             * @example 125000
             */
            minAmountFen?: bigint | null;
            /** @description From so many whole months overdue on. */
            minMonthsOverdue?: number;
        };
        /**
         * @description What kind of debt a case is.
         *
         *     - `commercial_receivable`: An invoice between enterprises.
         *     - `property_management_fee`: Fees for the management of a building or estate.
         *     - `online_loan`: A loan made over the internet.
         *     - `credit_card`: A credit card account.
         *     - `private_loan`: A loan between private lenders and borrowers.
         * @enum {string}
         */
        DebtCategory: "commercial_receivable" | "property_management_fee" | "online_loan" | "credit_card" | "private_loan";
        /** @description The debtor's personal data; every read of it is on record. */
        Debtor: {
            /** @description Address. */
            address: string | null;
            /** @description Unified social credit code or resident identity number. */
            idNumber: string | null;
            /** @description Name. */
            name: string;
            /** @description The creditor's note. */
            note: string | null;
            /** @description Phone number as the creditor gave it. */
            phone: string | null;
        };
        /**
         * @description Whether the debtor is an enterprise or a person.
         *
         *     - `enterprise`: An enterprise, known by its unified social credit code.
         *     - `person`: A natural person, known by the resident identity number.
         * @enum {string}
         */
        DebtorKind: "enterprise" | "person";
        EvidenceBody: {
            /**
             * @description The file, uploaded through POST /v1/files.
             * @example file_01JABCDEFGHJKMNPQRSTVWXYZ0
             */
            fileId: string;
            /**
             * @description What it proves.
             * @enum {string}
             */
            kind: "contract" | "invoice" | "delivery_note" | "reconciliation_statement" | "demand_letter" | "loan_note" | "payment_record" | "id_copy" | "judgment" | "other";
        };
        /**
         * @description What a document proves.
         *
         *     - `contract`: What was agreed.
         *     - `invoice`: What was invoiced.
         *     - `delivery_note`: That goods or services were delivered.
         *     - `reconciliation_statement`: That the debtor agreed to the balance.
         *     - `demand_letter`: That payment was demanded.
         *     - `loan_note`: That the debtor signed for a loan.
         *     - `payment_record`: That money was paid to or by the debtor.
         *     - `id_copy`: Who the debtor is.
         *     - `judgment`: What a court or arbitrator decided.
         *     - `other`: Something else.
         * @enum {string}
         */
        EvidenceKind: "contract" | "invoice" | "delivery_note" | "reconciliation_statement" | "demand_letter" | "loan_note" | "payment_record" | "id_copy" | "judgment" | "other";
        /** @description A file that was handed in. */
        File: {
            /** @description Size in bytes. */
            bytes: number;
            /**
             * Format: date-time
             * @description When it was handed in.
             */
            createdAt: string;
            /** @description The name it was handed in under. */
            filename: string;
            /** @description The file’s id, file_…; acts name it. */
            id: string;
            /** @description What the contents are, found out from the contents themselves. */
            mediaType: string;
            /** @description What it was handed in for. */
            purpose: string;
            /** @description SHA-256 of the contents, in hex. */
            sha256: string;
        };
        /** @description A provider's hold on a case: from the grab until it is over. */
        Grab: {
            /**
             * Format: date-time
             * @description The entrustment must be accepted before this instant.
             */
            acceptBy: string;
            /**
             * Format: date-time
             * @description When the entrustment was accepted.
             */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description The first activity must be logged before this instant.
             */
            activityBy: string;
            /** @description What was outstanding when it was grabbed, in fen. */
            amountFen: bigint;
            /** @description The case it took. */
            caseId: string;
            /** @description Why it was over. */
            endReason: string | null;
            /**
             * Format: date-time
             * @description When it was over.
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description Until when the holder has the case for itself.
             */
            exclusiveUntil: string;
            /**
             * Format: date-time
             * @description When the first activity was logged.
             */
            firstActivityAt: string | null;
            /**
             * Format: date-time
             * @description When it was grabbed.
             */
            grabbedAt: string;
            /** @description The grab. */
            id: string;
            /** @description Whole months overdue when it was grabbed. */
            monthsOverdue: number;
            /** @description Standing points its end cost the provider. */
            penaltyPoints: number;
            /** @description The agency or law firm that holds it. */
            providerId: string;
            /** @description Where it stands. */
            state: components["schemas"]["GrabState"];
            /** @description The frozen commission terms. */
            terms: components["schemas"]["GrabTerms"];
        };
        /** @description One page of a list of Grab. */
        GrabList: {
            /** @description The page. */
            data: components["schemas"]["Grab"][];
            /** @description Whether more follows. */
            hasMore: boolean;
            /** @description Give it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description The life of a grab: active until it is completed, returned, expired or recalled.
         *
         *     - `active`: The provider holds the case.
         *     - `completed`: The case was closed by its holder.
         *     - `returned`: The provider gave the case back.
         *     - `expired`: The entrustment was not accepted, or no work begun, in time.
         *     - `recalled`: The creditor took the case back.
         * @enum {string}
         */
        GrabState: "active" | "completed" | "returned" | "expired" | "recalled";
        /** @description The commission terms, frozen when the case was grabbed. */
        GrabTerms: {
            /** @description The provider's commission on each confirmed repayment, in basis points. */
            commissionBps: number;
            /** @description Whether the statutory cap on lawyers' contingency fees holds besides the rate. */
            lawyerFeeCap: boolean;
            /** @description What the creditor pays the platform on top, in basis points. */
            serviceFeeBps: number;
        };
        /** @description A listed case as the hall shows it: enough to decide on a grab, nothing that points to debtor or creditor. */
        HallCase: {
            /** @description About how much is still to be recovered. */
            amountBand: components["schemas"]["AmountBand"];
            /** @description What is still to be recovered, in fen; null for those who see only its band. */
            amountFen: bigint | null;
            /** @description What kind of debt it is. */
            category: components["schemas"]["DebtCategory"];
            /** @description The commission offered on what is recovered, in basis points; frozen at the grab. */
            commissionBps: number;
            /** @description Whether an enterprise or a person owes. */
            debtorKind: components["schemas"]["DebtorKind"];
            /** @description How complete its evidence is, in basis points. */
            evidenceBps: number;
            /** @description The grade of its score. */
            grade: components["schemas"]["CaseGrade"];
            /** @description The case; give it to `grabCase`. */
            id: string;
            /**
             * Format: date-time
             * @description When it was listed.
             */
            listedAt: string;
            /** @description Whole months since it was due. */
            monthsOverdue: number;
            /** @description GB/T 2260 code of the debtor's province, `440000`. */
            provinceCode: string | null;
            /** @description The province in Chinese. */
            provinceName: string | null;
            /** @description The province in English. */
            provinceNameEn: string | null;
            /** @description How recoverable it is, 0 to 100. */
            score: number;
            /** @description What the creditor asks for. */
            serviceLine: components["schemas"]["ServiceLine"];
        };
        /** @description One page of a list of HallCase. */
        HallCaseList: {
            /** @description The page. */
            data: components["schemas"]["HallCase"][];
            /** @description Whether more follows. */
            hasMore: boolean;
            /** @description Give it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What a debt arose from.
         *
         *     - `trade`: Goods sold.
         *     - `service`: Services rendered.
         *     - `property`: The use or management of property.
         *     - `lending`: Money lent.
         *     - `gambling`: Gambling; never admitted.
         *     - `drugs`: Drugs; never admitted.
         *     - `other`: Something else; a reviewer looks at it.
         * @enum {string}
         */
        LegalOrigin: "trade" | "service" | "property" | "lending" | "gambling" | "drugs" | "other";
        LoginInput: {
            /** @description Email address. */
            email: string;
            /** @description Password. */
            password: string;
        };
        /**
         * @description What an organisation is to the marketplace.
         *
         *     - `creditor`: An enterprise that is owed money and posts its cases.
         *     - `agency`: A collection agency that grabs cases.
         *     - `law_firm`: A law firm that grabs cases.
         *     - `platform`: Who runs the marketplace.
         * @enum {string}
         */
        OrganisationKind: "creditor" | "agency" | "law_firm" | "platform";
        PostCaseInput: {
            /** @description Agreed interest per year in basis points. */
            annualRateBps?: number;
            /**
             * @description What kind of debt it is.
             * @enum {string}
             */
            category: "commercial_receivable" | "property_management_fee" | "online_loan" | "credit_card" | "private_loan";
            /** @description Your offer; else the platform's schedule. */
            commission?: components["schemas"]["CommissionOfferInput"];
            /** @description Number of the contract. */
            contractNumber?: string;
            /** @description The debtor's address. */
            debtorAddress?: string;
            /** @description Unified social credit code or resident identity number. */
            debtorIdNumber?: string;
            /**
             * @description Whether the debtor is an enterprise or a person.
             * @enum {string}
             */
            debtorKind: "enterprise" | "person";
            /** @description The debtor's full name. */
            debtorName: string;
            /** @description The debtor's phone number. */
            debtorPhone?: string;
            /**
             * Format: date
             * @description When it was due: of instalments, the last.
             */
            dueOn: string;
            /** @description The documents you hold. */
            evidence?: ("contract" | "invoice" | "delivery_note" | "reconciliation_statement" | "demand_letter" | "loan_note" | "payment_record" | "id_copy" | "judgment" | "other")[];
            /** @description Your own reference, unique among your cases. */
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
            /** @description A note for the holder. */
            note?: string;
            /**
             * @description Paid so far, in fen; 0 when left out.
             * @example 125000
             */
            paidFen?: bigint | null;
            /**
             * @description Penalty and interest claimed, in fen; 0 when left out.
             * @example 125000
             */
            penaltyFen?: bigint | null;
            /**
             * @description Principal in fen.
             * @example 125000
             */
            principalFen: bigint;
            /** @description Region of the debtor, six digits of GB/T 2260. */
            regionCode?: string;
            /**
             * @description The service it asks for.
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
            /** @description The figures behind the refusal, such as limit and used. */
            details?: Record<string, never>;
            /** @description The input field at fault, such as `rows[3].amountFen`. */
            path?: string;
            /** @description Quote it when you ask about this answer. */
            requestId: string;
            /** @description Seconds after which trying again makes sense. */
            retryAfterSeconds?: number;
            /** @description The HTTP status. */
            status: number;
            /** @description The code in words. */
            title: string;
            /** @description Stable name of the code, `urn:recourse:problem:…`. */
            type: string;
        };
        /** @description Debtors' money that went to the provider instead of the creditor, net of reversals, in fen. */
        ReceivedByProvider: {
            /** @description The commission on it. */
            commissionFen: bigint;
            /** @description What debtors paid. */
            grossFen: bigint;
            /** @description What is left for the creditor when the commission is kept. */
            netFen: bigint;
        };
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
             * @description When it is confirmed by time if nobody disputes it.
             */
            autoConfirmAt: string | null;
            /** @description The case it was paid on. */
            caseId: string;
            /** @description How the debtor paid. */
            channel: components["schemas"]["RepaymentChannel"];
            /** @description The commission booked on it, in fen. */
            commissionFen: bigint | null;
            /**
             * Format: date-time
             * @description When it was confirmed.
             */
            confirmedAt: string | null;
            /** @description creditor_report, creditor, platform or time. */
            confirmedHow: string | null;
            /** @description The creditor. */
            creditorId: string;
            /** @description Why the creditor disputed it. */
            disputeReason: string | null;
            /**
             * Format: date-time
             * @description When the creditor disputed it.
             */
            disputedAt: string | null;
            /** @description The reporter's own number of the payment. */
            externalRef: string | null;
            /** @description The grab it counts for. */
            grabId: string;
            /** @description The repayment. */
            id: string;
            /**
             * Format: date
             * @description When the debtor paid.
             */
            paidOn: string;
            /** @description Who received the money. */
            payee: components["schemas"]["RepaymentPayee"];
            /** @description The provider that earns the commission on it. */
            providerId: string;
            /** @description Why it was rejected. */
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
            /** @description Why it was reversed. */
            reverseReason: string | null;
            /**
             * Format: date-time
             * @description When it was reversed.
             */
            reversedAt: string | null;
            /** @description The platform's fee booked on it, in fen; shown to the creditor and the platform. */
            serviceFeeFen: bigint | null;
            /** @description Where it stands. */
            state: components["schemas"]["RepaymentState"];
            /** @description The proof of payment. */
            voucherFileId: string | null;
        };
        /**
         * @description How the debtor paid.
         *
         *     - `bank_transfer`: By bank transfer.
         *     - `cash`: In cash.
         *     - `alipay`: With Alipay (支付宝).
         *     - `wechat`: With WeChat Pay (微信支付).
         *     - `other`: In another way, such as a bill or goods.
         * @enum {string}
         */
        RepaymentChannel: "bank_transfer" | "cash" | "alipay" | "wechat" | "other";
        /** @description One page of a list of Repayment. */
        RepaymentList: {
            /** @description The page. */
            data: components["schemas"]["Repayment"][];
            /** @description Whether more follows. */
            hasMore: boolean;
            /** @description Give it as `cursor` to get the next page; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Who received the debtor's money.
         *
         *     - `creditor`: The creditor's own account, as a rule.
         *     - `provider`: The agency or law firm, which passes it on.
         * @enum {string}
         */
        RepaymentPayee: "creditor" | "provider";
        /**
         * @description The life of a repayment.
         *
         *     - `reported`: Somebody says that the debtor paid.
         *     - `confirmed`: Beyond doubt; its commission is settled.
         *     - `rejected`: The creditor says that no such payment came.
         *     - `reversed`: It turned out wrong; everything it moved was moved back.
         * @enum {string}
         */
        RepaymentState: "reported" | "confirmed" | "rejected" | "reversed";
        ReportRepaymentInput: {
            /**
             * @description What the debtor paid, in fen.
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
            /** @description Your own number of it. */
            externalRef?: string | null;
            /**
             * Format: date
             * @description When the debtor paid; not in the future.
             */
            paidOn: string;
            /**
             * @description Who received the money.
             * @enum {string}
             */
            payee: "creditor" | "provider";
            /**
             * @description Proof of the payment; a provider must give one.
             * @example file_01JABCDEFGHJKMNPQRSTVWXYZ0
             */
            voucherFileId?: string | null;
        };
        /**
         * @description What a member may do. The platform has owner, reviewer, finance and risk; others owner, operator, finance and viewer.
         *
         *     - `owner`: Everything, members and API keys included.
         *     - `operator`: Works on cases: posts them, or grabs and collects.
         *     - `finance`: Repayments, statements and payouts.
         *     - `viewer`: Reads and changes nothing.
         *     - `reviewer`: Of the platform: decides on applications and doubtful cases.
         *     - `risk`: Of the platform: suspends and revokes approvals, watches the books.
         * @enum {string}
         */
        Role: "owner" | "operator" | "finance" | "viewer" | "reviewer" | "risk";
        /**
         * @description The service a case asks for.
         *
         *     - `agency_dunning`: Dunning by a collection agency.
         *     - `lawyer_dunning`: Dunning by a lawyer.
         *     - `lawyer_letter`: A lawyer's letter.
         *     - `robot_dunning`: Dunning by automatic calls and messages.
         *     - `legal`: A lawsuit or arbitration.
         * @enum {string}
         */
        ServiceLine: "agency_dunning" | "lawyer_dunning" | "lawyer_letter" | "robot_dunning" | "legal";
        /** @description A login: the tokens to act with. They are shown here only. */
        Session: {
            /** @description Send it as `Authorization: Bearer …`. Good for ten minutes. */
            accessToken: string;
            /**
             * Format: date-time
             * @description When the access token stops working.
             */
            accessTokenExpiresAt: string;
            /** @description The session’s id, ses_…. */
            id: string;
            /** @description The member who is logged in. */
            memberId: string;
            /** @description The member’s organisation. */
            organisationId: string;
            /** @description What the organisation is to the marketplace. */
            organisationKind: components["schemas"]["OrganisationKind"];
            /** @description Exchange it once for new tokens. Keep it secret; never put it into a URL. */
            refreshToken: string;
            /**
             * Format: date-time
             * @description When the refresh token stops working: 7 days from now, at most 30 from the login.
             */
            refreshTokenExpiresAt: string;
            /** @description What the member may do. */
            roles: components["schemas"]["Role"][];
        };
        /** @description What a logout or a change of password ended. */
        SessionsEnded: {
            /** @description How many sessions ended. */
            ended: number;
        };
        /** @description What an organisation was credited and charged in one month, China time. */
        Statement: {
            /** @description The opening balance and every line. */
            closingFen: bigint;
            /**
             * Format: date-time
             * @description Its first instant.
             */
            from: string;
            /** @description Commission that rests at this moment and is not paid out yet. */
            heldFen: bigint;
            /** @description Every line, oldest first. */
            lines: components["schemas"]["StatementLine"][];
            /** @description What stood before. Below zero: owed by the organisation. */
            openingFen: bigint;
            /** @description Whose statement it is. */
            organisationId: string;
            /** @description The month, YYYY-MM. */
            period: string;
            /** @description Debtors' money that went to the provider. */
            receivedByProvider: components["schemas"]["ReceivedByProvider"];
            /** @description The lines summed by what they are. */
            totals: components["schemas"]["StatementTotals"];
            /**
             * Format: date-time
             * @description The first instant after it.
             */
            until: string;
            /** @description The organisation's rate of value added tax, in basis points. */
            vatBps: number;
            /** @description Value added tax contained in the commission of the month. */
            vatFen: bigint;
        };
        /** @description One line of a statement. */
        StatementLine: {
            /** @description Above zero: owed to the organisation. In fen. */
            amountFen: bigint;
            /**
             * Format: date-time
             * @description From when on a commission may be paid out.
             */
            billableAt: string | null;
            /** @description The case it is about. */
            caseId: string | null;
            /** @description The ledger entry. */
            id: string;
            /** @description commission, service_fee, either followed by _reversal or _adjustment, payout, payout_returned or creditor_payment. */
            kind: string;
            /**
             * Format: date-time
             * @description When it was booked.
             */
            occurredAt: string;
            /** @description Who received the debtor's payment. */
            payee: components["schemas"]["RepaymentPayee"] | null;
            /** @description The repayment, payout or payment it is about. */
            referenceId: string;
            /** @description The debtor's payment behind it; below zero when taken back. */
            repaidFen: bigint | null;
        };
        /** @description The lines of a statement summed by what they are, in fen. */
        StatementTotals: {
            /** @description Commissions, less what was taken back. */
            commissionFen: bigint;
            /** @description Payments by the creditor. */
            paymentFen: bigint;
            /** @description Payouts set aside, less those that came back. */
            payoutFen: bigint;
            /** @description Service fees, less what was taken back. */
            serviceFeeFen: bigint;
        };
        WithdrawBody: {
            /** @description Why. */
            reason?: string;
        };
    };
    responses: {
        /** @description Refused; the code says why. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginInput"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
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
            default: components["responses"]["Problem"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            200: {
                headers: {
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshSessionInput"];
            };
        };
        responses: {
            /** @description The session with new tokens. */
            200: {
                headers: {
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
            default: components["responses"]["Problem"];
        };
    };
    listCaseBatches: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only batches in this state. */
                state?: "received" | "processing" | "completed" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "admittedRows": 3,
                     *           "createdAt": "2026-03-01T08:30:00.000Z",
                     *           "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "duplicateRows": 3,
                     *           "encoding": "gb18030",
                     *           "failureCode": null,
                     *           "finishedAt": null,
                     *           "format": "csv",
                     *           "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "inReviewRows": 3,
                     *           "processedRows": 3,
                     *           "rejectedRows": 3,
                     *           "startedAt": null,
                     *           "state": "received",
                     *           "totalRows": 3,
                     *           "unknownColumns": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "hasMore": true,
                     *       "nextCursor": "WyIwMUpBQkMiXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatchList"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postCaseBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For rows that do not say it: category, debtorKind, serviceLine, legalOrigin, annualRateBps, commission. */
                    defaults?: Record<string, never>;
                    rows: {
                        annualRateBps?: number;
                        /** @description commercial_receivable when left out. */
                        category?: string;
                        /** @description { bps, tiers: [{ minMonthsOverdue, minAmountFen, bps }] } */
                        commission?: Record<string, never>;
                        contractNumber?: string;
                        debtorAddress?: string;
                        /** @description Unified social credit code or resident identity number. */
                        debtorIdNumber?: string;
                        /**
                         * @description Told from number or name if left out.
                         * @enum {string}
                         */
                        debtorKind?: "enterprise" | "person";
                        debtorName: string;
                        debtorPhone?: string;
                        /** Format: date */
                        dueOn: string;
                        evidence?: string[];
                        /** @description Your own reference, unique among your cases. */
                        externalRef: string;
                        /** Format: date */
                        invoicedOn?: string;
                        /** Format: date */
                        lastInterruptedOn?: string;
                        legalOrigin?: string;
                        note?: string;
                        /**
                         * @description principal + penalty − paid; this or the principal must be given.
                         * @example 125000
                         */
                        outstandingFen?: bigint;
                        /** @example 125000 */
                        paidFen?: bigint;
                        /** @example 125000 */
                        penaltyFen?: bigint;
                        /** @example 125000 */
                        principalFen?: bigint;
                        /** @description Six digits of GB/T 2260. */
                        regionCode?: string;
                        serviceLine?: string;
                    }[];
                } | {
                    /** @description The same defaults as JSON text; sent before the file. */
                    defaults?: string;
                    /**
                     * Format: binary
                     * @description CSV in UTF-8 or GB18030, Chinese or English headers.
                     */
                    file: string;
                };
                "multipart/form-data": {
                    /** @description For rows that do not say it: category, debtorKind, serviceLine, legalOrigin, annualRateBps, commission. */
                    defaults?: Record<string, never>;
                    rows: {
                        annualRateBps?: number;
                        /** @description commercial_receivable when left out. */
                        category?: string;
                        /** @description { bps, tiers: [{ minMonthsOverdue, minAmountFen, bps }] } */
                        commission?: Record<string, never>;
                        contractNumber?: string;
                        debtorAddress?: string;
                        /** @description Unified social credit code or resident identity number. */
                        debtorIdNumber?: string;
                        /**
                         * @description Told from number or name if left out.
                         * @enum {string}
                         */
                        debtorKind?: "enterprise" | "person";
                        debtorName: string;
                        debtorPhone?: string;
                        /** Format: date */
                        dueOn: string;
                        evidence?: string[];
                        /** @description Your own reference, unique among your cases. */
                        externalRef: string;
                        /** Format: date */
                        invoicedOn?: string;
                        /** Format: date */
                        lastInterruptedOn?: string;
                        legalOrigin?: string;
                        note?: string;
                        /**
                         * @description principal + penalty − paid; this or the principal must be given.
                         * @example 125000
                         */
                        outstandingFen?: bigint;
                        /** @example 125000 */
                        paidFen?: bigint;
                        /** @example 125000 */
                        penaltyFen?: bigint;
                        /** @example 125000 */
                        principalFen?: bigint;
                        /** @description Six digits of GB/T 2260. */
                        regionCode?: string;
                        serviceLine?: string;
                    }[];
                } | {
                    /** @description The same defaults as JSON text; sent before the file. */
                    defaults?: string;
                    /**
                     * Format: binary
                     * @description CSV in UTF-8 or GB18030, Chinese or English headers.
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description The batch is stored; poll it for progress. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "admittedRows": 3,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "duplicateRows": 3,
                     *       "encoding": "gb18030",
                     *       "failureCode": null,
                     *       "finishedAt": null,
                     *       "format": "csv",
                     *       "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "inReviewRows": 3,
                     *       "processedRows": 3,
                     *       "rejectedRows": 3,
                     *       "startedAt": null,
                     *       "state": "received",
                     *       "totalRows": 3,
                     *       "unknownColumns": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatch"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getCaseBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, bat_…. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "admittedRows": 3,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "duplicateRows": 3,
                     *       "encoding": "gb18030",
                     *       "failureCode": null,
                     *       "finishedAt": null,
                     *       "format": "csv",
                     *       "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "inReviewRows": 3,
                     *       "processedRows": 3,
                     *       "rejectedRows": 3,
                     *       "startedAt": null,
                     *       "state": "received",
                     *       "totalRows": 3,
                     *       "unknownColumns": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatch"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    cancelCaseBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch, bat_…. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch as it was stopped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "admittedRows": 3,
                     *       "createdAt": "2026-03-01T08:30:00.000Z",
                     *       "creditorId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "duplicateRows": 3,
                     *       "encoding": "gb18030",
                     *       "failureCode": null,
                     *       "finishedAt": null,
                     *       "format": "csv",
                     *       "id": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "inReviewRows": 3,
                     *       "processedRows": 3,
                     *       "rejectedRows": 3,
                     *       "startedAt": null,
                     *       "state": "received",
                     *       "totalRows": 3,
                     *       "unknownColumns": [
                     *         "text"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CaseBatch"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listCaseBatchRows: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only rows with this outcome. */
                outcome?: "admitted" | "in_review" | "duplicate" | "rejected";
            };
            header?: never;
            path: {
                /** @description The batch, bat_…. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only cases in this state. */
                state?: "draft" | "submitted" | "under_review" | "listed" | "grabbed" | "in_collection" | "on_hold" | "in_litigation" | "recovered" | "partially_recovered" | "unrecovered" | "withdrawn" | "returned" | "rejected";
                /** @description Only the case with this reference of yours. */
                externalRef?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
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
                     *           "listedAt": null,
                     *           "number": "DC-2026-000187",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    postCase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostCaseInput"];
            };
        };
        responses: {
            /** @description The case: in the hall, or with a reviewer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
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
                     *       "listedAt": null,
                     *       "number": "DC-2026-000187",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
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
                     *       "listedAt": null,
                     *       "number": "DC-2026-000187",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getCaseDebtor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The debtor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "address": "上海市浦东新区海港路 1 号",
                     *       "idNumber": "91310115MA1K4QJN3C",
                     *       "name": "海港贸易有限公司",
                     *       "note": null,
                     *       "phone": "+8613800138000"
                     *     }
                     */
                    "application/json": components["schemas"]["Debtor"];
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    addEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceBody"];
            };
        };
        responses: {
            /** @description The case with its evidence counted anew. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
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
                     *       "listedAt": null,
                     *       "number": "DC-2026-000187",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    downloadEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    grabCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grab: you hold the case. */
            201: {
                headers: {
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
                     *       "endReason": null,
                     *       "endedAt": null,
                     *       "exclusiveUntil": "2026-03-01T08:30:00.000Z",
                     *       "firstActivityAt": null,
                     *       "grabbedAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "monthsOverdue": 3,
                     *       "penaltyPoints": 0,
                     *       "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    relistCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listed case. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
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
                     *       "listedAt": null,
                     *       "number": "DC-2026-000187",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    withdrawCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawBody"];
            };
        };
        responses: {
            /** @description The withdrawn case. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "acceptedAt": null,
                     *       "batchId": "bat_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "category": "commercial_receivable",
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
                     *       "listedAt": null,
                     *       "number": "DC-2026-000187",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description A PDF, JPEG or PNG of at most 10 MB.
                     */
                    file: string;
                    /** @description What it is for, such as verification-document; sent before the file. */
                    purpose?: string;
                };
            };
        };
        responses: {
            /** @description The file is kept. */
            201: {
                headers: {
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The file’s id, file_…. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listGrabs: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
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
                     *           "endReason": null,
                     *           "endedAt": null,
                     *           "exclusiveUntil": "2026-03-01T08:30:00.000Z",
                     *           "firstActivityAt": null,
                     *           "grabbedAt": "2026-03-01T08:30:00.000Z",
                     *           "id": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *           "monthsOverdue": 3,
                     *           "penaltyPoints": 0,
                     *           "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getGrab: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                grabId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grab. */
            200: {
                headers: {
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
                     *       "endReason": null,
                     *       "endedAt": null,
                     *       "exclusiveUntil": "2026-03-01T08:30:00.000Z",
                     *       "firstActivityAt": null,
                     *       "grabbedAt": "2026-03-01T08:30:00.000Z",
                     *       "id": "grab_01JABCDEFGHJKMNPQRSTVWXYZ0",
                     *       "monthsOverdue": 3,
                     *       "penaltyPoints": 0,
                     *       "providerId": "org_01JABCDEFGHJKMNPQRSTVWXYZ0",
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listHall: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description The order; NEWEST unless told. Cursors belong to one order. */
                sort?: "NEWEST" | "OLDEST" | "AMOUNT_DESC" | "AMOUNT_ASC" | "COMMISSION_DESC" | "SCORE_DESC" | "OVERDUE_LONGEST" | "OVERDUE_SHORTEST";
                /** @description Any of these categories. */
                categories?: ("commercial_receivable" | "property_management_fee" | "online_loan" | "credit_card" | "private_loan")[];
                /** @description Any of these service lines. */
                serviceLines?: ("agency_dunning" | "lawyer_dunning" | "lawyer_letter" | "robot_dunning" | "legal")[];
                /** @description Any of these provinces, by GB/T 2260 code such as 440000. */
                provinces?: string[];
                /** @description The first 2 to 6 digits of a region code. */
                regionPrefix?: string;
                /** @description Only debtors of this kind. */
                debtorKind?: "enterprise" | "person";
                /** @description Any of these grades. */
                grades?: ("A" | "B" | "C" | "D" | "E")[];
                /** @description Any of these bands of amounts. */
                amountBands?: ("under_10k" | "from_10k_to_50k" | "from_50k_to_200k" | "from_200k_to_1m" | "from_1m_to_5m" | "from_5m")[];
                /** @description At least this amount, in fen; for those who see amounts. */
                minAmountFen?: bigint | null;
                /** @description At most this amount, in fen; for those who see amounts. */
                maxAmountFen?: bigint | null;
                /** @description At least so many whole months overdue. */
                minMonthsOverdue?: number;
                /** @description At most so many whole months overdue. */
                maxMonthsOverdue?: number;
                /** @description A commission of at least so many basis points. */
                minCommissionBps?: number;
                /** @description A commission of at most so many basis points. */
                maxCommissionBps?: number;
                /** @description Evidence at least so complete, in basis points. */
                minEvidenceBps?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
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
                     *           "monthsOverdue": 3,
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    listRepayments: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description The `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only those on this case. */
                caseId?: string | null;
                /** @description Only those in this state. */
                state?: "reported" | "confirmed" | "rejected" | "reversed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "amountFen": "125000",
                     *           "autoConfirmAt": null,
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    reportRepayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send the same request again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRepaymentInput"];
            };
        };
        responses: {
            /** @description The repayment; confirmed at once when its creditor reported it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amountFen": "125000",
                     *       "autoConfirmAt": null,
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getRepayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repaymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The repayment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amountFen": "125000",
                     *       "autoConfirmAt": null,
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    confirmRepayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send the same request again. */
                "Idempotency-Key"?: string;
            };
            path: {
                repaymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The confirmed repayment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amountFen": "125000",
                     *       "autoConfirmAt": null,
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
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description Goes before the Accept header. */
                format?: "json" | "csv";
                /** @description Another organisation; for the platform only. */
                organisationId?: string | null;
            };
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement. */
            200: {
                headers: {
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
                     *       "vatBps": 2000,
                     *       "vatFen": "125000"
                     *     }
                     */
                    "application/json": components["schemas"]["Statement"];
                    "text/csv": string;
                };
            };
            401: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            default: components["responses"]["Problem"];
        };
    };
}

/** Method and path of every REST operation. */
export const routes = {
  login: ['POST', '/v1/auth/login'],
  logout: ['POST', '/v1/auth/logout'],
  refreshSession: ['POST', '/v1/auth/refresh'],
  listCaseBatches: ['GET', '/v1/case-batches'],
  postCaseBatch: ['POST', '/v1/case-batches'],
  getCaseBatch: ['GET', '/v1/case-batches/{id}'],
  cancelCaseBatch: ['POST', '/v1/case-batches/{id}/cancel'],
  listCaseBatchRows: ['GET', '/v1/case-batches/{id}/rows'],
  listCases: ['GET', '/v1/cases'],
  postCase: ['POST', '/v1/cases'],
  getCase: ['GET', '/v1/cases/{caseId}'],
  getCaseDebtor: ['GET', '/v1/cases/{caseId}/debtor'],
  addEvidence: ['POST', '/v1/cases/{caseId}/evidence'],
  downloadEvidence: ['GET', '/v1/cases/{caseId}/evidence/{evidenceId}'],
  grabCase: ['POST', '/v1/cases/{caseId}/grab'],
  relistCase: ['POST', '/v1/cases/{caseId}/relist'],
  withdrawCase: ['POST', '/v1/cases/{caseId}/withdraw'],
  uploadFile: ['POST', '/v1/files'],
  downloadFile: ['GET', '/v1/files/{id}'],
  listGrabs: ['GET', '/v1/grabs'],
  getGrab: ['GET', '/v1/grabs/{grabId}'],
  listHall: ['GET', '/v1/hall'],
  listRepayments: ['GET', '/v1/repayments'],
  reportRepayment: ['POST', '/v1/repayments'],
  getRepayment: ['GET', '/v1/repayments/{repaymentId}'],
  confirmRepayment: ['POST', '/v1/repayments/{repaymentId}/confirm'],
  getStatement: ['GET', '/v1/statements/{period}'],
} as const satisfies Record<keyof operations, readonly [method: string, path: string]>;
