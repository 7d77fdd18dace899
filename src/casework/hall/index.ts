export { HallModule } from './hall.module.js';
export { AMOUNT_BANDS, amountBand, type HallSight } from './hall.policy.js';
export { HALL_ACCESS } from './hall-audience.js';
export { HallSights } from './hall-sights.js';
export { HallVersion } from './hall-version.js';
export { ENTER_HALL, LEAVE_HALL, REFRESH_LISTING, REVISE_LISTING } from './listing-statements.js';
