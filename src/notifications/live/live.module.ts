import { Module } from '@nestjs/common';
import { CasesModule } from '../../casework/cases/index.js';
import { HallModule } from '../../casework/hall/index.js';
import { FeedModule } from '../feed/index.js';
import { FeedTail } from './feed-tail.js';
import { LiveController } from './live.controller.js';
import { LiveResolver } from './live.resolver.js';
import { LiveFeed } from './live-feed.service.js';
import { LiveStreams } from './live-streams.js';
import { SocketAdmission } from './socket-admission.js';

/** The ways to follow public events. */
@Module({
  imports: [CasesModule, FeedModule, HallModule],
  controllers: [LiveController],
  providers: [FeedTail, LiveFeed, LiveResolver, LiveStreams, SocketAdmission],
})
export class LiveModule {}
