import { defineLifecycle } from '../kernel/index.js';

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

export const ROW_OUTCOMES = ['admitted', 'in_review', 'duplicate', 'rejected'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
