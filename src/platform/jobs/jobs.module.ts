import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Handlers } from './handlers.js';
import { Jobs } from './jobs.js';
import { SweepEntity } from './sweep.entity.js';
import { Sweeps } from './sweeps.js';

/** Jobs, which are due later, and sweeps, which run periodically. */
@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([SweepEntity])],
  providers: [Handlers, Jobs, Sweeps],
  exports: [Jobs, Sweeps],
})
export class JobsModule {}
