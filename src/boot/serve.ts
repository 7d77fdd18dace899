import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { LiveStreams } from '../notifications/live/index.js';
import { createApp, Farewell } from '../platform/app/index.js';
import type { Config } from '../platform/config/index.js';
import { Database } from '../platform/database/index.js';
import { Jobs } from '../platform/jobs/index.js';
import {
  logRequests,
  measureRequests,
  NestLogger,
  type Readiness,
  serveProbes,
} from '../platform/observability/index.js';
import { SubscriptionServer } from '../platform/sockets/index.js';
import { Storage } from '../platform/storage/index.js';
import { ApiModule } from './api.module.js';
import { schemaFits } from './check-database.js';
import { WorkerModule } from './worker.module.js';

/** A running process: where it listens, and how to close it. */
export interface Serving {
  readonly url: string;
  /** The Nest container, for commands and tests that need a service. */
  readonly app: { get: NestFastifyApplication['get'] };
  /** Answers what is in hand first; for `lameDuckMs` before that it answers everybody and says that it is not ready. */
  close(lameDuckMs?: number): Promise<void>;
}

/** Sockets first: their subscriptions must not look complete. */
async function endStreams(app: { get: NestFastifyApplication['get'] }): Promise<void> {
  await app.get(SubscriptionServer).end();
  app.get(LiveStreams).end();
}

/** Serves both faces until it is closed, and runs jobs as well unless `PROCESS=api`. */
export async function serveApi(config: Config, logger: Logger): Promise<Serving> {
  const app = await createApp(ApiModule.with(config), {
    production: config.production,
    trustProxy: config.trustProxy,
    corsOrigins: config.corsOrigins,
    logger: new NestLogger(logger),
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const farewell = new Farewell(fastify.server);
  measureRequests(fastify);
  logRequests(fastify, logger);
  serveProbes(fastify, readinessOf(app), () => farewell.saying, config.metrics);
  await app.listen(config.port, config.host).catch(async (error: Error) => {
    // Before the database is stopped by whoever called us: its connections would tell of that as faults.
    await app.close();
    throw error;
  });
  return {
    url: urlOf(fastify, config),
    app,
    async close(lameDuckMs = 0) {
      await farewell.say({ lameDuckMs, endStreams: () => endStreams(app) });
      await app.close();
    },
  };
}

/** Runs relays and jobs; answers probes only. */
export async function serveWorker(config: Config, logger: Logger): Promise<Serving> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: new NestLogger(logger) });
  await app.init();
  const fastify = Fastify();
  let draining = false;
  serveProbes(fastify, readinessOf(app), () => draining, config.metrics);
  await fastify.listen({ port: config.port, host: config.host });
  return {
    url: urlOf(fastify, config),
    app,
    async close() {
      draining = true;
      await app.close();
      await fastify.close();
    },
  };
}

function readinessOf(app: { get: NestFastifyApplication['get'] }): Readiness {
  return {
    database: () =>
      app
        .get(Database)
        .rows('SELECT 1')
        .then(() => true),
    schema: () => schemaFits(app.get(Database)),
    queue: () => app.get(Jobs).reachable(),
    files: () => app.get(Storage).reachable(),
  };
}

function urlOf(fastify: FastifyInstance, config: Config): string {
  const address = fastify.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return config.publicUrl ?? `http://localhost:${port}`;
}
