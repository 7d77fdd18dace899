import { Injectable } from '@nestjs/common';
import { type Day, type Page, type PageInput, positionOf } from '../../kernel/index.js';
import { BlindIndex, declareTextsOfBefore, SealedTexts, type TextsOfBefore } from '../../platform/crypto/index.js';
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

/** The outcome of one document. `fileName`: of a file without a number; it stands for the key. */
export type SyncedRow = Omit<KeptRow, 'runId' | 'decidedAt' | 'fileName' | 'fromDueOn'> & {
  fileName?: string | null;
  fromDueOn?: Day | null;
};
export type KeptRow = Omit<ErpSyncRowEntity, 'connectionId'>;

const COLUMNS = columnsOf(ErpSyncRowEntity, undefined, propertiesBut(ErpSyncRowEntity, 'connectionId'));
const BY_KEY: Order<KeptRow> = {
  by: 'document_key',
  after: (cursor) => ['document_key > ?', String(positionOf(cursor, 1)[0])],
  position: (row) => [row.documentKey],
};

/** What stands before the name of a file, or before its digest. */
export const FILE = 'file:';
const FILE_NAME = 'erp_sync_rows.file_name';

const rowOf = (connectionId: string, documentKey: string) => `${connectionId}/${documentKey}`;

/** The name of a file was chosen by whoever sent it, and may be a debtor's: equal names have equal keys, which tell no name. */
function sealedFile(connectionId: string, name: string, { texts, index }: Parameters<TextsOfBefore['sealed']>[1]) {
  const digest = index.of('erp_sync_rows.document_key', `${connectionId}/${name}`);
  const documentKey = FILE + digest.toString('hex');
  return { documentKey, fileName: texts.seal(FILE_NAME, rowOf(connectionId, documentKey), name) };
}

/** The names of files that may stand in clear from before they were sealed. */
declareTextsOfBefore({
  place: 'erp_sync_rows.document_key',
  find: `SELECT r.connection_id AS id, r.document_key AS text
             FROM erp_sync_rows r JOIN erp_connections c ON c.id = r.connection_id
            WHERE r.connection_id >= $2::uuid AND c.kind = 'ubl' AND r.number IS NULL AND r.document_key LIKE '${FILE}%'
              AND r.file_name IS NULL
            ORDER BY r.connection_id LIMIT $1 FOR NO KEY UPDATE OF r`,
  // A file that was sent again since has its newer outcome under the new key: it takes the place of the older one.
  write: `WITH newer AS (SELECT 1 FROM erp_sync_rows WHERE connection_id = $1 AND document_key = $3),
              old AS (DELETE FROM erp_sync_rows WHERE connection_id = $1 AND document_key = $2 AND EXISTS (TABLE newer))
            UPDATE erp_sync_rows SET document_key = $3, file_name = $4
             WHERE connection_id = $1 AND document_key = $2 AND NOT EXISTS (TABLE newer)`,
  sealed: ({ id, text }, by) => {
    const { documentKey, fileName } = sealedFile(id, (text as string).slice(FILE.length), by);
    return [id, text, documentKey, fileName];
  },
});

/** One row per document with its outcome. An unchanged document keeps its outcome, and nothing is written. */
@Injectable()
export class SyncRowRepository {
  constructor(
    private readonly texts: SealedTexts,
    private readonly index: BlindIndex,
  ) {}

  async record(tx: Tx, connectionId: string, runId: string, given: readonly SyncedRow[]): Promise<void> {
    const by = { texts: this.texts, index: this.index };
    const rows = given.map((row) => ({
      fileName: null,
      ...row,
      ...(row.fileName && sealedFile(connectionId, row.fileName, by)),
    }));
    await tx.affected(
      `INSERT INTO erp_sync_rows AS kept
         (connection_id, run_id, document_key, number, outcome, case_id, reasons, recheck_on, file_name, from_due_on)
       SELECT $1::uuid, $2::uuid, * FROM unnest($3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[]::jsonb[], $8::date[],
         $9::text[], $10::date[])
       ON CONFLICT (connection_id, document_key) DO UPDATE
          SET number = coalesce(excluded.number, kept.number), recheck_on = excluded.recheck_on,
              case_id = coalesce(excluded.case_id, kept.case_id),
              from_due_on = coalesce(excluded.from_due_on, kept.from_due_on),
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
        rows.map((row) => row.fileName),
        rows.map((row) => row.fromDueOn ?? null),
      ],
    );
  }

  /** From which instalment on the cases of documents are about them, by key; the others are about the whole. */
  async startsOf(q: Queryable, connectionId: string, keys: readonly string[]): Promise<Map<string, Day>> {
    if (keys.length === 0) return new Map();
    const rows = await q.rows<{ key: string; from: Day }>(
      `SELECT document_key AS key, from_due_on AS "from" FROM erp_sync_rows
        WHERE connection_id = $1 AND document_key = ANY ($2::text[]) AND from_due_on IS NOT NULL`,
      [connectionId, keys],
    );
    return new Map(rows.map(({ key, from }) => [key, from]));
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

  async list(
    q: Queryable,
    connectionId: string,
    page: PageInput,
    outcome: SyncedOutcome | null,
  ): Promise<Page<KeptRow>> {
    const found = await pageOf<KeptRow>(q, page, {
      select: `SELECT ${COLUMNS} FROM erp_sync_rows`,
      where: [['connection_id = ?', connectionId], ...ifGiven('outcome = ?', outcome)],
      order: BY_KEY,
    });
    const named = found.nodes.map((row) => {
      const name = this.texts.open(FILE_NAME, rowOf(connectionId, row.documentKey), row.fileName);
      return name === null ? row : { ...row, documentKey: FILE + name };
    });
    return { ...found, nodes: named };
  }
}
