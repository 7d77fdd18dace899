import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerAccountEntity, LedgerEntryEntity, LedgerMonthEntity, LedgerTransferEntity } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { Ledger } from './ledger.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([LedgerAccountEntity, LedgerTransferEntity, LedgerEntryEntity, LedgerMonthEntity]),
  ],
  providers: [Ledger, LedgerRepository],
  exports: [Ledger],
})
export class LedgerModule {}
