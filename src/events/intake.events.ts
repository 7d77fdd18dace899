import { z } from 'zod';
import { defineEvent } from './define-event.js';

const count = z.number().int().min(0);

/** A creditor's batch was stored; its rows are still to be read. */
export const CaseBatchReceived = defineEvent(
  'case-batch.received.v1',
  z.object({ batchId: z.uuid(), creditorId: z.uuid(), totalRows: count }),
);

/** Rows of a batch were read and judged; published now and then while it runs. */
export const CaseBatchProgressed = defineEvent(
  'case-batch.progressed.v1',
  z.object({
    batchId: z.uuid(),
    creditorId: z.uuid(),
    rowsRead: count,
    admittedRows: count,
    inReviewRows: count,
    duplicateRows: count,
    rejectedRows: count,
  }),
);

/** No row of the batch will change any more. The counts add up to `processedRows`; all were processed when completed. */
export const CaseBatchFinished = defineEvent(
  'case-batch.finished.v1',
  z.object({
    batchId: z.uuid(),
    creditorId: z.uuid(),
    state: z.enum(['completed', 'failed', 'cancelled']),
    totalRows: count,
    processedRows: count,
    admittedRows: count,
    inReviewRows: count,
    duplicateRows: count,
    rejectedRows: count,
  }),
);
