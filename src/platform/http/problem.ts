import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, localeOf } from '../../kernel/index.js';
import { type Answer, answerOf, internalAnswer } from './answer.js';

/** A problem document (RFC 9457) with our members. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  path?: string;
  retryAfterSeconds?: number;
  details?: Readonly<Record<string, unknown>>;
}

/** The problem document of an answer. `type` is a stable name of the code, `title` the code in words. */
export function problemOf(answer: Answer, requestId: string): Problem {
  const { code, status, message, path, retryAfterSeconds, details } = answer;
  const words = code.toLowerCase().replaceAll('_', ' ');
  return {
    type: `urn:recourse:problem:${words.replaceAll(' ', '-')}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status,
    detail: message,
    code,
    requestId,
    ...(path === undefined ? {} : { path }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(details === undefined ? {} : { details }),
  };
}

/** The language a request asks for. */
export function localeOfRequest(request: FastifyRequest): Locale {
  return localeOf(request.headers['accept-language']);
}

/** What RFC 6750 §3 wants a client told: to show a token, that this one is none, or which scope it lacks. */
function challengeOf({ status, details }: Answer, request: FastifyRequest): string | undefined {
  if (status === 401) return request.headers.authorization ? 'Bearer error="invalid_token"' : 'Bearer';
  const scope = status === 403 ? details?.['requiredScope'] : undefined;
  return typeof scope === 'string' ? `Bearer error="insufficient_scope", scope="${scope}"` : undefined;
}

/** Sends what was thrown as problem+json. Returns false when the fault is ours, so that the caller logs it. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  const locale = localeOfRequest(request);
  const known = answerOf(error, locale);
  const answer = known ?? internalAnswer(request.id, locale);
  if (reply.sent) return known !== undefined;
  if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', String(answer.retryAfterSeconds));
  const challenge = challengeOf(answer, request);
  if (challenge) reply.header('www-authenticate', challenge);
  reply
    .code(answer.status)
    .header('content-language', locale)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemOf(answer, request.id));
  return known !== undefined;
}
