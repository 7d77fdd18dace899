import { z } from 'zod';
import { defineEvent } from './define-event.js';

const fen = z.string().regex(/^\d+$/);

/** A creditor posted a case: it is in the hall already, or waits for a reviewer. */
export const CasePosted = defineEvent(
  'case.posted.v1',
  z.object({
    caseId: z.uuid(),
    creditorId: z.uuid(),
    number: z.string(),
    batchId: z.uuid().nullable(),
    state: z.enum(['listed', 'submitted']),
    category: z.string(),
    outstandingFen: fen,
  }),
);

/** A case entered the hall: for the first time, or again after a provider gave it back. */
export const CaseListed = defineEvent(
  'case.listed.v1',
  z.object({
    caseId: z.uuid(),
    creditorId: z.uuid(),
    category: z.string(),
    serviceLine: z.string(),
    amountFen: fen,
    commissionBps: z.number().int(),
    grade: z.string(),
    again: z.boolean(),
  }),
);

/** The creditor's books changed amounts or days of a case that nobody holds; a listed one shows them in the hall. */
export const CaseRevised = defineEvent(
  'case.revised.v1',
  z.object({ caseId: z.uuid(), creditorId: z.uuid(), state: z.string(), amountFen: fen }),
);

/** A reviewer refused a case admission. */
export const CaseRejected = defineEvent(
  'case.rejected.v1',
  z.object({ caseId: z.uuid(), creditorId: z.uuid(), reasonCodes: z.array(z.string()) }),
);

/** The creditor took a case back that nobody held. */
export const CaseWithdrawn = defineEvent('case.withdrawn.v1', z.object({ caseId: z.uuid(), creditorId: z.uuid() }));

/** Work on a case ended. */
export const CaseClosed = defineEvent(
  'case.closed.v1',
  z.object({
    caseId: z.uuid(),
    creditorId: z.uuid(),
    closeCode: z.string(),
    state: z.string(),
    recoveredFen: fen,
    outstandingFen: fen,
  }),
);
