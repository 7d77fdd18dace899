import { defineLifecycle } from '../../kernel/index.js';

export type RepaymentState = 'reported' | 'confirmed' | 'rejected' | 'reversed';

/** Somebody says the debtor paid; it proves true or not; what proved true may still turn out wrong. */
export const repaymentLifecycle = defineLifecycle<RepaymentState>('repayment', 'reported', {
  reported: ['confirmed', 'rejected'],
  confirmed: ['reversed'],
  rejected: [],
  reversed: [],
});
