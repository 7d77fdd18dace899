/** As much of JSON Schema as the event catalogue uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
}

const SOME_ID = '01JABCDEFGHJKMNPQRSTVWXYZ0';
const SOME_FEN = '125000';
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-03-01T08:30:00.000Z',
  date: '2026-03-01',
};
/** How descriptions name the form of an id: `case_…`. */
const ID_FORM = /\b([a-z]+)_…/;

/** A value that fits a schema, as close to a real one as the schema tells. */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema.examples) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf({ description: schema.description, ...schema.anyOf[0] } as JsonSchema);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, exampleOf(one)]));
    case 'array':
      return schema.items ? [exampleOf(schema.items)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 1);
    case 'boolean':
      return false;
    case 'string':
      return textOf(schema);
    default:
      return null;
  }
}

function textOf({ format, description, pattern }: JsonSchema): string {
  if (format && FORMATS[format]) return FORMATS[format];
  const id = ID_FORM.exec(description ?? '');
  if (id) return `${id[1]}_${SOME_ID}`;
  return pattern?.includes('\\d') ? SOME_FEN : 'some_code';
}
