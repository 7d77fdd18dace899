export { type Found, Idempotency, type KeyedAnswer, type KeyedRequest, type Once } from './idempotency.js';
export { IdempotencyModule } from './idempotency.module.js';
