import { Module } from '@nestjs/common';
import { CasesModule } from '../../casework/cases/index.js';
import { AuditExportController } from './audit-export.controller.js';
import { AuditTrailResolver } from './audit-trail.resolver.js';
import { AuditTrail } from './audit-trail.service.js';

/** The trail of acts, for those who must account for it. */
@Module({
  imports: [CasesModule],
  controllers: [AuditExportController],
  providers: [AuditTrail, AuditTrailResolver],
})
export class AuditTrailModule {}
