export type { GrabState } from './grab.lifecycle.js';
export type { Grab } from './grab.repository.js';
export { GrabService } from './grab.service.js';
export { grabFigures } from './grab-figures.js';
export { GrabHolds } from './grab-holds.js';
export type { GrabTerms } from './grab-terms.js';
export { GrabsModule } from './grabs.module.js';
