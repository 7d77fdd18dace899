import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity/index.js';
import { LedgerModule } from '../ledger/index.js';
import { CommissionRepository } from './commission.repository.js';
import { Commissions } from './commissions.service.js';
import { CreditorPayments } from './creditor-payments.service.js';
import { Earnings } from './earnings.service.js';
import { HoldTimeConsumer } from './hold-time.consumer.js';
import { PayoutRepository } from './payout.repository.js';
import { PayoutResolver } from './payout.resolver.js';
import { Payouts } from './payouts.service.js';
import { PlatformParty } from './platform-party.js';
import {
  CommissionEntity,
  CommissionTotalEntity,
  CreditorPaymentEntity,
  PayoutEntity,
  TaxProfileEntity,
} from './settlement.entity.js';
import { StatementController } from './statement.controller.js';
import { StatementResolver } from './statement.resolver.js';
import { Statements } from './statements.service.js';
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
    IdentityModule,
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
