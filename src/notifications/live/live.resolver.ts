import { Args, Query, Resolver, Subscription } from '@nestjs/graphql';
import { HALL_ACCESS } from '../../casework/hall/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, CurrentBearer, type ShownBearer } from '../../platform/access/index.js';
import type { FeedEvent } from '../feed/index.js';
import { REVIEW_EVENTS_ACCESS } from '../feed/index.js';
import { EventIterator } from './event-iterator.js';
import { FollowBatchArgs, FollowCasesArgs, FollowHallArgs, FollowTypesArgs } from './follow.args.js';
import { hallEventView, LiveEventView, liveEventView } from './live-event.graphql.js';
import { IMPORT_ACCESS, LiveFeed, OWN_EVENTS_ACCESS } from './live-feed.service.js';

/** Events as they happen. Each subscription continues from a cursor, and ends with a code when its right ends. */
@Resolver(() => LiveEventView)
export class LiveResolver {
  constructor(private readonly live: LiveFeed) {}

  @Query(() => String, {
    description: 'The cursor of the newest event: read the current state next, then subscribe `after` this cursor.',
  })
  @Access(OWN_EVENTS_ACCESS)
  async liveCursor() {
    return this.live.now();
  }

  @Subscription(() => LiveEventView, { description: 'Cases that enter and leave the hall, de-identified.' })
  @Access(HALL_ACCESS)
  async hallEvents(
    @CurrentActor() actor: Actor,
    @CurrentBearer() bearer: ShownBearer,
    @Args() request: FollowHallArgs,
  ) {
    const { subscription, sight } = await this.live.hall({ actor, bearer }, request);
    return new EventIterator(subscription, (event) => ({ hallEvents: hallEventView(event, sight) }));
  }

  @Subscription(() => LiveEventView, { description: "The organisation's own events, or those of one of its cases." })
  @Access(OWN_EVENTS_ACCESS)
  async caseEvents(
    @CurrentActor() actor: Actor,
    @CurrentBearer() bearer: ShownBearer,
    @Args() request: FollowCasesArgs,
  ) {
    const subscription = await this.live.own({ actor, bearer }, request);
    return new EventIterator(subscription, (event) => ({ caseEvents: liveEventView(event) }));
  }

  @Subscription(() => LiveEventView, { description: 'The progress of a batch; completes when it is finished.' })
  @Access(IMPORT_ACCESS)
  async importProgress(
    @CurrentActor() actor: Actor,
    @CurrentBearer() bearer: ShownBearer,
    @Args() { batchId, after }: FollowBatchArgs,
  ) {
    const subscription = await this.live.batch({ actor, bearer }, batchId, { after });
    const view = (event: FeedEvent) => ({ importProgress: liveEventView(event) });
    return new EventIterator(subscription, view, ({ type }) => type === 'import.finished');
  }

  @Subscription(() => LiveEventView, { description: 'What waits for reviewers, and their decisions.' })
  @Access(REVIEW_EVENTS_ACCESS)
  async reviewEvents(
    @CurrentActor() actor: Actor,
    @CurrentBearer() bearer: ShownBearer,
    @Args() request: FollowTypesArgs,
  ) {
    const subscription = await this.live.review({ actor, bearer }, request);
    return new EventIterator(subscription, (event) => ({ reviewEvents: liveEventView(event) }));
  }
}
