import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { clearFailing, ENDPOINTS } from '../endpoints/index.js';
import type { Attempt } from '../sinks/index.js';

/** A claimed delivery, with the data of one attempt. */
export interface ClaimedDelivery {
  id: string;
  lease: string;
  endpointId: string;
  organisationId: string;
  url: string;
  secretSealed: Buffer;
  /** Null when no previous secret signs now. */
  previousSecretSealed: Buffer | null;
  messageId: string;
  type: string;
  body: string;
  /** Attempts that failed before this one. */
  attempts: number;
}

export interface Claim {
  lease: string;
  /** The most deliveries in total, per endpoint and per organisation, those under way included. */
  limit: number;
  perEndpoint: number;
  perOrganisation: number;
  /** Whether to claim at slow endpoints, or at the others; those whose last attempt failed count as slow. */
  slow: boolean;
  /** Endpoints that this process found slow. */
  slowEndpoints: Iterable<string>;
  /** Attempts under way, of this process and lane. */
  underWay: readonly ClaimedDelivery[];
}

/** An attempt as it is logged. */
export interface LoggedRequest extends Attempt {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An attempt not settled by then is lost with its process. Longer than the longest timeout a policy allows. */
const LEASE_SECONDS = 60;

/**
 * Skips from endpoint to endpoint along the index, so that ten thousand deliveries of one endpoint cost no more than one. Each
 * organisation has a turn before any has its second, and no more places than it may hold, however many endpoints it made.
 */
const CLAIM = `
  WITH RECURSIVE waiting AS (
    (SELECT endpoint_id FROM webhook_deliveries WHERE state = 'pending' ORDER BY endpoint_id LIMIT 1)
    UNION ALL
    SELECT (SELECT d.endpoint_id FROM webhook_deliveries d WHERE d.state = 'pending' AND d.endpoint_id > w.endpoint_id
             ORDER BY d.endpoint_id LIMIT 1)
      FROM waiting w WHERE w.endpoint_id IS NOT NULL),
  busy AS MATERIALIZED (SELECT * FROM unnest($6::uuid[], $7::uuid[]) AS b (endpoint_id, organisation_id)),
  ready AS MATERIALIZED (
    SELECT e.id, e.organisation_id, $3 - (SELECT count(*) FROM busy b WHERE b.organisation_id = e.organisation_id) AS room,
           $2 - (SELECT count(*) FROM busy b WHERE b.endpoint_id = e.id) AS own_room,
           row_number() OVER (PARTITION BY e.organisation_id ORDER BY random()) AS turn
      FROM waiting w JOIN ${ENDPOINTS} ON e.id = w.endpoint_id
     WHERE e.state = 'enabled' AND (e.failing_since IS NOT NULL OR e.id = ANY ($5::uuid[])) = $4
       AND $2 > (SELECT count(*) FROM busy b WHERE b.endpoint_id = e.id)
       AND EXISTS (SELECT FROM webhook_deliveries d
                    WHERE d.endpoint_id = e.id AND d.state = 'pending' AND d.next_attempt_at <= now())),
  due AS MATERIALIZED (
    SELECT one.id, r.organisation_id, r.room, one.place
      FROM (SELECT * FROM ready WHERE turn <= room ORDER BY turn, random() LIMIT $1) AS r CROSS JOIN LATERAL (
      SELECT d.id, d.next_attempt_at AS place FROM webhook_deliveries d
       WHERE d.endpoint_id = r.id AND d.state = 'pending' AND d.next_attempt_at <= now()
       ORDER BY d.next_attempt_at LIMIT r.own_room FOR UPDATE SKIP LOCKED) AS one),
  taken AS MATERIALIZED (
    SELECT id FROM (SELECT id, room, row_number() OVER (PARTITION BY organisation_id ORDER BY place) AS turn FROM due) AS d
     WHERE turn <= room ORDER BY turn LIMIT $1)
  UPDATE webhook_deliveries d
     SET lease = $8, next_attempt_at = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM taken t, ${ENDPOINTS}, webhook_messages m
   WHERE d.id = t.id AND e.id = d.endpoint_id AND m.id = d.message_id
  RETURNING d.id, d.lease, e.id AS "endpointId", e.organisation_id AS "organisationId", e.url,
            e.secret_sealed AS "secretSealed",
            CASE WHEN e.previous_secret_until > now() THEN e.previous_secret_sealed END AS "previousSecretSealed",
            m.id AS "messageId", d.type, m.body, d.attempts`;

const LOG = `
  INSERT INTO webhook_attempts (id, delivery_id, duration_ms, request_headers, status, answer, error, error_detail, attempted_at)
  SELECT $1, d.id, $3::integer, $4, $5, $6, $7, $8, now() - make_interval(secs => $3::integer / 1000.0)
    FROM webhook_deliveries d WHERE d.id = $2`;

const DELIVERED = `
  WITH logged AS (${LOG}),
  done AS (
    UPDATE webhook_deliveries SET state = 'delivered', attempts = attempts + 1, next_attempt_at = NULL, lease = NULL,
           finished_at = now()
     WHERE id = $2 AND lease = $9)
  ${clearFailing(10)}`;

function logged(deliveryId: string, attempt: LoggedRequest): unknown[] {
  const { id, durationMs, headers, status, answer, error, detail } = attempt;
  return [id, deliveryId, durationMs, headers, status, answer, error, detail];
}

@Injectable()
export class AttemptRepository {
  /** Claims due deliveries of enabled endpoints, a few of each endpoint and organisation. */
  claim(q: Queryable, { limit, perEndpoint, perOrganisation, slow, slowEndpoints, underWay, lease }: Claim) {
    const busy = [underWay.map((one) => one.endpointId), underWay.map((one) => one.organisationId)];
    const params = [limit, perEndpoint, perOrganisation, slow, [...slowEndpoints], ...busy, lease];
    return q.rows<ClaimedDelivery>(CLAIM, params, 'webhooks.claim');
  }

  async log(tx: Tx, deliveryId: string, attempt: LoggedRequest): Promise<void> {
    await tx.affected(LOG, logged(deliveryId, attempt), 'webhooks.log');
  }

  /** Logs the attempt, sets `pending → delivered` under its lease, and clears the endpoint's failures: one statement, as most end so. */
  async delivered(q: Queryable, { id, lease, endpointId }: ClaimedDelivery, attempt: LoggedRequest): Promise<void> {
    await q.affected(DELIVERED, [...logged(id, attempt), lease, endpointId], 'webhooks.delivered');
  }

  /** Due again after `nextSeconds`, or `pending → failed` when there is no next attempt. */
  async failed(tx: Tx, { id, lease }: ClaimedDelivery, nextSeconds: number | undefined): Promise<void> {
    await tx.affected(
      `UPDATE webhook_deliveries SET attempts = attempts + 1, lease = NULL,
              state = CASE WHEN $3::float8 IS NULL THEN 'failed' ELSE 'pending' END,
              next_attempt_at = now() + make_interval(secs => $3::float8),
              finished_at = CASE WHEN $3::float8 IS NULL THEN now() END
        WHERE id = $1 AND lease = $2`,
      [id, lease, nextSeconds ?? null],
      'webhooks.failed',
    );
  }

  /** Releases a delivery unchanged; it is due at once. */
  async release(q: Queryable, { id, lease }: ClaimedDelivery): Promise<void> {
    await q.affected(
      'UPDATE webhook_deliveries SET lease = NULL, next_attempt_at = now() WHERE id = $1 AND lease = $2',
      [id, lease],
    );
  }

  /** How many deliveries are due at enabled endpoints, counted up to 10,000, and for how long the oldest has been. */
  async due(q: Queryable): Promise<{ count: number; oldestSeconds: number }> {
    const row = await q.one<{ count: number; oldestSeconds: number }>(
      `SELECT count(*)::int AS count, coalesce(extract(epoch FROM now() - min(next_attempt_at)), 0)::float8 AS "oldestSeconds"
         FROM (SELECT d.next_attempt_at FROM webhook_deliveries d JOIN ${ENDPOINTS} ON e.id = d.endpoint_id
                WHERE d.state = 'pending' AND d.next_attempt_at <= now() AND e.state = 'enabled' LIMIT 10000) AS waiting`,
    );
    return row!;
  }
}
