import { Injectable } from '@nestjs/common';
import { type Day, type Page, type PageInput, positionOf } from '../../kernel/index.js';
import {
  columnsOf,
  ifGiven,
  type Order,
  pageOf,
  propertiesBut,
  type Queryable,
  type Tx,
} from '../../platform/database/index.js';
import { ErpSyncRowEntity } from './erp-connection.entity.js';
import type { SyncedOutcome } from './erp-connection.lifecycle.js';

/** The outcome of one document. */
export type SyncedRow = Omit<KeptRow, 'runId' | 'decidedAt'>;
export type KeptRow = Omit<ErpSyncRowEntity, 'connectionId'>;

const COLUMNS = columnsOf(ErpSyncRowEntity, undefined, propertiesBut(ErpSyncRowEntity, 'connectionId'));
const BY_KEY: Order<KeptRow> = {
  by: 'document_key',
  after: (cursor) => ['document_key > ?', String(positionOf(cursor, 1)[0])],
  position: (row) => [row.documentKey],
};

/** One row per document with its outcome. An unchanged document keeps its outcome, and nothing is written. */
@Injectable()
export class SyncRowRepository {
  async record(tx: Tx, connectionId: string, runId: string, rows: readonly SyncedRow[]): Promise<void> {
    await tx.affected(
      `INSERT INTO erp_sync_rows AS kept
         (connection_id, run_id, document_key, number, outcome, case_id, reasons, recheck_on)
       SELECT $1::uuid, $2::uuid, * FROM unnest($3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[]::jsonb[], $8::date[])
       ON CONFLICT (connection_id, document_key) DO UPDATE
          SET number = coalesce(excluded.number, kept.number), recheck_on = excluded.recheck_on,
              case_id = coalesce(excluded.case_id, kept.case_id),
              outcome = CASE WHEN excluded.outcome = 'unchanged' THEN kept.outcome ELSE excluded.outcome END,
              reasons = CASE WHEN excluded.outcome = 'unchanged' THEN kept.reasons ELSE excluded.reasons END,
              run_id = CASE WHEN excluded.outcome = 'unchanged' THEN kept.run_id ELSE excluded.run_id END,
              decided_at = CASE WHEN excluded.outcome = 'unchanged' THEN kept.decided_at ELSE now() END
        WHERE kept.recheck_on IS DISTINCT FROM excluded.recheck_on
           OR (excluded.outcome <> 'unchanged'
               AND (kept.outcome, kept.reasons, kept.case_id)
                   IS DISTINCT FROM (excluded.outcome, excluded.reasons, excluded.case_id))`,
      [
        connectionId,
        runId,
        rows.map((row) => row.documentKey),
        rows.map((row) => row.number),
        rows.map((row) => row.outcome),
        rows.map((row) => row.caseId),
        rows.map((row) => JSON.stringify(row.reasons)),
        rows.map((row) => row.recheckOn),
      ],
    );
  }

  /** Keys after `after` of documents to read again by `today`, in order. */
  async toRecheck(q: Queryable, connectionId: string, today: Day, after: string, limit: number): Promise<string[]> {
    const rows = await q.rows<{ key: string }>(
      `SELECT document_key AS key FROM erp_sync_rows
        WHERE connection_id = $1 AND recheck_on <= $2 AND document_key > $3 ORDER BY document_key LIMIT $4`,
      [connectionId, today, after, limit],
    );
    return rows.map(({ key }) => key);
  }

  list(q: Queryable, connectionId: string, page: PageInput, outcome: SyncedOutcome | null): Promise<Page<KeptRow>> {
    return pageOf<KeptRow>(q, page, {
      select: `SELECT ${COLUMNS} FROM erp_sync_rows`,
      where: [['connection_id = ?', connectionId], ...ifGiven('outcome = ?', outcome)],
      order: BY_KEY,
    });
  }
}
