export { logRequests } from './access-log.js';
export { createLogger, NestLogger } from './logger.js';
export { measureRequests, type Readiness, serveProbes } from './probes.js';
