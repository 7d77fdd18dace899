import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { markWithoutErrors } from '../sharing/shared-answers.js';
import type { CompiledOperation } from './compiled.js';
import { contextOf, type GraphqlContext } from './graphql-answer.js';
import { legacyStatus } from './legacy-json.js';
import { charge, costWithin, extensionsOf } from './limits.js';
import type { Measure } from './measure.js';
import { errorsFor, outcomeOf } from './outcome.js';
import type { ValidationWork } from './validation-work.js';

/** An operation that the server has parsed, validated, measured and compiled. */
export interface ReadyOperation {
  readonly compiled: CompiledOperation;
  readonly measured: Measure;
}

interface ReadyRequest extends ReadyOperation {
  readonly variables: Record<string, unknown>;
  readonly type: string;
}

/** The content types for common values of `Accept`; the server negotiates the others. */
const JSON_TYPE = 'application/json; charset=utf-8';
const TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
]);
/** JSON alone: a browser sends form posts and plain text without a preflight request. */
const JSON_BODY = /^application\/json *(;|$)/;

/**
 * Executes known operations without the server's pipeline, with the same answers: it applies the functions that the
 * pipeline calls. Anything unusual (an unknown document, extensions, an unusual Accept, a cost beyond a limit, a rate used
 * up) goes on to the server, which answers it.
 */
export class FastLane {
  private readonly ready = new LRUCache<string, ReadyOperation>({ max: 500 });

  constructor(
    private readonly production: boolean,
    private readonly work: ValidationWork,
  ) {}

  knows(query: string, operationName: string | undefined): boolean {
    return this.ready.has(keyOf(query, operationName));
  }

  learn(query: string, operationName: string | undefined, ready: ReadyOperation): void {
    this.ready.set(keyOf(query, operationName), ready);
  }

  install(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', (request, reply, done) => {
      const ready = this.readyRequestOf(request);
      const context = ready && contextOf(request, reply);
      const cost = context && paidCost(ready, context);
      if (cost === undefined) this.work.admit(request, reply) && done();
      else this.answer(ready!, cost, context!, reply).catch(done);
    });
  }

  private readyRequestOf({ method, routeOptions, headers, body }: FastifyRequest): ReadyRequest | undefined {
    if (method !== 'POST' || routeOptions.url !== '/graphql' || !JSON_BODY.test(headers['content-type'] ?? '')) return;
    const type = TYPES.get(headers.accept);
    if (type === undefined || typeof body !== 'object' || body === null) return;
    const { query, variables, operationName, ...more } = body as Record<string, unknown>;
    if (typeof query !== 'string' || !isObjectOrNone(variables) || Object.keys(more).length > 0) return;
    if (operationName != null && (typeof operationName !== 'string' || operationName === '')) return;
    const ready = this.ready.get(keyOf(query, operationName));
    return ready && { ...ready, variables: variables ?? {}, type };
  }

  private async answer(ready: ReadyRequest, cost: number, context: GraphqlContext, reply: FastifyReply): Promise<void> {
    const { status, errors, data } = await outcomeOf(ready.compiled, ready.variables, context);
    const shaped = errors && errorsFor(context, errors, this.production);
    if (!errors) markWithoutErrors(context.request);
    const body = JSON.stringify({ errors: shaped, data, extensions: extensionsOf(cost, context) });
    reply
      .code(errors ? legacyStatus(status, errors, context.request.headers.accept) : status)
      .header('content-type', ready.type)
      .send(`${body}\n`);
  }
}

/** The cost of the operation, charged to the caller's rate; undefined when it exceeds a limit. */
function paidCost({ measured, variables }: ReadyRequest, context: GraphqlContext): number | undefined {
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
