import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule } from '../../src/platform/config/index.js';
import { DatabaseModule } from '../../src/platform/database/index.js';
import { testConfig } from './config.js';
import type { TestDatabase } from './database.js';

/**
 * A process of its own on the test's database, with only these platform modules and providers: to let several of them race.
 * `PROCESS` is `api` unless said otherwise, so nothing runs by itself. `init()` it, `close()` it.
 */
export async function processWith(
  database: TestDatabase,
  modules: (Type | DynamicModule)[],
  providers: Provider[] = [],
  env: Record<string, string> = {},
): Promise<TestingModule> {
  const config = testConfig({ DATABASE_URL: database.appUrl, DATABASE_POOL: '10', PROCESS: 'api', ...env });
  return Test.createTestingModule({ imports: [ConfigModule.with(config), DatabaseModule, ...modules], providers })
    .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
    .compile();
}
