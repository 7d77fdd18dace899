/** `pending` until it is delivered or given up; a replay makes it pending again. */
export type DeliveryState = 'pending' | 'delivered' | 'failed';
