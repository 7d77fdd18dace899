import type { GraphQLFormattedError } from 'graphql';

/** Failures of a request that was well-formed as HTTP: nothing ran, and the body says why. */
const NOT_RUN = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * A client that accepts `application/json` alone is an old one, which GraphQL over HTTP answers with status 200 in such a
 * case: any other JSON answer may come from a proxy. Other clients get 400.
 */
export function legacyStatus<S extends number | undefined>(
  status: S,
  errors: readonly GraphQLFormattedError[],
  accept: string | undefined,
): S | 200 {
  if (!accept || !/^\s*application\/json\s*(;[^,]*)?$/i.test(accept) || status !== 400) return status;
  return errors.length > 0 && errors.every(({ extensions }) => NOT_RUN.has(String(extensions?.['code'])))
    ? 200
    : status;
}
