import { type ArgumentMetadata, applyDecorators, type PipeTransform } from '@nestjs/common';
import { Field, ID } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';
import {
  type Fen,
  fenFromWire,
  ID_PREFIX,
  type IdKind,
  invalid,
  isDay,
  parsePublicId,
  reasonText,
} from '../../kernel/index.js';
import { DayScalar, FenScalar } from './scalars.js';

/** What every field decorator of an input class may be told. */
export interface InputFieldOptions {
  description: string;
  /** May be left out or null. */
  nullable?: boolean;
}

export interface FenFieldOptions extends InputFieldOptions {
  /** At least 1 fen. Without it, zero is allowed and a negative amount is not, unless `signed`. */
  positive?: boolean;
  signed?: boolean;
}

/** Stands in the input for a value that could not be read, so that validation names it; never reaches a service. */
class Unreadable {
  constructor(readonly reason: string) {}
}

/** A pipe for one id argument: the public id of a kind goes in, its uuid comes out. `@Args('caseId', idOf('case'))`. */
export function idOf(kind: IdKind): PipeTransform<unknown, string> {
  return {
    transform(value: unknown, metadata: ArgumentMetadata): string {
      const uuid = parsePublicId(kind, value);
      if (uuid !== undefined) return uuid;
      throw invalid('NOT_THAT_ID', { path: metadata.data ?? 'id', ...sampleOf(kind) });
    },
  };
}

/**
 * A pipe for one text argument: trimmed, 1 to `max` characters, no control characters but line breaks.
 * `@Args('reason', textOf('reason', 500))`. A missing optional argument stays missing.
 */
export function textOf(path: string, max: number): PipeTransform<unknown, string | undefined> {
  return {
    transform(value: unknown): string | undefined {
      if (value === undefined || value === null) return undefined;
      const text = typeof value === 'string' ? value.trim() : '';
      const length = [...text].length;
      if (length >= 1 && length <= max && !/[^\P{Cc}\n\r\t]/u.test(text)) return text;
      throw invalid('NOT_TEXT_OF_LENGTH', { path, least: 1, most: max });
    },
  };
}

/** The same for an id argument that may be left out. */
export function optionalIdOf(kind: IdKind): PipeTransform<unknown, string | undefined> {
  const required = idOf(kind);
  return {
    transform: (value, metadata) =>
      value === undefined || value === null ? undefined : required.transform(value, metadata),
  };
}

/** An id of a kind: `case_01J…` outside, a uuid inside. Serves an InputType and a REST body alike. */
export function IdField(kind: IdKind, options: InputFieldOptions): PropertyDecorator {
  const read = (value: unknown) =>
    parsePublicId(kind, value) ?? new Unreadable(reasonText('NOT_THAT_ID', sampleOf(kind)));
  return applyDecorators(
    Field(() => ID, options),
    ApiProperty({ ...restOptions(options), type: String, example: `${ID_PREFIX[kind]}_01JABCDEFGHJKMNPQRSTVWXYZ0` }),
    ...readable(read, options),
  );
}

/** Several ids of a kind; at most `max`, 100 by default. */
export function IdsField(kind: IdKind, options: InputFieldOptions & { max?: number }): PropertyDecorator {
  const max = options.max ?? 100;
  const read = (value: unknown) => {
    if (!Array.isArray(value) || value.length > max) return new Unreadable(reasonText('TOO_MANY_IDS', { max }));
    const uuids = value.map((id) => parsePublicId(kind, id));
    return uuids.every((uuid) => uuid !== undefined)
      ? uuids
      : new Unreadable(reasonText('NOT_THAT_ID_EACH', sampleOf(kind)));
  };
  const { description, nullable } = options;
  return applyDecorators(
    Field(() => [ID], { description, nullable }),
    ApiProperty({ ...restOptions(options), type: [String] }),
    ...readable(read, options),
  );
}

/** Money in fen: a string outside, a bigint inside. */
export function FenField(options: FenFieldOptions): PropertyDecorator {
  const least = options.signed ? undefined : options.positive ? 1n : 0n;
  const read = (value: unknown): Fen | Unreadable => {
    const fen = typeof value === 'bigint' ? value : fenFromWire(value);
    if (fen === undefined) return new Unreadable('NOT_FEN');
    return least !== undefined && fen < least ? new Unreadable(reasonText('FEN_TOO_SMALL', { least })) : fen;
  };
  const { description, nullable } = options;
  return applyDecorators(
    Field(() => FenScalar, { description, nullable }),
    ApiProperty({ ...restOptions(options), type: String, pattern: '^-?\\d{1,15}$', example: '125000' }),
    ...readable(read, options),
  );
}

/** A calendar day, YYYY-MM-DD. */
export function DayField(options: InputFieldOptions): PropertyDecorator {
  const read = (value: unknown) => (isDay(value) ? value : new Unreadable('NOT_A_DAY'));
  return applyDecorators(
    Field(() => DayScalar, options),
    ApiProperty({ ...restOptions(options), type: String, format: 'date' }),
    ...readable(read, options),
  );
}

function sampleOf(kind: IdKind) {
  return { kind, example: `${ID_PREFIX[kind]}_01J…` };
}

function restOptions(options: InputFieldOptions) {
  return { description: options.description, required: !options.nullable, nullable: options.nullable ?? false };
}

/** Reads the wire value once, then lets validation report what could not be read. */
function readable(read: (value: unknown) => unknown, options: InputFieldOptions): PropertyDecorator[] {
  const decorators: PropertyDecorator[] = [
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
  return options.nullable ? [...decorators, IsOptional()] : decorators;
}
