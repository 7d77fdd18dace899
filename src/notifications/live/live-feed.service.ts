import { Injectable } from '@nestjs/common';
import { Cases } from '../../casework/cases/index.js';
import { HALL_ACCESS, type HallSight, HallSights } from '../../casework/hall/index.js';
import type { AccessRule, Actor } from '../../kernel/access/index.js';
import { checkFirst, cutToPage, type Page } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import type { FeedEvent } from '../feed/index.js';
import { CursorTooOld, Feed, foreignCursor, positionAt } from '../feed/index.js';
import type { FeedSubscription } from './feed-subscription.js';
import { type HallEventFilter, hallAccepts } from './hall-events.policy.js';
import { type Follower, LiveStreams } from './live-streams.js';
import { knownTypes, readableTypes } from './readable-types.js';

/** Everybody may follow what they may read; which types those are is decided type by type. */
export const OWN_EVENTS_ACCESS = { scope: 'self:read' } as const satisfies AccessRule;
export const REVIEW_EVENTS_ACCESS = {
  kinds: ['platform'],
  roles: ['owner', 'reviewer', 'risk'],
} as const satisfies AccessRule;
export const IMPORT_ACCESS = { kinds: ['creditor'], scope: 'cases:read' } as const satisfies AccessRule;

/** Where to begin: after a cursor, or with what occurred since an instant; neither: from now on. */
export interface Beginning {
  readonly after?: string | null | undefined;
  readonly since?: Date | null | undefined;
  /** The field the cursor came in, for a refusal. */
  readonly path?: string;
}

export interface EventsWanted extends Beginning {
  readonly types?: readonly string[] | null | undefined;
}

/** Follows and lists events for somebody: each sees what they may read, and for no longer than they may. */
@Injectable()
export class LiveFeed {
  constructor(
    private readonly database: Database,
    private readonly feed: Feed,
    private readonly streams: LiveStreams,
    private readonly sights: HallSights,
    private readonly cases: Cases,
  ) {}

  /** The organisation's own events; with a case, that case's. NOT_FOUND for a case that is not theirs to see. */
  async own(
    follower: Follower,
    { types, caseId, ...beginning }: EventsWanted & { caseId?: string | null | undefined },
  ) {
    const { actor } = follower;
    const wanted = readableTypes(actor, types);
    if (caseId) await this.cases.get(actor, caseId);
    const after = await this.position(beginning);
    const still = async (now: Actor) => {
      readableTypes(now, wanted);
      if (caseId) await this.cases.get(now, caseId);
    };
    const scope = { audience: 'organisation', organisationId: actor.organisationId } as const;
    return this.streams.follow(follower, {
      ...{ rule: OWN_EVENTS_ACCESS, scope, filter: { types: wanted, caseId: caseId ?? undefined }, after, still },
    });
  }

  /** The progress of one batch, from its receipt unless told otherwise. */
  async batch(follower: Follower, batchId: string, beginning: Beginning): Promise<FeedSubscription> {
    const after = (await this.position(beginning)) ?? (await this.feed.earliest(this.database));
    const scope = { audience: 'organisation', organisationId: follower.actor.organisationId } as const;
    const types = ['import.received', 'import.progressed', 'import.finished'];
    const still = () => undefined;
    return this.streams.follow(follower, { rule: IMPORT_ACCESS, scope, filter: { batchId, types }, after, still });
  }

  /** What the hall hears; refuses ORGANISATION_NOT_VERIFIED. Also says how much of each event the actor sees. */
  async hall(
    follower: Follower,
    { types, filter, ...beginning }: EventsWanted & { filter?: HallEventFilter | null | undefined },
  ): Promise<{ subscription: FeedSubscription; sight: HallSight }> {
    const { actor } = follower;
    const sight = await this.sights.of(actor);
    const after = await this.position(beginning);
    const scope = { audience: 'hall', sandboxId: actor.sandboxId } as const;
    const subscription = await this.streams.follow(follower, {
      ...{ rule: HALL_ACCESS, scope, filter: { types: knownTypes(types) }, after, accepts: hallAccepts(filter) },
      still: (now) => this.sights.of(now),
    });
    return { subscription, sight };
  }

  /** What the platform's reviewers hear. */
  async review(follower: Follower, { types, ...beginning }: EventsWanted): Promise<FeedSubscription> {
    const after = await this.position(beginning);
    const scope = { audience: 'review', sandboxId: follower.actor.sandboxId } as const;
    const still = () => undefined;
    const filter = { types: knownTypes(types) };
    return this.streams.follow(follower, { rule: REVIEW_EVENTS_ACCESS, scope, filter, after, still });
  }

  /** One page of the organisation's own events, oldest first; from the oldest kept unless told otherwise. */
  async page(actor: Actor, first: number, { types, ...beginning }: EventsWanted): Promise<Page<FeedEvent>> {
    const limit = checkFirst(first);
    const wanted = readableTypes(actor, types);
    const position = (await this.position(beginning)) ?? (await this.feed.earliest(this.database));
    const scope = { audience: 'organisation', organisationId: actor.organisationId } as const;
    const rows = await this.feed.after(this.database, { ...scope, types: wanted, position }, limit + 1);
    return cutToPage(rows, limit, ({ position: at }) => [at.toString()]);
  }

  /** Where the feed ends now: whoever follows from here hears everything from now on. */
  now(): Promise<bigint> {
    return this.feed.latest(this.database);
  }

  private async position({ after, since, path = 'after' }: Beginning): Promise<bigint | undefined> {
    if (after === null || after === undefined) return since ? this.feed.since(this.database, since) : undefined;
    const position = positionAt(after, path);
    const { latest, prunedThrough } = await this.feed.ends(this.database);
    if (position > latest) throw foreignCursor(path);
    if (position < prunedThrough) throw new CursorTooOld({ path });
    return position;
  }
}
