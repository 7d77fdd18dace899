export { GrabView, GrabViews, HOLDER_REFUSALS } from './grab.graphql.js';
export type { Grab } from './grab.repository.js';
export { grabEventOf, standstillOf } from './grab-events.js';
export { GrabHolds, type HeldCase } from './grab-holds.js';
export { grabLaws } from './grabs.laws.js';
export { GrabsModule } from './grabs.module.js';
