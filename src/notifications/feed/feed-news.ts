import { EventEmitter } from 'node:events';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { ChannelListener } from '../../platform/database/index.js';
import { FEED_CHANNEL } from './feed.repository.js';

/** When no notification comes, look all the same. */
const POLL_MS = 1_000;

/** Tells this process that the feed has grown. Listens only while somebody wants to know. */
@Injectable()
export class FeedNews implements BeforeApplicationShutdown {
  private readonly heard = new EventEmitter().setMaxListeners(0);
  private readonly listener: ChannelListener;
  private poll: NodeJS.Timeout | undefined;

  constructor(config: Config) {
    this.listener = new ChannelListener(
      () => config.databaseUrl,
      FEED_CHANNEL,
      () => this.heard.emit('news'),
    );
  }

  /** Calls back when there may be news; answers how to stop. */
  onNews(act: () => void): () => void {
    this.heard.on('news', act);
    this.listener.start();
    this.poll ??= setInterval(() => this.heard.emit('news'), POLL_MS);
    return () => {
      this.heard.off('news', act);
      if (this.heard.listenerCount('news') === 0) void this.rest();
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rest();
  }

  private async rest(): Promise<void> {
    clearInterval(this.poll);
    this.poll = undefined;
    await this.listener.stop();
  }
}
