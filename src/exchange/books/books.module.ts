import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../../casework/cases/index.js';
import { DebtorsModule } from '../../casework/debtors/index.js';
import { GrabsModule } from '../../casework/grabs/index.js';
import { RepaymentsModule } from '../../money/repayments/index.js';
import { LineChangesModule } from '../line-changes/index.js';
import { CaseRevisionController } from './case-revision.controller.js';
import { CaseRevisionEntity } from './case-revision.entity.js';
import { CaseRevisionRepository } from './case-revision.repository.js';
import { CaseRevisionResolver } from './case-revision.resolver.js';
import { CaseRevisions } from './case-revisions.service.js';
import { MoneyFollower } from './money-follower.js';
import { ReceivableRecords } from './receivable-records.js';
import { ReceivableSync } from './receivable-sync.js';
import { ReceivableUpsert } from './receivable-upsert.js';
import { RevisionDecisions } from './revision-decisions.service.js';
import { RevisionProposals } from './revision-proposals.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CaseRevisionEntity]),
    CasesModule,
    DebtorsModule,
    GrabsModule,
    RepaymentsModule,
    LineChangesModule,
  ],
  controllers: [CaseRevisionController],
  providers: [
    CaseRevisionRepository,
    CaseRevisionResolver,
    CaseRevisions,
    MoneyFollower,
    ReceivableRecords,
    ReceivableSync,
    ReceivableUpsert,
    RevisionDecisions,
    RevisionProposals,
  ],
  exports: [ReceivableSync, ReceivableUpsert],
})
export class BooksModule {}
