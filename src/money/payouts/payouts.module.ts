import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorldsModule } from '../../parties/worlds/index.js';
import { LedgerModule } from '../ledger/index.js';
import { SettlementModule } from '../settlement/index.js';
import { CreditorPayments } from './creditor-payments.service.js';
import { Earnings } from './earnings.service.js';
import { CreditorPaymentEntity, PayoutEntity } from './payout.entity.js';
import { PayoutRepository } from './payout.repository.js';
import { PayoutResolver } from './payout.resolver.js';
import { Payouts } from './payouts.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CreditorPaymentEntity, PayoutEntity]),
    WorldsModule,
    LedgerModule,
    SettlementModule,
  ],
  providers: [CreditorPayments, Earnings, PayoutRepository, PayoutResolver, Payouts],
  exports: [Earnings],
})
export class PayoutsModule {}
