import { Injectable } from '@nestjs/common';
import type { EventType, PayloadOf } from '../../events/define-event.js';
import { Clock, newId } from '../../kernel/index.js';
import { arrayOf, type Tx } from '../database/index.js';
import { RequestContext } from '../faces/request-context.js';
import { OutboxSignal } from './outbox-signal.js';

/** An event that has been checked and is ready to be inserted. */
export interface PreparedEvent {
  readonly id: string;
  readonly name: string;
  /** JSON text. */
  readonly payload: string;
  readonly requestId: string | null;
}

const INSERT = `
  INSERT INTO outbox_events (id, name, payload, request_id)
  SELECT id, name, payload::jsonb, request_id
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS given (id, name, payload, request_id)`;

/** Publishes the events of business transactions. An event is a row of the same transaction, so both commit or neither. */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly signal: OutboxSignal,
  ) {}

  /** Publishes one event. A payload that does not fit its schema is a fault of ours and rolls the transaction back. */
  async publish<E extends EventType>(tx: Tx, event: E, payload: PayloadOf<E>): Promise<void> {
    await this.publishAll(tx, [this.prepare(event, payload)]);
  }

  /** Publishes any number of events with one insert; their order in the list is their order of publication. */
  async publishAll(tx: Tx, events: readonly PreparedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const texts = (of: (event: PreparedEvent) => string | null) => arrayOf('text', events.map(of));
    const ids = arrayOf('uuid', events.map(({ id }) => id) as string[]);
    const columns = [
      ids,
      texts(({ name }) => name),
      texts(({ payload }) => payload),
      texts(({ requestId }) => requestId),
    ];
    await tx.affected(INSERT, columns, 'outbox.publish');
    this.announce(tx);
  }

  /** Checks a payload and returns the row for `publishAll`, or for a statement of the caller's own followed by `announce`. */
  prepare<E extends EventType>(
    event: E,
    payload: PayloadOf<E>,
    requestId: string | null = RequestContext.requestId() ?? null,
  ): PreparedEvent {
    const checked = event.schema.parse(payload);
    return { id: newId(this.clock.millis()), name: event.name, payload: JSON.stringify(checked), requestId };
  }

  /** Wakes the relays after the commit. */
  announce(tx: Tx): void {
    tx.afterCommit(() => this.signal.send());
  }
}
