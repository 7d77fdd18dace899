import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorldsModule } from '../../parties/worlds/index.js';
import { ShadowRunResolver } from './shadow-run.resolver.js';
import { ShadowRuns } from './shadow-runs.service.js';
import { StandingConsumer } from './standing.consumer.js';
import {
  ProviderStandingEntity,
  StandingChangeEntity,
  StandingGrabEntity,
  StandingRecoveryEntity,
  StandingSumsEntity,
} from './standing.entity.js';
import { StandingRepository } from './standing.repository.js';
import { StandingResolver } from './standing.resolver.js';
import { StandingRecords } from './standing-records.service.js';
import { Standings } from './standings.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[StandingGrabEntity, StandingRecoveryEntity, StandingSumsEntity],
      ...[ProviderStandingEntity, StandingChangeEntity],
    ]),
    WorldsModule,
  ],
  providers: [
    ...[StandingConsumer, StandingRepository, Standings, StandingRecords, ShadowRuns],
    ...[StandingResolver, ShadowRunResolver],
  ],
  exports: [Standings, StandingRecords],
})
export class StandingModule {}
