import { Args, ID } from '@nestjs/graphql';
import type { IdKind } from '../../kernel/index.js';
import { idOf } from './argument-pipes.js';

/** An id argument of the GraphQL face: the public id of a kind outside, its uuid inside. `@IdArg('caseId', 'case', 'The case.')`. */
export function IdArg(name: string, kind: IdKind, description: string): ParameterDecorator {
  return Args(name, { type: () => ID, description }, idOf(kind));
}
