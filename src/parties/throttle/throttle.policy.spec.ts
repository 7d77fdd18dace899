import fc from 'fast-check';
import { ACCOUNT_THROTTLE, ADDRESS_THROTTLE, waitAfter, waitsOf } from './throttle.policy.js';

describe('waitAfter', () => {
  it('leaves five tries free, then doubles up to a quarter of an hour', () => {
    const waits = Array.from({ length: 18 }, (_, n) => waitAfter(n, ACCOUNT_THROTTLE));
    expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('never falls, never passes the longest, and stays a number for any count', () => {
    const rule = fc.constantFrom(ACCOUNT_THROTTLE, ADDRESS_THROTTLE);
    fc.assert(
      fc.property(rule, fc.nat(), (given, failures) => {
        const wait = waitAfter(failures, given);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(given.longest);
        expect(waitAfter(failures + 1, given)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});

describe('waitsOf', () => {
  it.each([ACCOUNT_THROTTLE, ADDRESS_THROTTLE])('is the same rule as a table that ends at the longest wait', (rule) => {
    const waits = waitsOf(rule);
    expect(waits.map((_, i) => waitAfter(i + 1, rule))).toEqual(waits);
    expect(waits.filter((wait) => wait === rule.longest)).toHaveLength(1);
    expect(waits.at(-1)).toBe(rule.longest);
  });
});
