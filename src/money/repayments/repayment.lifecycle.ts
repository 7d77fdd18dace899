import { defineLifecycle } from '../../kernel/index.js';

export type RepaymentState = 'reported' | 'confirmed' | 'rejected' | 'reversed';

/** A report is confirmed or rejected; a confirmed payment may still be reversed. */
export const repaymentLifecycle = defineLifecycle<RepaymentState>('repayment', 'reported', {
  reported: ['confirmed', 'rejected'],
  confirmed: ['reversed'],
  rejected: [],
  reversed: [],
});
