import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { Args, ID } from '@nestjs/graphql';
import { type IdKind, invalid, parsePublicId } from '../../kernel/index.js';
import { exampleOf } from './fields.js';

/** A pipe for one id argument: the public id of a kind goes in, its uuid comes out. `@Args('caseId', idOf('case'))`. */
export function idOf(kind: IdKind): PipeTransform<unknown, string> {
  return {
    transform(value: unknown, metadata: ArgumentMetadata): string {
      const uuid = parsePublicId(kind, value);
      if (uuid !== undefined) return uuid;
      throw invalid('NOT_THAT_ID', { path: metadata.data ?? 'id', ...exampleOf(kind) });
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

/** An id argument of the GraphQL face: the public id of a kind outside, its uuid inside. `@IdArg('caseId', 'case', 'The case.')`. */
export function IdArg(name: string, kind: IdKind, description: string): ParameterDecorator {
  return Args(name, { type: () => ID, description }, idOf(kind));
}
