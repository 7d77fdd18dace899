export { HallController } from './hall.controller.js';
export { AMOUNT_BANDS, amountBand, type HallSight } from './hall.policy.js';
export { HallReader } from './hall.reader.js';
export { HallRepository } from './hall.repository.js';
export { HallResolver } from './hall.resolver.js';
export { HallAging } from './hall-aging.js';
export { HALL_ACCESS, HallAudience } from './hall-audience.js';
export { HallChanges } from './hall-changes.js';
export { HallListing } from './hall-listing.entity.js';
export {
  ENTER_HALL,
  HallListingRepository,
  LEAVE_HALL,
  REFRESH_LISTING,
  REVISE_LISTING,
} from './hall-listing.repository.js';
export { HallSights } from './hall-sights.js';
