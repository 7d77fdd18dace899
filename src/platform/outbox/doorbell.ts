import { EventEmitter } from 'node:events';
import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/index.js';
import { appPoolConfig, Database } from '../database/index.js';

const CHANNEL = 'recourse_outbox';
/** Rings of one process within this time are one NOTIFY. */
const GAP_MS = 20;
const RECONNECT_MS = 1_000;

/**
 * Wakes relays when something was published: directly inside the process, by NOTIFY elsewhere. The NOTIFY is sent after the
 * commit by a statement of its own, not inside the business transaction: PostgreSQL lets only one transaction that notifies
 * commit at a time, which would put every grab in one line behind the disk. A ring that is lost costs at most one poll.
 */
@Injectable()
export class Doorbell {
  private readonly logger = new Logger(Doorbell.name);
  private readonly heard = new EventEmitter();
  private readonly self = `${process.pid}.${Math.random().toString(36).slice(2)}`;
  private ringing = false;
  private again = false;
  private listener: pg.Client | undefined;
  private listening = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Calls back on every ring; answers how to stop. */
  onRing(act: () => void): () => void {
    this.heard.on('ring', act);
    return () => this.heard.off('ring', act);
  }

  /** Something was committed. Never throws, never waits. */
  ring(): void {
    this.heard.emit('ring');
    if (this.ringing) {
      this.again = true;
      return;
    }
    this.ringing = true;
    void this.notify();
  }

  private async notify(): Promise<void> {
    do {
      this.again = false;
      await this.database.affected(`SELECT pg_notify('${CHANNEL}', $1)`, [this.self]).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, GAP_MS).unref());
    } while (this.again);
    this.ringing = false;
  }

  /** Hears the rings of other processes on a connection of its own, and makes a new one whenever it breaks. */
  listen(): void {
    if (this.listening) return;
    this.listening = true;
    void this.connect();
  }

  async stopListening(): Promise<void> {
    this.listening = false;
    clearTimeout(this.timer);
    const client = this.listener;
    this.listener = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client(appPoolConfig(this.config.databaseUrl, 1));
    let lost = false;
    const again = () => {
      if (lost) return;
      lost = true;
      if (this.listener === client) this.listener = undefined;
      void client.end().catch(() => undefined);
      if (!this.listening) return;
      this.timer = setTimeout(() => void this.connect(), RECONNECT_MS);
      this.timer.unref();
    };
    client.on('error', (error) => {
      this.logger.warn(`listening connection lost: ${error.message}`);
      again();
    });
    client.on('end', again);
    client.on('notification', (message) => {
      if (message.payload !== this.self) this.heard.emit('ring');
    });
    try {
      this.listener = client;
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.heard.emit('ring');
    } catch {
      again();
    }
  }
}
