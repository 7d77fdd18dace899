import type { JsonSchema } from '../platform/examples/index.js';
import { type Document, eachSchema, operationsOf, type Parameter } from './document.js';
import { parameterWords } from './parameter-words.js';

type Loose = JsonSchema & { nullable?: boolean; allOf?: JsonSchema[]; example?: unknown };

/** Turns the library's OpenAPI 3.0 document into one of 3.1: null is a type there, and a reference may have neighbours. */
export function normalise(document: Document): void {
  eachSchema(document.components.schemas, toOpenapi31);
  for (const { operation } of operationsOf(document)) {
    eachSchema(operation, toOpenapi31);
    operation.parameters = (operation.parameters ?? []).map(parameter);
  }
  borrowDescriptions(document);
}

function toOpenapi31(schema: Loose): void {
  if (schema.allOf?.length === 1 && schema.allOf[0]?.$ref) {
    schema.$ref = schema.allOf[0].$ref;
    delete schema.allOf;
  }
  if (schema.nullable === true) becomeNullable(schema);
  delete schema.nullable;
}

function becomeNullable(schema: Loose): void {
  if (schema.$ref) {
    schema.anyOf = [{ $ref: schema.$ref }, { type: 'null' }];
    delete schema.$ref;
  } else if (typeof schema.type === 'string') schema.type = [schema.type, 'null'];
}

/** A parameter of a URL is never null, and a list is repeated: `?grades=A&grades=B`. */
function parameter(given: Parameter): Parameter {
  if (given.$ref) return given;
  const schema: Loose = { ...given.schema };
  if (Array.isArray(schema.type)) schema.type = schema.type.find((one) => one !== 'null') ?? 'string';
  if (schema.type === 'number') schema.type = 'integer';
  const { example, ...plain } = schema;
  return {
    ...given,
    description: given.description ?? parameterWords(given.name),
    schema: plain,
    ...(example === undefined ? {} : { example }),
    ...(schema.type === 'array' ? { style: 'form', explode: true } : {}),
  };
}

/** A property without a description takes that of the property of the same name elsewhere. */
function borrowDescriptions(document: Document): void {
  const known = new Map<string, Set<string>>();
  eachSchema(document.components.schemas, ({ description }, name) => {
    if (name !== '' && description) known.set(name, (known.get(name) ?? new Set()).add(description));
  });
  const borrow = (schema: JsonSchema) => {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const [words] = known.get(name) ?? [];
      if (!property.description && words) property.description = words;
    }
  };
  eachSchema(document.components.schemas, borrow);
  for (const { operation } of operationsOf(document)) eachSchema(operation.requestBody, borrow);
}
