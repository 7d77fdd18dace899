import fc from 'fast-check';
import { errorOfStatus, nextDelay, RETRY_AFTER_MAX, retryAfterOf, type Verdict } from './retry.policy.js';

const retrySeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000];
const failed = (verdict: Partial<Verdict> = {}): Verdict => ({
  ...{ status: 500, error: 'STATUS', retryAfterSeconds: null, ...verdict },
});

describe('retries', () => {
  it('go on as scheduled, and no longer', () => {
    const middle = retrySeconds.map((_, n) => nextDelay(failed(), n + 1, retrySeconds, 0.5)!);
    expect(middle).toEqual(retrySeconds);
    expect(nextDelay(failed(), retrySeconds.length + 1, retrySeconds, 0.5)).toBeUndefined();
  });

  it('vary by a tenth, and never come sooner than a receiver asked for within bounds', () => {
    const attempts = fc.integer({ min: 1, max: retrySeconds.length });
    const asked = fc.option(fc.integer({ min: 0, max: 10 * RETRY_AFTER_MAX }), { nil: null });
    fc.assert(
      fc.property(attempts, fc.double({ min: 0, max: 1, noNaN: true }), asked, (n, chance, retryAfterSeconds) => {
        const planned = retrySeconds[n - 1]!;
        const plain = nextDelay(failed(), n, retrySeconds, chance)!;
        expect(plain).toBeGreaterThanOrEqual(planned * 0.9 - 1e-6);
        expect(plain).toBeLessThanOrEqual(planned * 1.1 + 1e-6);
        for (const status of [429, 503]) {
          const patient = nextDelay(failed({ status, retryAfterSeconds }), n, retrySeconds, chance)!;
          expect(patient).toBeGreaterThanOrEqual(Math.min(retryAfterSeconds ?? 0, RETRY_AFTER_MAX));
          expect(patient).toBeLessThanOrEqual(Math.max(plain, RETRY_AFTER_MAX));
        }
        expect(nextDelay(failed({ retryAfterSeconds }), n, retrySeconds, chance)).toBe(plain);
      }),
    );
  });

  it('end at once for a receiver that is gone', () => {
    expect(nextDelay(failed({ status: 410, error: 'GONE' }), 1, retrySeconds, 0.5)).toBeUndefined();
  });

  it('read Retry-After as seconds or a date', () => {
    const now = Date.UTC(2026, 2, 1, 8, 0, 0);
    expect(retryAfterOf('120', now)).toBe(120);
    expect(retryAfterOf('Sun, 01 Mar 2026 08:01:30 GMT', now)).toBe(90);
    for (const bad of [
      undefined,
      '',
      '-5',
      '1.5',
      'soon',
      'Sun, 01 Mar 2026 07:00:00 GMT',
      '9'.repeat(30),
      '2026-03-02',
    ]) {
      expect(retryAfterOf(bad, now)).toBeNull();
    }
  });

  it('tell a status apart from another', () => {
    const words = [200, 204, 299, 301, 302, 304, 307, 400, 404, 410, 429, 500, 503].map(errorOfStatus);
    expect(words).toEqual([
      ...[null, null, null, 'REDIRECT', 'REDIRECT', 'REDIRECT', 'REDIRECT'],
      ...['STATUS', 'STATUS', 'GONE', 'STATUS', 'STATUS', 'STATUS'],
    ]);
  });
});
