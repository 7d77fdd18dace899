import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../../casework/cases/index.js';
import { FilesModule } from '../../parties/files/index.js';
import { BooksModule } from '../books/index.js';
import { RowsModule } from '../rows/index.js';
import { BatchActs } from './batch-acts.service.js';
import { BatchChunks } from './batch-chunks.js';
import { BatchJudge } from './batch-judge.js';
import { BatchMoves } from './batch-moves.js';
import { BatchResults } from './batch-results.service.js';
import { BatchRowRepository } from './batch-row.repository.js';
import { BatchRunner } from './batch-runner.js';
import { BatchRetention, CaseBatchConsumer } from './case-batch.consumer.js';
import { CaseBatchController } from './case-batch.controller.js';
import { CaseBatchEntity, CaseBatchRowEntity } from './case-batch.entity.js';
import { CaseBatchRepository } from './case-batch.repository.js';
import { CaseBatchResolver } from './case-batch.resolver.js';
import { CaseBatches } from './case-batches.service.js';
import { ImportFilesController } from './import-files.controller.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CaseBatchEntity, CaseBatchRowEntity]),
    BooksModule,
    CasesModule,
    FilesModule,
    RowsModule,
  ],
  controllers: [CaseBatchController, ImportFilesController],
  providers: [
    BatchActs,
    BatchChunks,
    BatchJudge,
    BatchMoves,
    BatchResults,
    BatchRetention,
    BatchRowRepository,
    BatchRunner,
    CaseBatchConsumer,
    CaseBatchRepository,
    CaseBatchResolver,
    CaseBatches,
  ],
})
export class BatchesModule {}
