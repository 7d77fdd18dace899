import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { Removes, type RetentionFigures } from '../../platform/retention/index.js';
import { StoredFiles } from '../../platform/storage/index.js';
import { BatchRowRepository } from './batch-row.repository.js';
import { CaseBatchRepository } from './case-batch.repository.js';

/**
 * Removes the upload of a batch and the outcomes of its rows a while after its end: by then its debtors are cases, and the
 * upload is nothing but a second copy of their data. The batch itself stays, with its figures.
 */
@Injectable()
export class BatchRetention {
  constructor(
    private readonly database: Database,
    private readonly batches: CaseBatchRepository,
    private readonly rows: BatchRowRepository,
    private readonly files: StoredFiles,
  ) {}

  /** Rows first, a part of them at a time; the upload, which is how the batch is found, with the last of them. */
  @Removes('case_batch_rows')
  async forget(limit: number, { batchDays }: RetentionFigures): Promise<number> {
    let gone = 0;
    while (gone < limit) {
      const removed = await this.forgetSome(limit - gone, batchDays);
      if (removed === undefined) return gone;
      gone += Math.max(1, removed);
    }
    return gone;
  }

  /** Undefined when no batch is old enough. */
  private forgetSome(limit: number, days: number): Promise<number | undefined> {
    return this.database.transaction(async (tx) => {
      const batch = await this.batches.oldestKept(tx, days);
      if (!batch) return undefined;
      const removed = await this.rows.remove(tx, batch.id, limit);
      if (removed === limit) return removed;
      const { id, fileId } = batch;
      if (await this.batches.part(tx, id, fileId)) await this.files.forget(tx, [fileId]);
      return removed;
    });
  }
}
