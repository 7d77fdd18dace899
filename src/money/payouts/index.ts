export { Earnings } from './earnings.service.js';
export { payoutLaws } from './payouts.laws.js';
export { PayoutsModule } from './payouts.module.js';
