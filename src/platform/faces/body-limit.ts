import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Default limit of a request body, in bytes. */
export const BODY_LIMIT = 100 * 1024;
/** Limit of a batch of cases in JSON, in bytes: 4 kB for each of its 1,000 rows. */
export const JSON_BATCH_LIMIT = 4 * 1024 * 1024;
/** Limit of a form of OAuth, in bytes. */
export const FORM_LIMIT = 64 * 1024;
/** Limit of several files at once, in bytes. */
export const BATCH_BODY_LIMIT = 10 * 1024 * 1024;

/** Lets one REST route read a larger (or smaller) body than the default 100 kB: `@BodyLimit(BATCH_BODY_LIMIT)`. */
export function BodyLimit(bytes: number): MethodDecorator & ClassDecorator {
  return RouteConfig({ bodyLimit: bytes });
}

/** Nest hands a route's config to Fastify but not its body limit; this carries it over as routes are registered. */
export function obeyBodyLimits(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const limit = (route.config as { bodyLimit?: number } | undefined)?.bodyLimit;
    if (limit !== undefined) route.bodyLimit = limit;
  });
}
