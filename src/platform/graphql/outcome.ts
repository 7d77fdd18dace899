import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type CompiledOperation, realErrors } from './compiled.js';
import { inLanguage, logUnexpected, shapeError, withoutSuggestion, withRequestId } from './error-shape.js';
import type { GraphqlContext } from './graphql-answer.js';

/** The outcome of a compiled operation; `data` is absent when its variables were refused and nothing ran. */
export interface Outcome {
  readonly status: 200 | 400;
  readonly errors?: GraphQLFormattedError[];
  readonly data?: unknown;
}

/** Runs a compiled operation. Never falls back to the server once it has begun: a mutation would run twice. */
export async function outcomeOf(
  compiled: CompiledOperation,
  variables: Record<string, unknown>,
  context: GraphqlContext,
): Promise<Outcome> {
  let result: ExecutionResult;
  try {
    result = await compiled(variables, context);
  } catch (error) {
    result = { data: null, errors: [new GraphQLError('execution failed', { originalError: error as Error })] };
  }
  if (!result.errors) return { status: 200, data: result.data };
  const errors = realErrors(result.errors).map(asUserInput);
  logUnexpected(errors, context);
  if (result.data === undefined) return { status: 400, errors: errors.map(formatted) };
  return { status: 200, errors: errors.map(formatted), data: result.data };
}

/** Errors as this caller gets them. In production without suggestions, for variables too. */
export function errorsFor(
  context: GraphqlContext,
  errors: readonly GraphQLFormattedError[],
  production: boolean,
): GraphQLFormattedError[] {
  return errors.map((error) => {
    const named = inLanguage(withRequestId(error, context), context.locale);
    return production ? withoutSuggestion(named) : named;
  });
}

/** The same rule as Apollo's: an error that points at a variable's definition is the caller's. */
function asUserInput(error: GraphQLError): GraphQLError {
  if (!error.nodes?.length || error.nodes[0]?.kind !== 'VariableDefinition' || error.extensions['code']) return error;
  const { nodes, message, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, originalError, extensions: { ...extensions, code: 'BAD_USER_INPUT' } });
}

function formatted(error: GraphQLError): GraphQLFormattedError {
  const { http: _, ...extensions } = error.extensions;
  const code = extensions['code'] ?? 'INTERNAL_SERVER_ERROR';
  return shapeError({ ...error.toJSON(), extensions: { ...extensions, code } }, error);
}
