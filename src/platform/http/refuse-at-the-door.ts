import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../kernel/index.js';
import { type Answer, answerOf } from './answer.js';
import { localeOfRequest, sendProblem } from './problem.js';

const GRAPHQL_JSON = 'application/graphql-response+json';

/** Refuses a request before its body is read, in the form of the face it came to. */
export function refuseAtTheDoor(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): void {
  if (request.routeOptions.url !== '/graphql') {
    sendProblem(refusal, request, reply);
    return;
  }
  const locale = localeOfRequest(request);
  const { status, message, code, retryAfterSeconds, details } = answerOf(refusal, locale) as Answer;
  const extensions = { code, retryAfterSeconds, details, requestId: request.id };
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  const type = request.headers.accept?.includes(GRAPHQL_JSON) ? GRAPHQL_JSON : 'application/json';
  reply
    .code(status)
    .header('content-language', locale)
    .type(`${type}; charset=utf-8`)
    .serializer(JSON.stringify)
    .send({ errors: [{ message, extensions }] });
}
