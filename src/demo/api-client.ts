import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Arguments,
  mutationText,
  type Outcome,
  type RefusalAnswer,
  UnexpectedAnswer,
  variablesOf,
} from './answers.js';
import type { Tally } from './tally.js';
import { formBytes, Wire, type WireAnswer } from './wire.js';

/** Refusals that only ask to come again: the client waits as told and repeats with the same Idempotency-Key. */
const COME_AGAIN = ['BUSY', 'RATE_LIMITED'];
const MOST_TRIES = 30;

export interface ClientOptions {
  /** Who this is, for messages. */
  readonly name: string;
  readonly url: string;
  readonly tally: Tally;
  /** Access token or API key; absent before login. */
  readonly token?: string;
  readonly connections?: number;
}

/** One client of the public API: its own connections, every answer checked, every refusal counted. */
export class ApiClient {
  private readonly wire: Wire;

  constructor(private readonly options: ClientOptions) {
    this.wire = new Wire(options.url, options.connections ?? 1);
  }

  /** The same client with other credentials or connections. */
  as(change: Partial<ClientOptions>): ApiClient {
    return new ApiClient({ ...this.options, ...change });
  }

  /** Asks a query and answers its one field. Errors: UnexpectedAnswer. */
  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const data = await this.graphql(query, variables, undefined);
    return Object.values(data)[0] as T;
  }

  /** Does an act that must be done. Errors: UnexpectedAnswer with the whole refusal. */
  async act<T>(name: string, given: Arguments, wanted: string): Promise<T> {
    return ((await this.attempt<T>(name, given, wanted, [])) as { done: T }).done;
  }

  /** Does an act that may be refused with one of these codes. Errors: UnexpectedAnswer for any other. */
  async attempt<T>(name: string, given: Arguments, wanted: string, may: readonly string[]): Promise<Outcome<T>> {
    const key = randomUUID();
    const [type] = wanted.split(' ');
    for (let tries = 1; ; tries += 1) {
      const data = await this.graphql(mutationText(name, given, wanted), variablesOf(given), key);
      const answer = data[name] as { __typename: string };
      if (answer?.__typename === type) return { done: answer as T };
      const refused = answer as unknown as RefusalAnswer;
      const again = COME_AGAIN.includes(refused?.code) && tries < MOST_TRIES;
      if (!again && !may.includes(refused?.code)) throw this.unexpected(name, answer);
      this.options.tally.refused(refused.code);
      if (!again) return { refused };
      await sleep((refused.retryAfterSeconds ?? 0.2) * 1000);
    }
  }

  /** A REST call that must succeed; answers its JSON. Errors: UnexpectedAnswer with the problem. */
  async rest<T>(method: 'GET' | 'POST', path: string, body?: FormData | object, key?: string): Promise<T> {
    const answer = await this.restAnswer(method, path, body, key);
    if (answer.status < 200 || answer.status > 299) throw this.unexpected(`${method} ${path}`, problemOf(answer));
    return JSON.parse(answer.text) as T;
  }

  /** Hands a document in and answers its id. */
  async upload(bytes: Buffer, filename: string, purpose: string): Promise<string> {
    const form = new FormData();
    form.set('purpose', purpose);
    form.set('file', new Blob([new Uint8Array(bytes)]), filename);
    return (await this.rest<{ id: string }>('POST', '/v1/files', form)).id;
  }

  close(): void {
    this.wire.close();
  }

  private async restAnswer(method: 'GET' | 'POST', path: string, body?: FormData | object, key?: string) {
    const encoded =
      body instanceof FormData
        ? await formBytes(body)
        : body && { body: Buffer.from(JSON.stringify(body)), contentType: 'application/json' };
    this.options.tally.requests += 1;
    return this.wire.send({
      method,
      path,
      headers: { ...this.headers(key), ...(encoded ? { 'content-type': encoded.contentType } : {}) },
      body: encoded?.body,
    });
  }

  private async graphql(query: string, variables: object, key: string | undefined): Promise<Record<string, unknown>> {
    this.options.tally.requests += 1;
    const body = Buffer.from(JSON.stringify({ query, variables }));
    const headers = { ...this.headers(key), 'content-type': 'application/json' };
    const answer = await this.wire.send({ method: 'POST', path: '/graphql', headers, body });
    const parsed = readJson(answer) as { data?: Record<string, unknown>; errors?: unknown } | undefined;
    if (answer.status !== 200 || !parsed?.data || parsed.errors) throw this.unexpected(query, problemOf(answer));
    return parsed.data;
  }

  private headers(key: string | undefined): Record<string, string> {
    const { token } = this.options;
    return {
      accept: 'application/json',
      'accept-language': 'en',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    };
  }

  private unexpected(what: string, answer: unknown): UnexpectedAnswer {
    return new UnexpectedAnswer(this.options.name, what, answer);
  }
}

function readJson(answer: WireAnswer): unknown {
  try {
    return JSON.parse(answer.text);
  } catch {
    return undefined;
  }
}

function problemOf(answer: WireAnswer): unknown {
  return { status: answer.status, body: readJson(answer) ?? answer.text.slice(0, 2_000) };
}
