export { BooksModule } from './books.module.js';
export { statusFrom } from './receivable-step.js';
export { type Creditor, ReceivableSync, type SyncOutcome, type SyncRow } from './receivable-sync.js';
export { ReceivableUpsert } from './receivable-upsert.js';
