import { applyDecorators } from '@nestjs/common';
import { Field, type ReturnTypeFunc } from '@nestjs/graphql';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';

/** The options of every field of an input class, for both faces. */
export interface FieldOptions {
  description: string;
  /** May be left out or null. */
  nullable?: boolean;
  /** The example in the API reference; generated from type and name when absent. */
  example?: unknown;
}

export interface ListOptions extends FieldOptions {
  minItems?: number;
  maxItems?: number;
  /** In a query a list may be one text, `?grades=A,B`; the contract declares it as a list or as a text. */
  inQuery?: 'list' | 'text';
}

type Rule = PropertyDecorator | undefined | false;

interface FieldPlan {
  /** Undefined for a field that only REST has. */
  graphql?: ReturnTypeFunc | undefined;
  /** Further keywords of the JSON schema; undefined ones are left out. */
  rest: Readonly<Record<string, unknown>>;
  /** The value when it is left out; null is then invalid. */
  defaultValue?: unknown;
  /** Rules by type, size and form, in this order: the answer names the first violation. */
  rules: readonly Rule[];
}

/** A field of an input class: an `@Field` of GraphQL, an `@ApiProperty` of REST and the rules, from one description. */
export function fieldOf(options: FieldOptions, { graphql, rest, defaultValue, rules }: FieldPlan): PropertyDecorator {
  const { description, nullable = false, example } = options;
  const optional = nullable || defaultValue !== undefined;
  const schema = { description, required: !optional, nullable, example, default: defaultValue, ...rest };
  const given = Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
  const all: readonly Rule[] = [
    graphql && Field(graphql, nullable ? { description, nullable } : { description, defaultValue }),
    ApiProperty(given as ApiPropertyOptions),
    ...rules,
    optional && IsOptional(),
  ];
  return applyDecorators(...all.filter((one) => one !== undefined && one !== false));
}

/** The rules of a list's length. */
export function sizeRules({ minItems, maxItems }: ListOptions): Rule[] {
  return [maxItems !== undefined && ArrayMaxSize(maxItems), minItems !== undefined && ArrayMinSize(minItems)];
}

/** Splits a list that a query holds as one text. */
export function listInQuery({ inQuery }: ListOptions): Rule {
  const read = (value: unknown) => (typeof value === 'string' ? value.split(',').filter((word) => word !== '') : value);
  return inQuery !== undefined && Transform(({ value }) => read(value));
}
