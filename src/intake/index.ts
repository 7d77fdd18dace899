export type { BatchState, RowOutcome } from './case-batch.lifecycle.js';
export type { CaseBatch } from './case-batch.repository.js';
export type { DecidedRow } from './decided-row.js';
export { IntakeModule } from './intake.module.js';
export { IntakeService } from './intake.service.js';
export { ROW_REASONS } from './reasons.js';
export { type Reason, ReceivableSync, type SyncOutcome, type SyncRow } from './receivable-sync.js';
export { fileSubmission, jsonSubmission, type Submission } from './submission.js';
