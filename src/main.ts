import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import type { Logger } from 'pino';
import { checkDatabase } from './boot/check-database.js';
import { assertPortFree } from './boot/port.js';
import { prepareDatabase } from './boot/prepare-database.js';
import { type Serving, serveApi, serveWorker } from './boot/serve.js';
import { type Config, loadConfig } from './platform/config/index.js';
import { createLogger } from './platform/observability/index.js';

/**
 * V8 lets the heap of a busy process double before it looks for what is not needed any more; half as much again keeps an import
 * of the largest file far below its bound of memory, however the process was started.
 */
setFlagsFromString('--heap-growing-percent=50');

/** Starts one process and drains it on SIGTERM or SIGINT: no new requests, the present ones answered, then the database. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  await assertPortFree(config.port, config.host);
  const log = (line: string) => logger.info(line);
  const database = await prepareDatabase(config, log, (error) => {
    logger.fatal({ error: error.message }, 'the database is lost');
    process.exit(1);
  });
  const serving = await start(config, logger).catch(async (error) => {
    await database.stop();
    throw error;
  });
  logger.info({ url: serving.url, process: config.process }, 'ready');

  let stopping = false;
  const stop = async (signal: string) => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'draining');
    // At a terminal nobody else needs time to look elsewhere.
    const lameDuckMs = signal === 'SIGTERM' ? config.shutdownLameDuckMs : 0;
    setTimeout(() => process.exit(1), lameDuckMs + config.shutdownGraceMs).unref();
    await serving.close(lameDuckMs);
    await database.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

async function start(config: Config, logger: Logger): Promise<Serving> {
  await checkDatabase(config, (line) => logger.warn(line));
  return config.process === 'worker' ? serveWorker(config, logger) : serveApi(config, logger);
}

main().catch((error: Error) => {
  process.stderr.write(`recourse could not start: ${error.message}\n`);
  process.exit(1);
});
