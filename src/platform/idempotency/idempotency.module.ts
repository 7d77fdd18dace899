import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Idempotency } from './idempotency.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';

/** One effect per Idempotency-Key. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([IdempotencyKeyEntity])],
  providers: [Idempotency],
  exports: [Idempotency],
})
export class IdempotencyModule {}
