import { type ChildProcess, fork } from 'node:child_process';
import type { ChildAnswer, FromChild, ToChild } from './messages.js';

export interface ChildBounds {
  /** Megabytes of a child's heap. */
  readonly heapMb: number;
  /** Megabytes of all its memory. */
  readonly memoryMb: number;
  /** Milliseconds without a sign of life after which a child is ended. */
  readonly silenceMs: number;
  /** Milliseconds for one answer, whatever signs of life there are. */
  readonly answerMs: number;
}

/** The answer of a child, that it ended of what it was given to read, or that it ended before it could read anything. */
export type Outcome<Reply> = ChildAnswer<Reply> | { readonly kind: 'died' | 'unstarted' };

const DIED = { kind: 'died' } as const;
const UNSTARTED = { kind: 'unstarted' } as const;
/** On a machine with much to do a process takes long to start; that time is not its task's. */
const START_MS = 60_000;
/** A child that was told to stop reading and does not is ended after this long. */
const CLOSE_MS = 2_000;
const LOOK_MS = 500;
const PIECE = 512 * 1024;

/** One child process and the task it is at. */
export class Child<Task, Request, Reply> {
  private readonly process: ChildProcess;
  private readonly waiting: ((outcome: Outcome<Reply>) => void)[] = [];
  private readonly early: Outcome<Reply>[] = [];
  private last: Outcome<Reply> | undefined;
  private task = 0;
  /** Looks at a child that says nothing: counted, since this process may stand still as well. */
  private quiet = 0;
  private looks = 0;
  private freed: (() => void) | undefined;
  private started = false;
  alive = true;

  constructor(
    entry: string,
    private readonly bounds: ChildBounds,
  ) {
    this.process = fork(...sourceOf(entry, bounds.memoryMb), {
      execArgv: [`--max-old-space-size=${bounds.heapMb}`, '--max-semi-space-size=8'],
      serialization: 'advanced',
      // It needs no setting of ours, and must not find a secret.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.process.on('message', (message: FromChild<Reply>) => this.receive(message));
    this.process.on('error', () => this.end());
    this.process.on('exit', () => this.end());
    // An ending process does not wait for a file that is no longer read.
    this.process.unref();
    this.process.channel?.unref();
  }

  start(contents: Task, bytes: Uint8Array): void {
    this.task += 1;
    this.early.length = 0;
    this.last = this.alive ? undefined : this.ended();
    void this.hand(this.task, contents, bytes);
  }

  /** In pieces, each after the one before has left: whole, the bytes would be held twice more on their way. */
  private async hand(task: number, contents: Task, bytes: Uint8Array): Promise<void> {
    await this.send({ task, kind: 'start', contents, size: bytes.length });
    let at = 0;
    do {
      await this.send({ task, kind: 'bytes', at, piece: bytes.subarray(at, at + PIECE) });
      at += PIECE;
    } while (at < bytes.length && this.alive && task === this.task);
  }

  ask(request: Request): Promise<Outcome<Reply>> {
    void this.send({ task: this.task, kind: 'ask', request });
    return this.next();
  }

  /** The next answer of this task; after one that ends it, the same again. */
  async next(): Promise<Outcome<Reply>> {
    return this.early.shift() ?? this.last ?? (await this.awaited());
  }

  /** Ends the task; resolves when the child is free for another one, or gone. */
  async finish(): Promise<void> {
    if (!this.alive) return;
    const late = setTimeout(() => this.end(), CLOSE_MS).unref();
    await new Promise<void>((resolve) => {
      this.freed = resolve;
      void this.send({ task: this.task, kind: 'close' });
    });
    clearTimeout(late);
  }

  /** Ends the process, whatever it does. */
  end(): void {
    if (!this.alive) return;
    this.alive = false;
    this.process.kill('SIGKILL');
    this.deliver(this.ended());
    this.freed?.();
  }

  private ended(): Outcome<Reply> {
    return this.started ? DIED : UNSTARTED;
  }

  private awaited(): Promise<Outcome<Reply>> {
    const { silenceMs, answerMs } = this.bounds;
    this.looks = 0;
    this.quiet = 0;
    const watch = setInterval(() => {
      this.looks += 1;
      this.quiet += 1;
      const [silence, answer] = this.started ? [silenceMs, answerMs] : [START_MS, START_MS];
      if (this.quiet * LOOK_MS > silence || this.looks * LOOK_MS > answer) this.end();
    }, LOOK_MS).unref();
    return new Promise((resolve) => {
      this.waiting.push((outcome) => {
        clearInterval(watch);
        resolve(outcome);
      });
    });
  }

  private receive(message: FromChild<Reply>): void {
    if (message.kind === 'started') {
      this.started = true;
      this.quiet = 0;
      this.looks = 0;
      return;
    }
    if (message.task !== this.task) return;
    this.quiet = 0;
    if (message.kind === 'answer') this.deliver(message.answer);
    else if (message.kind === 'free') this.freed?.();
    else if (message.kind === 'spent') this.end();
  }

  private deliver(outcome: Outcome<Reply>): void {
    if (this.last) return;
    if (outcome.kind !== 'value') this.last = outcome;
    const waiter = this.waiting.shift();
    if (waiter) waiter(outcome);
    else this.early.push(outcome);
    if (this.last) while (this.waiting.length > 0) this.waiting.shift()!(this.last);
  }

  /** Resolves when it has left. A child that is gone is noticed by its exit. */
  private async send(message: ToChild<Task, Request>): Promise<void> {
    if (this.alive) await new Promise<void>((resolve) => this.process.send(message, () => resolve()));
  }
}

/** A child cannot run TypeScript sources: a process that runs them names the script that compiles them. */
function sourceOf(entry: string, memoryMb: number): [string, string[]] {
  const compiler = (globalThis as { [UNCOMPILED]?: string })[UNCOMPILED];
  if (compiler === undefined) return [entry, [String(memoryMb)]];
  return [compiler, [entry.replace(/\.js$/, '.ts'), String(memoryMb)]];
}

const UNCOMPILED = Symbol.for('recourse.children.compiler');
