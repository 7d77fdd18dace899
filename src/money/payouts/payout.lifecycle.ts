import { defineLifecycle } from '../../kernel/index.js';

export type PayoutState = 'due' | 'sent' | 'paid' | 'returned';

/** A payout is due until the bank has the order; then it arrives or comes back. One that is due may be called off. */
export const payoutLifecycle = defineLifecycle<PayoutState>('payout', 'due', {
  due: ['sent', 'returned'],
  sent: ['paid', 'returned'],
  paid: [],
  returned: [],
});
