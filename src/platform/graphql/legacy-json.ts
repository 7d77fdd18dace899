import type { GraphQLResponse } from '@apollo/server';

/** Failures of a request that was well-formed as HTTP: nothing ran, and the body says why. */
const NOT_RUN = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * Who accepts `application/json` alone is an old client, to whom GraphQL over HTTP says such failures with status 200: what
 * stands between may have answered anything else in JSON. Everybody else is told 400.
 */
export function legacyStatus(response: GraphQLResponse, accept: string | undefined): void {
  if (!accept || !/^\s*application\/json\s*(;[^,]*)?$/i.test(accept) || response.body.kind !== 'single') return;
  const { errors } = response.body.singleResult;
  const codes = errors?.map(({ extensions }) => String(extensions?.['code'])) ?? [];
  if (response.http.status === 400 && codes.length > 0 && codes.every((code) => NOT_RUN.has(code)))
    response.http.status = 200;
}
