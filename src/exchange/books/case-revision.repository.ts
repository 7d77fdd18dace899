import { Injectable } from '@nestjs/common';
import type { Page, PageInput } from '../../kernel/index.js';
import { columnOfBefore, declareTextsOfBefore, SealedTexts } from '../../platform/crypto/index.js';
import { columnsOf, ifGiven, newestFirst, pageOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { CaseRevisionEntity } from './case-revision.entity.js';
import type { RevisionState } from './case-revision.lifecycle.js';
import type { Pending } from './receivable.policy.js';

export type CaseRevision = Readonly<CaseRevisionEntity>;
export type NewRevision = Omit<CaseRevision, 'state' | 'proposedAt' | 'decidedAt' | 'decidedBy' | 'declineReason'>;

export interface RevisionFilter {
  readonly caseId?: string | null | undefined;
  readonly state?: RevisionState | null | undefined;
}

/** How an open revision ends. */
export interface Decision {
  readonly state: Exclude<RevisionState, 'pending' | 'proposed'>;
  readonly by?: string | null;
  readonly reason?: string | null;
}

const COLUMNS = columnsOf(CaseRevisionEntity, 'r');
const SELECT = `SELECT ${COLUMNS} FROM case_revisions r`;

/** What a creditor writes may name the debtor: it is sealed here. */
const DECLINE_REASON = 'case_revisions.decline_reason';

/** The texts of revisions that may stand in clear from before they were sealed. */
declareTextsOfBefore(columnOfBefore(DECLINE_REASON));

@Injectable()
export class CaseRevisionRepository {
  constructor(private readonly texts: SealedTexts) {}

  /**
   * A case has one open revision: what the books show now takes the place of what they showed before, and waits for the creditor. Undefined
   * when they show the same again.
   */
  propose(tx: Tx, one: NewRevision): Promise<CaseRevision | undefined> {
    const amounts = [one.fromFen, one.principalFen, one.penaltyFen, one.paidFen, one.outstandingFen].map(String);
    return tx.one<CaseRevision>(
      `INSERT INTO case_revisions AS r (id, case_id, creditor_id, batch_id, state, from_fen, principal_fen, penalty_fen, paid_fen,
         outstanding_fen, lines)
       VALUES ($1, $2, $3, $4, 'pending', $5, $6, $7, $8, $9, $10::jsonb)
       ON CONFLICT (case_id) WHERE state IN ('pending','proposed') DO UPDATE
         SET state = 'pending', batch_id = excluded.batch_id, from_fen = excluded.from_fen, principal_fen = excluded.principal_fen,
           penalty_fen = excluded.penalty_fen, paid_fen = excluded.paid_fen, outstanding_fen = excluded.outstanding_fen,
           lines = excluded.lines, proposed_at = now()
         WHERE (r.from_fen, r.principal_fen, r.penalty_fen, r.outstanding_fen, r.lines)
           IS DISTINCT FROM (excluded.from_fen, excluded.principal_fen, excluded.penalty_fen, excluded.outstanding_fen,
             CASE WHEN r.lines IS NOT NULL THEN excluded.lines END)
       RETURNING ${COLUMNS}`,
      [one.id, one.caseId, one.creditorId, one.batchId, ...amounts, one.lines && JSON.stringify(one.lines)],
    );
  }

  /** The last revision of each of these cases that is open or was declined. */
  async latest(q: Queryable, caseIds: readonly string[]): Promise<Map<string, Pending['proposal']>> {
    if (caseIds.length === 0) return new Map();
    const rows = await q.rows<CaseRevision>(
      `SELECT r.* FROM unnest($1::uuid[]) AS c (id)
       CROSS JOIN LATERAL (
         SELECT ${COLUMNS} FROM case_revisions r WHERE r.case_id = c.id ORDER BY r.id DESC LIMIT 1) r`,
      [caseIds],
    );
    const telling = rows.filter(({ state }) => state !== 'confirmed' && state !== 'lapsed');
    return new Map(telling.map((one) => [one.caseId, one as NonNullable<Pending['proposal']>]));
  }

  /** The last revision of a case of this creditor, locked. */
  lockLatest(tx: Tx, creditorId: string, caseId: string): Promise<CaseRevision | undefined> {
    return tx.one<CaseRevision>(
      `${SELECT} WHERE r.case_id = $1 AND r.creditor_id = $2 ORDER BY r.id DESC LIMIT 1 FOR NO KEY UPDATE`,
      [caseId, creditorId],
    );
  }

  /** Between the creditor, who confirmed it, and the holder: proposed to the holder, or pending again. */
  pass(tx: Tx, caseId: string, to: 'pending' | 'proposed'): Promise<CaseRevision | undefined> {
    const from = to === 'proposed' ? 'pending' : 'proposed';
    return tx.one<CaseRevision>(
      `UPDATE case_revisions r SET state = $2 WHERE r.case_id = $1 AND r.state = $3 RETURNING ${COLUMNS}`,
      [caseId, to, from],
    );
  }

  /** Ends the open revision of a case; undefined when there is none. */
  async decide(tx: Tx, caseId: string, { state, by, reason }: Decision): Promise<CaseRevision | undefined> {
    const open = `SELECT id FROM case_revisions WHERE case_id = $1 AND state IN ('pending','proposed') FOR NO KEY UPDATE`;
    const found = await tx.one<{ id: string }>(open, [caseId]);
    if (!found) return undefined;
    return tx.one<CaseRevision>(
      `UPDATE case_revisions r SET state = $2, decided_at = now(), decided_by = $3, decline_reason = $4
       WHERE r.id = $1 RETURNING ${COLUMNS}`,
      [found.id, state, by ?? null, reason ? this.texts.seal(DECLINE_REASON, found.id, reason) : null],
    );
  }

  /** With its reason to be read. */
  readonly opened = (one: CaseRevision): CaseRevision => ({
    ...one,
    declineReason: this.texts.open(DECLINE_REASON, one.id, one.declineReason),
  });

  list(q: Queryable, creditorId: string, page: PageInput, filter: RevisionFilter): Promise<Page<CaseRevision>> {
    return pageOf<CaseRevision>(q, page, {
      select: SELECT,
      where: [
        ['r.creditor_id = ?', creditorId],
        ...ifGiven('r.case_id = ?', filter.caseId),
        ...ifGiven('r.state = ?', filter.state),
      ],
      order: newestFirst('r.id'),
    });
  }
}
