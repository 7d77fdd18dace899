import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ThrottleModule } from '../throttle/index.js';
import { WorldsModule } from '../worlds/index.js';
import { ClientAuthentication } from './client-authentication.js';
import { ClientCredentials } from './client-credentials.js';
import { ClientCredentialsRepository } from './client-credentials.repository.js';
import { ClientTokenBearer } from './client-token.bearer.js';
import { ClientTokens } from './client-tokens.js';
import { Issuer } from './issuer.js';
import * as entities from './oauth-client.entity.js';
import { OAuthClientRepository } from './oauth-client.repository.js';
import { OAuthClientResolver } from './oauth-client.resolver.js';
import { OAuthClients } from './oauth-clients.js';
import { OnceUsedRepository } from './once-used.repository.js';
import { TestClients } from './test-clients.js';
import { TokenController } from './token.controller.js';
import { Tokens } from './tokens.js';

const repositories = [OAuthClientRepository, ClientCredentialsRepository, OnceUsedRepository];
const services = [OAuthClients, ClientCredentials, ClientAuthentication, Tokens, TestClients];
const bearers = [Issuer, ClientTokens, ClientTokenBearer];

/** Machines that exchange their credentials for short-lived tokens (OAuth 2.0, client credentials). */
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities)), ThrottleModule, WorldsModule],
  controllers: [TokenController],
  providers: [...repositories, ...services, ...bearers, OAuthClientResolver],
  exports: [TestClients],
})
export class OAuthClientsModule {}
