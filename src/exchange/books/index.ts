export { statusFrom } from './receivable-step.js';
export { type Reason, ReceivableSync, type SyncOutcome, type SyncRow } from './receivable-sync.js';
export { ReceivableUpsert, type Upserted } from './receivable-upsert.js';
