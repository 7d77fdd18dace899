import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CryptoModule } from '../crypto/index.js';
import { Idempotency } from './idempotency.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';

/** One effect per Idempotency-Key. */
@Global()
@Module({
  imports: [CryptoModule, TypeOrmModule.forFeature([IdempotencyKeyEntity])],
  providers: [Idempotency],
  exports: [Idempotency],
})
export class IdempotencyModule {}
