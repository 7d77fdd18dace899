import fc from 'fast-check';
import { TokenBucket, WINDOW_SECONDS } from './token-bucket.js';

describe('a token bucket', () => {
  it('gives its limit at once and then no more', () => {
    const bucket = new TokenBucket(3, 0);
    expect([1, 2, 3, 4].map(() => bucket.take(1, 0))).toEqual([true, true, true, false]);
    expect(bucket.state()).toEqual({ limit: 3, remaining: 0, resetsInSeconds: WINDOW_SECONDS });
    expect(bucket.secondsUntil(1)).toBe(20);
  });

  it('gets tokens back steadily, up to its limit', () => {
    const bucket = new TokenBucket(60, 0);
    expect(bucket.take(60, 0)).toBe(true);
    expect(bucket.take(1, 999)).toBe(false);
    expect(bucket.take(1, 1_000)).toBe(true);
    expect(bucket.take(60, 10 * 60_000)).toBe(true);
    expect(bucket.take(1, 10 * 60_000)).toBe(false);
  });

  it('takes nothing when it refuses', () => {
    const bucket = new TokenBucket(10, 0);
    expect(bucket.take(11, 0)).toBe(false);
    expect(bucket.state().remaining).toBe(10);
  });

  it('never grants more than the limit and what came back, whatever the pace, also when the clock stands', () => {
    const steps = fc.array(fc.record({ wait: fc.nat(5_000), units: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), steps, (limit, taken) => {
        const bucket = new TokenBucket(limit, 0);
        let now = 0;
        let granted = 0;
        for (const { wait, units } of taken) {
          now += wait;
          if (bucket.take(units, now)) granted += units;
        }
        return granted <= limit + (now * limit) / (WINDOW_SECONDS * 1000) + 1e-6;
      }),
    );
  });
});
