import type { FastifyInstance, FastifyRequest } from 'fastify';
import { localeOfRequest } from './problem.js';
import { RequestContext, type RequestFacts } from './request-context.js';

const FACTS = Symbol('facts');
const SANDBOX = Symbol('sandbox');
type RequestWithFacts = FastifyRequest & { [FACTS]?: Readonly<RequestFacts>; [SANDBOX]?: string };

/**
 * Marks a request as one of a sandbox, by the sandbox's public id: its answer then carries `Recourse-Sandbox`. Kept on the
 * request itself, because a request that gets a shared answer never runs under facts of its own.
 */
export function markSandbox(request: object, publicId: string): void {
  (request as RequestWithFacts)[SANDBOX] = publicId;
}

/** Runs every handler under its request's facts, and marks answers that were stored ones or come from a sandbox. */
export function carryRequestFacts(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _, done) => {
    const idempotencyKey = [request.headers['idempotency-key'] ?? []].flat()[0];
    const facts = { requestId: request.id, locale: localeOfRequest(request), idempotencyKey };
    RequestContext.run(facts, () => {
      (request as RequestWithFacts)[FACTS] = RequestContext.current();
      done();
    });
  });
  fastify.addHook('onSend', (request, reply, _, done) => {
    const facts = (request as RequestWithFacts)[FACTS];
    if (facts?.replayed) reply.header('idempotency-replayed', 'true');
    const sandbox = (request as RequestWithFacts)[SANDBOX];
    if (sandbox !== undefined) reply.header('recourse-sandbox', sandbox);
    done();
  });
}
