import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/index.js';
import { appPoolConfig } from './connection.js';
import { Database } from './database.js';

/** The application's data source: its own role, entities of the loaded modules, never a schema change. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: config.databaseUrl,
        autoLoadEntities: true,
        synchronize: false,
        retryAttempts: 3,
        retryDelay: 500,
        extra: appPoolConfig(config.databaseUrl, config.databasePool, config.databaseConnectMs),
      }),
    }),
  ],
  providers: [Database],
  exports: [Database, TypeOrmModule],
})
export class DatabaseModule {}
