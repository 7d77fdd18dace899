import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../../parties/approvals/index.js';
import { SharingModule } from '../../platform/sharing/index.js';
import { HallController } from './hall.controller.js';
import { HallReader } from './hall.reader.js';
import { HallRepository } from './hall.repository.js';
import { HallResolver } from './hall.resolver.js';
import { HallAudience } from './hall-audience.js';
import { HallChanges } from './hall-changes.js';
import { HallListingEntity } from './hall-listing.entity.js';
import { HallSights } from './hall-sights.js';

@Module({
  imports: [SharingModule, TypeOrmModule.forFeature([HallListingEntity]), ApprovalsModule],
  controllers: [HallController],
  providers: [HallAudience, HallReader, HallRepository, HallResolver, HallSights, HallChanges],
  exports: [HallSights, HallChanges],
})
export class HallModule {}
