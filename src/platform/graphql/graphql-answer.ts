import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Locale, Refusal } from '../../kernel/index.js';
import { type Answer, answerOf } from '../faces/answer.js';
import { localeOfRequest } from '../faces/problem.js';

/** What every resolver finds as its context. `req` is the request again, for guards that know Nest's habit. */
export interface GraphqlContext {
  request: FastifyRequest;
  reply: FastifyReply;
  req: FastifyRequest;
  locale: Locale;
  requestId: string;
}

export function contextOf(request: FastifyRequest, reply: FastifyReply): GraphqlContext {
  return { request, reply, req: request, locale: localeOfRequest(request), requestId: request.id };
}

/** An answer as an error of the response; a code already known to the caller, so it is passed through unmasked. */
export function errorOf(answer: Answer, cause?: unknown): GraphQLError {
  const { code, message, path, retryAfterSeconds, details, requestId } = answer;
  return new GraphQLError(message, {
    originalError: cause instanceof Error ? cause : undefined,
    extensions: {
      code,
      ...(path === undefined ? {} : { path }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      ...(details === undefined ? {} : { details }),
      ...(requestId === undefined ? {} : { requestId }),
    },
  });
}

/** A refusal as an error of the response, for a field that no filter of Nest stands behind. */
export function refusalError(refusal: Refusal, locale: Locale): GraphQLError {
  return errorOf(answerOf(refusal, locale)!);
}
