/** A grab is active until one of four final states. */
export type GrabState = 'active' | 'completed' | 'returned' | 'expired' | 'recalled';
export type GrabEnd = Exclude<GrabState, 'active'>;
