import { applyDecorators } from '@nestjs/common';
import { Field, type ReturnTypeFunc } from '@nestjs/graphql';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';

/** What every field of an input class says of itself, on both faces alike. */
export interface FieldOptions {
  description: string;
  /** May be left out or null. */
  nullable?: boolean;
  /** What the API reference shows; made from type and name when left out. */
  example?: unknown;
}

export interface ListOptions extends FieldOptions {
  minItems?: number;
  maxItems?: number;
  /** In an address a list may be one text, `?grades=A,B`; the contract calls it a list or a text. */
  inQuery?: 'list' | 'text';
}

type Rule = PropertyDecorator | undefined | false;

interface FieldPlan {
  /** Nothing for a field that only REST has. */
  graphql?: ReturnTypeFunc | undefined;
  /** The JSON schema of it, besides what its options say; undefined says nothing. */
  rest: Readonly<Record<string, unknown>>;
  /** What holds when it is left out; null is then no answer. */
  defaultValue?: unknown;
  /** Of what type it is, how large, of what form: the caller reads of the first that is broken. */
  rules: readonly Rule[];
}

/** A field of an input class: an `@Field` of GraphQL, an `@ApiProperty` of REST and the rules, from one description. */
export function fieldOf(options: FieldOptions, { graphql, rest, defaultValue, rules }: FieldPlan): PropertyDecorator {
  const { description, nullable = false, example } = options;
  const optional = nullable || defaultValue !== undefined;
  const schema = { description, required: !optional, nullable, example, default: defaultValue, ...rest };
  const given = Object.fromEntries(Object.entries(schema).filter(([, said]) => said !== undefined));
  const all: readonly Rule[] = [
    graphql && Field(graphql, nullable ? { description, nullable } : { description, defaultValue }),
    ApiProperty(given as ApiPropertyOptions),
    ...rules,
    optional && IsOptional(),
  ];
  return applyDecorators(...all.filter((one) => one !== undefined && one !== false));
}

/** How many a list may have. */
export function sizeRules({ minItems, maxItems }: ListOptions): Rule[] {
  return [maxItems !== undefined && ArrayMaxSize(maxItems), minItems !== undefined && ArrayMinSize(minItems)];
}

/** Reads the list that an address has as one text. */
export function listInQuery({ inQuery }: ListOptions): Rule {
  const read = (value: unknown) => (typeof value === 'string' ? value.split(',').filter((word) => word !== '') : value);
  return inQuery !== undefined && Transform(({ value }) => read(value));
}
