import { type DynamicModule, Module } from '@nestjs/common';
import { features } from './features.js';
import type { Config } from './platform/config/index.js';

/** The root of a process that only relays events, carries out jobs and sweeps; it answers probes and nothing else. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return { module: WorkerModule, imports: features(config) };
  }
}
