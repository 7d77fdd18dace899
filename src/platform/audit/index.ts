export { Audit, type AuditActor, type AuditSubject } from './audit.js';
export { AuditModule } from './audit.module.js';
export type { AuditFact, AuditFacts } from './audit-record.entity.js';
