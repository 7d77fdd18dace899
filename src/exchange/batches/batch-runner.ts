import { Injectable } from '@nestjs/common';
import { Refusal } from '../../kernel/index.js';
import { Files } from '../../parties/files/index.js';
import { Database } from '../../platform/database/index.js';
import { JobRunner, Overtaken } from '../../platform/loops/index.js';
import { BatchChunks } from './batch-chunks.js';
import { readContents } from './batch-contents.js';
import { BatchMoves } from './batch-moves.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';

/** Batches one process works on at once: each holds its contents in memory and uses a connection. */
const MAX_AT_ONCE = 2;
/** How often a batch is taken up without progress before it fails. */
const MAX_STALLS = 20;

/** Processes batches. A process starts where the last committed chunk ended, so nothing is done twice. */
@Injectable()
export class BatchRunner extends JobRunner {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly batches: CaseBatchRepository,
    private readonly chunks: BatchChunks,
    private readonly moves: BatchMoves,
  ) {
    super(MAX_AT_ONCE);
  }

  protected async carryOn(batchId: string): Promise<void> {
    const batch = await this.batches.takeUp(this.database, batchId);
    if (!batch) return;
    if (batch.stalls > MAX_STALLS) return this.fail(batch, 'BATCH_NOT_PROCESSED');
    try {
      const finished = await this.decideRows(batch);
      if (!finished) await this.batches.release(this.database, batch.id);
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (error instanceof Refusal && error.spec.status === 403) return this.fail(batch, error.code);
      await this.batches.release(this.database, batch.id).catch(() => undefined);
      throw error;
    }
  }

  /** A batch that arrived while this process was at its limit is taken from the database, without waiting for a sweep. */
  protected override async nextWaiting(): Promise<string | undefined> {
    return (await this.batches.unattended(this.database, 1))[0]?.id;
  }

  /** False when the process ends before the batch does. */
  private async decideRows(batch: CaseBatch): Promise<boolean> {
    const opened = batch.fileId && (await this.files.open(batch.fileId));
    if (!opened) throw new Error(`the contents of batch ${batch.id} are gone`);
    // Reading rows in groups and skipping processed ones may take a while; no other process may take the batch up meanwhile.
    const alive = () => this.batches.touch(this.database, batch.id);
    const { chunks, spell, close } = await readContents(batch, opened.contents, batch.cursor, alive);
    try {
      await alive();
      let cursor = batch.cursor;
      for await (const chunk of chunks) {
        if (this.stopping) return false;
        cursor = await this.chunks.decide(batch, cursor, chunk, spell);
      }
    } finally {
      await close();
    }
    await this.database.transaction((tx) => this.moves.end(tx, batch.id, ['processing'], 'completed'));
    return true;
  }

  private async fail(batch: CaseBatch, code: string): Promise<void> {
    this.logger.warn(`batch ${batch.id} failed at row ${batch.cursor}: ${code}`);
    await this.database.transaction((tx) => this.moves.end(tx, batch.id, ['processing'], 'failed', code));
  }
}
