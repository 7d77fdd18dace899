export type { KeptReason } from './decided-row.js';
export { IntakeModule } from './intake.module.js';
export { ColumnsMissing, ColumnsRepeated } from './intake.refusals.js';
export { IntakeService } from './intake.service.js';
export { fileSubmission, jsonSubmission } from './submission.js';
