import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../../parties/approvals/index.js';
import { DebtorVault } from './debtor-vault.js';
import { CaseDisclosureEntity, DebtorReadCountEntity } from './disclosure.entity.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { Disclosures } from './disclosures.service.js';
import { HistoryTexts } from './history-texts.js';
@Module({
  imports: [ApprovalsModule, TypeOrmModule.forFeature([CaseDisclosureEntity, DebtorReadCountEntity])],
  providers: [DebtorVault, DisclosureRepository, Disclosures, HistoryTexts],
  exports: [DebtorVault, Disclosures, HistoryTexts],
})
export class DebtorsModule {}
