export { DeliveriesModule } from './deliveries.module.js';
export { webhookLaws } from './webhooks.laws.js';
