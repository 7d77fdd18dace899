export { ErpModule } from './erp.module.js';
export { type ErpClient, type ErpDocument, SMALLEST_LIMIT } from './erp-client.js';
export { ErpClients } from './erp-clients.js';
export { ERP_FAULTS, ErpFault } from './erp-fault.js';
export { type ErpKind, nextSince, PULLED, type PulledKind } from './erp-kinds.js';
export { type DocumentDefaults, type JudgedDocument, judgeDocument } from './receivable.policy.js';
export { SKIP_REASONS } from './skip-reasons.js';
export { readUblFiles } from './ubl-files.js';
