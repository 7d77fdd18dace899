import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { Approvals } from '../../parties/approvals/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { RECEIVERS } from '../endpoints/index.js';
import { CursorTooOld, Feed, type FeedEvent, type FeedQuery } from '../feed/index.js';
import { FanOutRepository } from './fan-out.repository.js';
import { deliveriesQueued } from './metrics.js';
import { ReplayRepository, type RunningReplay } from './replay.repository.js';
import { messageOf } from './webhook-body.js';

/** Events queued again in one transaction. */
const CHUNK = 200;

/**
 * Sends all events since an instant again, read from the feed: also those an endpoint missed while it was disabled. Cursor and
 * deliveries are one transaction, so a replay continues where it was; it pauses while its endpoint has enough to do.
 */
@Injectable()
export class Replays {
  constructor(
    private readonly database: Database,
    private readonly feed: Feed,
    private readonly repository: ReplayRepository,
    private readonly fanOut: FanOutRepository,
    private readonly approvals: Approvals,
    private readonly clock: Clock,
  ) {}

  /** Queues the next chunk of one replay; returns whether there was one. */
  async step(): Promise<boolean> {
    const queued = await this.database.transaction(async (tx) => {
      const replay = await this.repository.next(tx);
      return replay ? this.queueChunk(tx, replay) : undefined;
    });
    deliveriesQueued.inc({ cause: 'replay' }, queued ?? 0);
    return queued !== undefined;
  }

  private async queueChunk(tx: Tx, replay: RunningReplay): Promise<number> {
    const { events, position } = await this.chunk(tx, replay);
    await this.fanOut.keep(tx, events.map(messageOf));
    const deliveries = events.map(({ eventId: messageId, type }) => ({
      id: newId(this.clock.millis()),
      endpointId: replay.endpointId,
      messageId,
      type,
    }));
    const queued = await this.fanOut.queue(tx, deliveries, true);
    await this.repository.move(tx, replay.id, position, queued);
    return queued;
  }

  /** The next events that the endpoint gets, in the feed's order, and the position they reach. */
  private async chunk(tx: Tx, replay: RunningReplay): Promise<{ events: FeedEvent[]; position: bigint }> {
    const found: FeedEvent[][] = [];
    for (const query of await this.queries(tx, replay)) found.push(await this.read(tx, query));
    // A full list may continue after its end, so only events up to the first such end are complete.
    const ends = found.filter((events) => events.length === CHUNK).map((events) => events.at(-1)!.position);
    const position = [...ends, replay.untilPosition].sort((a, b) => (a < b ? -1 : 1))[0]!;
    const events = found.flat().filter((event) => event.position <= position);
    return { events: events.sort((a, b) => (a.position < b.position ? -1 : 1)), position };
  }

  private async queries(tx: Tx, replay: RunningReplay): Promise<FeedQuery[]> {
    const { organisationId, organisationKind: kind, sandboxId, endpointTypes } = replay;
    const range = { position: replay.position, through: replay.untilPosition, types: typesOf(replay) };
    const queries: FeedQuery[] = [{ audience: 'organisation', organisationId, ...range }];
    const inHall = RECEIVERS.hall.some((receiver) => receiver === kind) && endpointTypes.length > 0;
    if (inHall && (await this.approvals.factsOf(tx, [organisationId])).get(organisationId)?.approved) {
      queries.push({ audience: 'hall', sandboxId, ...range });
    }
    if (RECEIVERS.review.some((receiver) => receiver === kind)) {
      queries.push({ audience: 'review', sandboxId, ...range });
    }
    return queries;
  }

  private async read(tx: Tx, query: FeedQuery): Promise<FeedEvent[]> {
    try {
      return await this.feed.after(tx, query, CHUNK);
    } catch (error) {
      // Events deleted meanwhile can no longer be sent; the rest can.
      if (!(error instanceof CursorTooOld)) throw error;
      return this.feed.after(tx, { ...query, position: await this.feed.since(tx, new Date(0)) }, CHUNK);
    }
  }
}

/** The types that are both requested and subscribed to; undefined means all. */
function typesOf({ endpointTypes, types }: RunningReplay): readonly string[] | undefined {
  if (endpointTypes.length === 0) return types.length > 0 ? types : undefined;
  return types.length > 0 ? endpointTypes.filter((type) => types.includes(type)) : endpointTypes;
}
