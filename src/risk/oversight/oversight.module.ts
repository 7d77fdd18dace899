import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StandingModule } from '../standing/index.js';
import { StandingAppealEntity } from './appeal.entity.js';
import { AppealRepository } from './appeal.repository.js';
import { AppealGrounds } from './appeal-grounds.js';
import { StandingAppealViews } from './appeal-views.js';
import { Appeals } from './appeals.service.js';
import { OversightResolver } from './oversight.resolver.js';
import { OversightLog } from './oversight-log.js';
import { VetoResolver } from './veto.resolver.js';
import { VetoBounds, Vetoes } from './vetoes.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([StandingAppealEntity]), StandingModule],
  providers: [
    ...[AppealRepository, AppealGrounds, Appeals, StandingAppealViews, OversightLog, VetoBounds, Vetoes],
    ...[OversightResolver, VetoResolver],
  ],
})
export class OversightModule {}
