import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Page, PageInput } from '../../kernel/index.js';
import { columnsOf, ifGiven, newestFirst, pageOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { ActivityEntity } from './activity.entity.js';

export type ActivityRow = Readonly<ActivityEntity>;

/** How many activities one statement reads when those of several cases are exported. */
export const PIECE = 500;

const COLUMNS = columnsOf(ActivityEntity, 'a');

@Injectable()
export class ActivityRepository {
  async insert(tx: Tx, row: Omit<ActivityRow, 'createdAt'>): Promise<ActivityRow> {
    const ids = [row.id, row.caseId, row.grabId, row.providerId, row.memberId];
    const inserted = await tx.one<ActivityRow>(
      `INSERT INTO activities AS a (id, case_id, grab_id, provider_id, member_id, kind, outcome, note_sealed, happened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${COLUMNS}`,
      [...ids, row.kind, row.outcome, row.noteSealed, row.happenedAt],
    );
    return inserted!;
  }

  /**
   * One page of a case's activities, newest first. A provider sees its own; creditor and platform see all. The caller has checked
   * that the actor may see the case.
   */
  list(q: Queryable, actor: Actor, caseId: string, page: PageInput): Promise<Page<ActivityRow>> {
    const own = actor.organisationKind === 'agency' || actor.organisationKind === 'law_firm';
    return pageOf<ActivityRow>(q, page, {
      select: `SELECT ${COLUMNS} FROM activities a`,
      where: [['a.case_id = ?', caseId], ...ifGiven('a.provider_id = ?', own ? actor.organisationId : null)],
      order: newestFirst('a.id'),
    });
  }

  async countsOf(
    q: Queryable,
    { id, caseId }: { id: string; caseId: string },
    after: Date | null,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await q.rows<{ kind: string; count: number }>(
      `SELECT kind, count(*)::int AS count FROM activities
       WHERE case_id = $1 AND grab_id = $2 AND ($3::timestamptz IS NULL OR created_at > $3) GROUP BY kind`,
      [caseId, id, after],
    );
    return new Map(rows.map(({ kind, count }) => [kind, count]));
  }

  /** Activities of several cases, by case and newest first, after a position. The caller has checked that the actor may see them. */
  ofCases(q: Queryable, actor: Actor, caseIds: readonly string[], after?: ActivityRow): Promise<ActivityRow[]> {
    const own = actor.organisationKind === 'agency' || actor.organisationKind === 'law_firm';
    return q.rows<ActivityRow>(
      `SELECT ${COLUMNS} FROM activities a
       WHERE a.case_id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR a.provider_id = $2)
         AND ($3::uuid IS NULL OR (a.case_id, a.id) < ($3, $4::uuid))
       ORDER BY a.case_id DESC, a.id DESC LIMIT ${PIECE}`,
      [caseIds, own ? actor.organisationId : null, after?.caseId ?? null, after?.id ?? null],
    );
  }
}
