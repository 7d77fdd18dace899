import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases/index.js';
import { GrabsModule } from '../grabs/index.js';
import { Activities } from './activities.service.js';
import { ActivityEntity } from './activity.entity.js';
import { ActivityRepository } from './activity.repository.js';
import { ActivityResolver } from './activity.resolver.js';

@Module({
  imports: [TypeOrmModule.forFeature([ActivityEntity]), CasesModule, GrabsModule],
  providers: [ActivityRepository, ActivityResolver, Activities],
  exports: [Activities],
})
export class CollectionModule {}
