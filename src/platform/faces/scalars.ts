import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { type Fen, fenFromWire, isDay, reasonWords } from '../../kernel/index.js';

type BadValue = 'NOT_FEN' | 'NOT_A_DAY' | 'NOT_AN_INSTANT' | 'NOT_A_JSON_OBJECT';

/** A value of one of our scalars that cannot be read: the caller's mistake, coded, never a 500. */
function badValue(scalar: string, reasonCode: BadValue, node?: ValueNode): GraphQLError {
  return new GraphQLError(`${scalar} ${reasonWords(reasonCode, 'en')}`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', reasonCode },
  });
}

interface ScalarPlan<In, Out> {
  name: string;
  description: string;
  otherwise: BadValue;
  specifiedByURL?: string;
  read(text: string): In | undefined;
  write(value: unknown): Out | undefined;
}

/** A scalar that travels as a JSON string. */
function textScalar<In>(plan: ScalarPlan<In, string>): GraphQLScalarType<In, string> {
  const read = (value: unknown, node?: ValueNode): In => {
    const parsed = typeof value === 'string' ? plan.read(value) : undefined;
    if (parsed === undefined) throw badValue(plan.name, plan.otherwise, node);
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
  otherwise: 'NOT_FEN',
  read: fenFromWire,
  write: (value) => (typeof value === 'bigint' ? value.toString() : undefined),
});

/** A calendar day; plain text inside as well. Called `Date` in the schema. */
export const DayScalar = textScalar<string>({
  name: 'Date',
  description: 'A calendar day in China, YYYY-MM-DD.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  otherwise: 'NOT_A_DAY',
  read: (text) => (isDay(text) ? text : undefined),
  write: (value) => (isDay(value) ? value : undefined),
});

/** A moment; a JavaScript Date inside. Called `DateTime` in the schema. */
export const InstantScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'A moment in time as an RFC 3339 timestamp; answered in UTC with milliseconds.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  otherwise: 'NOT_AN_INSTANT',
  read: instantFrom,
  write: (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function record(value: unknown, node?: ValueNode): Record<string, unknown> {
  if (!isRecord(value)) throw badValue('JSONObject', 'NOT_A_JSON_OBJECT', node);
  return value;
}

/** A JSON object without a fixed set of fields, such as the details of a refusal. */
export const JsonObjectScalar = new GraphQLScalarType<Record<string, unknown>>({
  name: 'JSONObject',
  description: 'A JSON object without a fixed set of fields.',
  parseValue: (value) => record(value),
  parseLiteral: (node, variables) => record(valueFromASTUntyped(node, variables), node),
  serialize: (value) => record(value),
});
