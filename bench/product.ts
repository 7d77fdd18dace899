import 'reflect-metadata';
import { serveApi } from '../src/boot/serve.js';
import { loadConfig } from '../src/platform/config/index.js';
import { createLogger } from '../src/platform/observability/index.js';
import { serveAsContender } from './lib/contender-process.js';

/** Recourse as it is served, on a database that is prepared already. */
serveAsContender(async () => {
  const config = loadConfig();
  const serving = await serveApi(config, createLogger(config.logLevel));
  return { url: serving.url, stop: () => serving.close() };
});
