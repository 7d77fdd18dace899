import { Module } from '@nestjs/common';
import { AdmissionModule } from '../admission/index.js';
import { CasesModule } from '../cases/index.js';
import { LprAlarm } from './lpr-alarm.js';
import { QuoteController } from './quote.controller.js';
import { QuoteResolver } from './quote.resolver.js';
import { Quotes } from './quotes.service.js';

@Module({
  imports: [AdmissionModule, CasesModule],
  controllers: [QuoteController],
  providers: [LprAlarm, QuoteResolver, Quotes],
})
export class QuotesModule {}
