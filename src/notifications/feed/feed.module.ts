import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorldsModule } from '../../parties/worlds/index.js';
import { FeedConsumer } from './feed.consumer.js';
import { FeedRepository } from './feed.repository.js';
import { Feed } from './feed.service.js';
import { FeedCursors } from './feed-cursor.js';
import { FeedEventEntity, FeedHorizonEntity } from './feed-event.entity.js';
import { FeedNews } from './feed-news.js';
import { FeedRetention } from './feed-retention.js';

/** The one table of public events. */
@Module({
  imports: [TypeOrmModule.forFeature([FeedEventEntity, FeedHorizonEntity]), WorldsModule],
  providers: [Feed, FeedConsumer, FeedCursors, FeedNews, FeedRepository, FeedRetention],
  exports: [Feed],
})
export class FeedModule {}
