export { type AttemptError, nextDelay } from './retry.policy.js';
export { type Attempt, Sender } from './sender.js';
export { keyOf, newSecret, signatureHeader } from './signature.js';
export { SinksModule } from './sinks.module.js';
