/** `pending` until it is delivered or given up; a replay brings back whatever is over. */
export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
