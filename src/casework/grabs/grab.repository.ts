import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Page, PageInput } from '../../kernel/index.js';
import { inSandbox } from '../../parties/worlds/index.js';
import { columnOfBefore, declareTextsOfBefore, SealedTexts } from '../../platform/crypto/index.js';
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
import type { RecallReason } from '../../risk/standing/index.js';
import { GrabEntity } from './grab.entity.js';
import type { GrabEnd, GrabState } from './grab.lifecycle.js';
import { pairKey } from './grab.policy.js';
import type { GrabFigures } from './grab-figures.js';

/** A grab as all reads return it. */
export type Grab = Omit<GrabEntity, 'sandboxId'>;

/** What a won grab writes; the database adds the times. */
export type NewGrab = Pick<
  GrabEntity,
  'id' | 'caseId' | 'providerId' | 'memberId' | 'creditorId' | 'sandboxId' | 'amountFen' | 'monthsOverdue' | 'terms'
>;

/** The active grab of a case and its provider. */
export interface Holder {
  grabId: string;
  providerId: string;
  sandboxId: string | null;
}

const COLUMNS = columnsOf(GrabEntity, 'g', propertiesBut(GrabEntity, 'sandboxId'));
const SELECT = `SELECT ${COLUMNS} FROM grabs g`;

/** The provider gave the case up, so it may not grab it again. A case that was paid and opened again by a reversal is no failure. */
const GIVEN_BACK = `(state IN ('returned', 'expired') OR state = 'completed' AND end_reason <> 'paid')`;

/** Ends that cost penalty points, such as a close that nobody vouched for. */
const BAD_END = `(state IN ('returned', 'expired') OR penalty_points > 0)`;

/** How a grab ends; `written`: the reason is no code but what a member wrote. */
interface GrabsEnd {
  state: GrabEnd;
  reason: string;
  written: boolean;
  points: number;
  recallReason: RecallReason | null;
}

/** For how long a case stood still through no fault of its holder, a freeze that ends now included: of each at least a second. */
const SPARED = `g.spared_seconds + CASE WHEN g.spared_since IS NULL THEN 0 ELSE greatest(1, floor(extract(epoch FROM now() - g.spared_since)))::int END`;

export interface GrabFilter {
  state?: GrabState | null | undefined;
  caseId?: string | null | undefined;
  /** Whether a proposed close waits for the creditor. */
  closeProposed?: boolean | null | undefined;
}

const CLOSE_PROPOSED = `g.state = 'active' AND g.close_by IS NOT NULL`;

/** Where the reason of an end stands: a code, or, sealed, what a member wrote; that may name the debtor. */
export const END_REASON = 'grabs.end_reason';

/** Reasons of ends that may stand in clear from before they were sealed. Only in these two do members write; codes of a recall stay. */
declareTextsOfBefore(
  columnOfBefore(END_REASON, `(state = 'returned' OR state = 'recalled' AND end_reason !~ '^[a-z]+(_[a-z]+)*$')`),
);

@Injectable()
export class GrabRepository {
  constructor(private readonly texts: SealedTexts) {}

  /** `pairKey`s of these cases and providers whose grab was returned, expired or closed unpaid: it may not grab the case again. */
  async givenBack(q: Queryable, caseIds: string[], providerIds: string[]): Promise<Set<string>> {
    const rows = await q.rows<{ caseId: string; providerId: string }>(
      `SELECT case_id AS "caseId", provider_id AS "providerId" FROM grabs
       WHERE case_id = ANY($1::uuid[]) AND provider_id = ANY($2::uuid[]) AND ${GIVEN_BACK}`,
      [caseIds, providerIds],
      'grabs.given_back',
    );
    return new Set(rows.map((row) => pairKey(row.caseId, row.providerId)));
  }

  /** The holder of each of these cases. */
  async holders(q: Queryable, caseIds: string[]): Promise<Map<string, Holder>> {
    const rows = await q.rows<Holder & { caseId: string }>(
      `SELECT id AS "grabId", case_id AS "caseId", provider_id AS "providerId", sandbox_id AS "sandboxId" FROM grabs WHERE case_id = ANY($1::uuid[]) AND state = 'active'`,
      [caseIds],
      'grabs.holders',
    );
    return new Map(rows.map(({ caseId, ...holder }) => [caseId, holder]));
  }

  /** Inserts all grabs of a batch in one statement. `grabs_one_active_per_case` asserts each a second time. */
  insertAll(tx: Tx, grabs: NewGrab[], figures: GrabFigures): Promise<Grab[]> {
    return tx.rows<Grab>(
      `INSERT INTO grabs AS g (id, case_id, provider_id, member_id, creditor_id, state, amount_fen, months_overdue, terms,
                               accept_by, activity_by, exclusive_until, sandbox_id)
       SELECT id, case_id, provider_id, member_id, creditor_id, 'active', amount_fen, months_overdue, terms,
              now() + make_interval(hours => $9), now() + make_interval(hours => $10), now() + make_interval(months => $11),
              sandbox_id
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[], $7::int[], $8::jsonb[], $12::uuid[])
         AS new (id, case_id, provider_id, member_id, creditor_id, amount_fen, months_overdue, terms, sandbox_id)
       RETURNING ${COLUMNS}`,
      [
        ...(['id', 'caseId', 'providerId', 'memberId', 'creditorId'] as const).map((name) => grabs.map((g) => g[name])),
        grabs.map((g) => g.amountFen.toString()),
        grabs.map((g) => g.monthsOverdue),
        grabs.map((g) => JSON.stringify(g.terms)),
        figures.acceptWithinHours,
        figures.activityWithinHours,
        figures.exclusivityMonths,
        grabs.map((g) => g.sandboxId),
      ],
      'grabs.insert_all',
    );
  }

  async byId(q: Queryable, id: string): Promise<Grab | undefined> {
    return q.one<Grab>(`${SELECT} WHERE g.id = $1`, [id]);
  }

  /** The active ones of these grabs. */
  async active(q: Queryable, ids: string[]): Promise<Grab[]> {
    return q.rows<Grab>(`${SELECT} WHERE g.id = ANY($1::uuid[]) AND g.state = 'active'`, [ids]);
  }

  activeOf(q: Queryable, providerIds: readonly string[]): Promise<Grab[]> {
    return q.rows<Grab>(`${SELECT} WHERE g.provider_id = ANY($1::uuid[]) AND g.state = 'active'`, [providerIds]);
  }

  async activeOnCase(q: Queryable, caseId: string): Promise<Grab | undefined> {
    return q.one<Grab>(`${SELECT} WHERE g.case_id = $1 AND g.state = 'active'`, [caseId]);
  }

  onCase(q: Queryable, caseId: string): Promise<Grab[]> {
    return q.rows<Grab>(`${SELECT} WHERE g.case_id = $1 ORDER BY g.id`, [caseId], 'grabs.on_case');
  }

  /** The grab if the actor belongs to its provider, its creditor or the platform of the same sandbox. */
  visible(q: Queryable, actor: Actor, id: string): Promise<Grab | undefined> {
    return firstOf<Grab>(q, SELECT, [['g.id = ?', id], visibleTo(actor)]);
  }

  /** The grabs that this actor may see, newest first. */
  list(q: Queryable, actor: Actor, filter: GrabFilter, page: PageInput): Promise<Page<Grab>> {
    return pageOf<Grab>(q, page, {
      select: SELECT,
      where: [visibleTo(actor), ...filtered(filter)],
      order: newestFirst('g.id'),
    });
  }

  /** Ends an active grab; undefined when it was over already. A reason that a member wrote is sealed. */
  async end(tx: Tx, id: string, { state, reason, written, points, recallReason }: GrabsEnd): Promise<Grab | undefined> {
    return tx.one<Grab>(
      `UPDATE grabs g SET state = $2, end_reason = $3, penalty_points = $4, recall_reason = $5, ended_at = now(),
              spared_seconds = ${SPARED}, spared_since = NULL
       WHERE g.id = $1 AND g.state = 'active' RETURNING ${COLUMNS}`,
      [id, state, written ? this.texts.seal(END_REASON, id, reason) : reason, points, recallReason],
    );
  }

  /** Marks the close as proposed; undefined when one is, or the grab is over, not accepted or frozen. */
  async proposeClose(tx: Tx, id: string, closeCode: string, silenceDays: number): Promise<Grab | undefined> {
    return tx.one<Grab>(
      `UPDATE grabs g SET close_code = $2, close_proposed_at = now(), close_by = now() + make_interval(days => $3)
       WHERE g.id = $1 AND g.state = 'active' AND g.close_code IS NULL AND g.accepted_at IS NOT NULL AND g.frozen_at IS NULL
       RETURNING ${COLUMNS}`,
      [id, closeCode, silenceDays],
    );
  }

  /** Takes a proposed close away; the grab stays active. */
  async clearClose(tx: Tx, id: string, declined: boolean): Promise<Grab | undefined> {
    return tx.one<Grab>(
      `UPDATE grabs g SET close_code = NULL, close_proposed_at = NULL, close_by = NULL,
              close_declined_at = CASE WHEN $2 THEN now() ELSE close_declined_at END
       WHERE g.id = $1 AND g.state = 'active' AND g.close_code IS NOT NULL RETURNING ${COLUMNS}`,
      [id, declined],
    );
  }

  /** Active grabs whose proposed close the creditor has not answered in time, by the database's clock. */
  closesDue(q: Queryable, limit: number): Promise<{ id: string }[]> {
    return q.rows(
      `SELECT id FROM grabs WHERE state = 'active' AND close_by <= now() AND frozen_at IS NULL ORDER BY close_by LIMIT $1`,
      [limit],
    );
  }

  /** Whether a proposed close is due, read under the case's lock. */
  async isCloseDue(tx: Tx, id: string): Promise<boolean> {
    return (
      (await tx.one(
        `SELECT 1 FROM grabs WHERE id = $1 AND state = 'active' AND close_by <= now() AND frozen_at IS NULL`,
        [id],
      )) !== undefined
    );
  }

  async freeze(tx: Tx, caseId: string, spares: boolean): Promise<Grab | undefined> {
    return tx.one<Grab>(
      `UPDATE grabs g SET frozen_at = now(), spared_since = CASE WHEN $2 THEN now() END
       WHERE g.case_id = $1 AND g.state = 'active' AND g.frozen_at IS NULL RETURNING ${COLUMNS}`,
      [caseId, spares],
    );
  }

  /** Lets deadlines run on: each is later by the time the case was frozen. */
  async unfreeze(tx: Tx, caseId: string): Promise<Grab | undefined> {
    const later = (column: string) => `${column} = g.${column} + (now() - g.frozen_at)`;
    return tx.one<Grab>(
      `UPDATE grabs g SET frozen_at = NULL, spared_seconds = ${SPARED}, spared_since = NULL, ${['accept_by', 'activity_by', 'exclusive_until', 'close_by'].map(later).join(', ')}
       WHERE g.case_id = $1 AND g.state = 'active' AND g.frozen_at IS NOT NULL RETURNING ${COLUMNS}`,
      [caseId],
    );
  }

  /** Marks the entrustment accepted, once, before `accept_by`. */
  async accept(tx: Tx, id: string): Promise<Grab | undefined> {
    return tx.one<Grab>(
      `UPDATE grabs g SET accepted_at = now()
       WHERE g.id = $1 AND g.state = 'active' AND g.accepted_at IS NULL AND g.accept_by > now() RETURNING ${COLUMNS}`,
      [id],
    );
  }

  /** Records the first activity; later activities change nothing. */
  async noteActivity(tx: Tx, id: string): Promise<Grab | undefined> {
    return tx.one<Grab>(
      `UPDATE grabs g SET first_activity_at = COALESCE(g.first_activity_at, now())
       WHERE g.id = $1 AND g.state = 'active' RETURNING ${COLUMNS}`,
      [id],
    );
  }

  /** Active grabs whose `accept_by` or `activity_by` has passed, by the database's clock. */
  overdue(q: Queryable, limit: number): Promise<{ id: string; caseId: string }[]> {
    return q.rows(
      `SELECT id, case_id AS "caseId" FROM grabs
       WHERE state = 'active' AND frozen_at IS NULL AND ((accepted_at IS NULL AND accept_by <= now()) OR (first_activity_at IS NULL AND activity_by <= now()))
       ORDER BY accept_by LIMIT $1`,
      [limit],
    );
  }

  /** Why a grab has expired; undefined when it has not. Called again under the case's lock. */
  async expiryReason(tx: Tx, id: string): Promise<string | undefined> {
    const row = await tx.one<{ reason: string | null }>(
      `SELECT CASE WHEN accepted_at IS NULL AND accept_by <= now() THEN 'not_accepted'
                   WHEN first_activity_at IS NULL AND activity_by <= now() THEN 'no_activity' END AS reason
       FROM grabs WHERE id = $1 AND state = 'active' AND frozen_at IS NULL`,
      [id],
    );
    return row?.reason ?? undefined;
  }

  /** How many grabs on this case were returned or expired so far. */
  async badEndsOnCase(q: Queryable, caseId: string): Promise<number> {
    const row = await q.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM grabs WHERE case_id = $1 AND state IN ('returned', 'expired')`,
      [caseId],
    );
    return row?.count ?? 0;
  }

  /** How many grabs of this provider ended badly (returned, expired, closed without work that its creditor vouched for) in these days. */
  async badEndsWithin(q: Queryable, providerId: string, days: number): Promise<number> {
    const row = await q.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM grabs
       WHERE provider_id = $1 AND ${BAD_END} AND ended_at > now() - make_interval(days => $2)`,
      [providerId, days],
    );
    return row?.count ?? 0;
  }
}

function filtered({ state, caseId, closeProposed }: GrabFilter): Condition[] {
  const proposed = closeProposed ? CLOSE_PROPOSED : `NOT (${CLOSE_PROPOSED})`;
  return [
    ...ifGiven('g.state = ?', state),
    ...ifGiven('g.case_id = ?', caseId),
    ...(typeof closeProposed === 'boolean' ? [[proposed] as const] : []),
  ];
}

function visibleTo(actor: Actor): Condition {
  const own = actor.organisationId;
  if (actor.organisationKind === 'platform') return inSandbox('g.sandbox_id', actor.sandboxId);
  return [actor.organisationKind === 'creditor' ? 'g.creditor_id = ?' : 'g.provider_id = ?', own];
}
