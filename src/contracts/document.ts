import type { JsonSchema } from '../platform/examples/index.js';

/** The parts of an OpenAPI 3.1 document that this folder changes; the library's own types are of 3.0. */
export interface Document {
  info: Record<string, unknown>;
  servers?: unknown[];
  tags?: { name: string; description: string }[];
  paths: Record<string, Partial<Record<Verb, Operation>>>;
  webhooks?: Record<string, unknown>;
  components: { schemas: Record<string, JsonSchema> } & Record<string, Record<string, unknown>>;
}

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Content>; description?: string; required?: boolean };
  responses: Record<string, Response>;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  description?: string;
  schema?: JsonSchema;
  example?: unknown;
  style?: string;
  explode?: boolean;
}

export interface Content {
  schema?: JsonSchema;
  example?: unknown;
  examples?: Record<string, unknown>;
}

export interface Response {
  $ref?: string;
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, Content>;
}

export const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Verb = (typeof VERBS)[number];

export interface Placed {
  readonly path: string;
  readonly verb: Verb;
  readonly operation: Operation;
}

/** Every operation of a document with its place. */
export function operationsOf(document: Pick<Document, 'paths'>): Placed[] {
  return Object.entries(document.paths).flatMap(([path, verbs]) =>
    VERBS.flatMap((verb) => (verbs[verb] ? [{ path, verb, operation: verbs[verb] }] : [])),
  );
}

const NO_SCHEMAS = new Set(['example', 'examples', 'enum', 'x-refusals']);

/** Every JSON schema below a value, that is everything with properties, items or a type of its own. */
export function eachSchema(value: unknown, visit: (schema: JsonSchema, name: string) => void, name = ''): void {
  if (value === null || typeof value !== 'object') return;
  const schema = value as JsonSchema & Record<string, unknown>;
  if (!Array.isArray(value) && isSchema(schema)) visit(schema, name);
  for (const [key, inner] of Object.entries(schema)) {
    if (NO_SCHEMAS.has(key)) continue;
    if (key !== 'properties') eachSchema(inner, visit, name);
    else for (const [field, one] of Object.entries(inner as object)) eachSchema(one, visit, field);
  }
}

function isSchema({ type, $ref, anyOf, oneOf, allOf }: JsonSchema & Record<string, unknown>): boolean {
  const typed = typeof type === 'string' || Array.isArray(type);
  return typed || $ref !== undefined || anyOf !== undefined || oneOf !== undefined || allOf !== undefined;
}
