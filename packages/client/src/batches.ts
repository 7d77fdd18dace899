import { RecourseError } from './errors.js';
import { asBlob } from './files.js';
import { type BatchPartsFragment, batchesArea } from './generated/operations.js';
import { queryString, successOf } from './rest.js';
import type { Runner } from './runner.js';
import type { CallOptions } from './settings.js';
import { sleep } from './time.js';
import type { Transport } from './transport.js';
import { toWire } from './wire.js';

export type Batch = BatchPartsFragment;
/** One receivable, as rows of a batch have them; the due day stands on it or on each of its `lines`. */
export type BatchRow = Record<string, unknown> & { externalRef: string; debtorName: string; dueOn?: string };

export interface ImportOptions extends CallOptions {
  /** `create` admits what is new; `upsert` also changes, settles and withdraws what was posted before. */
  mode?: 'create' | 'upsert';
  /** Judge every row and change nothing. */
  dryRun?: boolean;
  /** For rows that do not say it: category, debtorKind, serviceLine, legalOrigin, annualRateBps, commission. */
  defaults?: Record<string, unknown>;
  /** The file's name, where the contents do not have one. */
  filename?: string;
  /** Told of every step, from 0 rows to the last. */
  onProgress?: (batch: Batch) => void;
}

const FINAL = new Set<string>(['completed', 'failed', 'cancelled']);
const FIRST_LOOK_MS = 200;
const LAST_LOOK_MS = 2_000;

/** `client.batches`: many cases at a time, from a file or as rows. */
export class Batches {
  readonly list: ReturnType<typeof batchesArea>['list'];
  readonly get: ReturnType<typeof batchesArea>['get'];
  /** What became of each row. */
  readonly rows: ReturnType<typeof batchesArea>['rows'];
  readonly cancel: ReturnType<typeof batchesArea>['cancel'];

  constructor(
    private readonly transport: Transport,
    run: Runner,
  ) {
    const { list, get, rows, cancel } = batchesArea(run);
    [this.list, this.get, this.rows, this.cancel] = [list, get, rows, cancel];
  }

  /** Posts at most 1,000 rows of JSON; the batch is stored, its rows are judged after. Larger ones go as a file. */
  async post(rows: readonly BatchRow[], options: ImportOptions = {}): Promise<Batch> {
    const { mode, dryRun, defaults } = options;
    const body = toWire({ rows, defaults, mode, dryRun });
    const headers = { 'content-type': 'application/json' };
    return this.send({ headers, body }, options);
  }

  /** Hands in a file (CSV, or what else the platform reads, told by its content) and waits until every row is judged. */
  async import(file: Blob | Uint8Array | string, options: ImportOptions = {}): Promise<Batch> {
    let batch = await this.upload(file, options);
    options.onProgress?.(batch);
    for await (batch of this.progress(batch.id, options)) options.onProgress?.(batch);
    return batch;
  }

  /** Hands in a file and does not wait. */
  upload(file: Blob | Uint8Array | string, options: ImportOptions = {}): Promise<Batch> {
    const { mode, dryRun, defaults, filename } = options;
    const form = new FormData();
    // The platform reads the fields before the file.
    if (mode !== undefined) form.append('mode', mode);
    if (dryRun !== undefined) form.append('dryRun', String(dryRun));
    if (defaults !== undefined) form.append('defaults', toWire(defaults));
    form.append('file', asBlob(file), filename ?? (file as { name?: string }).name ?? 'receivables.csv');
    return this.send({ body: form }, options);
  }

  /** The batch each time it has moved on, the last one finished. */
  async *progress(id: string, { signal }: CallOptions = {}): AsyncGenerator<Batch> {
    let seen = '';
    let wait = FIRST_LOOK_MS;
    for (;;) {
      const batch = await this.get({ id }, signal ? { signal } : {});
      const now = `${batch.state} ${batch.processedRows}`;
      if (now !== seen) yield batch;
      if (FINAL.has(batch.state)) return;
      wait = now === seen ? Math.min(LAST_LOOK_MS, wait * 1.5) : FIRST_LOOK_MS;
      seen = now;
      await sleep(wait, signal);
    }
  }

  /** Carries out for real what a dry run has judged. */
  async commit(id: string, options?: CallOptions): Promise<Batch> {
    const path = `/v1/case-batches/${encodeURIComponent(id)}/commit`;
    return this.transport.send({ method: 'POST', path, safety: 'once', options }, (it) => successOf(it) as Batch);
  }

  /** The file with what became of each row. */
  async result(id: string, format: 'csv' | 'xlsx' = 'csv', options?: CallOptions): Promise<Response> {
    const path = `/v1/case-batches/${encodeURIComponent(id)}/result${queryString({ format })}`;
    return this.transport.download(path, {}, options);
  }

  /** A platform that knows no dry runs would take the rows for real: it is stopped at once, and told. */
  private async drily(batch: Batch, { dryRun, ...options }: ImportOptions): Promise<Batch> {
    if (!dryRun || (batch as { dryRun?: boolean }).dryRun === true) return batch;
    await this.cancel({ id: batch.id }, options);
    throw new RecourseError({
      code: 'UNEXPECTED_ANSWER',
      message: 'The platform knows no dry runs; the batch was stopped.',
    });
  }

  private async send(what: { headers?: Record<string, string>; body: string | FormData }, options: CallOptions) {
    const outgoing = { method: 'POST', path: '/v1/case-batches', safety: 'keyed' as const, options, ...what };
    return this.drily(await this.transport.send(outgoing, (incoming) => successOf(incoming) as Batch), options);
  }
}
