import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../kernel/refusal.js';
import { openBytes } from './open.js';
import type { TableHead, TableOptions, TableRow } from './table.js';

/** A request to the thread: the next block of rows, or the number of rows to the end. */
export type Request = 'rows' | 'count';

/** An answer of the thread; none follows `end`, `refused` or `failed`. */
export type Reply =
  | { readonly kind: 'head'; readonly head: TableHead }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'end'; readonly count: number }
  | { readonly kind: 'refused'; readonly code: string; readonly details: Refusal['details'] }
  | { readonly kind: 'failed'; readonly message: string };

export interface Task {
  readonly bytes: Uint8Array;
  readonly options: TableOptions;
  /** Rows up to this number are skipped. */
  readonly after: number;
  /** Rows in one answer. */
  readonly block: number;
}

/** A table in a thread of its own: it answers one request at a time and reads no further ahead. */
class Thread {
  private rows!: AsyncGenerator<TableRow>;
  private count = 0;

  constructor(
    private readonly task: Task,
    private readonly reply: (reply: Reply) => void,
  ) {}

  async open(): Promise<void> {
    const { buffer, byteOffset, byteLength } = this.task.bytes;
    const table = await openBytes(Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength), this.task.options);
    this.rows = table.rows;
    this.reply({ kind: 'head', head: table.head });
  }

  async answer(request: Request): Promise<void> {
    const rows: TableRow[] = [];
    for (;;) {
      const next = await this.rows.next();
      if (next.done) break;
      this.count += 1;
      if (request === 'count' || next.value.rowNumber <= this.task.after) continue;
      if (rows.push(next.value) >= this.task.block) break;
    }
    this.reply(rows.length > 0 ? { kind: 'rows', rows } : { kind: 'end', count: this.count });
  }
}

function start(port: NonNullable<typeof parentPort>): void {
  const fail = (error: unknown) => {
    const reply: Reply =
      error instanceof Refusal
        ? { kind: 'refused', code: error.code, details: error.details }
        : { kind: 'failed', message: String((error as Error | null)?.stack ?? error) };
    port.postMessage(reply);
  };
  const thread = new Thread(workerData as Task, (reply) => port.postMessage(reply));
  port.on('message', (request: Request) => void thread.answer(request).catch(fail));
  thread.open().catch(fail);
}

if (parentPort) start(parentPort);
