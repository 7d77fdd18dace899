import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../members/index.js';
import { WorldsModule } from '../worlds/index.js';
import { ApiKeyBearer } from './api-key.bearer.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { ApiKeyResolver } from './api-key.resolver.js';
import { ApiKeyService } from './api-key.service.js';
import { ClientAuthentication } from './client-authentication.js';
import { ClientCredentialsRepository } from './client-credentials.repository.js';
import { ClientCredentials } from './client-credentials.service.js';
import { ClientTokenBearer } from './client-token.bearer.js';
import { ClientTokens } from './client-token.js';
import { Issuer } from './issuer.js';
import {
  ApiKey,
  OAuthAssertion,
  OAuthClient,
  OAuthClientKey,
  OAuthClientSecret,
  OAuthRevokedToken,
} from './machine-access.entity.js';
import { OAuthClientRepository } from './oauth-client.repository.js';
import { OAuthClientResolver } from './oauth-client.resolver.js';
import { OAuthClientService } from './oauth-client.service.js';
import { OnceUsedRepository } from './once-used.repository.js';
import { TestKeyRepository } from './test-key.repository.js';
import { TestKeys } from './test-keys.js';
import { TokenController } from './token.controller.js';
import { TokenService } from './token.service.js';

const entities = [ApiKey, OAuthClient, OAuthClientSecret, OAuthClientKey, OAuthAssertion, OAuthRevokedToken];
const repositories = [
  ApiKeyRepository,
  OAuthClientRepository,
  ClientCredentialsRepository,
  OnceUsedRepository,
  TestKeyRepository,
];
const services = [ApiKeyService, OAuthClientService, ClientCredentials, ClientAuthentication, TokenService, TestKeys];
const gate = [Issuer, ClientTokens, ApiKeyBearer, ClientTokenBearer];
const faces = [ApiKeyResolver, OAuthClientResolver];

/** How machines come in: with API keys, or as OAuth clients with short-lived tokens. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), MembersModule, WorldsModule],
  controllers: [TokenController],
  providers: [...repositories, ...services, ...gate, ...faces],
  exports: [TestKeys],
})
export class MachineAccessModule {}
