/**
 * How often a request may safely be sent: a reading as often as one likes; an act with an idempotency key that the platform
 * keeps, too; any other act once, unless it certainly had no effect.
 */
export type Safety = 'read' | 'keyed' | 'once';

/** What is known of a failure. */
export interface Failure {
  readonly code: string;
  readonly status?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** The request never left. */
  readonly unsent?: boolean;
}

export interface RetrySettings {
  /** How many times after the first. */
  readonly retries: number;
  /** The first delay is at most this long, in milliseconds; each further one twice that. */
  readonly baseMs: number;
  readonly maxMs: number;
  /** A Retry-After beyond this many milliseconds is not waited for. */
  readonly maxRetryAfterMs: number;
}

export const RETRY: RetrySettings = { retries: 4, baseMs: 250, maxMs: 8_000, maxRetryAfterMs: 60_000 };

/** The platform says these before it has done anything. */
const NOTHING_DONE = new Set([
  'BUSY',
  'RATE_LIMITED',
  'IDEMPOTENCY_IN_FLIGHT',
  'DATABASE_UNAVAILABLE',
  'SERVICE_RESTARTING',
  'FILES_UNAVAILABLE',
]);
/** Nobody could say whether it was done. */
const NO_ANSWER = new Set(['NETWORK', 'TIMEOUT', 'OUTCOME_UNKNOWN']);
/** A proxy in front says these without knowing what happened behind it. */
const IN_BETWEEN = new Set([502, 503, 504]);

/** Whether sending it again can help and do no harm. */
export function mayRetry(failure: Failure, safety: Safety): boolean {
  if (failure.unsent || NOTHING_DONE.has(failure.code) || failure.status === 429)
    return failure.code !== 'LOGIN_THROTTLED';
  if (safety === 'once') return false;
  return NO_ANSWER.has(failure.code) || IN_BETWEEN.has(failure.status ?? 0);
}

/**
 * Milliseconds to wait before the retry after `attempt` (0 is the first); undefined when there is to be none. Full jitter:
 * anything between nothing and the bound, so that many clients do not come back together. A Retry-After is kept, with the
 * jitter on top.
 */
export function retryDelay(
  failure: Failure,
  safety: Safety,
  attempt: number,
  settings: RetrySettings,
  random: () => number,
): number | undefined {
  if (attempt >= settings.retries || !mayRetry(failure, safety)) return undefined;
  const asked = (failure.retryAfterSeconds ?? 0) * 1_000;
  if (asked > settings.maxRetryAfterMs) return undefined;
  const bound = Math.min(settings.maxMs, settings.baseMs * 2 ** attempt);
  return Math.round(asked + random() * bound);
}
