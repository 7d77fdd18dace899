import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/index.js';
import { GrabsModule } from '../grabs/index.js';
import { ActivityEntity } from './activity.entity.js';
import { ActivityRepository } from './activity.repository.js';
import { ActivityResolver } from './activity.resolver.js';
import { ActivityService } from './activity.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ActivityEntity]), CasesModule, GrabsModule],
  providers: [ActivityRepository, ActivityResolver, ActivityService],
  exports: [ActivityService],
})
export class CollectionModule {}
