import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { type Page, type PageInput } from '../../kernel/index.js';
import { inWorldOf } from '../../parties/worlds/index.js';
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
import type { StoredDefaults } from '../rows/index.js';
import { CaseBatchEntity } from './case-batch.entity.js';
import {
  type BatchCounts,
  type BatchMode,
  type BatchState,
  COUNT_OF,
  type RowOutcome,
} from './case-batch.lifecycle.js';
import type { DecidedRow } from './decided-row.js';

export interface CaseBatch extends BatchCounts {
  id: string;
  creditorId: string;
  /** The creditor's sandbox; null for a live one. */
  sandboxId: string | null;
  memberId: string | null;
  state: BatchState;
  mode: BatchMode;
  /** Every row is judged, nothing is done. */
  dryRun: boolean;
  /** The dry run this batch carries out. */
  dryRunOf: string | null;
  /** The batch that carries this dry run out. */
  carriedOutBy: string | null;
  format: 'csv' | 'json' | 'xlsx' | 'ndjson';
  encoding: string;
  fileId: string;
  defaults: StoredDefaults;
  unknownColumns: string[];
  totalRows: number;
  /** Number of the last row that has its outcome; 0 before the first. */
  cursor: number;
  processedRows: number;
  failureCode: string | null;
  /** How often it was taken up since a row last moved. */
  stalls: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  createdAt: Date;
}
export type NewBatch = Pick<
  CaseBatch,
  | 'id'
  | 'creditorId'
  | 'memberId'
  | 'sandboxId'
  | 'mode'
  | 'dryRun'
  | 'dryRunOf'
  | 'format'
  | 'encoding'
  | 'fileId'
  | 'defaults'
  | 'unknownColumns'
  | 'totalRows'
>;

const COLUMNS = `${columnsOf(CaseBatchEntity, undefined, propertiesBut(CaseBatchEntity, 'touchedAt'))},
  (SELECT real.id FROM case_batches real WHERE real.dry_run_of = case_batches.id) AS "carriedOutBy"`;
const SELECT = `SELECT ${COLUMNS} FROM case_batches`;

/** A batch nobody has moved for so long was left by a process that died: a chunk takes well under a second. */
const LEASE = `interval '15 seconds'`;
const ADRIFT = `(state = 'received' OR (state = 'processing' AND (touched_at IS NULL OR touched_at < now() - ${LEASE})))`;

/** The column each outcome is counted in. */
const COUNTED = (Object.entries(COUNT_OF) as [RowOutcome, keyof BatchCounts][]).map(
  ([outcome, count]) => [outcome, count.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const,
);

const ADVANCE = `
  UPDATE case_batches SET cursor = $3, processed_rows = processed_rows + $4,
    ${COUNTED.map(([, column], n) => `${column} = ${column} + $${n + 5}`).join(', ')}, touched_at = now(), stalls = 0
  WHERE id = $1 AND cursor = $2 AND state = 'processing' RETURNING ${COLUMNS}`;

@Injectable()
export class CaseBatchRepository {
  /** Undefined when the dry run it would carry out is carried out by another already. */
  async insert(tx: Tx, batch: NewBatch): Promise<CaseBatch | undefined> {
    return tx.one<CaseBatch>(
      `INSERT INTO case_batches (id, creditor_id, member_id, sandbox_id, state, mode, dry_run, dry_run_of, format, encoding,
         file_id, defaults, unknown_columns, total_rows)
       VALUES ($1, $2, $3, $4, 'received', $5, $6, $7, $8, $9, $10, $11, $12::text[], $13)
       ON CONFLICT (dry_run_of) WHERE dry_run_of IS NOT NULL DO NOTHING RETURNING ${COLUMNS}`,
      [
        batch.id,
        batch.creditorId,
        batch.memberId,
        batch.sandboxId,
        batch.mode,
        batch.dryRun,
        batch.dryRunOf,
        batch.format,
        batch.encoding,
        batch.fileId,
        JSON.stringify(batch.defaults),
        batch.unknownColumns,
        batch.totalRows,
      ],
    );
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

  /** Says that somebody is at work on it still, while no row moves. */
  async touch(q: Queryable, id: string): Promise<void> {
    await q.affected(`UPDATE case_batches SET touched_at = now() WHERE id = $1 AND state = 'processing'`, [id]);
  }

  /** The batch that carries a dry run out. */
  async carryingOut(q: Queryable, dryRunId: string): Promise<CaseBatch | undefined> {
    return q.one<CaseBatch>(`SELECT ${COLUMNS} FROM case_batches WHERE dry_run_of = $1`, [dryRunId]);
  }

  /** Locks the batch if it still stands where its worker thinks it does. Never waits: whoever holds it is ahead of us. */
  async holdAt(tx: Tx, id: string, cursor: number): Promise<boolean> {
    const row = await tx.one(
      `SELECT 1 FROM case_batches WHERE id = $1 AND state = 'processing' AND cursor = $2 FOR NO KEY UPDATE SKIP LOCKED`,
      [id, cursor],
    );
    return row !== undefined;
  }

  /** Moves the cursor and adds the outcomes up; undefined when the batch no longer stands at `from`. */
  async advance(tx: Tx, id: string, from: number, rows: readonly DecidedRow[]): Promise<CaseBatch | undefined> {
    const counts = COUNTED.map(([outcome]) => rows.filter((row) => row.outcome === outcome).length);
    return tx.one<CaseBatch>(ADVANCE, [id, from, rows.at(-1)?.rowNumber ?? from, rows.length, ...counts]);
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

  find(q: Queryable, actor: Actor, id: string): Promise<CaseBatch | undefined> {
    return firstOf<CaseBatch>(q, SELECT, [['id = ?', id], visibleTo(actor)]);
  }

  list(q: Queryable, actor: Actor, page: PageInput, state: BatchState | null): Promise<Page<CaseBatch>> {
    return pageOf<CaseBatch>(q, page, {
      select: SELECT,
      where: [visibleTo(actor), ...ifGiven('state = ?', state)],
      order: newestFirst('id'),
    });
  }
}

/** Whose batches an actor may see: a creditor its own, the platform's staff all of their world. Another's is not there. */
function visibleTo(actor: Actor): Condition {
  if (actor.organisationKind === 'platform') return [inWorldOf('creditor_id', '?'), actor.organisationId];
  return ['creditor_id = ?', actor.organisationId];
}
