import type { GraphQLFormattedError } from 'graphql';

/** Failures of a request that was well-formed as HTTP: nothing ran, and the body says why. */
const NOT_RUN = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * Who accepts `application/json` alone is an old client, to whom GraphQL over HTTP says such failures with status 200: what
 * stands between may have answered anything else in JSON. Everybody else is told 400.
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
