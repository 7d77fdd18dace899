export { Idempotency, keyed } from './idempotency.js';
export { IdempotencyModule } from './idempotency.module.js';
