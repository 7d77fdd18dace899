export { BooksModule } from './books.module.js';
export { statusFrom } from './receivable-step.js';
export { ReceivableSync, type SyncOutcome, type SyncRow } from './receivable-sync.js';
export { ReceivableUpsert, type UpsertedReceivable } from './receivable-upsert.js';
