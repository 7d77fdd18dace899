import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { parse } from 'yaml';
import type { Entrance } from '../../../src/platform/access/index.js';
import type { TestApp } from '../../support/app.js';
import { operationOf } from '../../support/client.js';
import { PDF } from '../../support/samples.js';
import { streamed, subscribed } from './streams.js';
import { BODIES, type IdAt, leastBody, leastOf, namesIds } from './values.js';

/** What came back: the code of the refusal, `EMPTY` for an empty list or nothing, `DATA` for anything else. */
export interface Outcome {
  readonly code: string;
  /** The whole answer, for the message of a failed test. */
  readonly answer: string;
}

export type Ids = Readonly<Record<string, string>>;

/** One entrance as something that can be called. */
export interface Call {
  readonly entrance: Entrance;
  /** Where it takes ids: `caseId`, `input.fileId`, `filter.caseId`. */
  readonly places: readonly string[];
  send(app: TestApp, token: string | undefined, ids: Ids): Promise<Outcome>;
}

const text = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');

/** Makes every entrance callable. Throws for one it does not know how to call. */
export function callsOf(entrances: readonly Entrance[]): Call[] {
  const schema = buildSchema(text('src/schema.graphql'));
  const openapi = parse(text('openapi.yaml')) as OpenApi;
  return entrances.map((entrance) =>
    entrance.face === 'graphql' ? graphqlCall(entrance, schema) : restCall(entrance, openapi),
  );
}

function graphqlCall(entrance: Entrance, schema: GraphQLSchema): Call {
  const [kind, name] = entrance.name.split('.') as ['Query' | 'Mutation' | 'Subscription', string];
  const roots = {
    Query: schema.getQueryType(),
    Mutation: schema.getMutationType(),
    Subscription: schema.getSubscriptionType(),
  };
  const field = roots[kind]?.getFields()[name];
  if (!field) throw new Error(`${entrance.name} (${entrance.handler}) is an entrance this matrix cannot call`);
  const places = placesIn((idAt) => argumentsOf(field, idAt));
  return {
    entrance,
    places,
    async send(app, token, ids) {
      const args = argumentsOf(field, (place) => ids[place] ?? 'missing');
      const words = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' } as const;
      const { query, variables } = operationOf(words[kind], name, args, selectionOf(field));
      if (kind === 'Subscription') return subscribed(app, token, query, variables);
      const answer = await app.graphql(query, variables, token);
      const data = answer.data?.[name];
      const code = answer.errors?.[0]?.extensions['code'] ?? data?.code ?? (isEmpty(data) ? 'EMPTY' : 'DATA');
      return { code, answer: `${JSON.stringify(variables)} → ${JSON.stringify(answer.errors ?? data)}` };
    },
  };
}

/** Where a value asks for ids. */
function placesIn(make: (idAt: IdAt) => unknown): string[] {
  const places: string[] = [];
  make((place) => {
    places.push(place);
    return '';
  });
  return places;
}

function argumentsOf(field: GraphQLField<unknown, unknown>, idAt: IdAt) {
  const wanted = field.args.filter((arg) => isRequiredArgument(arg) || namesIds(arg.type));
  return Object.fromEntries(
    wanted.map((arg) => [arg.name, [String(arg.type), leastOf(arg.type, arg.name, arg.name, idAt)] as const]),
  );
}

/** Just enough to tell data from a refusal and a full page from an empty one. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (isUnionType(type)) return '__typename ... on Refusal { code message details }';
  if (isObjectType(type) && type.getFields()['nodes']) return '__typename nodes { __typename }';
  return '__typename';
}

function isEmpty(data: unknown): boolean {
  if (data === null || data === undefined) return true;
  if (Array.isArray(data)) return data.length === 0;
  const { nodes, data: rows } = data as { nodes?: unknown[]; data?: unknown[] };
  return (nodes ?? rows)?.length === 0;
}

interface OpenApi {
  paths: Record<string, Record<string, RestOperation>>;
  components: { schemas: Record<string, object> };
}

interface RestOperation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses?: Record<string, { content?: Record<string, object> }>;
}

function restCall(entrance: Entrance, openapi: OpenApi): Call {
  const [verb, path] = entrance.name.split(' ') as [string, string];
  const described = openapi.paths[path.replace(/:(\w+)/g, '{$1}')]?.[verb.toLowerCase()];
  if (!described) throw new Error(`${entrance.name} (${entrance.handler}) is not in openapi.yaml`);
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const inQuery = (described.parameters ?? []).filter((one) => one.in === 'query' && /Id$/.test(one.name));
  const body = described.requestBody?.content['application/json']?.schema;
  const live = described.responses?.['200']?.content?.['text/event-stream'] !== undefined;
  const multipart = described.requestBody?.content['multipart/form-data'] && !body;
  const bodyFor = (idAt: IdAt) =>
    BODIES[entrance.name]?.() ?? (body ? leastBody(body, openapi.components.schemas, '', 'body', idAt) : undefined);
  const inBody = placesIn(bodyFor);
  const idsInPath = inPath.filter((name) => /^id$|Id$/.test(name));
  return {
    entrance,
    places: [...idsInPath, ...inQuery.map(({ name }) => `query.${name}`), ...inBody],
    async send(app, token, ids) {
      const url = path.replace(
        /:(\w+)/g,
        (_, name: string) => (idsInPath.includes(name) ? ids[name] : undefined) ?? PARTS[name] ?? name,
      );
      if (live) return streamed(app, token, url);
      let request = app.rest()[verb.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'](url);
      for (const { name } of inQuery)
        if (ids[`query.${name}`]) request = request.query({ [name]: ids[`query.${name}`] });
      if (token) request = request.set('authorization', `Bearer ${token}`);
      const answer = multipart
        ? await request.field('purpose', 'evidence').attach('file', PDF, 'paper.pdf')
        : await request.send(bodyFor((place) => ids[place] ?? 'missing') as object | undefined);
      // A table that has its headers alone is an empty list; any row makes it data.
      const bare = answer.type === 'text/csv' && answer.text.trimEnd().split('\n').length === 1;
      const empty = bare || isEmpty(answer.body);
      const code = answer.status >= 400 ? (answer.body?.code ?? `HTTP ${answer.status}`) : empty ? 'EMPTY' : 'DATA';
      return { code, answer: `${url} → ${answer.status} ${answer.text?.slice(0, 500)}` };
    },
  };
}

/** Parts of a path that are no ids. */
const PARTS: Record<string, string> = {
  period: new Date().toISOString().slice(0, 7),
  format: 'xlsx',
  lineNumber: '1',
};
