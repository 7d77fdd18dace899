import fc from 'fast-check';
import { Forbidden } from '../../kernel/refusals.js';
import type { FeedEvent, FeedQuery } from '../feed/feed.types.js';
import { type FeedSources, FeedSubscription, type FollowPlan, MAX_WAITING } from './feed-subscription.js';
import type { TailListener } from './feed-tail.js';

/** A feed in memory whose tail lags behind the table, as the real one does. */
class Sea {
  readonly rows: FeedEvent[] = [];
  readonly listeners = new Set<TailListener>();
  private told = 0;
  reads = 0;

  append(count: number): void {
    for (let n = 0; n < count; n += 1) {
      const position = BigInt(this.rows.length + 1);
      this.rows.push({ position, type: position % 3n === 0n ? 'other' : 'wanted', data: {} } as FeedEvent);
    }
  }

  /** The tail reads so many of the rows it has not yet handed out. */
  tell(count: number): void {
    const fresh = this.rows.slice(this.told, this.told + count);
    this.told += fresh.length;
    if (fresh.length > 0) for (const listener of [...this.listeners]) listener(fresh);
  }

  sources(): FeedSources {
    return {
      database: {},
      feed: {
        after: async (_: unknown, { position, through, types }: FeedQuery, limit: number) => {
          this.reads += 1;
          const within = this.rows.filter((row) => row.position > position && row.position <= through!);
          return within.filter(({ type }) => !types || types.includes(type)).slice(0, limit);
        },
      },
      tail: {
        join: async (_: unknown, listener: TailListener) => {
          this.listeners.add(listener);
          return BigInt(this.told);
        },
        leave: (_: unknown, listener: TailListener) => this.listeners.delete(listener),
      },
    } as unknown as FeedSources;
  }
}

const plan = (after: bigint | undefined, types?: string[]): FollowPlan => ({
  scope: { audience: 'hall', sandboxId: null },
  filter: { types },
  after,
});

const positions = (events: readonly FeedEvent[]) => events.map(({ position }) => position);

describe('a subscription', () => {
  it('gives each event once and in order, whenever it is written, told and taken', async () => {
    const step = fc.oneof(
      fc.record({ append: fc.integer({ min: 1, max: 700 }) }),
      fc.record({ tell: fc.integer({ min: 1, max: 900 }) }),
      fc.constant({ take: true }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.nat({ max: 50 }),
        fc.boolean(),
        async (steps, before, some) => {
          const sea = new Sea();
          sea.append(before);
          const subscription = await new FeedSubscription(
            sea.sources(),
            plan(0n, some ? ['wanted'] : undefined),
          ).open();
          const got: FeedEvent[] = [];
          const wanted = () => sea.rows.filter(({ type }) => !some || type === 'wanted');
          for (const one of steps) {
            if ('append' in one) sea.append(one.append);
            else if ('tell' in one) sea.tell(one.tell);
            else {
              sea.tell(Number.POSITIVE_INFINITY);
              if (got.length < wanted().length) got.push(...(await subscription.take())!);
            }
          }
          sea.tell(Number.POSITIVE_INFINITY);
          while (got.length < wanted().length) got.push(...(await subscription.take())!);
          expect(positions(got)).toEqual(positions(wanted()));
          subscription.close();
          expect(sea.listeners.size).toBe(0);
        },
      ),
    );
  });

  it('holds a bounded number of events for a receiver that does not take them, and loses none', async () => {
    const sea = new Sea();
    const subscription = await new FeedSubscription(sea.sources(), plan(undefined)).open();
    for (let round = 0; round < 50; round += 1) {
      sea.append(100);
      sea.tell(100);
      expect((subscription as unknown as { waiting: unknown[] }).waiting.length).toBeLessThanOrEqual(MAX_WAITING);
    }
    expect(sea.listeners.size).toBe(0);
    const got: FeedEvent[] = [];
    while (got.length < 5_000) got.push(...(await subscription.take())!);
    expect(positions(got)).toEqual(positions(sea.rows));
    expect(sea.listeners.size).toBe(1);
  });

  it('begins now without a cursor, and asks the table nothing then', async () => {
    const sea = new Sea();
    sea.append(10);
    sea.tell(10);
    const subscription = await new FeedSubscription(sea.sources(), plan(undefined)).open();
    sea.append(2);
    sea.tell(2);
    expect(positions((await subscription.take())!)).toEqual([11n, 12n]);
    expect(sea.reads).toBe(0);
  });

  it('ends with its refusal, even in the middle of waiting, and lets go once', async () => {
    const sea = new Sea();
    let released = 0;
    const subscription = new FeedSubscription(sea.sources(), plan(undefined), () => {
      released += 1;
    });
    await subscription.open();
    const waiting = subscription.take();
    subscription.end(new Forbidden());
    await expect(waiting).rejects.toBeInstanceOf(Forbidden);
    expect(await subscription.take()).toBeUndefined();
    subscription.close();
    expect([released, sea.listeners.size]).toEqual([1, 0]);
  });
});
