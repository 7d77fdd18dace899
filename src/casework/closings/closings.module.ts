import { Module } from '@nestjs/common';
import { CollectionModule } from '../collection/index.js';
import { GrabsModule } from '../grabs/index.js';
import { ClosingResolver } from './closing.resolver.js';
import { ClosingTimeConsumer } from './closing-time.consumer.js';
import { Closings } from './closings.service.js';

@Module({
  imports: [CollectionModule, GrabsModule],
  providers: [ClosingResolver, Closings, ClosingTimeConsumer],
})
export class ClosingsModule {}
