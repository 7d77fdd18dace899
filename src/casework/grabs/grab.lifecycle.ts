/** A grab is active until one of four ends; none of them is left again. */
export type GrabState = 'active' | 'completed' | 'returned' | 'expired' | 'recalled';
