import { type CodeOf, defineLifecycle } from '../../kernel/index.js';
import { ROW_OUTCOME } from './case-batch.words.js';

export const BATCH_STATES = ['received', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** A batch's life. Rows that were decided before it failed or was cancelled stay decided; the rest has no outcome. */
export const batchLifecycle = defineLifecycle<BatchState>('case batch', 'received', {
  received: ['processing', 'cancelled', 'failed'],
  processing: ['completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
});

/** `create` leaves a reference that was posted before alone; `upsert` follows it as the creditor's books do. */
export const BATCH_MODES = ['create', 'upsert'] as const;
export type BatchMode = (typeof BATCH_MODES)[number];

export const ROW_OUTCOMES = ROW_OUTCOME.codes;
export type RowOutcome = CodeOf<typeof ROW_OUTCOME>;

/** How many rows came to each outcome; together the rows that have one. */
export interface BatchCounts {
  admittedRows: number;
  inReviewRows: number;
  duplicateRows: number;
  rejectedRows: number;
  updatedRows: number;
  unchangedRows: number;
  settledRows: number;
  withdrawnRows: number;
  repaymentRows: number;
}

/** The count each outcome is added to. */
export const COUNT_OF: Readonly<Record<RowOutcome, keyof BatchCounts>> = {
  admitted: 'admittedRows',
  in_review: 'inReviewRows',
  duplicate: 'duplicateRows',
  rejected: 'rejectedRows',
  updated: 'updatedRows',
  unchanged: 'unchangedRows',
  settled: 'settledRows',
  withdrawn: 'withdrawnRows',
  repayment_reported: 'repaymentRows',
};

/** The counts alone of whatever has them. */
export function countsOf(batch: BatchCounts): BatchCounts {
  const counts = Object.values(COUNT_OF).map((name) => [name, batch[name]]);
  return Object.fromEntries(counts) as unknown as BatchCounts;
}
