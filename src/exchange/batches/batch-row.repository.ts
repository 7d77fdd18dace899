import { Injectable } from '@nestjs/common';
import { foreignCursor, type Page, type PageInput, positionOf } from '../../kernel/index.js';
import {
  type ArrayType,
  arrayOf,
  columnsOf,
  ifGiven,
  type Order,
  pageOf,
  propertiesBut,
  type Queryable,
  type Tx,
} from '../../platform/database/index.js';
import { CaseBatchRowEntity } from './case-batch.entity.js';
import type { RowOutcome } from './case-batch.lifecycle.js';
import type { DecidedRow } from './decided-row.js';

const COLUMNS = columnsOf(CaseBatchRowEntity, undefined, propertiesBut(CaseBatchRowEntity, 'batchId', 'dryRun'));
const BY_NUMBER: Order<DecidedRow> = {
  by: 'row_number',
  after: (cursor) => ['row_number > ?', rowNumberAt(cursor)],
  position: (row) => [row.rowNumber],
};

/** The outcome of each row: written once, read in the order of the file. */
@Injectable()
export class BatchRowRepository {
  async insert(tx: Tx, batch: { id: string; dryRun: boolean }, rows: readonly DecidedRow[]): Promise<void> {
    const column = (type: ArrayType, of: (row: DecidedRow) => string | number | null) => arrayOf(type, rows.map(of));
    await tx.affected(
      `INSERT INTO case_batch_rows (batch_id, dry_run, row_number, external_ref, outcome, case_id, reasons)
       SELECT $1::uuid, $2::boolean, row_number, external_ref, outcome, case_id, reasons::jsonb
       FROM unnest($3::integer[], $4::text[], $5::text[], $6::uuid[], $7::text[])
         AS given (row_number, external_ref, outcome, case_id, reasons)`,
      [
        batch.id,
        batch.dryRun,
        column('integer', (row) => row.rowNumber),
        column('text', (row) => row.externalRef),
        column('text', (row) => row.outcome),
        column('uuid', (row) => row.caseId),
        column('text', (row) => (row.reasons.length === 0 ? '[]' : JSON.stringify(row.reasons))),
      ],
    );
  }

  list(q: Queryable, batchId: string, page: PageInput, outcome: RowOutcome | null): Promise<Page<DecidedRow>> {
    return pageOf<DecidedRow>(q, page, {
      select: `SELECT ${COLUMNS} FROM case_batch_rows`,
      where: [['batch_id = ?', batchId], ...ifGiven('outcome = ?', outcome)],
      order: BY_NUMBER,
    });
  }

  /** Removes up to `limit` rows of a batch; returns how many. */
  remove(tx: Tx, batchId: string, limit: number): Promise<number> {
    return tx.affected(
      `DELETE FROM case_batch_rows WHERE batch_id = $1 AND row_number IN (
         SELECT row_number FROM case_batch_rows WHERE batch_id = $1 ORDER BY row_number LIMIT $2)`,
      [batchId, limit],
    );
  }

  /** The rows with numbers in this range, both ends included. */
  between(q: Queryable, batchId: string, from: number, to: number): Promise<DecidedRow[]> {
    return q.rows<DecidedRow>(
      `SELECT ${COLUMNS} FROM case_batch_rows WHERE batch_id = $1 AND row_number BETWEEN $2 AND $3`,
      [batchId, from, to],
    );
  }
}

function rowNumberAt(cursor: string): number {
  const [row] = positionOf(cursor, 1);
  if (typeof row === 'number' && Number.isInteger(row) && row >= 0 && row < 2 ** 31) return row;
  throw foreignCursor();
}
