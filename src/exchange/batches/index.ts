export { BatchesModule } from './batches.module.js';
export { CaseBatches } from './case-batches.service.js';
export { fileSubmission, jsonSubmission } from './submission.js';
