import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { PageInput } from '../../kernel/index.js';
import {
  type Condition,
  columnsOf,
  firstOf,
  ifGiven,
  newestFirst,
  pageOf,
  propertiesBut,
  type Queryable,
  type Tx,
} from '../../platform/database/index.js';
import { ENDPOINTS } from '../endpoints/index.js';
import type { AttemptError } from '../sinks/index.js';
import type { DeliveryState } from './delivery.lifecycle.js';
import { WebhookAttemptEntity, WebhookDeliveryEntity } from './webhook-delivery.entity.js';

/** One request and its result. */
export type LoggedAttempt = Omit<WebhookAttemptEntity, 'deliveryId'>;

export type Delivery = Omit<WebhookDeliveryEntity, 'lease'> & {
  lastStatus: number | null;
  lastError: AttemptError | null;
};

/** A delivery with its body and attempts. */
export type DeliveryDetail = Delivery & { body: string; log: LoggedAttempt[] };

export interface DeliveryFilter {
  state?: DeliveryState | null | undefined;
  type?: string | null | undefined;
  since?: Date | null | undefined;
  until?: Date | null | undefined;
}

const COLUMNS = `${columnsOf(WebhookDeliveryEntity, 'd', propertiesBut(WebhookDeliveryEntity, 'lease'))},
  last.status AS "lastStatus",
  last.error AS "lastError"`;
const LAST = `LEFT JOIN LATERAL (SELECT status, error FROM webhook_attempts a WHERE a.delivery_id = d.id
  ORDER BY a.id DESC LIMIT 1) AS last ON true`;
const SELECT = `SELECT ${COLUMNS} FROM webhook_deliveries d JOIN ${ENDPOINTS} ON e.id = d.endpoint_id ${LAST}`;

/** The newest attempts of a delivery that are shown. */
const ATTEMPTS_SHOWN = 50;

/** The log of deliveries, as the owners of endpoints read it. */
@Injectable()
export class DeliveryRepository {
  own(q: Queryable, actor: Actor, id: string): Promise<Delivery | undefined> {
    return firstOf<Delivery>(q, SELECT, [ownedBy(actor), ['d.id = ?', id]]);
  }

  /** One page of an endpoint's deliveries, newest first. */
  list(q: Queryable, actor: Actor, endpointId: string, filter: DeliveryFilter, page: PageInput) {
    return pageOf<Delivery>(q, page, {
      select: SELECT,
      where: [
        ownedBy(actor),
        ['d.endpoint_id = ?', endpointId],
        ...ifGiven('d.state = ?', filter.state),
        ...ifGiven('d.type = ?', filter.type),
        ...ifGiven('d.created_at >= ?', filter.since),
        ...ifGiven('d.created_at < ?', filter.until),
      ],
      order: newestFirst('d.id'),
    });
  }

  async body(q: Queryable, messageId: string): Promise<string> {
    const row = await q.one<{ body: string }>('SELECT body FROM webhook_messages WHERE id = $1', [messageId]);
    return row!.body;
  }

  /** The attempts at a delivery, newest first. */
  log(q: Queryable, deliveryId: string): Promise<LoggedAttempt[]> {
    return q.rows<LoggedAttempt>(
      `SELECT ${columnsOf(WebhookAttemptEntity, undefined, propertiesBut(WebhookAttemptEntity, 'deliveryId'))}
         FROM webhook_attempts WHERE delivery_id = $1 ORDER BY id DESC LIMIT ${ATTEMPTS_SHOWN}`,
      [deliveryId],
    );
  }

  /** Makes it due at once, whatever its state; returns 0 while an attempt is under way. */
  again(tx: Tx, id: string): Promise<number> {
    return tx.affected(
      `UPDATE webhook_deliveries SET state = 'pending', attempts = 0, next_attempt_at = now(), finished_at = NULL,
              replays = replays + 1
        WHERE id = $1 AND lease IS NULL`,
      [id],
    );
  }

  /** Deletes up to `limit` deliveries, with their attempts, that were queued more than `days` ago. */
  deleteOld(q: Queryable, days: number, limit: number): Promise<number> {
    return q.affected(
      `DELETE FROM webhook_deliveries WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM webhook_deliveries WHERE created_at < now() - make_interval(days => $1)
          ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [days, limit],
    );
  }

  /** Deletes old messages without deliveries. */
  deleteOldMessages(q: Queryable, days: number, limit: number): Promise<number> {
    return q.affected(
      `DELETE FROM webhook_messages WHERE ctid = ANY (ARRAY(
         SELECT m.ctid FROM webhook_messages m
          WHERE m.created_at < now() - make_interval(days => $1)
            AND (SELECT d.message_id FROM webhook_deliveries d WHERE d.message_id = m.id LIMIT 1) IS NULL
          ORDER BY m.created_at LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [days, limit],
    );
  }
}

function ownedBy(actor: Actor): Condition {
  return [`e.organisation_id = ? AND e.state <> 'deleted'`, actor.organisationId];
}
