import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import { Unauthenticated } from '../../kernel/index.js';
import type { MetricsAccess } from '../config/index.js';
import { sendProblem } from '../faces/problem.js';
import { within } from '../loops/within.js';

const requestSeconds = new Histogram({
  name: 'recourse_http_request_seconds',
  help: 'Time to answer a request, by route and status.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

/** The checks of readiness, by part. Each returns true when its part can do its work. */
export interface Readiness {
  [part: string]: () => Promise<boolean>;
}

const PROBES = new Set(['/livez', '/readyz', '/metrics']);
const PATIENCE_MS = 2_000;

/** `/livez` (the process runs), `/readyz` (its parts work; 503 while it drains) and `/metrics` (Prometheus, for whoever shows its token). */
export function serveProbes(
  fastify: FastifyInstance,
  readiness: Readiness,
  draining: () => boolean,
  metrics: MetricsAccess,
): void {
  if (!register.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics();
  fastify.get('/livez', async () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_, reply) => {
    const answers = Object.entries(readiness).map(async ([part, ask]) => {
      return [part, await within(PATIENCE_MS, 'no answer', ask()).catch(() => false)] as const;
    });
    const parts = await Promise.all(answers);
    const ready = !draining() && parts.every(([, ok]) => ok);
    reply.code(ready ? 200 : 503);
    return { status: ready ? 'ok' : draining() ? 'draining' : 'unready', parts: Object.fromEntries(parts) };
  });
  if (metrics === 'closed') return;
  fastify.get('/metrics', async (request, reply) => {
    if (metrics !== 'open' && !shows(request.headers.authorization, metrics.token)) {
      sendProblem(new Unauthenticated(), request, reply);
      return reply;
    }
    reply.header('content-type', register.contentType);
    return register.metrics();
  });
}

/** Compared by hash: in the same time whatever was sent, of whatever length. */
function shows(authorization: string | undefined, token: string): boolean {
  const hashed = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashed(authorization ?? ''), hashed(`Bearer ${token}`));
}

/** Times every request by its route pattern, never by its URL: ids in labels would grow without end. */
export function measureRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (!PROBES.has(route)) {
      requestSeconds.observe(
        { method: request.method, route, status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      );
    }
    done();
  });
}
