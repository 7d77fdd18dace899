/** The part of an attempt's result that decides what is next. */
export interface Verdict {
  /** HTTP status of the answer; null without an answer. */
  readonly status: number | null;
  /** Null when it was delivered. */
  readonly error: AttemptError | null;
  /** The Retry-After of the answer, in seconds; null without one. */
  readonly retryAfterSeconds: number | null;
}

/** Why an attempt failed, in one word. */
export type AttemptError = StatusError | 'TIMEOUT' | 'DNS' | 'TLS' | 'CONNECTION' | 'REFUSED_ADDRESS';
/** Why an answer is a failure. */
type StatusError = 'REDIRECT' | 'GONE' | 'STATUS';

/** The longest Retry-After that is honoured, in seconds: a receiver must not postpone a delivery by a year. */
export const RETRY_AFTER_MAX = 12 * 3_600;
/** Delays vary by a tenth either way, so that attempts that failed together are not repeated together. */
const JITTER = 0.1;
const WITH_RETRY_AFTER = new Set([429, 503]);
const GONE = 410;

/** Why an HTTP status is a failure; null when it means delivered. */
export function errorOfStatus(status: number): StatusError | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'REDIRECT';
  return status === GONE ? 'GONE' : 'STATUS';
}

/**
 * Seconds until the next attempt after the `attempts`-th one failed; undefined at the end of the schedule and after GONE.
 * `chance` is a random number from 0 to 1.
 */
export function nextDelay(verdict: Verdict, attempts: number, schedule: readonly number[], chance: number) {
  const planned = schedule[attempts - 1];
  if (planned === undefined || verdict.error === 'GONE') return undefined;
  const delay = planned * (1 + JITTER * (2 * chance - 1));
  const requested = WITH_RETRY_AFTER.has(verdict.status ?? 0) ? (verdict.retryAfterSeconds ?? 0) : 0;
  return Math.max(delay, Math.min(requested, RETRY_AFTER_MAX));
}

/** Reads a Retry-After header: seconds, or an HTTP date. Null for anything else and for a past date. */
export function retryAfterOf(header: string | undefined, nowMillis: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number.parseInt(text, 10);
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) || at <= nowMillis ? null : Math.ceil((at - nowMillis) / 1_000);
}
