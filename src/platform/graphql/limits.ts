import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { fill, type Locale, quotaIn, Refusal, reasonWords } from '../../kernel/index.js';
import { type Answer, answerOf } from '../faces/answer.js';
import { chargeMore, rateStateOf } from '../faces/rate-limits.js';
import { DEEPEST, nestedBeyond } from '../faces/validation.pipe.js';
import { makesSharedAnswer } from '../sharing/shared-answers.js';
import { BAD_USER_INPUT, LIMITS, OVER_THE_LIMIT } from './graphql.refusals.js';
import { errorOf, type GraphqlContext } from './graphql-answer.js';
import { type Measure, measure } from './measure.js';
import type { ValidationWork } from './validation-work.js';

/** Points of cost that one request of the caller's rate covers. */
export const POINTS_PER_REQUEST = 100;

/**
 * Refuses operations that are too deep, too aliased or too costly, before anything runs, and charges costly ones to the
 * caller's rate as several requests. `extensions` holds the cost, what is left of the rate and the request id.
 */
export function limitsPlugin(work: ValidationWork): ApolloServerPlugin<GraphqlContext> {
  const measures = new LRUCache<string, Measure>({ max: 1_000 });
  return {
    async requestDidStart() {
      let cost: number | undefined;
      return {
        async validationDidStart({ source }) {
          work.noteValidation(source);
        },
        async didResolveOperation(resolved) {
          const { schema, document, operation, operationName, queryHash, request, contextValue } = resolved;
          work.noteValid(resolved.source, contextValue.request);
          if (!operation) return;
          const { locale } = contextValue;
          if (operation.operation === 'subscription') throw badInput('query', 'SOCKET_ONLY', {}, locale);
          const key = `${queryHash}:${operationName ?? ''}`;
          const known = measures.get(key) ?? measure(schema, document, operation);
          measures.set(key, known);
          cost = costWithin(known, request.variables ?? {}, locale);
          charge(cost, contextValue);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          result.extensions = { ...result.extensions, ...extensionsOf(cost, contextValue) };
        },
      };
    },
  };
}

/** What an operation costs with these variables; throws, in the caller's language, when it is beyond any limit. */
export function costWithin(measured: Measure, variables: Record<string, unknown>, locale: Locale): number {
  if (nestedBeyond(variables, VARIABLES_DEEPEST)) throw badInput('variables', 'TOO_DEEP', { levels: DEEPEST }, locale);
  within('depth', measured.depth, locale);
  within('aliases', measured.aliases, locale);
  within('directives', measured.directives, locale);
  const cost = measured.cost(variables);
  within('cost', cost, locale);
  return cost;
}

/** The object of all variables is one level, each input below it may have as many as any. */
const VARIABLES_DEEPEST = DEEPEST + 1;

function badInput(
  path: string,
  reasonCode: string,
  figures: Readonly<Record<string, number>>,
  locale: Locale,
): GraphQLError {
  const reason = reasonWords(reasonCode, locale, figures);
  const { code, status } = BAD_USER_INPUT;
  return new GraphQLError(fill(BAD_USER_INPUT, locale, { path, reason }), {
    extensions: { code, path, details: { reason, reasonCode, ...figures }, http: { status, headers: new HeaderMap() } },
  });
}

function within(what: keyof typeof OVER_THE_LIMIT, used: number, locale: Locale): void {
  const limit = LIMITS[what];
  if (used <= limit) return;
  const spec = OVER_THE_LIMIT[what];
  const figures = { limit, used };
  const details = { ...figures, ...(spec.quota && quotaIn(spec.quota, figures, locale)) };
  throw new GraphQLError(fill(spec, locale, figures), {
    extensions: { code: spec.code, details, http: { status: spec.status, headers: new HeaderMap() } },
  });
}

/** How many requests an operation of this cost counts as. */
export function requestsOf(cost: number): number {
  return Math.max(1, Math.ceil(cost / POINTS_PER_REQUEST));
}

/** One request was charged on arrival; each further started hundred is charged now. */
export function charge(cost: number, { request, reply, locale }: GraphqlContext): void {
  try {
    chargeMore(request, reply, requestsOf(cost) - 1);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const answer = answerOf(error, locale) as Answer;
    const headers = new HeaderMap([['retry-after', String(answer.retryAfterSeconds)]]);
    const { message, extensions } = errorOf(answer);
    throw new GraphQLError(message, { extensions: { ...extensions, http: { status: answer.status, headers } } });
  }
}

/** A shared answer holds nothing about the caller that came first; each caller finds its own figures in the headers. */
export function extensionsOf(
  cost: number | undefined,
  { request, requestId }: GraphqlContext,
): Record<string, unknown> {
  const costs = cost === undefined ? {} : { cost: { requested: cost, limit: LIMITS.cost } };
  if (makesSharedAnswer(request)) return costs;
  const rate = rateStateOf(request);
  return { ...costs, ...(rate ? { rateLimit: rate } : {}), requestId };
}
