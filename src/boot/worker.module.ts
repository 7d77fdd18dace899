import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '../platform/config/index.js';
import { features } from './modules.js';

/** The root of a process that only relays events, carries out jobs and sweeps; it answers probes and nothing else. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return { module: WorkerModule, imports: features(config) };
  }
}
