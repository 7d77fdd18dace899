import { type CodeOf, defineLifecycle, defineVocabulary } from '../../kernel/index.js';

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

/** What became of a row of a batch. */
export const ROW_OUTCOME = defineVocabulary({
  admitted: { en: 'It became a listed case.', zh: '已受理' },
  in_review: { en: 'It became a case that a reviewer looks at.', zh: '待审核' },
  duplicate: { en: 'You posted a case with this reference before; nothing was changed.', zh: '重复' },
  rejected: { en: 'Nothing was done for it; the reasons say why.', zh: '未受理' },
  updated: { en: 'Its case has new amounts or days.', zh: '已更新' },
  unchanged: { en: 'There was nothing to do for it.', zh: '无变化' },
  settled: { en: 'Paid by your books: its case, which nobody held, is taken back.', zh: '已结清' },
  withdrawn: { en: 'Void in your books: its case, which nobody held, is taken back.', zh: '已撤回' },
  repayment_reported: {
    en: 'Your books show money we did not know of: it is a repayment of its holder now.',
    zh: '已登记回款',
  },
});
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
