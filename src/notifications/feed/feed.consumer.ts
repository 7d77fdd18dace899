import { Injectable } from '@nestjs/common';
import type { EventOf, EventType } from '../../events/define-event.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvents } from '../../platform/outbox/index.js';
import { Feed } from './feed.service.js';
import { MAPPED_EVENTS, MAPPINGS } from './feed-mapping.js';

type Handler = TypedPropertyDescriptor<(tx: Tx, events: EventOf<EventType>[]) => Promise<void>>;

/** Few at once: one event may post ten cases with up to three rows each, and writers of the feed wait for each other. */
const AT_ONCE = 50;

/** Subscribes to every domain event that makes public events. */
function OnMappedEvents() {
  return (target: object, key: string, method: Handler): void => {
    for (const event of MAPPED_EVENTS) OnEvents(event, { batch: AT_ONCE })(target, key, method);
  };
}

/** Writes public events. One consumer for all domain events, so that those one relay carries keep their order. */
@Injectable()
export class FeedConsumer {
  constructor(private readonly feed: Feed) {}

  @OnMappedEvents()
  async whenAnythingHappened(tx: Tx, events: EventOf<EventType>[]): Promise<void> {
    const rows = events.flatMap((event) => {
      const { name, occurredAt } = event.meta;
      return MAPPINGS.get(name)!
        .rows(event)
        .map((row) => ({ ...row, occurredAt }));
    });
    await this.feed.write(tx, rows);
  }
}
