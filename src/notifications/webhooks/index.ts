export { webhookLaws } from './webhooks.laws.js';
export { WebhooksModule } from './webhooks.module.js';
