/** A grab is active until one of four final states. */
export const GRAB_STATES = ['active', 'completed', 'returned', 'expired', 'recalled'] as const;
export type GrabState = (typeof GRAB_STATES)[number];
export type GrabEnd = Exclude<GrabState, 'active'>;
