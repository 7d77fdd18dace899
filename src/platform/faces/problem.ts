import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorAddress, InvalidInput, type Locale, localeOf, refusalSpec, titleOf } from '../../kernel/index.js';
import { type Answer, answerOf, internalAnswer, namedById } from './answer.js';

/** A problem document (RFC 9457) with our members. */
export interface Problem extends Omit<Answer, 'message'> {
  type: string;
  title: string;
  detail: string;
  requestId: string;
}

/** The problem document of an answer. `type` is the page that explains the code, `title` the code in words. */
export function problemOf(answer: Answer, requestId: string, locale: Locale = 'en'): Problem {
  const { code, status, message: detail, requestId: _, ...facts } = answer;
  const type = refusalSpec(code) ? errorAddress(code) : 'about:blank';
  return { type, title: titleOf(code, locale), status, detail, code, requestId, ...facts };
}

/** The language a request asks for. */
export function localeOfRequest(request: FastifyRequest): Locale {
  return localeOf(request.headers['accept-language']);
}

/** The challenge of RFC 6750 §3: a token is needed, this one is invalid, or which scope it lacks. */
function challengeOf({ status, details }: Answer, request: FastifyRequest): string | undefined {
  if (status === 401) return request.headers.authorization ? 'Bearer error="invalid_token"' : 'Bearer';
  const scope = status === 403 ? details?.['requiredScope'] : undefined;
  return typeof scope === 'string' ? `Bearer error="insufficient_scope", scope="${scope}"` : undefined;
}

/** Sends an error as problem+json. Returns false for a fault of ours, so that the caller logs it. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  const locale = localeOfRequest(request);
  const known = answerOf(namedForRest(error, request), locale);
  const answer = known ?? internalAnswer(request.id, locale);
  if (reply.sent) return known !== undefined;
  if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', String(answer.retryAfterSeconds));
  const challenge = challengeOf(answer, request);
  if (challenge) reply.header('www-authenticate', challenge);
  const graphql = request.routeOptions?.url === '/graphql';
  reply
    .code(answer.status)
    .header('content-language', locale)
    .type(`${graphql ? graphqlType(request) : 'application/problem+json'}; charset=utf-8`)
    .serializer(JSON.stringify)
    .send(graphql ? graphqlErrors(answer, request.id) : problemOf(answer, request.id, locale));
  return known !== undefined;
}

const GRAPHQL_JSON = 'application/graphql-response+json';

/** The media type of the answer to a GraphQL request that failed before GraphQL. */
function graphqlType({ headers }: FastifyRequest): string {
  return headers.accept?.includes(GRAPHQL_JSON) ? GRAPHQL_JSON : 'application/json';
}

function graphqlErrors({ message, code, path, retryAfterSeconds, details }: Answer, requestId: string): object {
  return { errors: [{ message, extensions: { code, path, retryAfterSeconds, details, requestId } }] };
}

/** A REST query calls `cursor` and `limit` what services, like GraphQL, call `after` and `first`. */
const REST_NAMES: Record<string, string> = { after: 'cursor', first: 'limit' };

function namedForRest(thrown: unknown, request: FastifyRequest): unknown {
  const body = typeof request.body === 'object' ? request.body : {};
  const error = namedById(thrown, { ...body, ...(request.params as object | undefined) });
  const path = error instanceof InvalidInput ? error.path : undefined;
  const name = path === undefined ? undefined : REST_NAMES[path];
  const query = (request.query ?? {}) as Record<string, unknown>;
  if (name === undefined || !(name in query)) return error;
  return new InvalidInput({ path: name, details: (error as InvalidInput).details });
}
