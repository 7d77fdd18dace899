import { type CodeOf, defineLifecycle, defineVocabulary } from '../../kernel/index.js';
import type { Grouping } from '../rows/index.js';

export const BATCH_STATES = ['received', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** Rows processed before a batch failed or was cancelled keep their outcome; the others have none. */
export const batchLifecycle = defineLifecycle<BatchState>('case batch', 'received', {
  received: ['processing', 'cancelled', 'failed'],
  processing: ['completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
});

/** `create` leaves the case of a reference posted before unchanged; `upsert` updates it to the creditor's books. */
export const BATCH_MODES = ['create', 'upsert'] as const;
export type BatchMode = (typeof BATCH_MODES)[number];

export const BATCH_GROUPINGS = ['document', 'debtor'] as const satisfies readonly Grouping[];

/** The outcome of a row of a batch. */
export const ROW_OUTCOME = defineVocabulary({
  admitted: { en: 'It became a listed case.', zh: '已受理' },
  in_review: { en: 'It became a case awaiting a reviewer.', zh: '待审核' },
  duplicate: { en: 'You posted a case with this reference before; nothing was changed.', zh: '重复' },
  rejected: { en: 'It was refused; `reasons` says why.', zh: '未受理' },
  updated: { en: 'Its case has new amounts or days.', zh: '已更新' },
  unchanged: { en: 'It required no change.', zh: '无变化' },
  settled: { en: 'Paid by your books; its case, which no provider held, is withdrawn.', zh: '已结清' },
  withdrawn: { en: 'Void in your books; its case, which no provider held, is withdrawn.', zh: '已撤回' },
  repayment_reported: {
    en: 'Your books show a payment that was not on record; it became a repayment of its case.',
    zh: '已登记回款',
  },
  revision_pending: {
    en: 'Your books show a lower amount of a held case; it waits for your confirmation.',
    zh: '金额调整待确认',
  },
});
export const ROW_OUTCOMES = ROW_OUTCOME.codes;
export type RowOutcome = CodeOf<typeof ROW_OUTCOME>;

/** The count of each outcome. */
export const COUNT_OF = {
  admitted: 'admittedRows',
  in_review: 'inReviewRows',
  duplicate: 'duplicateRows',
  rejected: 'rejectedRows',
  updated: 'updatedRows',
  unchanged: 'unchangedRows',
  settled: 'settledRows',
  withdrawn: 'withdrawnRows',
  repayment_reported: 'repaymentRows',
  revision_pending: 'revisionRows',
} as const satisfies Record<RowOutcome, string>;

/** How many rows have each outcome; together the rows processed. */
export type BatchCounts = Record<(typeof COUNT_OF)[RowOutcome], number>;

/** Only the counts of a batch. */
export function countsOf(batch: BatchCounts): BatchCounts {
  const counts = Object.values(COUNT_OF).map((name) => [name, batch[name]]);
  return Object.fromEntries(counts) as BatchCounts;
}
