import type { FastifyInstance, FastifyRequest } from 'fastify';
import { localeOfRequest } from './problem.js';
import { RequestContext, type RequestFacts } from './request-context.js';

const FACTS = Symbol('facts');
type Carrying = FastifyRequest & { [FACTS]?: Readonly<RequestFacts> };

/** Runs every handler under its request's facts, and marks answers that were stored ones or come from a sandbox. */
export function carryRequestFacts(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _, done) => {
    const key = request.headers['idempotency-key'];
    const facts = {
      requestId: request.id,
      idempotencyKey: Array.isArray(key) ? key[0] : key,
      locale: localeOfRequest(request),
    };
    RequestContext.run(facts, () => {
      (request as Carrying)[FACTS] = RequestContext.current();
      done();
    });
  });
  fastify.addHook('onSend', (request, reply, _, done) => {
    const facts = (request as Carrying)[FACTS];
    if (facts?.replayed) reply.header('idempotency-replayed', 'true');
    if (facts?.sandbox) reply.header('recourse-sandbox', facts.sandbox);
    done();
  });
}
