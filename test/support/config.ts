import { type Config, loadConfig } from '../../src/platform/config/index.js';

/** The settings every test application runs with; a test may change single ones. */
export function testConfig(overrides: Record<string, string> = {}): Config {
  return loadConfig({
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    ARGON2_MEMORY_KIB: '19456',
    ARGON2_PASSES: '2',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: 'off',
    // Thousands of requests at once wait for few connections, on a slow machine for long.
    DATABASE_CONNECT_MS: '120000',
    SOCKETS_PER_ADDRESS: '10000',
    LARGE_BODIES_PER_ADDRESS: '1000',
    MIGRATE_ON_START: 'false',
    DATA_DIR: process.env['RECOURSE_TEST_DIR'],
    ...(process.env['TEST_LOG_LEVEL'] ? { LOG_LEVEL: process.env['TEST_LOG_LEVEL'] } : {}),
    ...overrides,
  });
}
