import { Module } from '@nestjs/common';
import { CasesModule } from '../../casework/cases/index.js';
import { RepaymentsModule } from '../../money/repayments/index.js';
import { ReceivableSync } from './receivable-sync.js';
import { ReceivableUpsert } from './receivable-upsert.js';

@Module({
  imports: [CasesModule, RepaymentsModule],
  providers: [ReceivableSync, ReceivableUpsert],
  exports: [ReceivableSync, ReceivableUpsert],
})
export class BooksModule {}
