import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { type Fen, fenFromWire, isDay } from '../../kernel/index.js';

/** A value of one of our scalars that cannot be read: the caller's mistake, coded, never a 500. */
function badValue(scalar: string, expected: string, node?: ValueNode): GraphQLError {
  return new GraphQLError(`${scalar} must be ${expected}`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', reason: `must be ${expected}` },
  });
}

interface ScalarPlan<In, Out> {
  name: string;
  description: string;
  expected: string;
  specifiedByURL?: string;
  read(text: string): In | undefined;
  write(value: unknown): Out | undefined;
}

/** A scalar that travels as a JSON string. */
function textScalar<In>(plan: ScalarPlan<In, string>): GraphQLScalarType<In, string> {
  const read = (value: unknown, node?: ValueNode): In => {
    const parsed = typeof value === 'string' ? plan.read(value) : undefined;
    if (parsed === undefined) throw badValue(plan.name, plan.expected, node);
    return parsed;
  };
  return new GraphQLScalarType<In, string>({
    name: plan.name,
    description: plan.description,
    specifiedByURL: plan.specifiedByURL,
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, node),
    serialize(value) {
      const text = plan.write(value);
      if (text === undefined) throw new TypeError(`${plan.name} cannot be written from a ${typeof value}`);
      return text;
    },
  });
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

export function instantFrom(text: string): Date | undefined {
  if (!RFC3339.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Money: bigint fen inside, a string of an integer on the wire, since JSON numbers are floats. */
export const FenScalar = textScalar<Fen>({
  name: 'Fen',
  description:
    'An amount of money in fen (1 CNY = 100 fen) as a string of an integer, such as "125000" for 1,250.00 CNY.',
  expected: 'a string of an integer number of fen, such as "125000"',
  read: fenFromWire,
  write: (value) => (typeof value === 'bigint' ? value.toString() : undefined),
});

/** A calendar day; plain text inside as well. Called `Date` in the schema. */
export const DayScalar = textScalar<string>({
  name: 'Date',
  description: 'A calendar day in China, YYYY-MM-DD.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  expected: 'a calendar day written YYYY-MM-DD',
  read: (text) => (isDay(text) ? text : undefined),
  write: (value) => (isDay(value) ? value : undefined),
});

/** A moment; a JavaScript Date inside. Called `DateTime` in the schema. */
export const InstantScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'A moment in time as an RFC 3339 timestamp; answered in UTC with milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  expected: 'an RFC 3339 timestamp such as "2026-03-01T08:30:00Z"',
  read: instantFrom,
  write: (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function record(value: unknown, node?: ValueNode): Record<string, unknown> {
  if (!isRecord(value)) throw badValue('JSONObject', 'a JSON object', node);
  return value;
}

/** A JSON object whose fields depend on the case at hand, such as the details of a refusal. */
export const JsonObjectScalar = new GraphQLScalarType<Record<string, unknown>>({
  name: 'JSONObject',
  description: 'A JSON object whose fields depend on the case at hand.',
  parseValue: (value) => record(value),
  parseLiteral: (node, variables) => record(valueFromASTUntyped(node, variables), node),
  serialize: (value) => record(value),
});
