export { Audit } from './audit.js';
export { AuditModule } from './audit.module.js';
export { type AuditFilter, AuditReading, type AuditRecord } from './audit-reading.js';
export type { AuditFacts } from './audit-record.entity.js';
