import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Locale, Refusal } from '../../kernel/index.js';
import { type Answer, answerOf } from '../faces/answer.js';
import { localeOfRequest } from '../faces/problem.js';

/** The context of every resolver. `req` is the request again, under the name that Nest's guards use. */
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

/** An answer as an error of the response. It has a code, so it is passed on unmasked. */
export function errorOf(answer: Answer, cause?: unknown): GraphQLError {
  const { message, status: _, ...extensions } = answer;
  return new GraphQLError(message, { originalError: cause instanceof Error ? cause : undefined, extensions });
}

/** A refusal as an error of the response, for a field outside Nest's filters. */
export function refusalError(refusal: Refusal, locale: Locale): GraphQLError {
  return errorOf(answerOf(refusal, locale)!);
}
