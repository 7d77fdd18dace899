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
    if (this.inside < this.width) this.inside += 1;
    else if (this.queue.length >= this.maxQueue) throw new Busy({ retryAfter: this.retryAfter });
    else await new Promise<void>((enter) => this.queue.push(enter));
    try {
      return await work();
    } finally {
      // The place is passed on rather than freed, so that no later caller takes it.
      const enter = this.queue.shift();
      if (enter) enter();
      else this.inside -= 1;
    }
  }
}
