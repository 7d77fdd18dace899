import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Audit } from './audit.js';
import { AuditReading } from './audit-reading.js';
import { AuditRecordEntity } from './audit-record.entity.js';

/** The trail of acts. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditRecordEntity])],
  providers: [Audit, AuditReading],
  exports: [Audit, AuditReading],
})
export class AuditModule {}
