import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CorsOrigins } from '../config/index.js';

/** What a page may read of an answer beside its body. */
const EXPOSED = [
  ...['RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id', 'Location', 'Idempotency-Replayed'],
  ...['Recourse-Sandbox', 'Content-Disposition', 'Deprecation', 'Sunset', 'WWW-Authenticate'],
];
const ALLOWED = [
  ...['Authorization', 'Content-Type', 'Accept', 'Accept-Language', 'Idempotency-Key', 'Last-Event-ID', 'X-Request-Id'],
  ...['Apollo-Require-Preflight', 'X-Apollo-Operation-Name'],
];
/** Seconds for which a browser need not ask again. */
const MAX_AGE = 600;

/**
 * Lets pages of other origins read the API. Preflights are answered before anything else looks at the request. No cookie is
 * ever read, so credentials are not allowed and any origin could be.
 */
export function admitOrigins(app: NestFastifyApplication, origins: CorsOrigins): void {
  app.enableCors({
    origin: typeof origins === 'string' || origins instanceof RegExp ? origins : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ALLOWED,
    exposedHeaders: EXPOSED,
    credentials: false,
    maxAge: MAX_AGE,
    optionsSuccessStatus: 204,
    strictPreflight: false,
  } as never);
}
