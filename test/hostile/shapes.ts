import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
} from 'graphql';
import { parse } from 'yaml';
import { BODIES, leastBody, leastOf } from '../contracts/matrix/values.js';

/** One way of sending values in: a root field of GraphQL or a route of REST. */
export interface Shape {
  readonly face: 'graphql' | 'rest';
  /** As the map of access names it: `Mutation.postCase`, `POST /v1/cases`. */
  readonly name: string;
  /** Every value it takes, each well-formed. */
  make(): Record<string, unknown>;
  /** The request that carries the values. */
  request(values: unknown): { method: string; path: string; body?: string };
}

/** Where a value stands within others. */
export type Path = readonly (string | number)[];

const text = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');
const UNKNOWN: Record<string, string> = {
  case: 'case_01JABCDEFGHJKMNPQRSTVWXYZ0',
  grab: 'grab_01JABCDEFGHJKMNPQRSTVWXYZ0',
  file: 'file_01JABCDEFGHJKMNPQRSTVWXYZ0',
};

/** Every query, mutation and route with a body; `idOf` gives an id for a name of an argument or field. */
export function shapes(idOf: (name: string) => string | undefined): Shape[] {
  const schema = buildSchema(text('src/schema.graphql'));
  const openapi = parse(text('openapi.yaml')) as OpenApi;
  const id = (place: string) => {
    const name = place.split('.').pop()!;
    return idOf(name) ?? UNKNOWN[name.replace(/Id$/, '')] ?? UNKNOWN['case']!;
  };
  const roots = [
    ['query', Object.values(schema.getQueryType()!.getFields())],
    ['mutation', Object.values(schema.getMutationType()!.getFields())],
  ] as const;
  return [
    ...roots.flatMap(([kind, fields]) =>
      fields.filter(({ args }) => args.length > 0).map((field) => graphqlShape(kind, field, id)),
    ),
    ...Object.entries(openapi.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).flatMap(([verb, described]) => {
        const body = described.requestBody?.content['application/json']?.schema;
        return body ? [restShape(verb.toUpperCase(), path, body, openapi, id)] : [];
      }),
    ),
  ];
}

function graphqlShape(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  id: (place: string) => string,
): Shape {
  const declared = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const inside = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  const query = `${kind} (${declared}) { ${field.name}(${given}) ${inside} }`;
  return {
    face: 'graphql',
    name: `${kind === 'query' ? 'Query' : 'Mutation'}.${field.name}`,
    make: () => Object.fromEntries(field.args.map((arg) => [arg.name, wholeOf(arg.type, arg.name, id, 0)])),
    request: (variables) => ({ method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) }),
  };
}

/** Every field there is, each with a value that means something. */
function wholeOf(type: GraphQLInputType, name: string, id: (place: string) => string, depth: number): unknown {
  const bare = getNullableType(type);
  if (isInputObjectType(bare)) {
    if (depth > 4) return {};
    const fields = Object.values(bare.getFields());
    return Object.fromEntries(fields.map((field) => [field.name, wholeOf(field.type, field.name, id, depth + 1)]));
  }
  if (isListType(bare) && isInputObjectType(getNamedType(bare))) return [wholeOf(bare.ofType, name, id, depth)];
  return leastOf(bare, name, name, id);
}

interface JsonSchema {
  $ref?: string;
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

interface OpenApi {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: JsonSchema }> } }>>;
  components: { schemas: Record<string, JsonSchema> };
}

function restShape(
  verb: string,
  path: string,
  body: JsonSchema,
  openapi: OpenApi,
  id: (place: string) => string,
): Shape {
  const { schemas } = openapi.components;
  const name = `${verb} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
  const filled = path.replace(/\{(\w+)\}/g, (_, place: string) => id(place));
  return {
    face: 'rest',
    name,
    make: () => (BODIES[name]?.() ?? wholeBody(body, schemas, id)) as Record<string, unknown>,
    request: (values) => ({ method: verb, path: filled, body: JSON.stringify(values) }),
  };
}

function wholeBody(schema: JsonSchema, schemas: Record<string, JsonSchema>, id: (place: string) => string): unknown {
  const found = schema.$ref ? schemas[schema.$ref.split('/').pop()!]! : (schema.allOf?.[0] ?? schema);
  if (!found.properties) return leastBody(found as never, schemas as never, '', 'body', id);
  const every = { ...found, required: Object.keys(found.properties) };
  return leastBody(every as never, schemas as never, '', 'body', id);
}

/** The places of all values of some kind within a value. */
export function placesOf(value: unknown, fits: (leaf: unknown) => boolean, path: Path = []): Path[] {
  const own = fits(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, one]) => placesOf(one, fits, [...path, key]))];
}

/** The same value with another at a place. */
export function withAt(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.with(Number(key), withAt(value[Number(key)], rest, other));
  return { ...(value as object), [key]: withAt((value as Record<string, unknown>)[key], rest, other) };
}

/** Numbers in an order that is the same each time: a sample of a measure is always the same one. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
