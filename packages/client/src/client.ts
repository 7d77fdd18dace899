import { Batches } from './batches.js';
import { type Credentials, fixedCredentials } from './credentials.js';
import { RecourseError } from './errors.js';
import { Files } from './files.js';
import { Areas } from './generated/operations.js';
import { Hall } from './hall.js';
import { Events } from './live.js';
import { OAuthCredentials } from './oauth.js';
import { retryAfterOf } from './rate-limit.js';
import { callRest, type RestAnswer, type RestInput, type RestOperation, successOf } from './rest.js';
import { accepted, execute, runnerOf } from './runner.js';
import { SessionCredentials } from './session.js';
import { type Answered, type CallOptions, type RecourseOptions, type Settings, settingsOf } from './settings.js';
import { type Incoming, Transport, textAsObject } from './transport.js';
import { toWire } from './wire.js';

/** A GraphQL document: its text, or what a code generator makes of it. */
export type Document<TData, TVariables> =
  | string
  | {
      readonly loc?: { readonly source: { readonly body: string } } | undefined;
      readonly __apiType?: (variables: TVariables) => TData;
    }
  | (string & { readonly __apiType?: (variables: TVariables) => TData });

/**
 * A client of the platform. `new Recourse({ baseUrl, apiKey })`; its areas have a method for what people do
 * (`client.grabs.grab({ caseId })`), `query` takes any GraphQL document, `rest` any REST operation.
 *
 * What the platform refuses is thrown as a RecourseError with its code, like every other failure; see `isRefusal`.
 */
export class Recourse extends Areas {
  readonly hall: Hall;
  readonly batches: Batches;
  readonly files: Files;
  readonly events: Events;
  private readonly transport: Transport;

  constructor(options: RecourseOptions = {}) {
    const settings = settingsOf(options);
    const transport = new Transport(settings, credentialsOf(options, settings));
    const run = runnerOf(transport);
    super(run);
    this.transport = transport;
    this.hall = new Hall(transport, run);
    this.batches = new Batches(transport, run);
    this.files = new Files(transport);
    this.events = new Events(transport);
  }

  /** Who is asking: organisation, member and scopes. */
  me(options?: CallOptions) {
    return this.account.me({}, options);
  }

  /** What the newest answer said: request id, allowance, whether it was a replay. */
  get lastAnswer(): Answered | undefined {
    return this.transport.last;
  }

  /**
   * Runs any GraphQL document and answers its data as it is: members of result unions that are refusals are not thrown. A
   * mutation is sent again after a lost answer only when you give its idempotency key and the mutation keeps one.
   */
  query<TData = Record<string, unknown>, TVariables extends object = Record<string, unknown>>(
    document: Document<TData, TVariables>,
    variables?: TVariables,
    options?: CallOptions,
  ): Promise<TData> {
    return this.execute(document, variables, options, (data) => data as TData);
  }

  /**
   * Runs a GraphQL document with one root field as the methods do: answers that field's value and throws what is refused.
   */
  ask<T, TVariables extends object = Record<string, unknown>>(
    document: Document<Record<string, T>, TVariables>,
    variables?: TVariables,
    options?: CallOptions,
  ): Promise<T> {
    return this.execute(document, variables, options, (data) => accepted(Object.values(data)[0] as T, this.transport));
  }

  /** Calls any REST operation by its id in openapi.yaml: `client.rest('getStatement', { path: { period: '2026-10' } })`. */
  rest<K extends RestOperation>(id: K, ...given: RestGiven<K>): Promise<RestAnswer<K>> {
    const [input = {} as RestInput<K>, options] = given;
    return callRest(this.transport, id, input, options);
  }

  private execute<T, TData, TVariables extends object>(
    document: Document<TData, TVariables>,
    variables: TVariables | undefined,
    options: CallOptions | undefined,
    valueIn: (data: Record<string, unknown>) => T,
  ): Promise<T> {
    const text = typeof document === 'object' && 'loc' in document ? document.loc!.source.body : String(document);
    const safety = !writes(text) ? 'read' : options?.idempotencyKey === undefined ? 'once' : 'keyed';
    return execute(this.transport, { text, safety }, variables, options, valueIn);
  }
}

type RestGiven<K extends RestOperation> =
  object extends RestInput<K>
    ? [input?: RestInput<K>, options?: CallOptions]
    : [input: RestInput<K>, options?: CallOptions];

/** Whether a document may change something; the word in a comment or a field's name makes it careful, no more. */
function writes(text: string): boolean {
  return /\bmutation\b/.test(text);
}

function credentialsOf(options: RecourseOptions, settings: Settings): Credentials {
  const { apiKey, login, session, sessionStore, oauth, onSession } = options;
  const given = [apiKey, login ?? session ?? sessionStore, oauth].filter((one) => one !== undefined);
  if (given.length > 1) throw new TypeError('give one of apiKey, login or session, and oauth');
  const plain = new Transport(settings, fixedCredentials(undefined));
  if (oauth) {
    const tokenUrl = oauth.tokenUrl ?? `${settings.baseUrl}/oauth/token`;
    return new OAuthCredentials((url, form, headers) => postForm(plain, url, form, headers), oauth, tokenUrl);
  }
  if (!login && !session && !sessionStore) return fixedCredentials(apiKey);
  const post = (path: string, body: object, safety: 'once' | 'keyed') =>
    plain.send(
      { method: 'POST', path, headers: { 'content-type': 'application/json' }, body: toWire(body), safety },
      (incoming) => successOf(incoming) as Record<string, unknown>,
    );
  return new SessionCredentials(post, { login, tokens: session, onSession, store: sessionStore });
}

/** Asking for a token has no effect that a second asking could double. */
function postForm(plain: Transport, path: string, form: Record<string, string>, headers: Record<string, string>) {
  const type = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const body = new URLSearchParams(form).toString();
  return plain.send({ method: 'POST', path, headers: { ...type, ...headers }, body, safety: 'read' }, (incoming) =>
    grantOf(incoming),
  );
}

/** A token endpoint says no in OAuth's words (RFC 6749, section 5.2). */
function grantOf(incoming: Incoming): Record<string, unknown> {
  const { error, error_description: words } = textAsObject(incoming.text) ?? {};
  if (typeof error !== 'string') return successOf(incoming) as Record<string, unknown>;
  const { status, headers } = incoming;
  const requestId = headers.get('x-request-id') ?? undefined;
  const facts = { status, requestId, retryAfterSeconds: retryAfterOf(headers, Date.now) };
  throw new RecourseError({ code: error.toUpperCase(), message: String(words ?? error), ...facts });
}
