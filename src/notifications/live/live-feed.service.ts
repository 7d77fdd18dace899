import { Injectable } from '@nestjs/common';
import { Cases } from '../../casework/cases/index.js';
import { HALL_ACCESS, type HallSight, HallSights } from '../../casework/hall/index.js';
import type { AccessRule, Actor } from '../../kernel/access/index.js';
import { checkFirst, cutToPage, type Page } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import type { FeedEvent } from '../feed/index.js';
import { CursorTooOld, Feed, foreignCursor, REVIEW_EVENTS_ACCESS } from '../feed/index.js';
import type { FeedSubscription } from './feed-subscription.js';
import { type HallEventFilter, hallAccepts } from './hall-events.policy.js';
import { type Follower, LiveStreams } from './live-streams.js';
import { knownTypes, readableTypes } from './readable-types.js';

/** Every actor may follow events; `readableTypes` decides which types. */
export const OWN_EVENTS_ACCESS = { scope: 'self:read' } as const satisfies AccessRule;
export const IMPORT_ACCESS = { kinds: ['creditor'], scope: 'cases:read' } as const satisfies AccessRule;

/** Where to start: after a cursor, or with events since an instant; neither means from now on. */
export interface StartingPoint {
  readonly after?: string | null | undefined;
  readonly since?: Date | null | undefined;
  /** The field of the cursor, for a refusal. */
  readonly path?: string;
}

export interface EventsRequest extends StartingPoint {
  readonly types?: readonly string[] | null | undefined;
}

/** Follows and lists events: an actor gets what it may read, only as long as it may read it. */
@Injectable()
export class LiveFeed {
  constructor(
    private readonly database: Database,
    private readonly feed: Feed,
    private readonly streams: LiveStreams,
    private readonly sights: HallSights,
    private readonly cases: Cases,
  ) {}

  /** The organisation's own events, or those of one case. Refuses NOT_FOUND for a case the actor may not see. */
  async own(follower: Follower, { types, caseId, ...start }: EventsRequest & { caseId?: string | null | undefined }) {
    const { actor } = follower;
    const readable = readableTypes(actor, types);
    if (caseId) await this.cases.get(actor, caseId);
    const after = await this.position(start);
    const recheck = async (now: Actor) => {
      readableTypes(now, readable);
      if (caseId) await this.cases.get(now, caseId);
    };
    const scope = { audience: 'organisation', organisationId: actor.organisationId } as const;
    const filter = { types: readable, caseId: caseId ?? undefined };
    return this.streams.follow(follower, { rule: OWN_EVENTS_ACCESS, scope, filter, after, recheck });
  }

  /** The progress of one batch, from its receipt by default. */
  async batch(follower: Follower, batchId: string, start: StartingPoint): Promise<FeedSubscription> {
    const after = (await this.position(start)) ?? (await this.feed.ends(this.database)).prunedThrough;
    const scope = { audience: 'organisation', organisationId: follower.actor.organisationId } as const;
    const types = ['import.received', 'import.progressed', 'import.finished'];
    return this.streams.follow(follower, { rule: IMPORT_ACCESS, scope, filter: { batchId, types }, after });
  }

  /** The events of the hall, and how much of each the actor sees. Refuses ORGANISATION_NOT_VERIFIED. */
  async hall(
    follower: Follower,
    { types, filter, ...start }: EventsRequest & { filter?: HallEventFilter | null | undefined },
  ): Promise<{ subscription: FeedSubscription; sight: HallSight }> {
    const { actor } = follower;
    const sight = await this.sights.of(actor);
    const after = await this.position(start);
    const scope = { audience: 'hall', sandboxId: actor.sandboxId } as const;
    const subscription = await this.streams.follow(follower, {
      ...{ rule: HALL_ACCESS, scope, filter: { types: knownTypes(types) }, after, accepts: hallAccepts(filter) },
      recheck: (now) => this.sights.of(now),
    });
    return { subscription, sight };
  }

  /** The events of the platform's reviewers. */
  async review(follower: Follower, { types, ...start }: EventsRequest): Promise<FeedSubscription> {
    const after = await this.position(start);
    const scope = { audience: 'review', sandboxId: follower.actor.sandboxId } as const;
    const filter = { types: knownTypes(types) };
    return this.streams.follow(follower, { rule: REVIEW_EVENTS_ACCESS, scope, filter, after });
  }

  /** One page of the organisation's own events, oldest first; from the oldest that is kept by default. */
  async page(actor: Actor, first: number, { types, ...start }: EventsRequest): Promise<Page<FeedEvent>> {
    const limit = checkFirst(first);
    const readable = readableTypes(actor, types);
    const position = (await this.position(start)) ?? (await this.feed.ends(this.database)).prunedThrough;
    const scope = { audience: 'organisation', organisationId: actor.organisationId } as const;
    const rows = await this.feed.after(this.database, { ...scope, types: readable, position }, limit + 1);
    const page = cutToPage(rows, limit, ({ cursor }) => [cursor]);
    return { ...page, endCursor: page.nodes.at(-1)?.cursor ?? null };
  }

  /** The cursor of the newest event: a follower that starts here gets every event from now on. */
  async now(): Promise<string> {
    return this.feed.cursorAt((await this.feed.ends(this.database)).latest);
  }

  private async position({ after, since, path = 'after' }: StartingPoint): Promise<bigint | undefined> {
    if (after === null || after === undefined) return since ? this.feed.since(this.database, since) : undefined;
    const position = this.feed.positionAt(after, path);
    const { latest, prunedThrough } = await this.feed.ends(this.database);
    if (position > latest) throw foreignCursor(path);
    if (position < prunedThrough) throw new CursorTooOld({ path });
    return position;
  }
}
