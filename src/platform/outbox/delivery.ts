import { eventNamed } from '../../events/define-event.js';
import type { Database } from '../database/index.js';
import type { Consumer, Delivered } from './consumers.js';
import { consumerFailures, eventsDelivered } from './metrics.js';
import type { OutboxRepository, OutboxRow } from './outbox.repository.js';

export interface Failure {
  consumer: string;
  error: Error;
}

/** Turns a row into the event that its consumers receive; throws when it does not fit the schema this build has. */
export function readEvent(row: OutboxRow): Delivered {
  const type = eventNamed(row.name);
  if (!type) throw new Error(`event ${row.name} is not known to this build`);
  const payload = type.schema.parse(row.payload) as Record<string, unknown>;
  const { id: eventId, name, occurredAt, requestId } = row;
  return { ...payload, meta: { eventId, name, occurredAt, requestId } };
}

/** Gives events to one consumer: inbox row and effect in one transaction; returns the failures by event id. */
export class Delivery {
  constructor(
    private readonly database: Database,
    private readonly repository: OutboxRepository,
  ) {}

  /** Events come in order of publication and are given in that order. */
  async deliver(consumer: Consumer, rows: readonly OutboxRow[]): Promise<Map<string, Failure>> {
    const failures = new Map<string, Failure>();
    const events = this.readable(consumer, rows, failures);
    const size = consumer.batch ?? 1;
    for (let start = 0; start < events.length; start += size) {
      const chunk = events.slice(start, start + size);
      if (chunk.length > 1 && (await this.attempt(consumer, chunk)) === undefined) continue;
      for (const event of chunk) {
        const error = await this.attempt(consumer, [event]);
        if (error) failures.set(event.meta.eventId, { consumer: consumer.name, error });
      }
    }
    consumerFailures.inc({ consumer: consumer.name }, failures.size);
    eventsDelivered.inc({ consumer: consumer.name }, rows.length - failures.size);
    return failures;
  }

  private readable(consumer: Consumer, rows: readonly OutboxRow[], failures: Map<string, Failure>): Delivered[] {
    return rows.flatMap((row) => {
      try {
        return [readEvent(row)];
      } catch (error) {
        failures.set(row.id, { consumer: consumer.name, error: error as Error });
        return [];
      }
    });
  }

  private async attempt(consumer: Consumer, events: Delivered[]): Promise<Error | undefined> {
    try {
      await this.database.transaction(async (tx) => {
        const ids = events.map((event) => event.meta.eventId);
        const fresh = await this.repository.enter(tx, consumer.name, ids);
        if (fresh.size === 0) return;
        const left = events.filter((event) => fresh.has(event.meta.eventId));
        await consumer.handle(tx, left);
      });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
