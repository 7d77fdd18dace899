import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/index.js';
import { inChunks, Sweep } from '../../platform/jobs/index.js';
import { definePolicy, Policies } from '../../platform/policy/index.js';
import { FeedRepository } from './feed.repository.js';

/** Days events are kept: the longest a reader may be away without missing one. */
export const feedFigures = definePolicy(
  'feed',
  z.object({ keptDays: z.number().int().min(1).max(365).default(30).describe('Days public events are kept.') }),
);

const CHUNK = 2_000;

/** Deletes events that are older than the policy allows. */
@Injectable()
export class FeedRetention {
  constructor(
    private readonly database: Database,
    private readonly repository: FeedRepository,
    private readonly policies: Policies,
  ) {}

  @Sweep('feed.prune', 600_000)
  async prune(): Promise<void> {
    const { keptDays } = await this.policies.get(feedFigures);
    await inChunks(CHUNK, () => this.database.transaction((tx) => this.repository.prune(tx, keptDays, CHUNK)));
  }
}
