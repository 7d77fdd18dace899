import { type operations, routes } from './generated/rest.js';
import { safetyOf } from './keyed-acts.js';
import type { Safety } from './retry.policy.js';
import type { CallOptions } from './settings.js';
import { type Incoming, problemOf, type Transport } from './transport.js';
import { fromWire, toWire } from './wire.js';

export type RestOperation = keyof operations;

type Part<T, K extends string> = T extends { [key in K]: infer V } ? V : never;
type PathOf<K extends RestOperation> = Part<operations[K]['parameters'], 'path'>;
type QueryOf<K extends RestOperation> = operations[K]['parameters'] extends { query?: infer Q } ? Q : never;
type JsonOf<T> = T extends { content: { 'application/json': infer J } } ? J : never;
type BodyOf<K extends RestOperation> = operations[K] extends { requestBody?: infer B }
  ? JsonOf<NonNullable<B>> | FormData
  : never;
type SuccessOf<R> = R extends { 200: infer S }
  ? S
  : R extends { 201: infer S }
    ? S
    : R extends { 202: infer S }
      ? S
      : never;

/** What a REST operation answers; the response itself where it is a file. */
export type RestAnswer<K extends RestOperation> = [JsonOf<SuccessOf<operations[K]['responses']>>] extends [never]
  ? Response
  : JsonOf<SuccessOf<operations[K]['responses']>>;

/** The parts of a request: those of the path, the query and the body, as the operation has them. */
export type RestInput<K extends RestOperation> = ([PathOf<K>] extends [never] ? object : { path: PathOf<K> }) & {
  query?: QueryOf<K>;
  body?: BodyOf<K>;
};

interface Loose {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Calls REST operations by their id in openapi.yaml. */
export async function callRest<K extends RestOperation>(
  transport: Transport,
  id: K,
  input: RestInput<K>,
  options?: CallOptions,
): Promise<RestAnswer<K>> {
  const [method, template] = routes[id];
  const { path = {}, query = {}, body } = input as Loose;
  const safety: Safety = method === 'GET' ? 'read' : safetyOf(id);
  const target = `${fill(template, path)}${queryString(query)}`;
  const form = body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json, */*' };
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  const outgoing = { method, path: target, headers, safety, options };
  return transport.send(
    { ...outgoing, body: form ? body : body === undefined ? undefined : toWire(body) },
    (incoming) => successOf(incoming) as RestAnswer<K>,
  );
}

/** The JSON of a success; a refusal is thrown. */
export function successOf(incoming: Incoming): unknown {
  if (incoming.status >= 300) throw problemOf(incoming);
  if (incoming.text === '') return undefined;
  if (incoming.headers.get('content-type')?.includes('json')) return fromWire(incoming.text);
  return new Response(incoming.text, { status: incoming.status, headers: incoming.headers });
}

function fill(template: string, path: Record<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined || value === '') throw new TypeError(`${template} needs path.${name}`);
    return encodeURIComponent(value);
  });
}

/** `?a=1&b=x&b=y`; what is undefined or null is left out, lists are repeated. */
export function queryString(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one) => (one === undefined || one === null ? [] : [[name, String(one)] as [string, string]])),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
