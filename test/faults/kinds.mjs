import { databaseKinds } from './kinds-of-the-database.mjs';
import { processKinds } from './kinds-of-processes.mjs';
import { surroundingKinds } from './kinds-of-the-surroundings.mjs';

/**
 * Each does its harm, returns when the harm is over, and says what it did to whom; one that did nothing says nothing, and its run
 * has failed. What is then still broken is the product's to mend. `felt`: the load must have met it. `with`: what must stand
 * around the product for it.
 */
export const kinds = { ...processKinds, ...databaseKinds, ...surroundingKinds };
