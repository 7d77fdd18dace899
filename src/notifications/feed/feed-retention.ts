import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../platform/database/index.js';
import { definePolicy, Policies } from '../../platform/policy/index.js';
import { Removes } from '../../platform/retention/index.js';
import { FeedRepository } from './feed.repository.js';

/** Days events are kept: the longest a reader may be away without missing one. */
export const feedFigures = definePolicy(
  'feed',
  z.object({ keptDays: z.number().int().min(1).max(365).default(30).describe('Days public events are kept.') }),
);

/** Deletes events that are older than the policy allows. */
@Injectable()
export class FeedRetention {
  constructor(
    private readonly database: Database,
    private readonly repository: FeedRepository,
    private readonly policies: Policies,
  ) {}

  @Removes('feed_events')
  async prune(limit: number): Promise<number> {
    const { keptDays } = await this.policies.get(feedFigures);
    return this.database.transaction((tx) => this.repository.prune(tx, keptDays, limit));
  }
}
