export { CreditorPayments } from './creditor-payments.service.js';
export { Earnings } from './earnings.service.js';
export type { PayoutState } from './payout.lifecycle.js';
export { PayoutRepository } from './payout.repository.js';
export { PayoutResolver } from './payout.resolver.js';
export { Payouts } from './payouts.service.js';
