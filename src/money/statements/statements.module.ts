import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../../casework/cases/index.js';
import { WorldsModule } from '../../parties/worlds/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PayoutsModule } from '../payouts/index.js';
import { SettlementModule } from '../settlement/index.js';
import { StatementController } from './statement.controller.js';
import { StatementResolver } from './statement.resolver.js';
import { StatementLabels } from './statement-labels.js';
import { Statements } from './statements.service.js';
import { TaxProfileEntity } from './tax-profile.entity.js';
import { TaxProfileRepository } from './tax-profile.repository.js';
import { TaxProfiles } from './tax-profiles.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([TaxProfileEntity]),
    CasesModule,
    WorldsModule,
    LedgerModule,
    PayoutsModule,
    SettlementModule,
  ],
  controllers: [StatementController],
  providers: [StatementLabels, StatementResolver, Statements, TaxProfileRepository, TaxProfiles],
})
export class StatementsModule {}
