import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, SystemClock } from '../../kernel/index.js';
import { Config } from './config.js';

/** Provides every module with the settings and the clock. */
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useClass: SystemClock },
      ],
      exports: [Config, Clock],
    };
  }
}
