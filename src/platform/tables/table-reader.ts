import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TableHead, TableOptions, TableRow } from './table.js';
import type { Reply, Request, Task } from './table-thread.js';
import { FileTooComplex, refusalFrom } from './tables.refusals.js';

/** Rows in one message of the thread. */
const BLOCK = 500;
/** Heap of a thread: shared texts and unpacked pieces are outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
/** A valid file of the largest size takes a few seconds for its slowest block. */
const ANSWER_TIMEOUT_MS = 60_000;

const TOO_COMPLEX: Reply = { kind: 'refused', code: FileTooComplex.spec.code, details: {} };
const MODULE = fileURLToPath(new URL('./table-thread.js', import.meta.url));

/**
 * Reads a table in a thread of its own, so that neither a long nor a hostile file blocks the process: the thread has bounded
 * memory, and one that takes too much of it or too long is ended (FileTooComplex). Close it when done.
 */
export class TableReader {
  private readonly worker: Worker;
  private readonly waiting: ((reply: Reply) => void)[] = [];
  private readonly early: Reply[] = [];
  private last: Reply | undefined;
  private over: Promise<unknown> | undefined;
  head!: TableHead;

  private constructor(task: Task) {
    this.worker = new Worker(...threadOf(task));
    // An ending process does not wait for a table that is no longer read.
    this.worker.unref();
    this.worker.on('message', (reply: Reply) => this.receive(reply));
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      const spent = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
      this.receive(spent ? TOO_COMPLEX : { kind: 'failed', message: String(error.stack ?? error) });
    });
    this.worker.on('exit', () => this.receive(TOO_COMPLEX));
  }

  /** Opens a table for the rows after `after` and reads its header. Throws the refusal of a file that cannot be read. */
  static async open(bytes: Buffer, options: TableOptions, after = 0): Promise<TableReader> {
    const reader = new TableReader({ bytes, options, after, block: BLOCK });
    try {
      const reply = await reader.next();
      if (reply.kind !== 'head') throw new Error(`a table began with ${reply.kind}`);
      reader.head = reply.head;
      return reader;
    } catch (error) {
      await reader.close();
      throw error;
    }
  }

  /** Reads to the end and returns the number of rows. Throws the refusal of a file that cannot be read. */
  async count(): Promise<number> {
    const reply = await this.request('count');
    return reply.kind === 'end' ? reply.count : 0;
  }

  /** The rows in blocks; the next block is read while the caller processes one. */
  async *blocks(): AsyncGenerator<readonly TableRow[]> {
    let coming = this.request('rows');
    for (;;) {
      const reply = await coming;
      if (reply.kind !== 'rows') return;
      coming = this.request('rows');
      // A failure is thrown at its turn, and ignored when the caller stopped reading before.
      coming.catch(() => undefined);
      yield reply.rows;
    }
  }

  /** Ends the thread at any time. */
  async close(): Promise<void> {
    this.over ??= this.worker.terminate();
    await this.over;
  }

  private request(request: Request): Promise<Reply> {
    this.worker.postMessage(request);
    return this.next();
  }

  private async next(): Promise<Reply> {
    const reply = this.early.shift() ?? this.last ?? (await this.nextOrTimeout());
    if (reply.kind === 'refused') throw refusalFrom(reply.code, reply.details) ?? new Error(reply.code);
    if (reply.kind === 'failed') throw new Error(`reading a table failed: ${reply.message}`);
    return reply;
  }

  private nextOrTimeout(): Promise<Reply> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.receive(TOO_COMPLEX), ANSWER_TIMEOUT_MS).unref();
      this.waiting.push((reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
    });
  }

  private receive(reply: Reply): void {
    if (this.last) return;
    if (reply.kind === 'refused' || reply.kind === 'failed') this.last = reply;
    const waiter = this.waiting.shift();
    if (waiter) waiter(reply);
    else this.early.push(reply);
    if (this.last) while (this.waiting.length > 0) this.waiting.shift()!(this.last);
  }
}

/** A thread cannot run TypeScript sources: a process that runs them names the script that compiles them. */
function threadOf(task: Task): ConstructorParameters<typeof Worker> {
  const compiler = (globalThis as { [UNCOMPILED]?: string })[UNCOMPILED];
  const options = { resourceLimits: LIMITS, execArgv: [] as string[] };
  if (compiler === undefined) return [MODULE, { ...options, workerData: task }];
  return [compiler, { ...options, workerData: { ...task, module: MODULE.replace(/\.js$/, '.ts') } }];
}

const UNCOMPILED = Symbol.for('recourse.threads.compiler');
