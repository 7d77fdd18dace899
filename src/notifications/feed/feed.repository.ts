import { Injectable } from '@nestjs/common';
import { type ArrayType, arrayOf, columnsOf, type Queryable, type Tx } from '../../platform/database/index.js';
import type { FeedQuery, FeedRow, FeedScope } from './feed.types.js';
import { FeedEventEntity } from './feed-event.entity.js';

/** Advisory lock that a writer holds until its commit, so that no lower position becomes visible after a higher one. */
const WRITING = 7_236_120;
/** The channel of NOTIFY for new events. */
export const FEED_CHANNEL = 'recourse_feed';

const COLUMNS = columnsOf(FeedEventEntity);

type NewRow = Omit<FeedRow, 'position'>;

const INSERT = `
  WITH given AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[],
      $9::text[]) WITH ORDINALITY AS g (event_id, type, audience, organisation_id, case_id, batch_id, sandbox_id,
      data, occurred_at, place)
  ), written AS (
    INSERT INTO feed_events (event_id, type, audience, organisation_id, case_id, batch_id, sandbox_id, data, occurred_at)
    SELECT event_id, type, audience, organisation_id, case_id, batch_id, sandbox_id, data::jsonb, occurred_at::timestamptz
    FROM given ORDER BY place
  )
  SELECT pg_notify('${FEED_CHANNEL}', '')`;

/** So many rows in order of time contain the lowest position: events are out of order by far fewer. */
const SCATTER = 1_000;

/** With more types than this a reader wants most of what there is, and one walk meets few others. */
const FEW_TYPES = 8;

@Injectable()
export class FeedRepository {
  /** Makes writers wait for each other's commit. Take it last: a transaction locks nothing after it. */
  async lock(tx: Tx): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock($1)', [WRITING], 'feed.lock');
  }

  /** Appends rows in their order; the commit notifies every process. */
  async append(tx: Tx, rows: readonly NewRow[]): Promise<void> {
    const column = (type: ArrayType, of: (row: NewRow) => string | null) => arrayOf(type, rows.map(of));
    await tx.rows(
      INSERT,
      [
        column('uuid', (row) => row.eventId),
        column('text', (row) => row.type),
        column('text', (row) => row.audience),
        column('uuid', (row) => row.organisationId),
        column('uuid', (row) => row.caseId),
        column('uuid', (row) => row.batchId),
        column('uuid', (row) => row.sandboxId),
        column('text', (row) => JSON.stringify(row.data)),
        column('text', (row) => row.occurredAt.toISOString()),
      ],
      'feed.append',
    );
  }

  /** The next events of a query, in order. */
  async after(q: Queryable, question: FeedQuery, limit: number): Promise<FeedRow[]> {
    const params: unknown[] = [question.position.toString(), limit];
    const place = (value: unknown) => `$${params.push(value)}`;
    const where = ['position > $1::bigint', ...within(question, place)];
    if (question.through !== undefined) where.push(`position <= ${place(question.through.toString())}::bigint`);
    if (question.caseId) where.push(`case_id = ${place(question.caseId)}::uuid`);
    if (question.batchId) where.push(`batch_id = ${place(question.batchId)}::uuid`);
    const next = (more: string) =>
      `SELECT ${COLUMNS} FROM feed_events WHERE ${[...where, more].join(' AND ')} ORDER BY position LIMIT $2`;
    const types = question.types && [...new Set(question.types)];
    if (!types) return q.rows<FeedRow>(next('true'), params);
    if (types.length === 0) return [];
    if (question.caseId || question.batchId || types.length > FEW_TYPES) {
      return q.rows<FeedRow>(next(`type = ANY (${place(types)}::text[])`), params);
    }
    // The next ones of each type, then the first of all these: asked for together, all others in between would be read as well.
    const each = types.map((type) => `(${next(`type = ${place(type)}`)})`);
    return q.rows<FeedRow>(`SELECT * FROM (${each.join(' UNION ALL ')}) found ORDER BY position LIMIT $2`, params);
  }

  /** The highest position there is or was, and the position up to which rows were deleted. */
  async ends(q: Queryable): Promise<{ latest: bigint; prunedThrough: bigint }> {
    const row = await q.one<{ latest: bigint | null; prunedThrough: bigint }>(
      `SELECT (SELECT max(position) FROM feed_events) AS latest, pruned_through AS "prunedThrough" FROM feed_horizon`,
      [],
      'feed.ends',
    );
    const prunedThrough = row?.prunedThrough ?? 0n;
    return { latest: row?.latest ?? prunedThrough, prunedThrough };
  }

  /** The position before the first event that occurred at or after an instant. */
  async before(q: Queryable, since: Date): Promise<bigint | undefined> {
    const row = await q.one<{ first: bigint | null }>(
      `SELECT min(position) AS first FROM (
         SELECT position FROM feed_events WHERE occurred_at >= $1 ORDER BY occurred_at LIMIT ${SCATTER}) AS near`,
      [since],
    );
    return row?.first == null ? undefined : row.first - 1n;
  }

  /** Deletes up to `limit` of the oldest events that occurred more than `days` ago; returns how many. */
  async prune(tx: Tx, days: number, limit: number): Promise<number> {
    const rows = await tx.rows<{ position: bigint }>(
      `WITH oldest AS MATERIALIZED (SELECT position, occurred_at, ctid AS place FROM feed_events ORDER BY position LIMIT $2)
       DELETE FROM feed_events WHERE ctid = ANY (ARRAY(SELECT place FROM oldest WHERE position < COALESCE(
         (SELECT min(position) FROM oldest WHERE occurred_at >= now() - make_interval(days => $1)), 9223372036854775807)))
       RETURNING position`,
      [days, limit],
    );
    if (rows.length > 0) {
      await tx.affected(
        `UPDATE feed_horizon SET pruned_through = GREATEST(pruned_through, (SELECT max(p) FROM unnest($1::bigint[]) AS p))`,
        [rows.map(({ position }) => position.toString())],
      );
    }
    return rows.length;
  }
}

function within(scope: FeedScope, place: (value: unknown) => string): string[] {
  switch (scope.audience) {
    case 'organisation':
      return [`organisation_id = ${place(scope.organisationId)}::uuid`];
    case 'organisations':
      return ['organisation_id IS NOT NULL'];
    case 'everything':
      return [];
    default: {
      const world = scope.sandboxId === null ? 'sandbox_id IS NULL' : `sandbox_id = ${place(scope.sandboxId)}::uuid`;
      return [`organisation_id IS NULL AND audience = ${place(scope.audience)}`, world];
    }
  }
}
