import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../kernel/refusal.js';
import { openBytes } from './open.js';
import type { TableHead, TableOptions, TableRow } from './table.js';

/** What the thread is asked: the next block of rows, or to read to the end and say how many there are. */
export type Question = 'rows' | 'count';

/** What it answers; after `end`, `refused` or `failed` nothing more comes. */
export type Reply =
  | { readonly kind: 'head'; readonly head: TableHead }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'end'; readonly count: number }
  | { readonly kind: 'refused'; readonly code: string; readonly details: Refusal['details'] }
  | { readonly kind: 'failed'; readonly message: string };

export interface Task {
  readonly bytes: Uint8Array;
  readonly options: TableOptions;
  /** Rows up to this number are read and not sent. */
  readonly after: number;
  /** Rows in one answer. */
  readonly block: number;
}

/** A table opened in a thread of its own: it answers one question at a time, and reads no further than it was asked. */
class Thread {
  private rows!: AsyncGenerator<TableRow>;
  private count = 0;

  constructor(
    private readonly task: Task,
    private readonly say: (reply: Reply) => void,
  ) {}

  async open(): Promise<void> {
    const { buffer, byteOffset, byteLength } = this.task.bytes;
    const table = await openBytes(Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength), this.task.options);
    this.rows = table.rows;
    this.say({ kind: 'head', head: table.head });
  }

  async answer(question: Question): Promise<void> {
    const rows: TableRow[] = [];
    for (;;) {
      const next = await this.rows.next();
      if (next.done) break;
      this.count += 1;
      if (question === 'count' || next.value.rowNumber <= this.task.after) continue;
      if (rows.push(next.value) >= this.task.block) break;
    }
    this.say(rows.length > 0 ? { kind: 'rows', rows } : { kind: 'end', count: this.count });
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
  port.on('message', (question: Question) => void thread.answer(question).catch(fail));
  thread.open().catch(fail);
}

if (parentPort) start(parentPort);
