import type { FeedEvent } from '../feed/index.js';
import type { FeedSubscription } from './feed-subscription.js';

/** A subscription as GraphQL takes it: one event at a time, the next only when the one before was sent. */
export class EventIterator<T> implements AsyncIterableIterator<T> {
  private readonly ready: FeedEvent[] = [];

  /** Ends after an event for which `isLast` is true. */
  constructor(
    private readonly subscription: FeedSubscription,
    private readonly map: (event: FeedEvent) => T,
    private readonly isLast: (event: FeedEvent) => boolean = () => false,
  ) {}

  private finished = false;
  private returned = false;
  private release: () => void = () => undefined;

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.finished) return this.return();
    if (this.ready.length === 0) await this.refill();
    const event = this.ready.pop();
    if (!event) return { value: undefined, done: true };
    this.finished = this.isLast(event);
    return { value: this.map(event), done: false };
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.returned = true;
    this.subscription.close();
    this.ready.length = 0;
    this.release();
    return { value: undefined, done: true };
  }

  /** A process that ends closes its sockets; until then a closed subscription must not look complete to the client. */
  private async refill(): Promise<void> {
    const events = await this.subscription.take();
    if (events) this.ready.push(...events.reverse());
    else if (!this.returned) {
      await new Promise<void>((resolve) => {
        this.release = resolve;
      });
    }
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
