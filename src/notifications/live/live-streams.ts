import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type AccessRule, type Actor, permits } from '../../kernel/access/index.js';
import { Forbidden, NotFound, Refusal } from '../../kernel/index.js';
import { Authenticator, type ShownBearer } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { Feed } from '../feed/index.js';
import { FeedSubscription, type FollowPlan } from './feed-subscription.js';
import { FeedTail } from './feed-tail.js';
import { ServiceRestarting, TooManyStreams } from './live.refusals.js';
import { openStreams } from './metrics.js';

/** Open streams one actor may have in one process. */
export const MAX_STREAMS = 50;
/** How often the right to follow is checked again. */
const RECHECK_MS = 5_000;
/** NOT_FOUND so often in a row ends a stream: the event that explains it may still be on its way. */
const NOT_FOUND_ENDS_AFTER = 2;

/** Another process, or this one's successor, serves at once. */
const restarting = () => new ServiceRestarting({ retryAfter: 1 });

/** The actor of a stream, with its bearer. */
export interface Follower {
  readonly actor: Actor;
  /** The token or key; checked again while the stream is open. */
  readonly bearer: ShownBearer;
}

export interface StreamPlan extends FollowPlan {
  readonly rule: AccessRule;
  /** Refuses when the actor may no longer follow this; absent when `rule` is all. */
  readonly recheck?: (actor: Actor) => unknown;
}

/** The open streams of this process: limits them per actor, checks their rights again, and closes them when the process ends. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly open = new Set<FeedSubscription>();
  private readonly counts = new Map<string, number>();
  private ending = false;

  constructor(
    private readonly database: Database,
    private readonly feed: Feed,
    private readonly tail: FeedTail,
    private readonly authenticator: Authenticator,
  ) {}

  /** Opens a stream. Refuses TOO_MANY_STREAMS, and SERVICE_RESTARTING while the process is ending. */
  async follow(follower: Follower, plan: StreamPlan): Promise<FeedSubscription> {
    if (this.ending) throw restarting();
    const owner = ownerOf(follower.actor);
    const count = this.counts.get(owner) ?? 0;
    if (count >= MAX_STREAMS) throw new TooManyStreams({ details: { limit: MAX_STREAMS } });
    this.counts.set(owner, count + 1);
    const sources = { database: this.database, feed: this.feed, tail: this.tail };
    let refusals = 0;
    const timer = setInterval(async () => {
      const refusal = await this.refusalNow(follower, plan);
      refusals = refusal ? refusals + 1 : 0;
      if (refusal && (!(refusal instanceof NotFound) || refusals >= NOT_FOUND_ENDS_AFTER)) subscription.end(refusal);
    }, RECHECK_MS);
    const subscription = new FeedSubscription(sources, plan, () => {
      clearInterval(timer);
      this.open.delete(subscription);
      openStreams.set(this.open.size);
      this.release(owner);
    });
    this.open.add(subscription);
    openStreams.set(this.open.size);
    try {
      return await subscription.open();
    } catch (error) {
      subscription.close();
      throw error;
    }
  }

  /** How many streams are open in this process. */
  get size(): number {
    return this.open.size;
  }

  /** Ends every stream with a code, before the HTTP server ends, which waits for the streams it serves. */
  end(): void {
    this.ending = true;
    for (const subscription of [...this.open]) subscription.end(restarting());
  }

  /** A process without an HTTP face ends nothing before. */
  onModuleDestroy(): void {
    this.ending = true;
    for (const subscription of [...this.open]) subscription.close();
  }

  private release(owner: string): void {
    const count = (this.counts.get(owner) ?? 0) - 1;
    if (count > 0) this.counts.set(owner, count);
    else this.counts.delete(owner);
  }

  /** Why a follower may not continue; undefined when it may, or when the database cannot be reached just now. */
  private async refusalNow({ bearer }: Follower, plan: StreamPlan): Promise<Refusal | undefined> {
    try {
      const actor = await this.authenticator.actorOf(bearer.text, bearer.address);
      if (!permits(plan.rule, actor)) return new Forbidden();
      await plan.recheck?.(actor);
      return undefined;
    } catch (error) {
      return error instanceof Refusal && !error.passing ? error : undefined;
    }
  }
}

function ownerOf(actor: Actor): string {
  return actor.memberId ?? actor.apiKeyId ?? actor.oauthClientId ?? actor.organisationId;
}
