import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/index.js';
import { IdentityModule } from '../identity/index.js';
import { RepaymentsModule } from '../repayments/index.js';
import { BatchChunks } from './batch-chunks.js';
import { BatchEndings } from './batch-endings.js';
import { BatchRunner } from './batch-runner.js';
import { CaseBatchConsumer } from './case-batch.consumer.js';
import { CaseBatchController } from './case-batch.controller.js';
import { CaseBatchEntity, CaseBatchRowEntity } from './case-batch.entity.js';
import { CaseBatchRepository } from './case-batch.repository.js';
import { CaseBatchResolver } from './case-batch.resolver.js';
import { IntakeService } from './intake.service.js';
import { ReceivableSync } from './receivable-sync.js';
import { ReceivableUpsert } from './receivable-upsert.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CaseBatchEntity, CaseBatchRowEntity]),
    CasesModule,
    IdentityModule,
    RepaymentsModule,
  ],
  controllers: [CaseBatchController],
  providers: [
    BatchChunks,
    BatchEndings,
    BatchRunner,
    CaseBatchConsumer,
    CaseBatchRepository,
    CaseBatchResolver,
    IntakeService,
    ReceivableSync,
    ReceivableUpsert,
  ],
  exports: [IntakeService, ReceivableSync],
})
export class IntakeModule {}
