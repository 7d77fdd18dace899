import type { Refusal } from '../../kernel/index.js';
import type { Database } from '../../platform/database/index.js';
import type { Feed, FeedEvent, FeedFilter, FeedScope } from '../feed/index.js';
import type { FeedTail } from './feed-tail.js';
import { slowReceivers } from './metrics.js';

/** Rows read from the table at once. */
const PAGE = 200;
/** Events that may wait for a slow receiver. Beyond it they are dropped, and read from the table when it takes more. */
export const MAX_WAITING = 1_000;

export interface FollowPlan {
  readonly scope: FeedScope;
  readonly filter: FeedFilter;
  /** Start after this position; undefined means from now on. */
  readonly after: bigint | undefined;
  /** A further condition on events. */
  readonly accepts?: ((event: FeedEvent) => boolean) | undefined;
}

export interface FeedSources {
  readonly database: Database;
  readonly feed: Feed;
  readonly tail: FeedTail;
}

/**
 * One receiver's way through the feed: first the table after its position, then the tail, without a gap and without a
 * duplicate. Holds a bounded number of events, however slow the receiver is.
 */
export class FeedSubscription {
  /** Every event up to here was taken or does not match the plan. */
  private position: bigint | undefined;
  /** Events up to here come from the table, later ones from the tail; undefined while not joined. */
  private boundary: bigint | undefined;
  private waiting: FeedEvent[] = [];
  private overflowed = false;
  private ending: Refusal | undefined;
  private closed = false;
  private wake: () => void = () => undefined;
  private readonly listener = (events: readonly FeedEvent[]) => this.receive(events);

  constructor(
    private readonly sources: FeedSources,
    private readonly plan: FollowPlan,
    private readonly released: () => void = () => undefined,
  ) {
    this.position = plan.after;
  }

  /** Joins the tail, so that no event from now on is missed. */
  async open(): Promise<this> {
    await this.join();
    return this;
  }

  /** The position reached so far. */
  get reached(): bigint {
    return this.position ?? 0n;
  }

  get reachedCursor(): string {
    return this.sources.feed.cursorAt(this.reached);
  }

  /** The next events, at least one; undefined once closed. Throws the refusal it was ended with, and CURSOR_TOO_OLD. */
  async take(): Promise<FeedEvent[] | undefined> {
    for (;;) {
      if (this.closed) return undefined;
      if (this.ending) throw this.closeWith(this.ending);
      if (this.boundary === undefined) await this.join();
      else if (this.reached < this.boundary) {
        const found = await this.history(this.boundary);
        if (found.length > 0) return found;
      } else if (this.waiting.length > 0) return this.takeWaiting();
      else if (this.overflowed) this.unjoin();
      else await new Promise<void>((resolve) => this.wakeWhenReady(resolve));
    }
  }

  /** Ends it with a refusal, which the receiver gets instead of further events. */
  end(refusal: Refusal): void {
    this.ending ??= refusal;
    this.wake();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.unjoin();
    this.released();
    this.wake();
  }

  private wakeWhenReady(resolve: () => void): void {
    if (this.waiting.length > 0 || this.overflowed || this.closed || this.ending) resolve();
    else this.wake = resolve;
  }

  private async join(): Promise<void> {
    this.overflowed = false;
    const boundary = await this.sources.tail.join(this.plan.scope, this.listener);
    this.boundary = boundary;
    this.position ??= boundary;
    if (this.closed) this.unjoin();
  }

  private unjoin(): void {
    this.sources.tail.leave(this.plan.scope, this.listener);
    this.boundary = undefined;
    this.waiting = [];
  }

  private async history(through: bigint): Promise<FeedEvent[]> {
    const { scope, filter, accepts } = this.plan;
    const { database, feed } = this.sources;
    const found = await feed.after(database, { ...scope, ...filter, position: this.reached, through }, PAGE);
    this.position = found.length < PAGE ? through : found.at(-1)!.position;
    return accepts ? found.filter(accepts) : found;
  }

  private takeWaiting(): FeedEvent[] {
    const events = this.waiting;
    this.waiting = [];
    this.position = events.at(-1)!.position;
    return events;
  }

  private receive(events: readonly FeedEvent[]): void {
    if (this.overflowed) return;
    for (const event of events) if (this.matches(event)) this.waiting.push(event);
    if (this.waiting.length > MAX_WAITING) {
      this.sources.tail.leave(this.plan.scope, this.listener);
      this.waiting = [];
      slowReceivers.inc();
      this.overflowed = true;
    }
    if (this.waiting.length > 0 || this.overflowed) this.wake();
  }

  private matches(event: FeedEvent): boolean {
    const { filter, accepts } = this.plan;
    if (filter.types && !filter.types.includes(event.type)) return false;
    if (filter.caseId && filter.caseId !== event.caseId) return false;
    if (filter.batchId && filter.batchId !== event.batchId) return false;
    return accepts?.(event) ?? true;
  }

  private closeWith(refusal: Refusal): Refusal {
    this.close();
    return refusal;
  }
}
