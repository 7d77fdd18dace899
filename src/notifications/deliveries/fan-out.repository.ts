import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { ENDPOINTS, RECEIVERS } from '../endpoints/index.js';
import type { FeedEvent } from '../feed/index.js';
import type { WebhookDeliveryEntity, WebhookMessageEntity } from './webhook-delivery.entity.js';
import type { WebhookCursorEntity } from './webhook-progress.entity.js';

/** The fields of an event that decide which endpoints get it. */
export type AddressedEvent = Pick<FeedEvent, 'type' | 'audience' | 'organisationId' | 'sandboxId'>;

/** An event and an endpoint that subscribes to it. */
export interface Match {
  /** The index of the event in the given list. */
  place: number;
  endpointId: string;
  organisationId: string;
}

/** A message to be sent, with its exact body; its id is that of the event. */
export type Message = Omit<WebhookMessageEntity, 'createdAt'>;

export type NewDelivery = Pick<WebhookDeliveryEntity, 'id' | 'endpointId' | 'messageId' | 'type'>;

/** The rows of `webhook_cursors`; an organisation is always in the same one, by the last byte of its id. */
const LANES = 4;
const CHUNK = 5_000;

/** A lane that is held until the transaction ends, and how far it has come. */
export type Lane = Pick<WebhookCursorEntity, 'lane' | 'position'>;

/** An organisation's own events go to its endpoints. Events of the hall go only to endpoints that name the type. */
const MATCHES = `
  WITH events AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[]) WITH ORDINALITY
      AS f (type, audience, organisation_id, sandbox_id, place)),
  matched AS (
    SELECT f.place, e.id, e.organisation_id FROM events f JOIN ${ENDPOINTS} ON e.organisation_id = f.organisation_id
     WHERE e.state = 'enabled' AND e.sandbox_id IS NOT DISTINCT FROM f.sandbox_id AND f.audience = 'organisation'
       AND (e.types = '{}' OR f.type = ANY (e.types))
    UNION ALL
    SELECT f.place, e.id, e.organisation_id FROM events f JOIN ${ENDPOINTS} ON e.organisation_kind = ANY ($5::text[])
     WHERE e.state = 'enabled' AND e.sandbox_id IS NOT DISTINCT FROM f.sandbox_id AND f.audience = 'hall'
       AND f.type = ANY (e.types)
    UNION ALL
    SELECT f.place, e.id, e.organisation_id FROM events f JOIN ${ENDPOINTS} ON e.organisation_kind = ANY ($6::text[])
     WHERE e.state = 'enabled' AND e.sandbox_id IS NOT DISTINCT FROM f.sandbox_id AND f.audience = 'review'
       AND (e.types = '{}' OR f.type = ANY (e.types)))
  SELECT (place - 1)::int AS place, id AS "endpointId", organisation_id AS "organisationId" FROM matched
   WHERE get_byte(uuid_send(organisation_id), 15) % ${LANES} = ANY ($7::smallint[]) ORDER BY place`;

const AGAIN = `
  ON CONFLICT (message_id, endpoint_id) DO UPDATE
     SET state = 'pending', attempts = 0, next_attempt_at = now(), finished_at = NULL, replays = d.replays + 1
   WHERE d.lease IS NULL`;

@Injectable()
export class FanOutRepository {
  /** The lane that is furthest behind of those that no other process holds; undefined while others hold all. */
  takeLane(tx: Tx): Promise<Lane | undefined> {
    return tx.one<Lane>(
      'SELECT lane, position FROM webhook_cursors ORDER BY position, lane LIMIT 1 FOR UPDATE SKIP LOCKED',
      [],
      'webhooks.take_lane',
    );
  }

  /** The lanes that no other process holds and that are past a position, but not past another. */
  async takeLanesWithin(tx: Tx, { lane, position }: Lane, through: bigint): Promise<Lane[]> {
    return tx.rows<Lane>(
      `SELECT lane, position FROM webhook_cursors
        WHERE lane <> $1 AND position BETWEEN $2 AND $3 ORDER BY lane FOR UPDATE SKIP LOCKED`,
      [lane, position.toString(), through.toString()],
      'webhooks.take_lanes_within',
    );
  }

  /** No lane goes back. */
  async move(tx: Tx, lanes: readonly number[], position: bigint): Promise<void> {
    await tx.affected(
      `UPDATE webhook_cursors SET position = greatest(position, $2), moved_at = now() WHERE lane = ANY ($1::smallint[])`,
      [lanes, position.toString()],
    );
  }

  /** Which enabled endpoints of these lanes get which events, in the order of events. */
  matches(q: Queryable, events: readonly AddressedEvent[], lanes: readonly number[]): Promise<Match[]> {
    return q.rows<Match>(
      MATCHES,
      [
        events.map((event) => event.type),
        events.map((event) => event.audience),
        events.map((event) => event.organisationId),
        events.map((event) => event.sandboxId),
        [...RECEIVERS.hall],
        [...RECEIVERS.review],
        lanes,
      ],
      'webhooks.matches',
    );
  }

  /** Stores messages; one that is stored already stays unchanged. */
  async keep(tx: Tx, messages: readonly Message[]): Promise<void> {
    await tx.affected(
      `INSERT INTO webhook_messages (id, type, body, occurred_at)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) ON CONFLICT (id) DO NOTHING`,
      [
        messages.map((message) => message.id),
        messages.map((message) => message.type),
        messages.map((message) => message.body),
        messages.map((message) => message.occurredAt),
      ],
    );
  }

  /**
   * Queues deliveries, due at once; returns how many it queued. An existing delivery stays unchanged, unless it is to be sent
   * `again`: then it is due once more whatever its state, except while an attempt is under way.
   */
  async queue(tx: Tx, deliveries: readonly NewDelivery[], again: boolean): Promise<number> {
    let queued = 0;
    for (let start = 0; start < deliveries.length; start += CHUNK) {
      const chunk = deliveries.slice(start, start + CHUNK);
      queued += await tx.affected(
        `INSERT INTO webhook_deliveries AS d (id, endpoint_id, message_id, type, next_attempt_at)
         SELECT *, now() FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[])
         ${again ? AGAIN : 'ON CONFLICT (message_id, endpoint_id) DO NOTHING'}`,
        [
          chunk.map((delivery) => delivery.id),
          chunk.map((delivery) => delivery.endpointId),
          chunk.map((delivery) => delivery.messageId),
          chunk.map((delivery) => delivery.type),
        ],
      );
    }
    return queued;
  }
}
