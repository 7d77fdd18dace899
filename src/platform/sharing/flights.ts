import { Busy } from '../../kernel/index.js';

interface Lane<T> {
  next: Promise<T> | undefined;
  current: Promise<T>;
}

/**
 * Lets concurrent identical questions share an answer. Who arrives while the question is under way waits for the next
 * flight, so that nobody is told a state older than their own arrival; all who wait share that one. With no flight under
 * way it leaves at once. A failed flight fails those aboard and nobody else.
 */
export class Flights<T> {
  private readonly lanes = new Map<string, Lane<T>>();
  private waiting = 0;

  /** At most `maxQuestions` different ones under way and `maxWaiting` waiting for a next flight; more is BUSY. */
  constructor(
    private readonly maxQuestions: number,
    private readonly maxWaiting: number,
  ) {}

  join(question: string, fly: () => Promise<T>): Promise<T> {
    const lane = this.lanes.get(question);
    if (lane) return this.await(question, lane, fly);
    if (this.lanes.size >= this.maxQuestions) throw new Busy({ retryAfter: 1 });
    const opened: Lane<T> = { next: undefined, current: fly() };
    this.lanes.set(question, opened);
    this.closeAfter(question, opened);
    return opened.current;
  }

  private await(question: string, lane: Lane<T>, fly: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.maxWaiting) throw new Busy({ retryAfter: 1 });
    this.waiting += 1;
    const depart = () => {
      lane.current = fly();
      lane.next = undefined;
      this.closeAfter(question, lane);
      return lane.current;
    };
    lane.next ??= lane.current.then(depart, depart);
    return this.aboard(lane.next);
  }

  private async aboard(flight: Promise<T>): Promise<T> {
    try {
      return await flight;
    } finally {
      this.waiting -= 1;
    }
  }

  private closeAfter(question: string, lane: Lane<T>): void {
    const close = () => {
      if (lane.next === undefined) this.lanes.delete(question);
    };
    lane.current.then(close, close);
  }
}
