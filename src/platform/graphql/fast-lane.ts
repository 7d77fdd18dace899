import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { markGood } from '../sharing/shared-answers.js';
import type { CompiledOperation } from './compiled.js';
import { contextOf, type GraphqlContext } from './graphql-answer.js';
import { legacyStatus } from './legacy-json.js';
import { charge, costWithin, told } from './limits.js';
import type { Measure } from './measure.js';
import { errorsFor, outcomeOf } from './outcome.js';

/** An operation that has come the whole way through the server: parsed, found valid, measured and compiled. */
export interface ReadyOperation {
  readonly compiled: CompiledOperation;
  readonly measured: Measure;
}

interface Asked extends ReadyOperation {
  readonly variables: Record<string, unknown>;
  readonly type: string;
}

/** What the server answers to the common spellings of `Accept`; it negotiates the others. */
const JSON_TYPE = 'application/json; charset=utf-8';
const TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
]);
/** Form posts and plain text never get here: only JSON makes a browser ask first. */
const JSON_BODY = /^application\/json *(;|$)/;

/**
 * Executes operations that came before without the server's pipeline, with the same answers: the rules are the functions the
 * pipeline calls. Whatever is out of the ordinary (an unknown document, extensions, an unusual Accept, a cost beyond a limit,
 * a rate used up) goes on to the server, which has the words for it.
 */
export class FastLane {
  private readonly ready = new LRUCache<string, ReadyOperation>({ max: 500 });

  constructor(private readonly production: boolean) {}

  knows(query: string, operationName: string | undefined): boolean {
    return this.ready.has(keyOf(query, operationName));
  }

  learn(query: string, operationName: string | undefined, ready: ReadyOperation): void {
    this.ready.set(keyOf(query, operationName), ready);
  }

  install(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', (request, reply, done) => {
      const asked = this.askedBy(request);
      const context = asked && contextOf(request, reply);
      const cost = context && paidCost(asked, context);
      if (cost === undefined) done();
      else this.answer(asked!, cost, context!, reply).catch(done);
    });
  }

  private askedBy({ method, routeOptions, headers, body }: FastifyRequest): Asked | undefined {
    if (method !== 'POST' || routeOptions.url !== '/graphql' || !JSON_BODY.test(headers['content-type'] ?? '')) return;
    const type = TYPES.get(headers.accept);
    if (type === undefined || typeof body !== 'object' || body === null) return;
    const { query, variables, operationName, ...more } = body as Record<string, unknown>;
    if (typeof query !== 'string' || !isObjectOrNone(variables) || Object.keys(more).length > 0) return;
    if (operationName != null && (typeof operationName !== 'string' || operationName === '')) return;
    const ready = this.ready.get(keyOf(query, operationName));
    return ready && { ...ready, variables: variables ?? {}, type };
  }

  private async answer(asked: Asked, cost: number, context: GraphqlContext, reply: FastifyReply): Promise<void> {
    const { status, errors, data } = await outcomeOf(asked.compiled, asked.variables, context);
    const said = errors && errorsFor(context, errors, this.production);
    if (!errors) markGood(context.request);
    const body = JSON.stringify({ errors: said, data, extensions: told(cost, context) });
    reply
      .code(errors ? legacyStatus(status, errors, context.request.headers.accept) : status)
      .header('content-type', asked.type)
      .send(`${body}\n`);
  }
}

/** What the operation costs, counted to the caller's rate; undefined when a limit speaks against it. */
function paidCost({ measured, variables }: Asked, context: GraphqlContext): number | undefined {
  try {
    const cost = costWithin(measured, variables, context.locale);
    charge(cost, context);
    return cost;
  } catch {
    return undefined;
  }
}

function isObjectOrNone(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || (typeof value === 'object' && !Array.isArray(value));
}

/** No document and no name holds a NUL, so no two pairs have the same key. */
function keyOf(query: string, operationName: string | null | undefined): string {
  return `${operationName ?? ''}\0${query}`;
}
