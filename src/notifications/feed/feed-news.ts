import { EventEmitter } from 'node:events';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { ChannelListener } from '../../platform/database/index.js';
import { FEED_CHANNEL } from './feed.repository.js';

/** A notification may be lost, so readers look this often all the same. */
const POLL_MS = 1_000;

/** Notifies subscribers in this process that the feed may have grown. Listens only while there are any. */
@Injectable()
export class FeedNews implements BeforeApplicationShutdown {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly listener: ChannelListener;
  private poll: NodeJS.Timeout | undefined;

  constructor(config: Config) {
    this.listener = new ChannelListener(
      () => config.databaseDirectUrl,
      FEED_CHANNEL,
      () => this.emitter.emit('news'),
    );
  }

  /** Calls back when there may be new events; returns the function that unsubscribes. */
  onNews(act: () => void): () => void {
    this.emitter.on('news', act);
    this.listener.start();
    this.poll ??= setInterval(() => this.emitter.emit('news'), POLL_MS);
    return () => {
      this.emitter.off('news', act);
      if (this.emitter.listenerCount('news') === 0) void this.stopListening();
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stopListening();
  }

  private async stopListening(): Promise<void> {
    clearInterval(this.poll);
    this.poll = undefined;
    await this.listener.stop();
  }
}
