import { Logger } from '@nestjs/common';
import pg from 'pg';
import { appPoolConfig } from './connection.js';

const RECONNECT_MS = 1_000;

/**
 * Hears NOTIFY on one channel over a connection of its own, and makes a new one whenever it breaks. What was notified while
 * it was away is lost, so `heard` is also called (without a payload) each time it listens anew: look for yourself.
 */
export class ChannelListener {
  private readonly logger = new Logger(ChannelListener.name);
  private client: pg.Client | undefined;
  private wanted = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: () => string,
    private readonly channel: string,
    private readonly heard: (payload: string | undefined) => void,
  ) {}

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    void this.connect();
  }

  async stop(): Promise<void> {
    this.wanted = false;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client(appPoolConfig(this.url(), 1));
    let lost = false;
    const again = () => {
      if (lost) return;
      lost = true;
      void client.end().catch(() => undefined);
      // One that was let go, by `stop`, is not missed, even if another has been started meanwhile.
      if (this.client !== client) return;
      this.client = undefined;
      this.timer = setTimeout(() => void this.connect(), RECONNECT_MS);
      this.timer.unref();
    };
    client.on('error', (error) => {
      this.logger.warn(`connection that listens to ${this.channel} lost: ${error.message}`);
      again();
    });
    client.on('end', again);
    client.on('notification', (message) => this.heard(message.payload));
    try {
      this.client = client;
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.heard(undefined);
    } catch {
      again();
    }
  }
}
