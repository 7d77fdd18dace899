import { fileURLToPath } from 'node:url';
import { Gate } from '../loops/index.js';
import { Child, type ChildBounds, type Outcome } from './child.js';

export interface ChildLimits extends ChildBounds {
  /** Children at once. */
  readonly most: number;
  /** Milliseconds a child without a task is kept warm. */
  readonly warmMs: number;
}

/** How many wait for a child before the next one is BUSY. */
const WAITING = 200;

/** One task in a child. Close it when done. */
export interface ChildReading<Request, Reply> {
  /** The answer to the task itself; it comes before any request. */
  readonly first: Promise<Outcome<Reply>>;
  /** Requests are answered in order. */
  ask(request: Request): Promise<Outcome<Reply>>;
  close(): void;
}

/**
 * Child processes that read what strangers sent: whatever a text does to its reader, a child ends of it and nothing else. A child
 * does one task at a time and is kept warm for the next one.
 */
export class ChildPool<Task, Request, Reply> {
  private readonly entry: string;
  private readonly gate: Gate;
  private readonly warm = new Map<Child<Task, Request, Reply>, NodeJS.Timeout>();

  /** `entry` is the address of the child's module, which calls `serveParent`. */
  constructor(
    entry: URL,
    private readonly limits: ChildLimits,
  ) {
    this.entry = fileURLToPath(entry);
    this.gate = new Gate(limits.most, WAITING);
  }

  /** Gives a child the task and what it reads, when there is a place for it. */
  async start(task: Task, bytes: Uint8Array): Promise<ChildReading<Request, Reply>> {
    const leave = await this.gate.enter();
    const child = this.warmOne() ?? new Child<Task, Request, Reply>(this.entry, this.limits);
    child.start(task, bytes);
    return {
      first: child.next(),
      ask: (request) => child.ask(request),
      close: () => {
        void child.finish().then(() => {
          if (child.alive) this.keepWarm(child);
          leave();
        });
      },
    };
  }

  private warmOne(): Child<Task, Request, Reply> | undefined {
    for (const [child, timer] of this.warm) {
      clearTimeout(timer);
      this.warm.delete(child);
      if (child.alive) return child;
    }
    return undefined;
  }

  private keepWarm(child: Child<Task, Request, Reply>): void {
    const cool = () => {
      this.warm.delete(child);
      child.end();
    };
    this.warm.set(child, setTimeout(cool, this.limits.warmMs).unref());
  }
}
