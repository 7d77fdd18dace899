import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../../casework/cases/index.js';
import { RepaymentsModule } from '../../money/repayments/index.js';
import { ReceivableSync, ReceivableUpsert } from '../books/index.js';
import { Templates } from '../rows/index.js';
import { BatchActs } from './batch-acts.service.js';
import { BatchChunks } from './batch-chunks.js';
import { BatchEndings } from './batch-endings.js';
import { BatchJudge } from './batch-judge.js';
import { BatchOpenings } from './batch-openings.js';
import { BatchResults } from './batch-results.service.js';
import { BatchRowRepository } from './batch-row.repository.js';
import { BatchRunner } from './batch-runner.js';
import { CaseBatchConsumer } from './case-batch.consumer.js';
import { CaseBatchController } from './case-batch.controller.js';
import { CaseBatchEntity, CaseBatchRowEntity } from './case-batch.entity.js';
import { CaseBatchRepository } from './case-batch.repository.js';
import { CaseBatchResolver } from './case-batch.resolver.js';
import { ImportFilesController } from './import-files.controller.js';
import { IntakeService } from './intake.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CaseBatchEntity, CaseBatchRowEntity]), CasesModule, RepaymentsModule],
  controllers: [CaseBatchController, ImportFilesController],
  providers: [
    BatchActs,
    BatchChunks,
    BatchEndings,
    BatchJudge,
    BatchOpenings,
    BatchResults,
    BatchRowRepository,
    BatchRunner,
    CaseBatchConsumer,
    CaseBatchRepository,
    CaseBatchResolver,
    IntakeService,
    ReceivableSync,
    ReceivableUpsert,
    Templates,
  ],
  exports: [IntakeService, ReceivableSync],
})
export class IntakeModule {}
