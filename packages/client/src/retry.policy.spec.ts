import fc from 'fast-check';
import { type Failure, mayRetry, RETRY, retryDelay, type Safety } from './retry.policy.js';

const SAFETIES: Safety[] = ['read', 'keyed', 'once'];
const delay = (failure: Failure, safety: Safety, attempt = 0, random = 0.5) =>
  retryDelay(failure, safety, attempt, RETRY, () => random);

describe('a request is sent again', () => {
  it('whatever it is, when the platform says that nothing was done or it never left', () => {
    for (const safety of SAFETIES) {
      expect(mayRetry({ code: 'BUSY', status: 503 }, safety)).toBe(true);
      expect(mayRetry({ code: 'RATE_LIMITED', status: 429 }, safety)).toBe(true);
      expect(mayRetry({ code: 'IDEMPOTENCY_IN_FLIGHT', status: 409 }, safety)).toBe(true);
      expect(mayRetry({ code: 'NETWORK', unsent: true }, safety)).toBe(true);
    }
  });

  it('without an answer, only when twice is the same as once', () => {
    const lost: Failure[] = [{ code: 'NETWORK' }, { code: 'TIMEOUT' }];
    const between = [502, 503, 504].map((status): Failure => ({ code: 'UNEXPECTED_ANSWER', status }));
    for (const failure of [...lost, ...between]) {
      expect(SAFETIES.map((safety) => mayRetry(failure, safety))).toEqual([true, true, false]);
    }
  });

  it('never after a refusal or a failure of the platform', () => {
    for (const code of ['QUOTA_EXCEEDED', 'INVALID_INPUT', 'IDEMPOTENCY_KEY_REUSED', 'INTERNAL', 'UNAUTHENTICATED']) {
      expect(SAFETIES.some((safety) => mayRetry({ code, status: code === 'INTERNAL' ? 500 : 422 }, safety))).toBe(
        false,
      );
    }
    expect(mayRetry({ code: 'LOGIN_THROTTLED', status: 429, retryAfterSeconds: 60 }, 'keyed')).toBe(false);
  });

  it('not for ever, and not after a long Retry-After', () => {
    expect(delay({ code: 'BUSY' }, 'read', RETRY.retries - 1)).toBeGreaterThan(0);
    expect(delay({ code: 'BUSY' }, 'read', RETRY.retries)).toBeUndefined();
    expect(delay({ code: 'BUSY', retryAfterSeconds: 3_600 }, 'read')).toBeUndefined();
  });

  it('after the Retry-After, with full jitter below a bound that doubles', () => {
    fc.assert(
      fc.property(
        fc.nat(RETRY.retries - 1),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(60),
        (n, random, after) => {
          const waited = delay({ code: 'BUSY', retryAfterSeconds: after }, 'once', n, random)!;
          expect(waited).toBeGreaterThanOrEqual(after * 1_000);
          expect(waited).toBeLessThanOrEqual(after * 1_000 + Math.min(RETRY.maxMs, RETRY.baseMs * 2 ** n));
        },
      ),
    );
    expect(delay({ code: 'BUSY' }, 'read', 0, 0)).toBe(0);
  });
});
