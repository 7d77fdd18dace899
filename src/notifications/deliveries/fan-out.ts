import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { Approvals } from '../../parties/approvals/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { CursorTooOld, Feed, type FeedEvent } from '../feed/index.js';
import { FanOutRepository, type Match, type NewDelivery } from './fan-out.repository.js';
import { deliveriesQueued } from './metrics.js';
import { messageOf } from './webhook-body.js';

/** Events read at once. */
const BATCH = 200;
/** Deliveries queued in one transaction, unless a single event has more. */
const MOST_DELIVERIES = 20_000;

/**
 * Queues the events of the feed for endpoints: deliveries and the moved cursor are one transaction, so a process that dies
 * has queued all of a batch or nothing. One process at a time, whichever takes the cursor.
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

  /** Queues the next events; returns how many. 0 means there are none, or another process has the cursor. */
  async step(): Promise<number> {
    const { read, queued } = await this.database.transaction(async (tx) => {
      const position = await this.repository.takeCursor(tx);
      const events = position === undefined ? [] : await this.next(tx, position);
      if (events.length === 0) return { read: 0, queued: 0 };
      return this.queueAll(tx, events);
    });
    deliveriesQueued.inc({ cause: 'feed' }, queued);
    return read;
  }

  private async queueAll(tx: Tx, events: FeedEvent[]): Promise<{ read: number; queued: number }> {
    const matches = bounded(await this.matched(tx, events));
    const last = matches.whole ? events.length - 1 : matches.last;
    const queued = await this.queue(tx, events, matches.kept);
    await this.repository.moveCursor(tx, events[last]!.position);
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
  private async matched(tx: Tx, events: readonly FeedEvent[]): Promise<Match[]> {
    const matches = await this.repository.matches(tx, events);
    const inHall = ({ place }: Match) => events[place]!.audience === 'hall';
    const providers = [...new Set(matches.filter(inHall).map(({ organisationId }) => organisationId))];
    const facts = await this.approvals.factsOf(tx, providers);
    return matches.filter((match) => !inHall(match) || facts.get(match.organisationId)?.approved);
  }

  private async next(tx: Tx, position: bigint): Promise<FeedEvent[]> {
    try {
      return await this.feed.after(tx, { audience: 'everything', position }, BATCH);
    } catch (error) {
      if (!(error instanceof CursorTooOld)) throw error;
      const kept = await this.feed.since(tx, new Date(0));
      this.logger.error(
        `events from position ${position} to ${kept} are deleted and were not delivered to any endpoint`,
      );
      await this.repository.moveCursor(tx, kept);
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
