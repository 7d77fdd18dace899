import type { Queryable, Tx } from '../database/index.js';
import type { OutboxEventEntity } from './outbox-event.entity.js';

/** A claimed event as stored. */
export type OutboxRow = Pick<
  OutboxEventEntity,
  'id' | 'seq' | 'name' | 'payload' | 'requestId' | 'occurredAt' | 'attempts'
>;

export interface Backlog {
  pending: number;
  dead: number;
  /** Age of the oldest pending event in seconds; 0 when there is none. */
  oldestSeconds: number;
}

/** A claim not renewed for so long is taken back: its relay is dead or cut off. */
export const LEASE_SECONDS = 15;
/** Attempts after which an event is `dead` until it is revived: about half an hour of backoff. */
export const MAX_ATTEMPTS = 12;
const MAX_BACKOFF_SECONDS = 300;

const CLAIM = `
  UPDATE outbox_events
     SET state = 'claimed', claimed_by = $1, lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
   WHERE id IN (
     SELECT id FROM outbox_events
      WHERE state = 'pending' AND (available_at <= now() OR $4) AND name = ANY($3::text[])
      ORDER BY seq LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id, seq, name, payload, request_id AS "requestId", occurred_at AS "occurredAt", attempts`;

/** Every statement on outbox and inbox. Claims go by state, never by position: a late commit with a low seq is still seen. */
export class OutboxRepository {
  /** Takes up to `limit` pending events with these names, oldest first; `early` also takes those still backing off. */
  async claim(q: Queryable, relay: string, limit: number, names: string[], early: boolean): Promise<OutboxRow[]> {
    const rows = await q.rows<OutboxRow>(CLAIM, [relay, limit, names, early], 'outbox.claim');
    return rows.sort((a, b) => (a.seq < b.seq ? -1 : 1));
  }

  async renew(q: Queryable, relay: string): Promise<number> {
    return q.affected(
      `UPDATE outbox_events SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
        WHERE state = 'claimed' AND claimed_by = $1`,
      [relay],
    );
  }

  /** Every consumer has its inbox row, so this is right whichever relay holds the claim by now. */
  async done(q: Queryable, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await q.affected(
      `UPDATE outbox_events SET state = 'done', done_at = now(), lease_until = NULL, claimed_by = NULL
        WHERE id = ANY($1::uuid[]) AND state <> 'done'`,
      [ids],
      'outbox.done',
    );
  }

  /** Puts failed events back with exponential backoff and jitter, or marks them dead; returns the ids of the dead. */
  async failed(q: Queryable, relay: string, failures: { id: string; error: string }[]): Promise<string[]> {
    if (failures.length === 0) return [];
    const rows = await q.rows<{ id: string; state: string }>(
      `UPDATE outbox_events e
          SET state = CASE WHEN e.attempts >= ${MAX_ATTEMPTS} THEN 'dead' ELSE 'pending' END,
              available_at = now() + make_interval(secs =>
                least(power(2, e.attempts - 1), ${MAX_BACKOFF_SECONDS}) * (0.75 + random() * 0.5)),
              last_error = f.error, lease_until = NULL, claimed_by = NULL
         FROM unnest($2::uuid[], $3::text[]) AS f (id, error)
        WHERE e.id = f.id AND e.state = 'claimed' AND e.claimed_by = $1
        RETURNING e.id, e.state`,
      [relay, failures.map((f) => f.id), failures.map((f) => f.error)],
    );
    return rows.filter((row) => row.state === 'dead').map((row) => row.id);
  }

  /** Makes claims whose lease ran out pending again; returns how many. */
  async takeBackExpired(q: Queryable): Promise<number> {
    return q.affected(
      `UPDATE outbox_events SET state = 'pending', lease_until = NULL, claimed_by = NULL
        WHERE id IN (SELECT id FROM outbox_events WHERE state = 'claimed' AND lease_until < now()
                      LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
    );
  }

  /** Marks events as handled by a consumer; returns those that were not handled before. */
  async enter(tx: Tx, consumer: string, ids: string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ event_id: string }>(
      `INSERT INTO inbox (consumer, event_id) SELECT $1, id FROM unnest($2::uuid[]) AS id
       ON CONFLICT DO NOTHING RETURNING event_id`,
      [consumer, ids],
      'outbox.enter',
    );
    return new Set(rows.map((row) => row.event_id));
  }

  /** Makes dead events pending again: all of them, or those named. */
  async revive(q: Queryable, ids: string[] | undefined): Promise<number> {
    return q.affected(
      `UPDATE outbox_events SET state = 'pending', attempts = 0, available_at = now()
        WHERE state = 'dead' AND ($1::uuid[] IS NULL OR id = ANY($1::uuid[]))`,
      [ids ?? null],
    );
  }

  /** Counts each state by its own partial index: asked for two states at once, PostgreSQL reads the whole table. */
  async backlog(q: Queryable, names: string[]): Promise<Backlog> {
    const row = await q.one<{ pending: number; dead: number; oldest: number | null }>(
      `SELECT (SELECT count(*)::int FROM outbox_events WHERE state = 'pending' AND name = ANY($1::text[]))
              + (SELECT count(*)::int FROM outbox_events WHERE state = 'claimed' AND name = ANY($1::text[])) AS pending,
              (SELECT count(*)::int FROM outbox_events WHERE state = 'dead' AND name = ANY($1::text[])) AS dead,
              (SELECT extract(epoch FROM now() - min(occurred_at))::float8 FROM outbox_events WHERE state = 'pending' AND name = ANY($1::text[])) AS oldest`,
      [names],
    );
    return { pending: row?.pending ?? 0, dead: row?.dead ?? 0, oldestSeconds: row?.oldest ?? 0 };
  }

  /** Removes a batch of what was done longer ago than the retention, and the inbox rows of events that are gone. */
  async prune(q: Queryable, days: number, limit: number): Promise<number> {
    const events = await q.affected(
      `DELETE FROM outbox_events WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM outbox_events WHERE state = 'done' AND done_at < now() - make_interval(days => $1)
          ORDER BY done_at LIMIT $2 FOR UPDATE SKIP LOCKED))`,
      [days, limit],
    );
    const entries = await q.affected(
      `DELETE FROM inbox WHERE ctid = ANY (ARRAY(
         SELECT i.ctid FROM inbox i WHERE handled_at < now() - make_interval(days => $1)
            AND (SELECT e.id FROM outbox_events e WHERE e.id = i.event_id) IS NULL
          ORDER BY handled_at LIMIT $2))`,
      [days, limit],
    );
    return Math.max(events, entries);
  }
}
