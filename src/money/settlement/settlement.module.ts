import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorldsModule } from '../../parties/worlds/index.js';
import { LedgerModule } from '../ledger/index.js';
import { CommissionEntity, CommissionTotalEntity } from './commission.entity.js';
import { CommissionRepository } from './commission.repository.js';
import { Commissions } from './commissions.service.js';
import { PlatformParty } from './platform-party.js';

@Module({
  imports: [TypeOrmModule.forFeature([CommissionEntity, CommissionTotalEntity]), LedgerModule, WorldsModule],
  providers: [CommissionRepository, Commissions, PlatformParty],
  exports: [Commissions, PlatformParty],
})
export class SettlementModule {}
