import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { ChannelListener, Database } from '../database/index.js';

const CHANNEL = 'recourse_outbox';
/** Signals of one process within this time share one NOTIFY. */
const GAP_MS = 20;

/**
 * Wakes relays when something was published: directly inside the process, by NOTIFY elsewhere. The NOTIFY is sent after the
 * commit by a statement of its own, not inside the business transaction: PostgreSQL lets only one transaction that notifies
 * commit at a time, which would queue every grab behind the disk. A lost signal costs at most one poll.
 */
@Injectable()
export class OutboxSignal {
  private readonly emitter = new EventEmitter();
  private readonly self = `${process.pid}.${Math.random().toString(36).slice(2)}`;
  private sending = false;
  private again = false;
  private readonly listener: ChannelListener;

  constructor(
    private readonly database: Database,
    config: Config,
  ) {
    const receive = (from: string | undefined) => {
      if (from !== this.self) this.emitter.emit('signal');
    };
    this.listener = new ChannelListener(() => config.databaseDirectUrl, CHANNEL, receive);
  }

  /** Calls `act` on every signal; returns the function that unsubscribes. */
  subscribe(act: () => void): () => void {
    this.emitter.on('signal', act);
    return () => this.emitter.off('signal', act);
  }

  /** Something was committed. Never throws, never waits. */
  send(): void {
    this.emitter.emit('signal');
    if (this.sending) {
      this.again = true;
      return;
    }
    this.sending = true;
    void this.notify();
  }

  private async notify(): Promise<void> {
    do {
      this.again = false;
      await this.database.affected(`SELECT pg_notify('${CHANNEL}', $1)`, [this.self]).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, GAP_MS).unref());
    } while (this.again);
    this.sending = false;
  }

  /** Receives the signals of other processes. */
  listen(): void {
    this.listener.start();
  }

  async stopListening(): Promise<void> {
    await this.listener.stop();
  }
}
