import { Ground20261121000000 } from './20261121000000-ground.js';
import { Plumbing20261121000100 } from './20261121000100-plumbing.js';

/** Every migration, oldest first. A new one joins at the end and is never changed after it has landed. */
export const migrations = [Ground20261121000000, Plumbing20261121000100];
