/** What one attempt at a delivery came to, as far as it decides what is next. */
export interface Verdict {
  /** HTTP status of the answer; null when none came. */
  readonly status: number | null;
  /** Null when it was delivered. */
  readonly error: AttemptError | null;
  /** What the receiver asked for in Retry-After, in seconds; null when it did not. */
  readonly retryAfterSeconds: number | null;
}

/** Why an attempt failed, in one word. */
export const ATTEMPT_ERRORS = [
  'TIMEOUT',
  'DNS',
  'TLS',
  'CONNECTION',
  'REFUSED_ADDRESS',
  'REDIRECT',
  'GONE',
  'STATUS',
] as const;
export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

/** A receiver may ask for this much patience and no more, in seconds: an hour-long window must not become a year. */
export const MOST_PATIENCE = 12 * 3_600;
/** Delays vary by a tenth either way, so that what failed together is not tried again together. */
const JITTER = 0.1;
const ASKS_FOR_PATIENCE = new Set([429, 503]);
const GONE = 410;

/** What an HTTP status means: delivered (null) or the word for what is wrong with it. */
export function errorOfStatus(status: number): AttemptError | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'REDIRECT';
  return status === GONE ? 'GONE' : 'STATUS';
}

/**
 * Seconds until the next attempt after the `attempts`-th one failed; undefined when the schedule is used up, or the receiver
 * said that it is gone. `chance` is a random number from 0 to 1.
 */
export function nextDelay(
  verdict: Verdict,
  attempts: number,
  schedule: readonly number[],
  chance: number,
): number | undefined {
  const planned = schedule[attempts - 1];
  if (planned === undefined || verdict.error === 'GONE') return undefined;
  const delay = planned * (1 + JITTER * (2 * chance - 1));
  const asked = ASKS_FOR_PATIENCE.has(verdict.status ?? 0) ? (verdict.retryAfterSeconds ?? 0) : 0;
  return Math.max(delay, Math.min(asked, MOST_PATIENCE));
}

/** Reads a Retry-After header: seconds, or an HTTP date. Null for anything else and for what is over. */
export function retryAfterOf(header: string | undefined, nowMillis: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number.parseInt(text, 10);
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) || at <= nowMillis ? null : Math.ceil((at - nowMillis) / 1_000);
}
