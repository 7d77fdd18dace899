import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Audit } from './audit.js';
import { AuditRecordEntity } from './audit-record.entity.js';

/** The trail of acts. */
@Global()
@Module({ imports: [TypeOrmModule.forFeature([AuditRecordEntity])], providers: [Audit], exports: [Audit] })
export class AuditModule {}
