import { applyDecorators, Header, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiOperation } from '@nestjs/swagger';
import type { RefusalClass } from '../../kernel/index.js';
import { type Deprecation, deprecationHeaders, deprecationWords } from './deprecation.policy.js';

const REFUSALS = 'recourse:refusals';
const EXAMPLE = 'recourse:request-example';
export const IDEMPOTENCY_KEY = 'Idempotency-Key';

/**
 * The refusals of an operation besides the common ones. Needed only where no mutation of the same name lists them in its
 * result union already: `@Refuses(TooManyRows, FileEmpty)`.
 */
export const Refuses = (...refusals: RefusalClass[]) => SetMetadata(REFUSALS, refusals);

/** An example of the body, more telling than the one generated from its schema. */
export const RequestExample = (example: unknown) => SetMetadata(EXAMPLE, example);

/** Declares that the operation may be repeated with the same `Idempotency-Key`: its service runs it once. */
export const Idempotent = () =>
  ApiHeader({
    name: IDEMPOTENCY_KEY,
    required: false,
    description:
      'Makes it safe to repeat a request: the repetition gets the first answer again, marked ' +
      '`Idempotency-Replayed: true`. Kept for 30 days.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '5f0c2a52-7d3c-4f0e-9a35-0f6b1c2d3e4f',
  });

/** Marks an operation that will be removed: in the contract, and in the header fields of every answer. */
export function Deprecated(deprecation: Deprecation): MethodDecorator {
  const headers = Object.entries(deprecationHeaders(deprecation)).map(([name, value]) => Header(name, value));
  return applyDecorators(...headers, ApiOperation({ deprecated: true, description: deprecationWords(deprecation) }));
}

/** What the decorators declared of a handler. */
export interface DeclaredFacts {
  refusals: readonly RefusalClass[];
  requestExample: unknown;
}

export function declaredFacts(handler: object): DeclaredFacts {
  return {
    refusals: (Reflect.getMetadata(REFUSALS, handler) as RefusalClass[] | undefined) ?? [],
    requestExample: Reflect.getMetadata(EXAMPLE, handler),
  };
}
