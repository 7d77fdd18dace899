import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DebtorVault } from './debtor-vault.js';
import { CaseDisclosureEntity, DebtorReadCountEntity } from './disclosure.entity.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { Disclosures } from './disclosures.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CaseDisclosureEntity, DebtorReadCountEntity])],
  providers: [DebtorVault, DisclosureRepository, Disclosures],
  exports: [DebtorVault, Disclosures],
})
export class DebtorsModule {}
