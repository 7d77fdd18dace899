import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../config/index.js';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Waits between the tries of one mail, in milliseconds. */
const WAITS = [1_000, 10_000, 60_000];

/**
 * Sends mail by the server of `SMTP_URL`; without one, each mail becomes a file in `outbox` of the data folder. Nobody waits
 * for a mail, so that an answer takes as long whether one is sent or not; one that cannot be sent is logged without its
 * contents, which may hold a token, and is asked for again by its reader.
 */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly log = new Logger(Mailer.name);
  private readonly ending = new AbortController();

  constructor(private readonly config: Config) {}

  send(mail: Mail): void {
    void this.deliver({ from: this.config.mailFrom, ...mail }).catch((error: Error) => {
      this.log.error(`a mail could not be sent: ${error.name}`);
    });
  }

  onModuleDestroy(): void {
    this.ending.abort();
  }

  private async deliver(message: Mail & { from: string }): Promise<void> {
    for (const wait of [...WAITS, undefined]) {
      try {
        await (this.config.smtpUrl === undefined ? this.file(message) : this.post(message, this.config.smtpUrl));
        return;
      } catch (error) {
        if (wait === undefined || this.ending.signal.aborted) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
  }

  private async post(message: Mail & { from: string }, url: string): Promise<void> {
    const transport = createTransport(url);
    try {
      await transport.sendMail(message);
    } finally {
      transport.close();
    }
  }

  private async file(message: Mail & { from: string }): Promise<void> {
    const made = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
    const folder = join(this.config.dataDir, 'outbox');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, `${randomUUID()}.eml`), made.message as Buffer, { mode: 0o600, flag: 'wx' });
  }
}
