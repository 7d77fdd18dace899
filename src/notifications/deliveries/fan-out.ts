import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { Approvals } from '../../parties/approvals/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { CursorTooOld, Feed, type FeedEvent } from '../feed/index.js';
import { FanOutRepository, type Lane, type Match, type NewDelivery } from './fan-out.repository.js';
import { deliveriesQueued } from './metrics.js';
import { messageOf } from './webhook-body.js';

/** Events read at once. */
const BATCH = 200;
/** Deliveries queued in one transaction, unless a single event has more. */
const MOST_DELIVERIES = 20_000;

/**
 * Queues the events of the feed for endpoints, by lanes: each organisation is in one, and one process at a time has a lane. Deliveries
 * and the moved cursor are one transaction, so a process that dies has queued all of a batch or nothing. While little
 * waits, one process moves all lanes together; when much does, each takes the lane that is furthest behind.
 */
@Injectable()
export class FanOut {
  private readonly logger = new Logger(FanOut.name);

  constructor(
    private readonly database: Database,
    private readonly feed: Feed,
    private readonly repository: FanOutRepository,
    private readonly approvals: Approvals,
    private readonly clock: Clock,
  ) {}

  /** Queues the next events; returns how many. 0 means there are none, or other processes hold the lanes. */
  async step(): Promise<number> {
    const { read, queued } = await this.database.transaction(async (tx) => {
      const lane = await this.repository.takeLane(tx);
      const events = lane === undefined ? [] : await this.next(tx, lane);
      if (lane === undefined || events.length === 0) return { read: 0, queued: 0 };
      return this.queueAll(tx, events, await this.lanesWith(tx, lane, events));
    });
    deliveriesQueued.inc({ cause: 'feed' }, queued);
    return read;
  }

  /** The lane, and the others that these events bring to the same place. What some of them have queued before stays one delivery. */
  private async lanesWith(tx: Tx, lane: Lane, events: readonly FeedEvent[]): Promise<number[]> {
    if (events.length === BATCH) return [lane.lane];
    const others = await this.repository.takeLanesWithin(tx, lane, events.at(-1)!.position);
    return [lane, ...others].map((one) => one.lane);
  }

  private async queueAll(
    tx: Tx,
    events: FeedEvent[],
    lanes: readonly number[],
  ): Promise<{ read: number; queued: number }> {
    const matches = bounded(await this.matched(tx, events, lanes));
    const last = matches.whole ? events.length - 1 : matches.last;
    const queued = await this.queue(tx, events, matches.kept);
    await this.repository.move(tx, lanes, events[last]!.position);
    return { read: last + 1, queued };
  }

  private async queue(tx: Tx, events: FeedEvent[], matches: readonly Match[]): Promise<number> {
    if (matches.length === 0) return 0;
    const places = [...new Set(matches.map(({ place }) => place))];
    const messages = places.map((place) => messageOf(events[place]!));
    await this.repository.keep(tx, messages);
    const deliveries = matches.map(({ place, endpointId }): NewDelivery => {
      const { eventId: messageId, type } = events[place]!;
      return { id: newId(this.clock.millis()), endpointId, messageId, type };
    });
    return this.repository.queue(tx, deliveries, false);
  }

  /** Which endpoints get which events. Those of the hall go only to providers that are approved now. */
  private async matched(tx: Tx, events: readonly FeedEvent[], lanes: readonly number[]): Promise<Match[]> {
    const matches = await this.repository.matches(tx, events, lanes);
    const inHall = ({ place }: Match) => events[place]!.audience === 'hall';
    const providers = [...new Set(matches.filter(inHall).map(({ organisationId }) => organisationId))];
    const facts = await this.approvals.factsOf(tx, providers);
    return matches.filter((match) => !inHall(match) || facts.get(match.organisationId)?.approved);
  }

  private async next(tx: Tx, { lane, position }: Lane): Promise<FeedEvent[]> {
    try {
      return await this.feed.after(tx, { audience: 'everything', position }, BATCH);
    } catch (error) {
      if (!(error instanceof CursorTooOld)) throw error;
      const kept = await this.feed.since(tx, new Date(0));
      this.logger.error(
        `events from position ${position} to ${kept} are deleted and were not delivered to any endpoint of lane ${lane}`,
      );
      await this.repository.move(tx, [lane], kept);
      return this.feed.after(tx, { audience: 'everything', position: kept }, BATCH);
    }
  }
}

/** Whole events from the front, as many as fit. */
function bounded(matches: readonly Match[]): { kept: readonly Match[]; whole: boolean; last: number } {
  const tooMany = matches[MOST_DELIVERIES];
  if (!tooMany) return { kept: matches, whole: true, last: 0 };
  const first = matches[0]!.place;
  const kept = matches.filter(({ place }) => place < tooMany.place || place === first);
  return { kept, whole: false, last: kept.at(-1)!.place };
}
