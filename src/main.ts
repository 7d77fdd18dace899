import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { assertPortFree } from './boot/port.js';
import { prepareDatabase } from './boot/prepare-database.js';
import { serveApi, serveWorker } from './boot/serve.js';
import { loadConfig } from './platform/config/index.js';
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
  const database = await prepareDatabase(config, (line) => logger.info(line));
  const serving = await (config.process === 'worker' ? serveWorker(config, logger) : serveApi(config, logger)).catch(
    async (error) => {
      await database.stop();
      throw error;
    },
  );
  logger.info({ url: serving.url, process: config.process }, 'ready');

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), config.shutdownGraceMs).unref();
    await serving.close();
    await database.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

main().catch((error: Error) => {
  process.stderr.write(`recourse could not start: ${error.message}\n`);
  process.exit(1);
});
