import type { OAuthClient } from './oauth.js';
import type { RateLimit } from './rate-limit.js';
import { RETRY, type RetrySettings } from './retry.policy.js';
import type { MemberLogin, SessionStore, Tokens } from './session.js';

/** How a client is made. Give one of `apiKey`, `login`, `session`, `sessionStore` and `oauth`; without any, only public acts work. */
export interface RecourseOptions {
  /** Where the platform is; http://localhost:3000 unless told. */
  baseUrl?: string;
  /** `rk_live_…` or `rk_test_…`. */
  apiKey?: string;
  /** A member's email address and password; tokens are fetched and renewed as needed. */
  login?: MemberLogin;
  /** A session begun elsewhere, such as a stored one. */
  session?: Tokens;
  /** Told of each new pair of tokens, to store them. The refresh token before has stopped working by then. */
  onSession?: (tokens: Tokens) => void | Promise<void>;
  /** Where the session is kept, for several processes to share it. */
  sessionStore?: SessionStore;
  /** OAuth 2 client credentials. */
  oauth?: OAuthClient;
  /** The language of messages; en unless told. */
  language?: 'en' | 'zh-CN';
  /** Milliseconds one attempt may take; 30,000 unless told. */
  timeoutMs?: number;
  /** How failures are met: `{ retries: 0 }` for never. */
  retry?: Partial<RetrySettings>;
  /** Told of every answer, for logs and metrics. */
  onAnswer?: (answered: Answered) => void;
  /** What to fetch with; the global `fetch` unless told. */
  fetch?: typeof fetch;
}

/** What may be said of one call. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds one attempt may take. */
  timeoutMs?: number;
  /**
   * The key of an act, 1 to 255 printable ASCII characters: the same key and input have one effect, however often they are
   * sent, for 30 days. Made up and kept over retries when left out; give your own to be safe across restarts too.
   */
  idempotencyKey?: string;
}

/** One answer, as `onAnswer` is told. */
export interface Answered {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly requestId: string | undefined;
  /** Whether it is the answer of an earlier request with the same idempotency key. */
  readonly replayed: boolean;
  readonly rateLimit: RateLimit | undefined;
}

/** The options with everything decided. */
export interface Settings {
  readonly baseUrl: string;
  readonly language: string;
  readonly timeoutMs: number;
  readonly retry: RetrySettings;
  readonly fetch: typeof fetch;
  readonly onAnswer: (answered: Answered) => void;
}

export function settingsOf(options: RecourseOptions): Settings {
  return {
    baseUrl: (options.baseUrl ?? 'http://localhost:3000').replace(/\/+$/, ''),
    language: options.language ?? 'en',
    timeoutMs: options.timeoutMs ?? 30_000,
    retry: { ...RETRY, ...options.retry },
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onAnswer: options.onAnswer ?? (() => undefined),
  };
}
