import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorldsModule } from '../worlds/index.js';
import { ApiKeyBearer } from './api-key.bearer.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { ApiKeyResolver } from './api-key.resolver.js';
import { ApiKeys } from './api-keys.js';
import { TestKeys } from './test-keys.js';

/** The API keys of an organisation's machines. */
@Module({
  imports: [TypeOrmModule.forFeature([ApiKeyEntity]), WorldsModule],
  providers: [ApiKeyRepository, ApiKeys, TestKeys, ApiKeyBearer, ApiKeyResolver],
  exports: [TestKeys],
})
export class ApiKeysModule {}
