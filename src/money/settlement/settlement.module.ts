import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../../parties/members/index.js';
import { LedgerModule } from '../ledger/index.js';
import { CommissionEntity, CommissionTotalEntity } from './commission.entity.js';
import { CommissionRepository } from './commission.repository.js';
import { Commissions } from './commissions.service.js';
import { HoldTimeConsumer } from './hold-time.consumer.js';
import { PlatformParty } from './platform-party.js';

@Module({
  imports: [TypeOrmModule.forFeature([CommissionEntity, CommissionTotalEntity]), IdentityModule, LedgerModule],
  providers: [CommissionRepository, Commissions, HoldTimeConsumer, PlatformParty],
  exports: [Commissions, PlatformParty],
})
export class SettlementModule {}
