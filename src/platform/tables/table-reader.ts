import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TableHead, TableOptions, TableRow } from './table.js';
import type { Question, Reply, Task } from './table-thread.js';
import { FileTooComplex, refusalFrom } from './tables.refusals.js';

/** Rows that cross from the thread at once. */
const BLOCK = 500;
/** Memory of a thread: shared texts and unpacked pieces lie outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };
/** An honest file of the largest size takes a few seconds for its worst block. */
const PATIENCE_MS = 60_000;

const MODULE = fileURLToPath(new URL('./table-thread.js', import.meta.url));

/**
 * A table being read in a thread of its own, so that neither a long file nor a hostile one holds up the process: the thread
 * has its own bounded memory, and one that takes too much or too long is ended (FileTooComplex). Close it when done.
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
    // A process that ends does not wait for a table nobody reads any more.
    this.worker.unref();
    this.worker.on('message', (reply: Reply) => this.hear(reply));
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      const spent = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
      this.hear(spent ? tooComplex() : { kind: 'failed', message: String(error.stack ?? error) });
    });
    this.worker.on('exit', () => this.hear(tooComplex()));
  }

  /** Opens a table and reads its header. Throws the refusal of a file that cannot be read. Sends only rows after `after`. */
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

  /** Reads to the end and answers how many rows there are. Throws what makes the file unreadable. */
  async count(): Promise<number> {
    const reply = await this.ask('count');
    return reply.kind === 'end' ? reply.count : 0;
  }

  /** The rows in blocks; the next block is read while one is worked on. */
  async *blocks(): AsyncGenerator<readonly TableRow[]> {
    let coming = this.ask('rows');
    for (;;) {
      const reply = await coming;
      if (reply.kind !== 'rows') return;
      coming = this.ask('rows');
      // Its failure is told when it is its turn, and to nobody when the reader went away before.
      coming.catch(() => undefined);
      yield reply.rows;
    }
  }

  /** Ends the thread, wherever it is. */
  async close(): Promise<void> {
    this.over ??= this.worker.terminate();
    await this.over;
  }

  private ask(question: Question): Promise<Reply> {
    this.worker.postMessage(question);
    return this.next();
  }

  private async next(): Promise<Reply> {
    const reply = this.early.shift() ?? this.last ?? (await this.patiently());
    if (reply.kind === 'refused') throw refusalFrom(reply.code, reply.details) ?? new Error(reply.code);
    if (reply.kind === 'failed') throw new Error(`reading a table failed: ${reply.message}`);
    return reply;
  }

  private patiently(): Promise<Reply> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.hear(tooComplex()), PATIENCE_MS).unref();
      this.waiting.push((reply) => {
        clearTimeout(timer);
        resolve(reply);
      });
    });
  }

  private hear(reply: Reply): void {
    if (this.last) return;
    if (reply.kind === 'refused' || reply.kind === 'failed') this.last = reply;
    const waiter = this.waiting.shift();
    if (waiter) waiter(reply);
    else this.early.push(reply);
    if (this.last) while (this.waiting.length > 0) this.waiting.shift()!(this.last);
  }
}

function tooComplex(): Reply {
  return { kind: 'refused', code: FileTooComplex.spec.code, details: {} };
}

/** Sources that were not compiled beforehand cannot be run by a thread as they are: whoever runs them says what compiles them. */
function threadOf(task: Task): ConstructorParameters<typeof Worker> {
  const compiler = (globalThis as { [UNCOMPILED]?: string })[UNCOMPILED];
  const options = { resourceLimits: LIMITS, execArgv: [] as string[] };
  if (compiler === undefined) return [MODULE, { ...options, workerData: task }];
  return [compiler, { ...options, workerData: { ...task, module: MODULE.replace(/\.js$/, '.ts') } }];
}

const UNCOMPILED = Symbol.for('recourse.threads.compiler');
