import { defineLifecycle } from '../kernel/index.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A replay brings back whatever is over. */
export const deliveryLifecycle = defineLifecycle<DeliveryState>('webhook delivery', 'pending', {
  pending: ['delivered', 'failed'],
  delivered: ['pending'],
  failed: ['pending'],
});
