import { resolve } from 'node:path';
import type { LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UnknownElementException } from '@nestjs/core/errors/exceptions/index.js';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { BodyGate } from '../access/index.js';
import type { CorsOrigins } from '../config/index.js';
import { BODY_LIMIT, obeyBodyLimits } from '../faces/body-limit.js';
import { answerClientError } from '../faces/client-error.js';
import { admitOrigins } from '../faces/cors.js';
import { nameOtherMethods } from '../faces/methods.js';
import { RateLimits } from '../faces/rate-limits.js';
import { carryRequestFacts } from '../faces/request-facts.js';
import { requestIdOf } from '../faces/request-id.js';
import { answerFrameworkErrors, securityHeaders } from '../faces/security-headers.js';
import { MULTIPART_LIMITS } from '../faces/upload.js';
import { InputPipe } from '../faces/validation.pipe.js';
import { FastLane, schemaTextOf } from '../graphql/index.js';
import { Idempotency } from '../idempotency/index.js';
import { serveReferencePages } from '../pages/reference-pages.js';
import { SharedAnswers } from '../sharing/shared-answers.js';
import { FacesFilter } from './faces.filter.js';

/** How often requests that take too long are looked for: the longest by which one outlives its time. */
const CHECK_CONNECTIONS_MS = 5_000;

export interface AppOptions {
  /** Sends HSTS. */
  production?: boolean;
  /** Number of proxies in front whose X-Forwarded-For is trusted; none by default. */
  trustProxy?: number;
  /** Origins whose pages may read the API; none by default. */
  corsOrigins?: CorsOrigins;
  /** Milliseconds a client may take to send its whole request; 30 s by default. */
  requestTimeoutMs?: number;
  /** Milliseconds an idle connection is kept; above the usual 60 s of a load balancer. */
  keepAliveTimeoutMs?: number;
  /** Path of the printed REST contract; `openapi.yaml` in the working folder by default. */
  openapiFile?: string;
  /** Serve `/`, `/reference` and, outside production, `/graphiql`; yes by default. */
  referencePages?: boolean;
  /** Where Nest and the services log; false turns logging off. */
  logger?: LoggerService | false;
}

/** The Fastify adapter with our limits, request ids and multipart reading. */
export function httpAdapter(options: AppOptions = {}): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address: string, hop: number) => hop < (options.trustProxy ?? 0),
    requestTimeout: options.requestTimeoutMs ?? 30_000,
    keepAliveTimeout: options.keepAliveTimeoutMs ?? 65_000,
    connectionTimeout: 0,
    http: { connectionsCheckingInterval: CHECK_CONNECTIONS_MS },
    requestIdHeader: false,
    genReqId: requestIdOf,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerFrameworkErrors,
    clientErrorHandler: answerClientError,
    multipart: { limits: MULTIPART_LIMITS },
  });
}

/**
 * JSON as both faces write it: fen are strings, since JSON numbers are floats; dates are RFC 3339 in UTC. A bigint
 * serialises itself, because a check of every value of every answer costs more than writing it.
 */
Object.defineProperty(BigInt.prototype, 'toJSON', {
  value(this: bigint): string {
    return this.toString();
  },
  configurable: true,
});
const wireJson = (payload: unknown): string => JSON.stringify(payload);

/** Installs the filters, pipes, headers and pages of both faces on an application that is not initialised yet. */
function installFaces(app: NestFastifyApplication, options: AppOptions = {}): NestFastifyApplication {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  admitOrigins(app, options.corsOrigins ?? []);
  obeyBodyLimits(fastify);
  securityHeaders(fastify, options.production ?? false);
  installIfThere(app, RateLimits, fastify);
  nameOtherMethods(fastify);
  installIfThere(app, BodyGate, fastify);
  installIfThere(app, SharedAnswers, fastify);
  carryRequestFacts(fastify);
  installIfThere(app, Idempotency, fastify);
  installIfThere(app, FastLane, fastify);
  fastify.setReplySerializer(wireJson);
  if (options.referencePages ?? true) {
    const openapiFile = resolve(options.openapiFile ?? 'openapi.yaml');
    serveReferencePages(fastify, { openapiFile, schema: schemaTextOf(app), graphiql: !options.production });
  }
  app.useGlobalFilters(new FacesFilter());
  app.useGlobalPipes(new InputPipe());
  return app;
}

/** A test's root module may lack one of these modules; then nothing is limited or shared. */
function installIfThere(
  app: NestFastifyApplication,
  part: Type<{ install(fastify: FastifyInstance): void }>,
  fastify: FastifyInstance,
): void {
  try {
    app.get(part, { strict: false }).install(fastify);
  } catch (error) {
    if (!(error instanceof UnknownElementException)) throw error;
  }
}

/**
 * Builds the application of a root module: call `listen`, or in a test `init()` and then `inject`.
 * The root module imports GraphqlPlatformModule when it has resolvers.
 */
export async function createApp(root: Type | object, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root as Type, httpAdapter(options), {
    abortOnError: false,
    ...(options.logger === undefined ? {} : { logger: options.logger }),
  });
  return installFaces(app, options);
}
