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

const FIRST = '00000000-0000-0000-0000-000000000000';
/** So many of the oldest due deliveries are looked at for the endpoints that have any. */
const LOOKED_AT = 1_000;

/** The endpoint after one in a walk along the index of pending deliveries. */
const nextAfter = (endpoint: string) =>
  `(SELECT n.endpoint_id FROM webhook_deliveries n WHERE n.state = 'pending' AND n.endpoint_id > ${endpoint} ORDER BY n.endpoint_id LIMIT 1)`;

/** So many endpoints with something due are looked at; the next claim goes on after them. */
const ENDPOINTS_LOOKED_AT = 500;

/** Whether an endpoint belongs to the lane. */
const OF_LANE = `e.state = 'enabled' AND (e.failing_since IS NOT NULL OR e.id = ANY ($5::uuid[])) = $4`;

/**
 * When few deliveries are due, those of their endpoints. Otherwise it skips from endpoint to endpoint along the index, beginning
 * after the one that was served last, so that ten thousand deliveries of one endpoint cost no more than one. Each organisation has
 * a turn before any has its second, and no more places than it may hold, however many endpoints it made.
 */
const CLAIM = `
  WITH RECURSIVE soon AS MATERIALIZED (
    SELECT endpoint_id FROM webhook_deliveries
     WHERE state = 'pending' AND next_attempt_at <= now() ORDER BY next_attempt_at LIMIT ${LOOKED_AT}),
  many AS MATERIALIZED (SELECT count(*) = ${LOOKED_AT} AS yes FROM soon),
  around (endpoint_id, again) AS (
    SELECT $9::uuid, false FROM many WHERE yes
    UNION ALL
    SELECT coalesce(ahead.id, ${nextAfter(`'${FIRST}'`)}), a.again OR ahead.id IS NULL
      FROM around a CROSS JOIN LATERAL (SELECT ${nextAfter('a.endpoint_id')} AS id) ahead
     WHERE NOT (a.again AND (ahead.id IS NULL OR ahead.id > $9::uuid))),
  waiting AS (
     (SELECT DISTINCT endpoint_id FROM soon, many WHERE NOT yes)
     UNION ALL
     (SELECT a.endpoint_id FROM around a CROSS JOIN LATERAL (
        SELECT e.id FROM ${ENDPOINTS} WHERE e.id = a.endpoint_id AND ${OF_LANE} AND EXISTS (
          SELECT FROM webhook_deliveries d WHERE d.endpoint_id = e.id AND d.state = 'pending' AND d.next_attempt_at <= now())
         OFFSET 0) AS due
       LIMIT ${ENDPOINTS_LOOKED_AT})),
  busy AS MATERIALIZED (SELECT * FROM unnest($6::uuid[], $7::uuid[]) AS b (endpoint_id, organisation_id)),
  ready AS MATERIALIZED (
    SELECT e.id, e.organisation_id, $3 - (SELECT count(*) FROM busy b WHERE b.organisation_id = e.organisation_id) AS room,
           $2 - (SELECT count(*) FROM busy b WHERE b.endpoint_id = e.id) AS own_room,
           row_number() OVER (PARTITION BY e.organisation_id ORDER BY random()) AS turn
      FROM waiting w JOIN ${ENDPOINTS} ON e.id = w.endpoint_id
     WHERE ${OF_LANE}
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

/** The endpoint whose turn was last, of those after `after` and then those before it. */
function turnOf(claimed: readonly ClaimedDelivery[], after: string): string | undefined {
  const ids = claimed.map(({ endpointId }) => endpointId).sort();
  return ids.filter((id) => id <= after).at(-1) ?? ids.at(-1);
}

@Injectable()
export class AttemptRepository {
  /** The endpoint that was served last, of the slow ones and of the others. */
  private readonly served = new Map<boolean, string>();

  /** Claims due deliveries of enabled endpoints, a few of each endpoint and organisation. */
  async claim(q: Queryable, { limit, perEndpoint, perOrganisation, slow, slowEndpoints, underWay, lease }: Claim) {
    const after = this.served.get(slow) ?? FIRST;
    const busy = [underWay.map((one) => one.endpointId), underWay.map((one) => one.organisationId)];
    const params = [limit, perEndpoint, perOrganisation, slow, [...slowEndpoints], ...busy, lease, after];
    const claimed = await q.rows<ClaimedDelivery>(CLAIM, params, 'webhooks.claim');
    const last = turnOf(claimed, after);
    if (last) this.served.set(slow, last);
    return claimed;
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
