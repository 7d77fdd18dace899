export type { Grab } from './grab.repository.js';
export { GrabHolds } from './grab-holds.js';
export { grabLaws } from './grabs.laws.js';
export { GrabsModule } from './grabs.module.js';
