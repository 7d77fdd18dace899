export { Idempotency } from './idempotency.js';
export { IdempotencyModule } from './idempotency.module.js';
