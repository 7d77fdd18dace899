import { type Credentials, SingleFlight, whileWanted } from './credentials.js';
import { isRefusal, RecourseError } from './errors.js';

/** What a member logs in with. */
export interface MemberLogin {
  readonly email: string;
  readonly password: string;
}

/** A session's tokens. Whoever holds them acts as the member: keep them as one keeps a password. */
export interface Tokens {
  readonly accessToken: string;
  /** RFC 3339. */
  readonly accessTokenExpiresAt: string;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt?: string;
}

/** Posts JSON without credentials and answers what came back; `once` for what must not be sent twice. */
export type Post = (path: string, body: object, how: 'once' | 'keyed') => Promise<Record<string, unknown>>;

/**
 * Where a session is kept when several processes share it. A refresh token works once, and a second use of it ends the
 * session: so whoever renews it is alone, looks first whether another has done it, and writes before it lets go.
 */
export interface SessionStore {
  alone<T>(work: () => Promise<T>): Promise<T>;
  read(): Promise<Tokens | undefined>;
  write(tokens: Tokens): Promise<void>;
}

export interface SessionOptions {
  readonly login?: MemberLogin | undefined;
  readonly tokens?: Tokens | undefined;
  readonly onSession?: ((tokens: Tokens) => void | Promise<void>) | undefined;
  readonly store?: SessionStore | undefined;
  readonly now?: () => number;
}

/** An access token is renewed this long before it ends, so that it does not end on the way. */
const EARLY_MS = 30_000;

/** A member's session: logs in when first needed, renews before the end, one renewal at a time. */
export class SessionCredentials implements Credentials {
  private tokens: Tokens | undefined;
  private readonly renewal = new SingleFlight<Tokens>();
  private readonly now: () => number;

  constructor(
    private readonly post: Post,
    private readonly options: SessionOptions,
  ) {
    this.tokens = options.tokens;
    this.now = options.now ?? Date.now;
  }

  async token(signal?: AbortSignal): Promise<string | undefined> {
    const { tokens } = this;
    if (tokens && Date.parse(tokens.accessTokenExpiresAt) - EARLY_MS > this.now()) return tokens.accessToken;
    return (
      await whileWanted(
        this.renewal.run(() => this.fetchTokens()),
        signal,
      )
    ).accessToken;
  }

  async renew(refused: string | undefined, signal?: AbortSignal): Promise<string | undefined> {
    // Somebody else may have renewed it in the meantime.
    if (this.tokens && this.tokens.accessToken !== refused) return this.tokens.accessToken;
    return (
      await whileWanted(
        this.renewal.run(() => this.fetchTokens()),
        signal,
      )
    ).accessToken;
  }

  private isFresh({ accessTokenExpiresAt }: Tokens): boolean {
    return Date.parse(accessTokenExpiresAt) - EARLY_MS > this.now();
  }

  private fetchTokens(): Promise<Tokens> {
    const { store } = this.options;
    if (!store) return this.newTokens();
    return store.alone(async () => {
      const stored = await store.read();
      const isNews = stored !== undefined && stored.accessToken !== this.tokens?.accessToken;
      this.tokens = stored ?? this.tokens;
      if (isNews && this.isFresh(stored)) return stored;
      const tokens = await this.newTokens();
      await store.write(tokens);
      return tokens;
    });
  }

  private async newTokens(): Promise<Tokens> {
    const tokens = (await this.refreshed()) ?? (await this.loggedIn());
    this.tokens = tokens;
    await this.options.onSession?.(tokens);
    return tokens;
  }

  /** New tokens for the refresh token; undefined when it is used up and a password is there to log in with instead. */
  private async refreshed(): Promise<Tokens | undefined> {
    if (!this.tokens) return undefined;
    const { refreshToken } = this.tokens;
    try {
      return tokensOf(await this.post('/v1/auth/refresh', { refreshToken }, 'once'));
    } catch (error) {
      if (isRefusal(error, 'REFRESH_REFUSED')) this.tokens = undefined;
      // Without an answer nobody knows whether the token is used up; with a password that does not matter.
      if (this.options.login && isRefusal(error, 'REFRESH_REFUSED', 'NETWORK', 'TIMEOUT')) return undefined;
      throw error;
    }
  }

  private async loggedIn(): Promise<Tokens> {
    const { login } = this.options;
    if (!login) {
      throw new RecourseError({ code: 'UNAUTHENTICATED', message: 'The session is over; log in again.', status: 401 });
    }
    return tokensOf(await this.post('/v1/auth/login', { email: login.email, password: login.password }, 'keyed'));
  }
}

/** The tokens among what a login, a registration or a refresh answered. */
export function tokensOf(answer: object): Tokens {
  const { accessToken, accessTokenExpiresAt, refreshToken, refreshTokenExpiresAt } = answer as Tokens;
  return {
    accessToken,
    accessTokenExpiresAt,
    refreshToken,
    ...(refreshTokenExpiresAt === undefined ? {} : { refreshTokenExpiresAt }),
  };
}
