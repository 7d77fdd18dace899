import { Busy } from '../../kernel/index.js';

/** Lets a few at a time through; the others queue in order, up to a bound, beyond which it is BUSY. */
export class Gate {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly maxQueue: number,
    /** Seconds after which another attempt makes sense. */
    private readonly retryAfter = 2,
  ) {}

  async through<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Waits for a place; returns what gives it back. */
  async enter(): Promise<() => void> {
    if (this.inside < this.width) this.inside += 1;
    else if (this.queue.length >= this.maxQueue) throw new Busy({ retryAfter: this.retryAfter });
    else await new Promise<void>((enter) => this.queue.push(enter));
    return once(() => {
      // The place is passed on rather than freed, so that no later caller takes it.
      const enter = this.queue.shift();
      if (enter) enter();
      else this.inside -= 1;
    });
  }
}

export interface FairWidth {
  /** Inside at once. */
  readonly width: number;
  /** Inside at once of one organisation. */
  readonly each: number;
  /** Waiting at once of one organisation; one more is BUSY. */
  readonly eachWaiting: number;
  /** Waiting at once; one more is BUSY. */
  readonly waiting: number;
}

interface Waiter {
  readonly owner: string;
  readonly enter: () => void;
}

/** A gate at which no organisation takes the places of the others: each has few of them, and few of its callers wait. */
export class FairGate {
  private readonly inside: string[] = [];
  private readonly queue: Waiter[] = [];

  constructor(
    private readonly limits: FairWidth,
    /** Seconds after which another attempt makes sense. */
    private readonly retryAfter = 2,
  ) {}

  async through<T>(owner: string, work: () => Promise<T>): Promise<T> {
    const leave = await this.enter(owner);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Waits for a place; returns what gives it back. */
  async enter(owner: string): Promise<() => void> {
    if (this.hasPlace(owner)) this.inside.push(owner);
    else {
      const waiting = this.queue.filter((one) => one.owner === owner).length;
      const full = waiting >= this.limits.eachWaiting || this.queue.length >= this.limits.waiting;
      if (full) throw new Busy({ retryAfter: this.retryAfter });
      await new Promise<void>((enter) => this.queue.push({ owner, enter }));
    }
    return once(() => this.leave(owner));
  }

  private leave(owner: string): void {
    this.inside.splice(this.inside.indexOf(owner), 1);
    const at = this.queue.findIndex((one) => this.hasPlace(one.owner));
    const [next] = at < 0 ? [] : this.queue.splice(at, 1);
    if (!next) return;
    this.inside.push(next.owner);
    next.enter();
  }

  private hasPlace(owner: string): boolean {
    const { width, each } = this.limits;
    return this.inside.length < width && this.inside.filter((one) => one === owner).length < each;
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
