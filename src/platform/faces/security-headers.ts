import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.js';

const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** Every answer carries its request id, may not be framed, sniffed or cached, and in production asks for TLS for a year. */
export function securityHeaders(fastify: FastifyInstance, production: boolean): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    headersOf(request, reply);
    // The origin was let in before this hook.
    if (reply.hasHeader('access-control-allow-origin')) reply.header('cross-origin-resource-policy', 'cross-origin');
    if (production) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    done();
  });
}

/** A URL the router itself cannot read never reaches a hook or a filter; it is answered here, in the same form. */
export function answerFrameworkErrors(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  headersOf(request, reply);
  sendProblem(error, request, reply);
}

function headersOf(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(HEADERS).header('x-request-id', request.id);
}
