import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Refusal } from '../../kernel/index.js';
import { Files } from '../../parties/files/index.js';
import { Database } from '../../platform/database/index.js';
import { BatchChunks, Overtaken } from './batch-chunks.js';
import { readContents } from './batch-contents.js';
import { BatchEndings } from './batch-endings.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';

/** Batches one process works on at once: each holds its contents in memory and keeps a connection busy. */
const MAX_AT_ONCE = 2;
/** How often a batch is taken up without a single row moving before it is given up. */
const MAX_STALLS = 20;

/** Works batches through. Whoever takes one up starts where the last committed chunk ended, so nothing is done twice. */
@Injectable()
export class BatchRunner implements OnModuleDestroy {
  private readonly logger = new Logger(BatchRunner.name);
  private running = 0;
  private stopping = false;
  private readonly begun = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly batches: CaseBatchRepository,
    private readonly chunks: BatchChunks,
    private readonly endings: BatchEndings,
  ) {}

  /** The process ends: the chunk in hand is finished, the rest is left to whoever takes the batch up next. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled(this.begun);
  }

  /** Sets a run going without waiting for it; what goes wrong is logged, and the batch is taken up again. */
  begin(batchId: string): void {
    const run = this.run(batchId)
      .catch((error: Error) => this.logger.error(`batch ${batchId}: ${error.message}`))
      .finally(() => this.begun.delete(run));
    this.begun.add(run);
  }

  /** Works on a batch nobody is at work on; does nothing when there is none such, or too much to do already. */
  async run(batchId: string): Promise<void> {
    if (this.stopping || this.running >= MAX_AT_ONCE) return;
    this.running += 1;
    try {
      const batch = await this.batches.takeUp(this.database, batchId);
      if (batch) await this.carryOn(batch);
    } finally {
      this.running -= 1;
    }
    // A batch that came while the hands were full waits in the database, not for the next sweep.
    const [next] = await this.batches.adrift(this.database, 1);
    if (next && next.id !== batchId) await this.run(next.id);
  }

  private async carryOn(batch: CaseBatch): Promise<void> {
    if (batch.stalls > MAX_STALLS) return this.fail(batch, 'BATCH_NOT_PROCESSED');
    try {
      const finished = await this.decideRows(batch);
      if (!finished) await this.batches.letGo(this.database, batch.id);
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (error instanceof Refusal && error.spec.status === 403) return this.fail(batch, error.code);
      await this.batches.letGo(this.database, batch.id).catch(() => undefined);
      throw error;
    }
  }

  /** False when the process ends before the batch does. */
  private async decideRows(batch: CaseBatch): Promise<boolean> {
    const opened = await this.files.open(batch.fileId);
    if (!opened) throw new Error(`the contents of batch ${batch.id} are gone`);
    const { chunks, spell, close } = await readContents(batch, opened.contents, batch.cursor);
    try {
      // Passing over what is decided already may take a while, and nobody else shall take the batch up meanwhile.
      await this.batches.touch(this.database, batch.id);
      let cursor = batch.cursor;
      for await (const chunk of chunks) {
        if (this.stopping) return false;
        cursor = await this.chunks.decide(batch, cursor, chunk, spell);
      }
    } finally {
      await close();
    }
    await this.database.transaction((tx) => this.endings.end(tx, batch.id, ['processing'], 'completed'));
    return true;
  }

  private async fail(batch: CaseBatch, code: string): Promise<void> {
    this.logger.warn(`batch ${batch.id} failed at row ${batch.cursor}: ${code}`);
    await this.database.transaction((tx) => this.endings.end(tx, batch.id, ['processing'], 'failed', code));
  }
}
