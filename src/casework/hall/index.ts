export { HallModule } from './hall.module.js';
export { AMOUNT_BANDS, amountBand, type HallSight } from './hall.policy.js';
export { HALL_ACCESS } from './hall-audience.js';
export { HallChanges } from './hall-changes.js';
export { HallSights } from './hall-sights.js';
export { ENTER_HALL, HALL_STRETCH, LEAVE_HALL, LISTED_IN_SANDBOX, REFRESH_LISTING } from './listing-sql.js';
