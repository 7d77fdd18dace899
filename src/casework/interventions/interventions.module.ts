import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../../parties/approvals/index.js';
import { CasesModule } from '../cases/index.js';
import { GrabsModule } from '../grabs/index.js';
import { InterventionResolver } from './intervention.resolver.js';
import { Interventions } from './interventions.service.js';
import { VerificationLossConsumer } from './verification-loss.consumer.js';

@Module({
  imports: [ApprovalsModule, CasesModule, GrabsModule],
  providers: [InterventionResolver, Interventions, VerificationLossConsumer],
})
export class InterventionsModule {}
