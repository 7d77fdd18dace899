/** The commission terms of one grab, frozen when it is taken: later changes of the offer or the platform's fee do not touch it. */
export type { FrozenTerms as GrabTerms } from '../admission/index.js';
