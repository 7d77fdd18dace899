import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorldsModule } from '../../parties/worlds/index.js';
import { LedgerModule } from '../ledger/index.js';
import { CreditorPayments, Earnings, PayoutRepository, PayoutResolver, Payouts } from '../payouts/index.js';
import { StatementController, StatementResolver, Statements } from '../statements/index.js';
import { CommissionRepository } from './commission.repository.js';
import { Commissions } from './commissions.service.js';
import { HoldTimeConsumer } from './hold-time.consumer.js';
import { PlatformParty } from './platform-party.js';
import {
  CommissionEntity,
  CommissionTotalEntity,
  CreditorPaymentEntity,
  PayoutEntity,
  TaxProfileEntity,
} from './settlement.entity.js';
import { TaxProfileRepository } from './tax-profile.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CommissionEntity,
      CommissionTotalEntity,
      CreditorPaymentEntity,
      PayoutEntity,
      TaxProfileEntity,
    ]),
    WorldsModule,
    LedgerModule,
  ],
  controllers: [StatementController],
  providers: [
    CommissionRepository,
    Commissions,
    CreditorPayments,
    Earnings,
    PayoutRepository,
    PayoutResolver,
    Payouts,
    HoldTimeConsumer,
    PlatformParty,
    StatementResolver,
    Statements,
    TaxProfileRepository,
  ],
  exports: [Commissions, Payouts, Statements],
})
export class SettlementModule {}
