import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { inChunks } from '../jobs/in-chunks.js';
import { Sweep } from '../jobs/job-handler.js';
import { OutboxRepository } from './outbox.repository.js';

/** How long a delivered event and its inbox rows are kept, for inquiries. */
const RETENTION_DAYS = 7;
const CHUNK = 2_000;

/** Deletes old events. */
@Injectable()
export class OutboxHousekeeping {
  private readonly repository = new OutboxRepository();

  constructor(private readonly database: Database) {}

  @Sweep('outbox.prune', 600_000)
  async prune(): Promise<void> {
    await inChunks(CHUNK, () => this.repository.prune(this.database, RETENTION_DAYS, CHUNK));
  }
}
