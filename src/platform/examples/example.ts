import { ID_PREFIX, type IdKind, sampleId } from '../../kernel/index.js';

/** A JSON Schema as OpenAPI 3.1 has it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  additionalProperties?: boolean;
}

export type Components = Readonly<Record<string, JsonSchema>>;

/** The values of an example that the schema's structure leaves open. */
export interface ExampleWords {
  text(schema: JsonSchema, field: string, owner: string): string | null;
  number(schema: JsonSchema, field: string): number;
  /** A more telling value than the first one of the enum of that name. */
  word?(owner: string): string | undefined;
  /** Shows a nullable component as null. */
  nullsShown?: boolean;
}

const KINDS = Object.keys(ID_PREFIX) as IdKind[];

/** A value that fits a schema: a declared one, else one from `words`. `owner` names the component of the field. */
export function exampleOf(
  schema: JsonSchema,
  words: ExampleWords,
  components: Components = {},
  field = '',
  owner = '',
): unknown {
  const below = (inner: JsonSchema, name = field) => exampleOf(inner, words, components, name, owner);
  if (schema.example !== undefined) return schema.example;
  if (schema.examples) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return exampleOf(components[name] ?? {}, words, components, field, name);
  }
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => below(one)));
  const [choice] = schema.oneOf ?? schema.anyOf ?? [];
  if (choice) return words.nullsShown ? null : below({ description: schema.description, ...choice } as JsonSchema);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return words.word?.(owner) ?? schema.enum[0];
  return plainExample(schema, words, below, field, owner);
}

function plainExample(
  schema: JsonSchema,
  words: ExampleWords,
  below: (schema: JsonSchema, field?: string) => unknown,
  field: string,
  owner: string,
): unknown {
  switch ([schema.type].flat().find((one) => one !== 'null')) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, below(one, name)]));
    case 'array':
      return [below(schema.items ?? {})];
    case 'integer':
    case 'number':
      return words.number(schema, field);
    case 'boolean':
      return true;
    default:
      return words.text(schema, field, owner);
  }
}

/** Values by format, description, pattern and bounds alone, whatever the field's name. */
export const PLAIN_WORDS: ExampleWords = {
  text: ({ format, description, pattern }) =>
    textOfFormat(format) ?? idInWords(description) ?? (pattern?.includes('\\d') ? '125000' : 'some_code'),
  number: ({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }) => Math.min(Math.max(3, minimum), maximum),
};

export function textOfFormat(format: string | undefined): string | undefined {
  return { date: '2026-03-01', 'date-time': '2026-03-01T08:30:00.000Z' }[format ?? ''];
}

/** An id of the kind that a description shows: "The batch, bat_…." */
export function idInWords(description = ''): string | undefined {
  const prefix = /\b([a-z]{2,6})_…/.exec(description)?.[1];
  const kind = KINDS.find((one) => ID_PREFIX[one] === prefix);
  return kind && sampleId(kind);
}
