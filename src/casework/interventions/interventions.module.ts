import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { GrabsModule } from '../grabs/index.js';
import { InterventionResolver } from './intervention.resolver.js';
import { Interventions } from './interventions.service.js';
import { VerificationLossConsumer } from './verification-loss.consumer.js';

@Module({
  imports: [CasesModule, GrabsModule],
  providers: [InterventionResolver, Interventions, VerificationLossConsumer],
})
export class InterventionsModule {}
