import { Logger } from '@nestjs/common';
import type pg from 'pg';
import { appPoolConfig } from './connection.js';
import { SupervisedClient } from './supervised-client.js';

const RECONNECT_MS = 1_000;
/** A connection that only listens never notices that its path is gone: it has to ask. */
const HEARTBEAT_MS = 5_000;

/**
 * Receives NOTIFY on one channel over a connection of its own, and reconnects whenever it breaks. Notifications are lost
 * meanwhile, so `notified` is also called after each connect, without a payload: the callee must look for itself.
 */
export class ChannelListener {
  private readonly logger = new Logger(ChannelListener.name);
  private client: pg.Client | undefined;
  private started = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: () => string,
    private readonly channel: string,
    private readonly notified: (payload: string | undefined) => void,
  ) {}

  start(): void {
    if (this.started) return;
    this.started = true;
    void this.connect();
  }

  async stop(): Promise<void> {
    this.started = false;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new SupervisedClient(appPoolConfig(this.url(), 1));
    let lost = false;
    const heartbeat = setInterval(() => void client.query('SELECT 1').catch(() => undefined), HEARTBEAT_MS);
    heartbeat.unref();
    const again = () => {
      if (lost) return;
      lost = true;
      clearInterval(heartbeat);
      void client.end().catch(() => undefined);
      // `stop` let this client go; another may have been started meanwhile.
      if (this.client !== client) return;
      this.client = undefined;
      this.timer = setTimeout(() => void this.connect(), RECONNECT_MS);
      this.timer.unref();
    };
    client.on('error', (error) => {
      this.logger.warn(`connection that listens to ${this.channel} was lost: ${error.message}`);
      again();
    });
    client.on('end', again);
    client.on('notification', (message) => this.notified(message.payload));
    try {
      this.client = client;
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.notified(undefined);
    } catch {
      again();
    }
  }
}
