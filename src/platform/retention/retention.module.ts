import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Retention } from './retention.js';

/** Removes what was kept long enough. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [Retention], exports: [Retention] })
export class RetentionModule {}
