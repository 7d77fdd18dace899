import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorldsModule } from '../../parties/worlds/index.js';
import { StandingConsumer } from './standing.consumer.js';
import {
  ProviderStandingEntity,
  StandingGrabEntity,
  StandingRecoveryEntity,
  StandingSumsEntity,
} from './standing.entity.js';
import { StandingRepository } from './standing.repository.js';
import { StandingResolver } from './standing.resolver.js';
import { Standings } from './standings.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([StandingGrabEntity, StandingRecoveryEntity, StandingSumsEntity, ProviderStandingEntity]),
    WorldsModule,
  ],
  providers: [StandingConsumer, StandingRepository, StandingResolver, Standings],
  exports: [Standings],
})
export class StandingModule {}
