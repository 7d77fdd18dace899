import { type DynamicModule, Module } from '@nestjs/common';
import { guardSchema } from '../platform/access/index.js';
import type { Config } from '../platform/config/index.js';
import { GraphqlPlatformModule } from '../platform/graphql/index.js';
import { SubscriptionServer } from '../platform/sockets/index.js';
import { features } from './modules.js';

/** The root of a process that answers requests. With `PROCESS=all` the relays and workers run in it as well. */
@Module({})
export class ApiModule {
  static with(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ...features(config),
        GraphqlPlatformModule.forRoot({ production: config.production, guard: guardSchema }),
      ],
      providers: [SubscriptionServer],
    };
  }
}
