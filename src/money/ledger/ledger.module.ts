import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerAccountEntity, LedgerEntryEntity, LedgerTransferEntity } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { Ledger } from './ledger.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([LedgerAccountEntity, LedgerTransferEntity, LedgerEntryEntity])],
  providers: [Ledger, LedgerRepository],
  exports: [Ledger],
})
export class LedgerModule {}
