/** Seconds in which an empty bucket fills; limits are requests in that time. */
export const WINDOW_SECONDS = 60;

/** What is left of a rate. */
export interface RateState {
  readonly limit: number;
  /** Whole requests that may still be made now. */
  readonly remaining: number;
  /** Seconds until the whole limit is available again. */
  readonly resetsInSeconds: number;
}

/** Requests as tokens: `limit` at most, that many come back in a window, steadily. Times are milliseconds of a monotonic clock. */
export class TokenBucket {
  private tokens: number;

  constructor(
    readonly limit: number,
    private at: number,
  ) {
    this.tokens = limit;
  }

  /** Takes `units` tokens, or none when there are fewer. */
  take(units: number, now: number): boolean {
    this.refill(now);
    if (this.tokens < units) return false;
    this.tokens -= units;
    return true;
  }

  /** Whether `units` tokens are there; takes none. */
  has(units: number, now: number): boolean {
    this.refill(now);
    return this.tokens >= units;
  }

  state(): RateState {
    const missing = this.limit - this.tokens;
    const resetsInSeconds = Math.ceil((missing * WINDOW_SECONDS) / this.limit);
    return { limit: this.limit, remaining: Math.floor(this.tokens), resetsInSeconds };
  }

  /** Seconds until `units` tokens are there; for more than the limit, until the bucket is full. */
  secondsUntil(units: number): number {
    const missing = Math.min(units, this.limit) - this.tokens;
    return Math.max(1, Math.ceil((missing * WINDOW_SECONDS) / this.limit));
  }

  private refill(now: number): void {
    const back = ((now - this.at) * this.limit) / (WINDOW_SECONDS * 1000);
    this.tokens = Math.min(this.limit, this.tokens + Math.max(0, back));
    this.at = now;
  }
}
