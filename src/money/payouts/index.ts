export { Earnings } from './earnings.service.js';
export { payoutTextsOfBefore } from './payout.repository.js';
export { payoutLaws } from './payouts.laws.js';
export { PayoutsModule } from './payouts.module.js';
