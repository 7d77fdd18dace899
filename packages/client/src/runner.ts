import { RecourseError } from './errors.js';
import { safetyOf } from './keyed-acts.js';
import { type PageOptions, Pages } from './pages.js';
import type { Safety } from './retry.policy.js';
import type { CallOptions } from './settings.js';
import { type Incoming, problemOf, type Transport, textAsObject } from './transport.js';
import { toWire } from './wire.js';

/** One operation of `operations/*.graphql`. */
export interface Operation {
  readonly name: string;
  /** Its root field. */
  readonly field: string;
  readonly kind: 'query' | 'mutation';
  readonly text: string;
}

/** What a refusal looks like among the members of a union. */
interface RefusalShape {
  code: string;
  message: string;
  path: string | null;
  retryAfterSeconds: number | null;
  details: Record<string, unknown> | null;
}

/** An answer that is no refusal: those are thrown. */
export type Answered<T> = T extends RefusalShape ? never : T;

/** No variables at all. */
type Nothing = Record<never, never>;
/** The arguments of a method: variables may be left out where none is required. */
type Given<V> = Nothing extends V ? [variables?: V, options?: CallOptions] : [variables: V, options?: CallOptions];
type InputOf<V> = V extends { input: infer I } ? I : never;
type NodeOf<T> = T extends { nodes: (infer N)[] } ? N : never;
type FilterOf<V> = Omit<V, 'first' | 'after'>;
type Filtered<V> =
  object extends FilterOf<V>
    ? [variables?: FilterOf<V>, options?: PageOptions]
    : [variables: FilterOf<V>, options?: PageOptions];

/** Makes methods of operations: with variables, with one input, or a list to go through. */
export interface Runner {
  ask<T, V>(operation: Operation): (...given: Given<V>) => Promise<Answered<T>>;
  act<T, V>(operation: Operation): (input: InputOf<V>, options?: CallOptions) => Promise<Answered<T>>;
  pages<T, V>(operation: Operation): (...given: Filtered<V>) => Pages<NodeOf<T>>;
}

/** Runs operations over GraphQL. */
export function runnerOf(transport: Transport): Runner {
  return {
    ask: (operation) => (variables?: unknown, options?: CallOptions) =>
      rootField(transport, operation, variables as object | undefined, options),
    act: (operation) => (input: unknown, options?: CallOptions) => rootField(transport, operation, { input }, options),
    pages: (operation) => (variables?: object, options?: PageOptions) =>
      new Pages(async (first, after, signal) => {
        const page = await rootField<Connection>(transport, operation, { ...variables, first, after }, { signal });
        return { items: page.nodes as never[], hasMore: page.pageInfo.hasNextPage, cursor: page.pageInfo.endCursor };
      }, options),
  } as Runner;
}

interface Connection {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

function rootField<T>(
  transport: Transport,
  { text, field, kind, name }: Operation,
  variables?: object,
  options?: CallOptions,
): Promise<T> {
  const safety = kind === 'query' ? 'read' : safetyOf(field);
  return execute(transport, { text, name, safety }, variables, options, (data) => {
    return accepted(data[field] as T, transport);
  });
}

/** A value that is no refusal; a refusal is thrown. */
export function accepted<T>(value: T, { last }: Transport): T {
  if (isRefused(value)) throw new RecourseError({ ...value, status: 200, requestId: last?.requestId });
  return value;
}

export interface Execution {
  readonly text: string;
  readonly name?: string | undefined;
  readonly safety: Safety;
}

/** Sends a document and makes a value of its data. Errors of the response, and those `valueIn` throws, may be retried. */
export function execute<T>(
  transport: Transport,
  { text, name, safety }: Execution,
  variables: object | undefined,
  options: CallOptions | undefined,
  valueIn: (data: Record<string, unknown>) => T,
): Promise<T> {
  const body = toWire({ query: text, variables: variables ?? {}, ...(name ? { operationName: name } : {}) });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return transport.send({ method: 'POST', path: '/graphql', headers, body, safety, options }, (incoming) =>
    valueIn(dataOf(incoming)),
  );
}

interface ResponseError {
  message: string;
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: ResponseError[];
}

function dataOf(incoming: Incoming): Record<string, unknown> {
  const answer = textAsObject(incoming.text) as Answer | undefined;
  const error = answer?.errors?.find((one) => !isWithheld(one, answer.data));
  if (error) throw errorOf(error, incoming);
  if (!answer?.data) throw problemOf(incoming);
  return answer.data;
}

/**
 * A field inside the answer may be closed to a key that may do the act itself: it is then null, as on the REST face. Throwing
 * would say of an act that was done that it was not.
 */
function isWithheld(
  { path = [], extensions }: ResponseError,
  data: Record<string, unknown> | null | undefined,
): boolean {
  return extensions?.['code'] === 'FORBIDDEN' && path.length > 1 && data?.[path[0]!] != null;
}

function errorOf({ message, extensions = {} }: ResponseError, { status, headers }: Incoming): RecourseError {
  return new RecourseError({
    code: String(extensions['code'] ?? 'INTERNAL'),
    message,
    status,
    path: extensions['path'] as string | undefined,
    details: extensions['details'] as Record<string, unknown> | undefined,
    retryAfterSeconds: extensions['retryAfterSeconds'] as number | undefined,
    requestId: (extensions['requestId'] as string | undefined) ?? headers.get('x-request-id') ?? undefined,
  });
}

function isRefused(value: unknown): value is RefusalShape {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'message' in value && 'retryAfterSeconds' in value
  );
}
