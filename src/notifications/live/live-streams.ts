import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type AccessRule, type Actor, permits } from '../../kernel/access/index.js';
import { Busy, Forbidden, NotFound, Refusal } from '../../kernel/index.js';
import { Authenticator, type ShownBearer } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { Feed } from '../feed/index.js';
import { FeedSubscription, type FollowPlan } from './feed-subscription.js';
import { FeedTail } from './feed-tail.js';
import { TooManyStreams } from './live.refusals.js';
import { openStreams } from './metrics.js';

/** Streams one actor may have open in one process. */
export const MAX_STREAMS = 50;
/** How often it is asked whether a follower may still follow. */
const RECHECK_MS = 5_000;
/** So often in a row a thing must be gone before its stream ends: the event that says so may still be on its way. */
const PATIENCE = 2;

/** Who follows, and by what right. */
export interface Follower {
  readonly actor: Actor;
  /** The token or key; asked about again while the stream is open. */
  readonly bearer: ShownBearer;
}

export interface StreamPlan extends FollowPlan {
  readonly rule: AccessRule;
  /** Refuses when the actor may not follow this any more. */
  readonly still: (actor: Actor) => unknown;
}

/** The open streams of this process: how many an actor has, whether each may go on, and their end when the process leaves. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly open = new Set<FeedSubscription>();
  private readonly counts = new Map<string, number>();
  private leaving = false;

  constructor(
    private readonly database: Database,
    private readonly feed: Feed,
    private readonly tail: FeedTail,
    private readonly authenticator: Authenticator,
  ) {}

  /** Opens a stream. Refuses TOO_MANY_STREAMS, and BUSY while the process is leaving. */
  async follow(follower: Follower, plan: StreamPlan): Promise<FeedSubscription> {
    if (this.leaving) throw new Busy({ retryAfter: 1 });
    const who = nameOf(follower.actor);
    const count = this.counts.get(who) ?? 0;
    if (count >= MAX_STREAMS) throw new TooManyStreams({ details: { limit: MAX_STREAMS } });
    this.counts.set(who, count + 1);
    const sources = { database: this.database, feed: this.feed, tail: this.tail };
    let strikes = 0;
    const recheck = setInterval(async () => {
      const refusal = await this.objection(follower, plan);
      strikes = refusal ? strikes + 1 : 0;
      if (refusal && (!(refusal instanceof NotFound) || strikes >= PATIENCE)) subscription.end(refusal);
    }, RECHECK_MS);
    const subscription = new FeedSubscription(sources, plan, () => {
      clearInterval(recheck);
      this.open.delete(subscription);
      openStreams.set(this.open.size);
      this.leave(who);
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

  /** How many streams are open here. */
  get size(): number {
    return this.open.size;
  }

  /** First of all, since the HTTP server waits for the streams it serves. */
  onModuleDestroy(): void {
    this.leaving = true;
    for (const subscription of [...this.open]) subscription.close();
  }

  private leave(who: string): void {
    const count = (this.counts.get(who) ?? 0) - 1;
    if (count > 0) this.counts.set(who, count);
    else this.counts.delete(who);
  }

  /** Why a follower may not go on; a database that is away for a moment is no reason. */
  private async objection({ bearer }: Follower, plan: StreamPlan): Promise<Refusal | undefined> {
    try {
      const actor = await this.authenticator.actorOf(bearer.text, bearer.address);
      if (!permits(plan.rule, actor)) return new Forbidden();
      await plan.still(actor);
      return undefined;
    } catch (error) {
      return error instanceof Refusal && !(error instanceof Busy) ? error : undefined;
    }
  }
}

function nameOf(actor: Actor): string {
  return actor.memberId ?? actor.apiKeyId ?? actor.oauthClientId ?? actor.organisationId;
}
