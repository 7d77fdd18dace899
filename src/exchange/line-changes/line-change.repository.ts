import { Injectable } from '@nestjs/common';
import {
  columnsOf,
  ifGiven,
  propertiesBut,
  type Queryable,
  statementOf,
  type Tx,
} from '../../platform/database/index.js';
import { LineChangeEntity } from './line-change.entity.js';
import type { LineAct, LineChangeState } from './line-change.lifecycle.js';

export type LineChange = Readonly<LineChangeEntity>;
export type NewLineChange = Omit<LineChange, 'proposedAt' | 'decidedAt' | 'decidedBy'>;

const COLUMNS = columnsOf(LineChangeEntity, 'l');
/** A list of changes tells the lines of the one that waits: all lines of all of them would have no end. */
const LISTED = `${columnsOf(LineChangeEntity, 'l', propertiesBut(LineChangeEntity, 'lines'))},
  CASE WHEN l.state = 'pending' THEN l.lines END AS lines`;
/** The most changes of the lines of a case, so that one answer lists them all. */
export const MOST_CHANGES = 500;

/** How a holder ends a pending change; of an agreed one, the number of its line. */
export interface LineAnswer {
  readonly state: Extract<LineChangeState, 'agreed' | 'declined'>;
  readonly lineNumber?: number | null;
}

/** Which pending change ends; left out: whichever waits. */
export interface Waiting {
  readonly grabId?: string;
  readonly act?: LineAct;
}

@Injectable()
export class LineChangeRepository {
  async insert(tx: Tx, one: NewLineChange): Promise<LineChange> {
    const parties = [one.id, one.caseId, one.creditorId, one.proposedBy, one.grabId, one.providerId];
    const change = [one.act, one.lineNumber, one.line && JSON.stringify(one.line), one.state];
    const lines = one.lines && JSON.stringify(one.lines);
    const inserted = await tx.one<LineChange>(
      `INSERT INTO case_line_changes AS l (id, case_id, creditor_id, proposed_by, grab_id, provider_id, act, line_number, line, state,
         from_fen, outstanding_fen, lines, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $12, $13::jsonb, CASE WHEN $10 <> 'pending' THEN now() END)
       RETURNING ${COLUMNS}`,
      [...parties, ...change, one.fromFen.toString(), one.outstandingFen.toString(), lines],
    );
    return inserted!;
  }

  byId(q: Queryable, id: string): Promise<LineChange | undefined> {
    return q.one<LineChange>(`SELECT ${COLUMNS} FROM case_line_changes l WHERE l.id = $1`, [id]);
  }

  /** Ends a pending change; undefined when it is not pending any more. */
  decide(tx: Tx, id: string, by: string | null, { state, lineNumber }: LineAnswer): Promise<LineChange | undefined> {
    return tx.one<LineChange>(
      `UPDATE case_line_changes l SET state = $2, decided_at = now(), decided_by = $3, line_number = coalesce(l.line_number, $4::integer)
       WHERE l.id = $1 AND l.state = 'pending' RETURNING ${COLUMNS}`,
      [id, state, by, lineNumber ?? null],
    );
  }

  async countOf(q: Queryable, caseId: string): Promise<number> {
    const count = 'SELECT count(*)::int AS n FROM case_line_changes WHERE case_id = $1';
    return (await q.one<{ n: number }>(count, [caseId]))!.n;
  }

  /** Ends the pending change of a case, if any. The caller has locked the case. */
  lapse(tx: Tx, caseId: string, { grabId, act }: Waiting): Promise<LineChange | undefined> {
    return tx.one<LineChange>(
      `UPDATE case_line_changes l SET state = 'lapsed', decided_at = now()
       WHERE l.case_id = $1 AND l.state = 'pending' AND l.grab_id = coalesce($2, l.grab_id) AND l.act = coalesce($3, l.act)
       RETURNING ${COLUMNS}`,
      [caseId, grabId ?? null, act ?? null],
    );
  }

  /** The changes of a case, newest first; of one holder's grabs only when it is given. */
  ofCase(q: Queryable, caseId: string, providerId: string | null): Promise<LineChange[]> {
    const where = [['l.case_id = ?', caseId] as const, ...ifGiven('l.provider_id = ?', providerId)];
    const { sql, params } = statementOf(`SELECT ${LISTED} FROM case_line_changes l`, where, [
      `ORDER BY l.id DESC LIMIT ${MOST_CHANGES}`,
    ]);
    return q.rows<LineChange>(sql, params);
  }
}
