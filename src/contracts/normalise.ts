import type { JsonSchema } from '../platform/examples/index.js';
import { type Document, eachSchema, operationsOf, type Parameter } from './document.js';
import { parameterWords } from './parameter-words.js';

type Loose = JsonSchema & { nullable?: boolean; allOf?: JsonSchema[]; example?: unknown };

/** Makes a document of the library's OpenAPI 3.0 habits one of 3.1: null is a type there, and a reference may have neighbours. */
export function normalise(document: Document): void {
  eachSchema(document.components.schemas, speak31);
  for (const { operation } of operationsOf(document)) {
    eachSchema(operation, speak31);
    operation.parameters = (operation.parameters ?? []).map(parameter);
  }
  borrowDescriptions(document);
}

function speak31(schema: Loose): void {
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

/** In a URL nothing is null, and a list is repeated: `?grades=A&grades=B`. */
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

/** A property nobody described means what the property of that name means elsewhere, if that is said in one way only. */
function borrowDescriptions(document: Document): void {
  const said = new Map<string, Set<string>>();
  eachSchema(document.components.schemas, ({ description }, name) => {
    if (name !== '' && description) said.set(name, (said.get(name) ?? new Set()).add(description));
  });
  const borrow = (schema: JsonSchema) => {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const [words] = said.get(name) ?? [];
      if (!property.description && words) property.description = words;
    }
  };
  eachSchema(document.components.schemas, borrow);
  for (const { operation } of operationsOf(document)) eachSchema(operation.requestBody, borrow);
}
