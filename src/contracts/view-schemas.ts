import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { JsonSchema } from '../platform/examples/index.js';
import { listedIn } from '../platform/faces/index.js';

const REF = '#/components/schemas/';

/** How each scalar of the GraphQL face looks in JSON. */
const SCALARS: Record<string, JsonSchema> = {
  ID: { type: 'string', pattern: '^[a-z]{2,6}_[0-9A-HJKMNP-TV-Z]{26}$' },
  String: { type: 'string' },
  Int: { type: 'integer' },
  Boolean: { type: 'boolean' },
  Fen: { type: 'string', pattern: '^-?\\d{1,18}$' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
  JSONObject: { type: 'object', additionalProperties: true },
};

/** The components of these names and of all they refer to, read from the GraphQL types of the views. */
export function viewSchemas(schema: GraphQLSchema, names: Iterable<string>): Record<string, JsonSchema> {
  const made: Record<string, JsonSchema> = {};
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (made[name]) continue;
    const listed = listedIn(name);
    made[name] = listed === undefined ? component(schema.getType(name), name) : listOf(listed);
    open.push(...referencesIn(made[name]));
  }
  return made;
}

/** The names of the components that something refers to, at any depth. */
export function referencesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const { $ref } = value as JsonSchema;
  const own = typeof $ref === 'string' && $ref.startsWith(REF) ? [$ref.slice(REF.length)] : [];
  return own.concat(Object.values(value).flatMap(referencesIn));
}

function component(type: GraphQLNamedType | undefined, name: string): JsonSchema {
  if (isObjectType(type)) return objectSchema(type);
  if (isEnumType(type)) return enumSchema(type);
  throw new Error(`an answer refers to ${name}, which is not a view`);
}

/** Every field is required, if only as null. REST has no fields with arguments. */
function objectSchema(type: GraphQLObjectType): JsonSchema {
  const fields = Object.values(type.getFields()).filter((field) => field.args.length === 0);
  return {
    type: 'object',
    ...(type.description ? { description: type.description } : {}),
    required: fields.map(({ name }) => name).sort(),
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
  };
}

function fieldSchema({ type, description }: GraphQLField<unknown, unknown>): JsonSchema {
  return { ...valueSchema(type), ...(description ? { description } : {}) };
}

function valueSchema(type: GraphQLOutputType): JsonSchema {
  if (isNonNullType(type)) return presentSchema(type.ofType);
  const present = presentSchema(type);
  if (present.$ref !== undefined) return { anyOf: [present, { type: 'null' }] };
  return { ...present, type: [present.type as string, 'null'] };
}

function presentSchema(type: GraphQLOutputType): JsonSchema {
  if (isListType(type)) return { type: 'array', items: valueSchema(type.ofType) };
  const { name } = type as GraphQLNamedType;
  return SCALARS[name] ?? { $ref: REF + name };
}

function enumSchema(type: GraphQLEnumType): JsonSchema {
  const values = type.getValues();
  const words = values.map(({ name, description }) => `- \`${name}\`: ${description ?? ''}`.trimEnd());
  return {
    type: 'string',
    enum: values.map(({ name }) => name),
    description: [type.description ?? '', '', ...words].join('\n'),
  };
}

function listOf(name: string): JsonSchema {
  return {
    type: 'object',
    description: `One page of a list of ${name}.`,
    required: ['data', 'hasMore', 'nextCursor'],
    properties: {
      data: { type: 'array', items: { $ref: REF + name }, description: 'The page.' },
      nextCursor: {
        type: ['string', 'null'],
        description: 'Pass it as `cursor` to get the next page; null on the last.',
      },
      hasMore: { type: 'boolean', description: 'Whether there are more pages.' },
    },
  };
}
