import type { FastifyInstance } from 'fastify';
import { MethodNotAllowed } from './http.refusals.js';
import { sendProblem } from './problem.js';

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
}

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');

/** Answers a method that an address does not have with 405 and those it has (RFC 9110 §15.5.6). Install it before any route. */
export function nameOtherMethods(fastify: FastifyInstance): void {
  const routes: Route[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, segments: segmentsOf(url) });
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const segments = segmentsOf(request.url.split('?', 1)[0]!);
    const allowed = new Set(routes.filter((route) => fits(route.segments, segments)).map(({ method }) => method));
    if (allowed.size === 0) return done();
    reply.header('allow', [...allowed].sort().join(', '));
    sendProblem(new MethodNotAllowed(), request, reply);
  });
}

function fits(route: readonly string[], asked: readonly string[]): boolean {
  if (route.length !== asked.length) return false;
  return route.every((segment, at) => segment.startsWith(':') || segment === asked[at]);
}
