import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { type Page, type PageInput } from '../../kernel/index.js';
import { inSandbox } from '../../parties/worlds/index.js';
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
import { CaseBatchEntity } from './case-batch.entity.js';
import { type BatchCounts, type BatchState, COUNT_OF, type RowOutcome } from './case-batch.lifecycle.js';
import type { DecidedRow } from './decided-row.js';

export interface CaseBatch extends Omit<CaseBatchEntity, 'touchedAt'> {
  /** The batch that commits this dry run; null when there is none. */
  carriedOutBy: string | null;
}
export type NewBatch = Pick<
  CaseBatch,
  | 'id'
  | 'creditorId'
  | 'memberId'
  | 'sandboxId'
  | 'mode'
  | 'grouping'
  | 'inGroups'
  | 'dryRun'
  | 'dryRunOf'
  | 'format'
  | 'encoding'
  | 'fileId'
  | 'defaults'
  | 'unknownColumns'
  | 'unreadSheets'
  | 'totalRows'
>;

const COLUMNS = `${columnsOf(CaseBatchEntity, undefined, propertiesBut(CaseBatchEntity, 'touchedAt'))},
  (SELECT real.id FROM case_batches real WHERE real.dry_run_of = case_batches.id) AS "carriedOutBy"`;
const SELECT = `SELECT ${COLUMNS} FROM case_batches`;

/** A batch that did not move for this long was left by a process that died: a chunk takes well under a second. */
const LEASE = `interval '15 seconds'`;
const UNATTENDED = `(state = 'received' OR (state = 'processing' AND (touched_at IS NULL OR touched_at < now() - ${LEASE})))`;

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
  /** Undefined when another batch commits the same dry run already. */
  async insert(tx: Tx, batch: NewBatch): Promise<CaseBatch | undefined> {
    return tx.one<CaseBatch>(
      `INSERT INTO case_batches (id, creditor_id, member_id, sandbox_id, state, mode, dry_run, dry_run_of, format, encoding,
         file_id, defaults, unknown_columns, total_rows, grouping, in_groups, unread_sheets)
       VALUES ($1, $2, $3, $4, 'received', $5, $6, $7, $8, $9, $10, $11, $12::text[], $13, $14, $15, $16::text[])
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
        batch.grouping,
        batch.inGroups,
        batch.unreadSheets,
      ],
    );
  }

  /** Takes a batch up that no process works on; undefined when there is none. */
  async takeUp(q: Queryable, id: string): Promise<CaseBatch | undefined> {
    return q.one<CaseBatch>(
      `UPDATE case_batches
          SET state = 'processing', started_at = coalesce(started_at, now()), touched_at = now(), stalls = stalls + 1
        WHERE id = $1 AND ${UNATTENDED} RETURNING ${COLUMNS}`,
      [id],
    );
  }

  /** Batches no process works on, oldest first. */
  async unattended(q: Queryable, limit: number): Promise<{ id: string }[]> {
    return q.rows(
      `SELECT id FROM case_batches WHERE state IN ('received', 'processing') AND ${UNATTENDED} ORDER BY id LIMIT $1`,
      [limit],
    );
  }

  /** Lets another process take the batch up at once, after a clean stop or an error. */
  async release(q: Queryable, id: string): Promise<void> {
    await q.affected(`UPDATE case_batches SET touched_at = NULL WHERE id = $1 AND state = 'processing'`, [id]);
  }

  /** Renews the lease of the worker while the cursor does not move. */
  async touch(q: Queryable, id: string): Promise<void> {
    await q.affected(`UPDATE case_batches SET touched_at = now() WHERE id = $1 AND state = 'processing'`, [id]);
  }

  /** The batch that commits a dry run. */
  async committing(q: Queryable, dryRunId: string): Promise<CaseBatch | undefined> {
    return q.one<CaseBatch>(`SELECT ${COLUMNS} FROM case_batches WHERE dry_run_of = $1`, [dryRunId]);
  }

  /** Locks the batch if its cursor is where the worker expects it. Never waits: the holder of the lock is ahead. */
  async holdAt(tx: Tx, id: string, cursor: number): Promise<boolean> {
    const row = await tx.one(
      `SELECT 1 FROM case_batches WHERE id = $1 AND state = 'processing' AND cursor = $2 FOR NO KEY UPDATE SKIP LOCKED`,
      [id, cursor],
    );
    return row !== undefined;
  }

  /**
   * Moves the cursor and adds the outcomes up; undefined when the cursor is no longer at `from`. Rows in groups are not decided in the
   * order of the file, so the cursor counts them.
   */
  async advance(
    tx: Tx,
    { id, inGroups }: Pick<CaseBatch, 'id' | 'inGroups'>,
    from: number,
    rows: readonly DecidedRow[],
  ): Promise<CaseBatch | undefined> {
    const to = inGroups ? from + rows.length : (rows.at(-1)?.rowNumber ?? from);
    const counts = COUNTED.map(([outcome]) => rows.filter((row) => row.outcome === outcome).length);
    return tx.one<CaseBatch>(ADVANCE, [id, from, to, rows.length, ...counts]);
  }

  /** Ends a batch from one of the given states; undefined when it is in none of them. */
  async finish(tx: Tx, id: string, from: readonly BatchState[], state: BatchState, failureCode: string | null) {
    return tx.one<CaseBatch>(
      `UPDATE case_batches SET state = $3, failure_code = $4, finished_at = now(), touched_at = NULL
        WHERE id = $1 AND state = ANY($2::text[]) RETURNING ${COLUMNS}`,
      [id, from, state, failureCode],
    );
  }

  /** The batch that ended longest ago, more than `days` ago, and still has its upload; locked until the transaction ends. */
  oldestKept(tx: Tx, days: number): Promise<{ id: string; fileId: string } | undefined> {
    return tx.one(
      `SELECT id, file_id AS "fileId" FROM case_batches
        WHERE file_id IS NOT NULL AND finished_at < now() - make_interval(days => $1)
        ORDER BY finished_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [days],
    );
  }

  /** Parts with the upload; returns whether no other batch of the same contents has it. */
  async part(tx: Tx, id: string, fileId: string): Promise<boolean> {
    await tx.affected('UPDATE case_batches SET file_id = NULL WHERE id = $1', [id]);
    return (await tx.one('SELECT 1 FROM case_batches WHERE file_id = $1', [fileId])) === undefined;
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

/** A creditor sees its own batches, the platform's staff all of their sandbox or of everything live; others are not found. */
function visibleTo(actor: Actor): Condition {
  if (actor.organisationKind === 'platform') return inSandbox('case_batches.sandbox_id', actor.sandboxId);
  return ['creditor_id = ?', actor.organisationId];
}
