import type { Type as ClassOf } from '@nestjs/common';
import { ID, Int } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import {
  type Fen,
  fenFromWire,
  ID_PREFIX,
  type IdKind,
  isDay,
  MAX_FEN,
  parsePublicId,
  reasonText,
  sampleId,
} from '../../kernel/index.js';
import { type FieldOptions, fieldOf, type ListOptions, listInQuery, sizeRules } from './field.js';
import { DayScalar, FenScalar, InstantScalar, instantFrom, JsonObjectScalar } from './scalars.js';

/** The words of an enum that `wordsEnum` made; a list of words for a field that only REST has. */
type Words = Readonly<Record<string, string>> | readonly string[];

/** Replaces an input value that could not be parsed, so that validation reports it; never reaches a service. */
class Unreadable {
  constructor(readonly reason: string) {}
}

/** An id of a kind: `case_01J…` outside, a uuid inside. */
export function IdField(kind: IdKind, options: FieldOptions): PropertyDecorator {
  const read = (value: unknown) =>
    parsePublicId(kind, value) ?? new Unreadable(reasonText('NOT_THAT_ID', exampleOf(kind)));
  return fieldOf(
    { example: sampleId(kind), ...options },
    { graphql: () => ID, rest: { type: String }, rules: readable(read) },
  );
}

/** Money in fen: a string outside, a bigint inside. At least 0, or 1 when `positive`; any amount when `signed`. */
export function FenField(options: FieldOptions & { positive?: boolean; signed?: boolean }): PropertyDecorator {
  const least = options.signed ? -MAX_FEN : options.positive ? 1n : 0n;
  const read = (value: unknown): Fen | Unreadable => {
    const fen = typeof value === 'bigint' ? value : fenFromWire(value);
    if (fen === undefined) return new Unreadable('NOT_FEN');
    return fen < least ? new Unreadable(reasonText('FEN_TOO_SMALL', { least })) : fen;
  };
  return fieldOf(
    { example: '125000', ...options },
    { graphql: () => FenScalar, rest: { type: String, pattern: '^-?\\d{1,15}$' }, rules: readable(read) },
  );
}

/** A calendar day, YYYY-MM-DD. */
export function DayField(options: FieldOptions): PropertyDecorator {
  const read = (value: unknown) => (isDay(value) ? value : new Unreadable('NOT_A_DAY'));
  return fieldOf(options, { graphql: () => DayScalar, rest: { type: String, format: 'date' }, rules: readable(read) });
}

/** A moment: a Date from the GraphQL scalar, or RFC 3339 text from REST. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  return fieldOf(options, {
    graphql: () => InstantScalar,
    rest: { type: String, format: 'date-time' },
    rules: [
      Transform(({ value }) => (typeof value === 'string' ? (instantFrom(value) ?? value) : value)),
      IsDate({ message: 'NOT_AN_INSTANT' }),
    ],
  });
}

/** One of the words of an enum. */
export function WordField(words: Words, options: FieldOptions & { defaultValue?: string }): PropertyDecorator {
  const { defaultValue } = options;
  return fieldOf(options, {
    graphql: enumOf(words),
    rest: { type: String, enum: [...wordsOf(words)], nullable: false },
    defaultValue,
    rules: [IsIn(wordsOf(words))],
  });
}

/** Several of the words of an enum. */
export function WordsField(words: Words, options: ListOptions): PropertyDecorator {
  const list = { type: String, enum: [...wordsOf(words)], isArray: true, nullable: false };
  return fieldOf(options, {
    graphql: enumOf(words, true),
    rest: options.inQuery === 'text' ? { type: String, nullable: false } : list,
    rules: [listInQuery(options), IsArray(), ...sizeRules(options), IsIn(wordsOf(words), { each: true })],
  });
}

/** A whole number; `inQuery` also reads the text of a query. */
export function CountField(options: FieldOptions & { min?: number; max?: number; inQuery?: boolean }) {
  const { min, max, inQuery } = options;
  const read = (value: unknown) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value);
  return fieldOf(options, {
    graphql: () => Int,
    rest: { type: 'integer', minimum: min, maximum: max },
    rules: [
      inQuery && Transform(({ value }) => read(value)),
      IsInt(),
      min !== undefined && Min(min),
      max !== undefined && Max(max),
    ],
  });
}

/** Yes or no; `inQuery` also reads the text of a query. */
export function FlagField(options: FieldOptions & { defaultValue?: boolean; inQuery?: boolean }): PropertyDecorator {
  const { defaultValue, inQuery } = options;
  const read = (value: unknown) => (value === 'true' ? true : value === 'false' ? false : value);
  return fieldOf(options, {
    graphql: () => Boolean,
    rest: { type: Boolean },
    defaultValue,
    rules: [inQuery && Transform(({ value }) => read(value)), IsBoolean()],
  });
}

/** A JSON object; its module checks the contents. */
export function JsonField(options: FieldOptions): PropertyDecorator {
  return fieldOf(options, {
    graphql: () => JsonObjectScalar,
    rest: { type: 'object', additionalProperties: true },
    rules: [IsObject()],
  });
}

/** A nested input. */
export function Nested(type: () => ClassOf, options: FieldOptions): PropertyDecorator {
  return fieldOf(options, { graphql: type, rest: { type: () => type() }, rules: [Type(type), ValidateNested()] });
}

/** A list of nested inputs. */
export function NestedList(type: () => ClassOf, options: ListOptions & { maxItems: number }): PropertyDecorator {
  return fieldOf(options, {
    graphql: () => [type()],
    rest: { type: () => [type()], maxItems: options.maxItems },
    rules: [Type(type), IsArray(), ...sizeRules(options), ValidateNested({ each: true })],
  });
}

/** The details of `NOT_THAT_ID`: the kind of id and an example. */
export function exampleOf(kind: IdKind): { kind: IdKind; example: string } {
  return { kind, example: `${ID_PREFIX[kind]}_01J…` };
}

function wordsOf(words: Words): readonly string[] {
  return Array.isArray(words) ? words : Object.keys(words);
}

function enumOf(words: Words, list = false) {
  return Array.isArray(words) ? undefined : () => (list ? [words] : words);
}

/** Parses the wire value once, then lets validation report what could not be parsed. */
function readable(read: (value: unknown) => unknown): PropertyDecorator[] {
  return [
    Transform(({ value }) => (value === undefined || value === null ? value : read(value))),
    ValidateBy({
      name: 'readable',
      validator: {
        validate: (value: unknown) => value !== undefined && value !== null && !(value instanceof Unreadable),
        defaultMessage: (args?: ValidationArguments) =>
          args?.value instanceof Unreadable ? args.value.reason : 'MUST_BE_GIVEN',
      },
    }),
  ];
}
