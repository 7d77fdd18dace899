import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** One line per answered request: its route and outcome, never its contents. Successes at `debug`, the rest higher. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const status = reply.statusCode;
    const level = status >= 500 ? 'error' : status >= 400 ? 'info' : 'debug';
    if (logger.isLevelEnabled(level)) {
      const route = request.routeOptions.url ?? 'unknown';
      const ms = Math.round(reply.elapsedTime);
      logger[level]({ requestId: request.id, method: request.method, route, status, ms }, 'answered');
    }
    done();
  });
}
