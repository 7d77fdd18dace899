import { z } from 'zod';
import { defineEvent } from './define-event.js';

const count = z.number().int().min(0);
const batch = { batchId: z.uuid(), creditorId: z.uuid() };

/** A creditor's batch was stored; its rows are still to be read. */
export const CaseBatchReceived = defineEvent('case-batch.received.v1', z.object({ ...batch, totalRows: count }));

/** Rows per outcome. Those with a default were added later. */
const counts = {
  admittedRows: count,
  inReviewRows: count,
  duplicateRows: count,
  rejectedRows: count,
  updatedRows: count.default(0),
  unchangedRows: count.default(0),
  settledRows: count.default(0),
  withdrawnRows: count.default(0),
  repaymentRows: count.default(0),
  revisionRows: count.default(0),
};

/** More rows of a batch have an outcome: `rowsRead` so far, which the counts describe. A dry run changes nothing. */
export const CaseBatchProgressed = defineEvent(
  'case-batch.progressed.v1',
  z.object({ ...batch, ...counts, dryRun: z.boolean(), totalRows: count, rowsRead: count }),
);

/** No row of the batch will change any more. The counts add up to `processedRows`; all were processed when completed. */
export const CaseBatchFinished = defineEvent(
  'case-batch.finished.v1',
  z.object({
    ...batch,
    state: z.enum(['completed', 'failed', 'cancelled']),
    totalRows: count,
    processedRows: count,
    dryRun: z.boolean().default(false),
    ...counts,
  }),
);
