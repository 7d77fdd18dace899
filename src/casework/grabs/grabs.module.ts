import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../../parties/approvals/index.js';
import { StandingModule } from '../../risk/standing/index.js';
import { CasesModule } from '../cases/index.js';
import { DebtorsModule } from '../debtors/index.js';
import { ContestReader } from './contest-reader.js';
import { GrabController } from './grab.controller.js';
import { GrabEntity, GrabRateBucketEntity, ProviderSlotEntity } from './grab.entity.js';
import { GrabViews } from './grab.graphql.js';
import { GrabRepository } from './grab.repository.js';
import { GrabResolver } from './grab.resolver.js';
import { GrabContest } from './grab-contest.js';
import { GrabDoor } from './grab-door.js';
import { GrabEndings } from './grab-endings.js';
import { GrabEngine } from './grab-engine.js';
import { GrabExpiryConsumer } from './grab-expiry.consumer.js';
import { GrabHolds } from './grab-holds.js';
import { GrabWriter } from './grab-writer.js';
import { Grabs } from './grabs.service.js';
import { SlotRepository } from './slot.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([GrabEntity, ProviderSlotEntity, GrabRateBucketEntity]),
    CasesModule,
    DebtorsModule,
    StandingModule,
    ApprovalsModule,
  ],
  controllers: [GrabController],
  providers: [
    ContestReader,
    GrabContest,
    GrabDoor,
    GrabEndings,
    GrabEngine,
    GrabExpiryConsumer,
    GrabHolds,
    GrabRepository,
    GrabResolver,
    Grabs,
    GrabViews,
    GrabWriter,
    SlotRepository,
  ],
  exports: [GrabHolds, Grabs, GrabViews],
})
export class GrabsModule {}
