export { LISTENERS } from './audience.policy.js';
export { TYPE_MAX, TypesField } from './endpoint.inputs.js';
export { EndpointsModule } from './endpoints.module.js';
export { Endpoints } from './endpoints.service.js';
export { FailingEndpoints } from './failing-endpoints.service.js';
export { unreadableType } from './readable.policy.js';
export { WEBHOOK_READERS, WEBHOOK_WRITERS } from './webhook-access.js';
export { webhookFigures } from './webhook-figures.js';
export { WebhookSecrets } from './webhook-secrets.js';
