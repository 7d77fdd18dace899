import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { ChannelListener, Database } from '../database/index.js';

const CHANNEL = 'recourse_outbox';
/** Rings of one process within this time are one NOTIFY. */
const GAP_MS = 20;

/**
 * Wakes relays when something was published: directly inside the process, by NOTIFY elsewhere. The NOTIFY is sent after the
 * commit by a statement of its own, not inside the business transaction: PostgreSQL lets only one transaction that notifies
 * commit at a time, which would put every grab in one line behind the disk. A ring that is lost costs at most one poll.
 */
@Injectable()
export class Doorbell {
  private readonly heard = new EventEmitter();
  private readonly self = `${process.pid}.${Math.random().toString(36).slice(2)}`;
  private ringing = false;
  private again = false;
  private readonly listener: ChannelListener;

  constructor(
    private readonly database: Database,
    config: Config,
  ) {
    const heard = (from: string | undefined) => {
      if (from !== this.self) this.heard.emit('ring');
    };
    this.listener = new ChannelListener(() => config.databaseUrl, CHANNEL, heard);
  }

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

  /** Hears the rings of other processes; a lost ring costs at most one poll. */
  listen(): void {
    this.listener.start();
  }

  async stopListening(): Promise<void> {
    await this.listener.stop();
  }
}
