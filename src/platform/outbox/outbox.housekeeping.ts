import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Sweep } from '../jobs/job-handler.js';
import { OutboxRepository } from './outbox.repository.js';

/** How long a delivered event and its inbox rows are kept, for looking things up. */
const RETENTION_DAYS = 7;
const CHUNK = 2_000;
const CHUNKS_PER_RUN = 20;

/** Keeps the outbox small. */
@Injectable()
export class OutboxHousekeeping {
  private readonly repository = new OutboxRepository();

  constructor(private readonly database: Database) {}

  @Sweep('outbox.prune', 600_000)
  async prune(): Promise<void> {
    for (let chunk = 0; chunk < CHUNKS_PER_RUN; chunk += 1) {
      if ((await this.repository.prune(this.database, RETENTION_DAYS, CHUNK)) < CHUNK) return;
    }
  }
}
