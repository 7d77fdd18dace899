import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule, loadConfig } from '../../src/platform/config/index.js';
import { type Database, DatabaseModule } from '../../src/platform/database/index.js';

/** The address of the database a test was given. */
export function urlOf(database: Database): string {
  return (database.manager.connection.options as { url?: string }).url!;
}

/** A process of its own on the test's database, with only these platform modules and providers; `init()` it, `close()` it. */
export async function processWith(
  database: Database,
  modules: (Type | DynamicModule)[],
  providers: Provider[] = [],
  env: Record<string, string> = {},
): Promise<TestingModule> {
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: urlOf(database),
    DATABASE_POOL: '10',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'recourse-test-')),
    ...env,
  });
  return Test.createTestingModule({
    imports: [ConfigModule.with(config), DatabaseModule, ...modules],
    providers,
  }).compile();
}
