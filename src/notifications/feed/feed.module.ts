import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../../casework/cases/index.js';
import { WorldsModule } from '../../parties/worlds/index.js';
import { FeedTail, LiveController, LiveFeed, LiveResolver, LiveStreams, SocketAdmission } from '../live/index.js';
import { FeedConsumer } from './feed.consumer.js';
import { FeedRepository } from './feed.repository.js';
import { Feed } from './feed.service.js';
import { FeedEventEntity, FeedHorizonEntity } from './feed-event.entity.js';
import { FeedNews } from './feed-news.js';
import { FeedRetention } from './feed-retention.js';

/** What goes out live: one table of public events, and the ways to follow it. */
@Module({
  imports: [TypeOrmModule.forFeature([FeedEventEntity, FeedHorizonEntity]), WorldsModule, CasesModule],
  controllers: [LiveController],
  providers: [
    FeedRepository,
    FeedNews,
    Feed,
    FeedConsumer,
    FeedRetention,
    FeedTail,
    LiveStreams,
    LiveFeed,
    LiveResolver,
    SocketAdmission,
  ],
  exports: [Feed],
})
export class FeedModule {}
