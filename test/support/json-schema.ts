/** The part of JSON Schema that our contracts use. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  format?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

const REF = '#/components/schemas/';
const FORMATS: Record<string, RegExp> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
};

/**
 * Where a value breaks its schema; empty when it fits. Stricter than a client has to be: a property that the schema does not
 * declare is a fault, since what is not in the contract must not leave the house.
 */
export function faultsOf(value: unknown, schema: Schema, components: Record<string, Schema>, path = '$'): string[] {
  const check = (inner: unknown, by: Schema, at: string) => faultsOf(inner, by, components, at);
  if (schema.$ref) {
    const target = components[schema.$ref.slice(REF.length)];
    return target ? check(value, target, path) : [`${path}: ${schema.$ref} is nowhere`];
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const tried = choices.map((option) => check(value, option, path));
    return tried.some((faults) => faults.length === 0) ? [] : (tried[0] ?? []);
  }
  const types = [schema.type ?? []].flat();
  const type = typeOf(value);
  if (!types.includes(type) && !(type === 'integer' && types.includes('number')))
    return [`${path}: ${type}, not ${types.join(' or ') || 'described at all'}`];
  const beyond = sizeFault(value, schema);
  if (beyond) return [`${path}: ${beyond}`];
  if (type === 'array')
    return (value as unknown[]).flatMap((one, i) => check(one, schema.items ?? {}, `${path}[${i}]`));
  if (type === 'object') return objectFaults(value as Record<string, unknown>, schema, path, check);
  return type === 'string' ? textFaults(value as string, schema, path) : [];
}

function objectFaults(
  value: Record<string, unknown>,
  { properties = {}, required = [], additionalProperties }: Schema,
  path: string,
  check: (inner: unknown, by: Schema, at: string) => string[],
): string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}.${name}: missing`);
  const inner = Object.entries(value).flatMap(([name, one]) => {
    const schema = properties[name];
    if (schema) return check(one, schema, `${path}.${name}`);
    return additionalProperties ? [] : [`${path}.${name}: not declared`];
  });
  return [...missing, ...inner];
}

/** What is too small or too large about a number, a text or a list. */
function sizeFault(value: unknown, schema: Schema): string | undefined {
  const within = (size: number, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY) =>
    size >= least && size <= most ? undefined : `${size} is not within ${least} and ${most}`;
  if (typeof value === 'number') return within(value, schema.minimum, schema.maximum);
  if (typeof value === 'string') return within([...value].length, schema.minLength, schema.maxLength);
  return Array.isArray(value) ? within(value.length, schema.minItems, schema.maxItems) : undefined;
}

function textFaults(value: string, { enum: words, pattern, format }: Schema, path: string): string[] {
  if (words && !words.includes(value)) return [`${path}: ${value} is none of its words`];
  const shape = pattern ? new RegExp(pattern) : FORMATS[format ?? ''];
  return shape && !shape.test(value) ? [`${path}: ${value} is not of the shape ${shape.source}`] : [];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
