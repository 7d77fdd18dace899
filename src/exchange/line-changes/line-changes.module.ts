import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../../casework/cases/index.js';
import { GrabsModule } from '../../casework/grabs/index.js';
import { RepaymentsModule } from '../../money/repayments/index.js';
import { LineChangeController } from './line-change.controller.js';
import { LineChangeEntity } from './line-change.entity.js';
import { LineChangeRepository } from './line-change.repository.js';
import { LineChangeResolver } from './line-change.resolver.js';
import { LineChangeEndConsumer } from './line-change-end.consumer.js';
import { LineChanges } from './line-changes.service.js';
import { LineDecisions } from './line-decisions.service.js';
import { LineProposals } from './line-proposals.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([LineChangeEntity]), CasesModule, GrabsModule, RepaymentsModule],
  controllers: [LineChangeController],
  providers: [
    LineChangeEndConsumer,
    LineChangeRepository,
    LineChangeResolver,
    LineChanges,
    LineDecisions,
    LineProposals,
  ],
  exports: [LineProposals],
})
export class LineChangesModule {}
