import { Injectable } from '@nestjs/common';
import { type Actor, inWorldOf } from '../identity/index.js';
import { checkFirst, InvalidInput, idAfter, type Page, type PageInput, pageOf, positionOf } from '../kernel/index.js';
import type { Queryable, Tx } from '../platform/database/index.js';
import type { BatchState, RowOutcome } from './case-batch.lifecycle.js';
import type { DecidedRow } from './decided-row.js';
import type { StoredDefaults } from './row-defaults.js';

export interface CaseBatch {
  id: string;
  creditorId: string;
  memberId: string | null;
  state: BatchState;
  format: 'csv' | 'json';
  encoding: string;
  fileId: string;
  defaults: StoredDefaults;
  unknownColumns: string[];
  totalRows: number;
  /** Number of the last row that has its outcome; 0 before the first. */
  cursor: number;
  processedRows: number;
  admittedRows: number;
  inReviewRows: number;
  duplicateRows: number;
  rejectedRows: number;
  failureCode: string | null;
  /** How often it was taken up since a row last moved. */
  stalls: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  createdAt: Date;
}
export type NewBatch = Pick<
  CaseBatch,
  'id' | 'creditorId' | 'memberId' | 'format' | 'encoding' | 'fileId' | 'defaults' | 'unknownColumns' | 'totalRows'
>;

const COLUMNS = `id, creditor_id AS "creditorId", member_id AS "memberId", state, format, encoding, file_id AS "fileId",
  defaults, unknown_columns AS "unknownColumns", total_rows AS "totalRows", cursor, processed_rows AS "processedRows",
  admitted_rows AS "admittedRows", in_review_rows AS "inReviewRows", duplicate_rows AS "duplicateRows",
  rejected_rows AS "rejectedRows", failure_code AS "failureCode", stalls, started_at AS "startedAt",
  finished_at AS "finishedAt", created_at AS "createdAt"`;

/** A batch nobody has moved for so long was left by a process that died: a chunk takes well under a second. */
const LEASE = `interval '15 seconds'`;
const ADRIFT = `(state = 'received' OR (state = 'processing' AND (touched_at IS NULL OR touched_at < now() - ${LEASE})))`;

@Injectable()
export class CaseBatchRepository {
  async insert(tx: Tx, batch: NewBatch): Promise<CaseBatch> {
    const row = await tx.one<CaseBatch>(
      `INSERT INTO case_batches
         (id, creditor_id, member_id, state, format, encoding, file_id, defaults, unknown_columns, total_rows)
       VALUES ($1, $2, $3, 'received', $4, $5, $6, $7, $8::text[], $9) RETURNING ${COLUMNS}`,
      [
        batch.id,
        batch.creditorId,
        batch.memberId,
        batch.format,
        batch.encoding,
        batch.fileId,
        JSON.stringify(batch.defaults),
        batch.unknownColumns,
        batch.totalRows,
      ],
    );
    return row!;
  }

  /** Takes a batch up that nobody is at work on; undefined when there is none such. */
  async takeUp(q: Queryable, id: string): Promise<CaseBatch | undefined> {
    return q.one<CaseBatch>(
      `UPDATE case_batches
          SET state = 'processing', started_at = coalesce(started_at, now()), touched_at = now(), stalls = stalls + 1
        WHERE id = $1 AND ${ADRIFT} RETURNING ${COLUMNS}`,
      [id],
    );
  }

  /** Batches nobody is at work on, oldest first. */
  async adrift(q: Queryable, limit: number): Promise<{ id: string }[]> {
    return q.rows(
      `SELECT id FROM case_batches WHERE state IN ('received', 'processing') AND ${ADRIFT} ORDER BY id LIMIT $1`,
      [limit],
    );
  }

  /** Lets others take the batch up at once, after a clean stop or an error. */
  async letGo(q: Queryable, id: string): Promise<void> {
    await q.affected(`UPDATE case_batches SET touched_at = NULL WHERE id = $1 AND state = 'processing'`, [id]);
  }

  /** Locks the batch if it still stands where its worker thinks it does. Never waits: whoever holds it is ahead of us. */
  async holdAt(tx: Tx, id: string, cursor: number): Promise<boolean> {
    const row = await tx.one(
      `SELECT 1 FROM case_batches WHERE id = $1 AND state = 'processing' AND cursor = $2 FOR NO KEY UPDATE SKIP LOCKED`,
      [id, cursor],
    );
    return row !== undefined;
  }

  /** Moves the cursor and adds the outcomes up; false when the batch no longer stands at `from`. */
  async advance(tx: Tx, id: string, from: number, rows: readonly DecidedRow[]): Promise<boolean> {
    const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
    const moved = await tx.affected(
      `UPDATE case_batches
          SET cursor = $3, processed_rows = processed_rows + $4, admitted_rows = admitted_rows + $5,
              in_review_rows = in_review_rows + $6, duplicate_rows = duplicate_rows + $7,
              rejected_rows = rejected_rows + $8, touched_at = now(), stalls = 0
        WHERE id = $1 AND cursor = $2 AND state = 'processing'`,
      [
        id,
        from,
        rows.at(-1)?.rowNumber ?? from,
        rows.length,
        count('admitted'),
        count('in_review'),
        count('duplicate'),
        count('rejected'),
      ],
    );
    return moved === 1;
  }

  async insertRows(tx: Tx, batchId: string, rows: readonly DecidedRow[]): Promise<void> {
    await tx.affected(
      `INSERT INTO case_batch_rows (batch_id, row_number, external_ref, outcome, case_id, reasons)
       SELECT $1::uuid, * FROM unnest($2::integer[], $3::text[], $4::text[], $5::uuid[], $6::text[]::jsonb[])`,
      [
        batchId,
        rows.map((row) => row.rowNumber),
        rows.map((row) => row.externalRef),
        rows.map((row) => row.outcome),
        rows.map((row) => row.caseId),
        rows.map((row) => JSON.stringify(row.reasons)),
      ],
    );
  }

  /** Ends a batch from one of the given states; undefined when it is in none of them. */
  async finish(
    tx: Tx,
    id: string,
    from: readonly BatchState[],
    state: BatchState,
    failureCode: string | null = null,
  ): Promise<CaseBatch | undefined> {
    return tx.one<CaseBatch>(
      `UPDATE case_batches SET state = $3, failure_code = $4, finished_at = now(), touched_at = NULL
        WHERE id = $1 AND state = ANY($2::text[]) RETURNING ${COLUMNS}`,
      [id, from, state, failureCode],
    );
  }

  async find(q: Queryable, actor: Actor, id: string): Promise<CaseBatch | undefined> {
    const [where, ...params] = visibleTo(actor, 2);
    return q.one<CaseBatch>(`SELECT ${COLUMNS} FROM case_batches WHERE id = $1 AND ${where}`, [id, ...params]);
  }

  async list(q: Queryable, actor: Actor, page: PageInput, state: BatchState | null): Promise<Page<CaseBatch>> {
    const first = checkFirst(page.first);
    const after = page.after ? idAfter(page.after) : null;
    const [where, ...params] = visibleTo(actor, 4);
    const rows = await q.rows<CaseBatch>(
      `SELECT ${COLUMNS} FROM case_batches
        WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR state = $2) AND ${where}
        ORDER BY id DESC LIMIT $3`,
      [after, state, first + 1, ...params],
    );
    return pageOf(rows, first, (batch) => [batch.id]);
  }

  async listRows(
    q: Queryable,
    batchId: string,
    page: PageInput,
    outcome: RowOutcome | null,
  ): Promise<Page<DecidedRow>> {
    const first = checkFirst(page.first);
    const after = page.after ? rowNumberAt(page.after) : 0;
    const rows = await q.rows<DecidedRow>(
      `SELECT row_number AS "rowNumber", external_ref AS "externalRef", outcome, case_id AS "caseId", reasons
         FROM case_batch_rows
        WHERE batch_id = $1 AND row_number > $2 AND ($3::text IS NULL OR outcome = $3)
        ORDER BY row_number LIMIT $4`,
      [batchId, after, outcome, first + 1],
    );
    return pageOf(rows, first, (row) => [row.rowNumber]);
  }
}

/** Whose batches an actor may see: a creditor its own, the platform's staff all of their world. Another's is not there. */
function visibleTo(actor: Actor, place: number): [where: string, ...params: unknown[]] {
  if (actor.organisationKind === 'platform') return [inWorldOf('creditor_id', place), actor.organisationId];
  return [`creditor_id = $${place}`, actor.organisationId];
}

function rowNumberAt(cursor: string): number {
  const [row] = positionOf(cursor, 1);
  return Number.isInteger(row) && (row as number) >= 0 && (row as number) < 2 ** 31 ? (row as number) : foreign();
}

function foreign(): never {
  throw new InvalidInput({ path: 'after', details: { reason: 'not a cursor of this list' } });
}
