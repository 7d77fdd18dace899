import { defineLifecycle } from '../../kernel/index.js';

export type GrabState = 'active' | 'completed' | 'returned' | 'expired' | 'recalled';

/** A grab is active until one of four ends; none of them is left again. */
export const grabLifecycle = defineLifecycle<GrabState>('grab', 'active', {
  active: ['completed', 'returned', 'expired', 'recalled'],
  completed: [],
  returned: [],
  expired: [],
  recalled: [],
});
