/** What an answer said of the caller's allowance. */
export interface RateLimit {
  /** Requests allowed in a window. */
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** Seconds until the window ends. */
  readonly resetSeconds: number | undefined;
}

/**
 * Reads the `RateLimit` fields of an answer, both as the present draft writes them (`RateLimit: "default";r=50;t=30` with
 * `RateLimit-Policy: "default";q=100;w=60`) and as three headers. Undefined when there are none.
 */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  const now = headers.get('ratelimit') ?? '';
  const policy = headers.get('ratelimit-policy') ?? '';
  const found = {
    limit: parameter(policy, 'q') ?? parameter(now, 'limit') ?? whole(headers.get('ratelimit-limit')),
    remaining: parameter(now, 'r') ?? parameter(now, 'remaining') ?? whole(headers.get('ratelimit-remaining')),
    resetSeconds: parameter(now, 't') ?? parameter(now, 'reset') ?? whole(headers.get('ratelimit-reset')),
  };
  return Object.values(found).every((value) => value === undefined) ? undefined : found;
}

/** Seconds of a Retry-After header, which is a number or a date. */
export function retryAfterOf(headers: Headers, now: () => number): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = whole(value);
  if (seconds !== undefined) return seconds;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now()) / 1_000));
}

function parameter(field: string, name: string): number | undefined {
  return whole(new RegExp(`(?:^|[;,\\s])${name}=(\\d+)`).exec(field)?.[1]);
}

function whole(text: string | null | undefined): number | undefined {
  return text !== null && text !== undefined && /^\s*\d+/.test(text) ? Number.parseInt(text, 10) : undefined;
}
