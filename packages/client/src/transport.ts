import type { Credentials } from './credentials.js';
import { RecourseError } from './errors.js';
import { rateLimitOf, retryAfterOf } from './rate-limit.js';
import { retryDelay, type Safety } from './retry.policy.js';
import type { Answered, CallOptions, Settings } from './settings.js';
import { sleep, timeLimit } from './time.js';
import { fromWire } from './wire.js';

/** A request before it is addressed. */
export interface Outgoing {
  readonly method: string;
  /** From the root, `/v1/cases?limit=20`, or a whole address. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  /** A form is read again for each attempt, which a stream could not be. */
  readonly body?: string | FormData | undefined;
  readonly safety: Safety;
  readonly options?: CallOptions | undefined;
  /** Send it without credentials. */
  readonly open?: boolean;
}

/** What came back, read. */
export interface Incoming {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Errors of the network that come before a byte was sent. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Sends requests: with credentials, within a time, again where that is safe; and turns every failure into a RecourseError. */
export class Transport {
  /** What the newest answer said. */
  last: Answered | undefined;

  constructor(
    readonly settings: Settings,
    readonly credentials: Credentials,
  ) {}

  /** Sends until `read` makes a value of an answer, as often as is safe and allowed. `read` throws RecourseErrors. */
  async send<T>(outgoing: Outgoing, read: (incoming: Incoming) => T): Promise<T> {
    const headers = this.keyed(outgoing);
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.signedIn(outgoing, headers, read);
      } catch (error) {
        if (!(error instanceof RecourseError)) throw error;
        const delay = retryDelay(error, outgoing.safety, attempt, this.settings.retry, Math.random);
        if (delay === undefined) throw error;
        await sleep(delay, outgoing.options?.signal);
      }
    }
  }

  /** Opens a stream; what is not a stream is read and thrown. The caller ends it through the signal. */
  async open(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const outgoing: Outgoing = { method: 'GET', path, headers, safety: 'read' };
    return this.withCredentials(outgoing, async (authorization) => {
      const response = await this.fetch(outgoing, { ...headers, ...authorization }, signal);
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      if (response.ok && isStream && response.body) return response;
      throw problemOf({ status: response.status, headers: response.headers, text: await response.text() });
    });
  }

  /** The answer itself, for what is neither text nor JSON; refused answers are thrown. */
  async download(path: string, headers: Record<string, string>, options: CallOptions = {}): Promise<Response> {
    const outgoing: Outgoing = { method: 'GET', path, headers, safety: 'read', options };
    return this.withCredentials(outgoing, async (authorization) => {
      const response = await this.fetch(outgoing, { ...headers, ...authorization }, options.signal);
      if (response.ok) return response;
      throw problemOf({ status: response.status, headers: response.headers, text: await response.text() });
    });
  }

  /** The key is the same over all attempts: that is what makes them one. */
  private keyed({ safety, headers = {}, options }: Outgoing): Record<string, string> {
    if (safety === 'read') return headers;
    return { 'idempotency-key': options?.idempotencyKey ?? globalThis.crypto.randomUUID(), ...headers };
  }

  private signedIn<T>(
    outgoing: Outgoing,
    headers: Record<string, string>,
    read: (incoming: Incoming) => T,
  ): Promise<T> {
    return this.withCredentials(outgoing, async (authorization) => {
      return read(await this.exchange(outgoing, { ...headers, ...authorization }));
    });
  }

  /** Runs one attempt; turned away for its token, it gets one more with a new one. */
  private async withCredentials<T>(
    { open, options }: Outgoing,
    attempt: (authorization: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const token = open ? undefined : await this.credentials.token(options?.signal);
    try {
      return await attempt(bearer(token));
    } catch (error) {
      if (open || !(error instanceof RecourseError) || error.code !== 'UNAUTHENTICATED') throw error;
      const renewed = await this.credentials.renew(token, options?.signal);
      if (renewed === undefined) throw error;
      return attempt(bearer(renewed));
    }
  }

  private async exchange(outgoing: Outgoing, headers: Record<string, string>): Promise<Incoming> {
    const { signal, timeoutMs = this.settings.timeoutMs } = outgoing.options ?? {};
    const limit = timeLimit(timeoutMs, signal);
    try {
      const response = await this.fetch(outgoing, headers, limit.signal);
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      throw limit.reached() ? timeoutError(timeoutMs, error) : whyFailed(error, signal);
    } finally {
      limit.clear();
    }
  }

  private async fetch(
    { method, path, body }: Outgoing,
    headers: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Response> {
    const url = /^https?:/.test(path) ? path : `${this.settings.baseUrl}${path}`;
    try {
      const init = { method, headers: { 'accept-language': this.settings.language, ...headers } };
      const response = await this.settings.fetch(url, {
        ...init,
        ...(body === undefined ? {} : { body }),
        ...(signal === undefined ? {} : { signal }),
        redirect: 'error',
      });
      this.note(method, url, response);
      return response;
    } catch (error) {
      throw whyFailed(error, signal);
    }
  }

  private note(method: string, url: string, { status, headers }: Response): void {
    this.last = {
      method,
      url,
      status,
      requestId: headers.get('x-request-id') ?? undefined,
      replayed: headers.get('idempotency-replayed') === 'true',
      rateLimit: rateLimitOf(headers),
    };
    this.settings.onAnswer(this.last);
  }
}

/** The error of an answer that is not a success: problem+json's, or what can be said without. */
export function problemOf({ status, headers, text }: Incoming): RecourseError {
  const requestId = headers.get('x-request-id') ?? undefined;
  const problem = textAsObject(text);
  const retryAfterSeconds = retryAfterOf(headers, Date.now) ?? (problem?.['retryAfterSeconds'] as number | undefined);
  if (typeof problem?.['code'] !== 'string') {
    const message = `HTTP ${status}: ${text.slice(0, 200) || 'an empty answer'}`;
    return new RecourseError({ code: 'UNEXPECTED_ANSWER', message, status, requestId, retryAfterSeconds });
  }
  return new RecourseError({
    code: problem['code'],
    message: String(problem['detail'] ?? problem['title'] ?? problem['code']),
    status,
    path: problem['path'] as string | undefined,
    details: problem['details'] as Record<string, unknown> | undefined,
    retryAfterSeconds,
    requestId: (problem['requestId'] as string | undefined) ?? requestId,
  });
}

export function textAsObject(text: string): Record<string, unknown> | undefined {
  try {
    const value = fromWire(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

function timeoutError(timeoutMs: number, cause: unknown): RecourseError {
  return new RecourseError({ code: 'TIMEOUT', message: `No answer within ${timeoutMs} ms.`, cause });
}

/** What the caller ended ends with the caller's reason; anything else is the network. */
function whyFailed(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof RecourseError || signal?.aborted) return signal?.aborted ? signal.reason : error;
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  const why = cause?.message ?? (error as Error).message;
  const unsent = UNSENT.has(cause?.code ?? '');
  return new RecourseError({
    code: 'NETWORK',
    message: `The platform cannot be reached: ${why}`,
    unsent,
    cause: error,
  });
}
