import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../platform/config/index.js';
import { RateLimitsModule } from '../platform/http/index.js';
import { AccessGuard } from './access.guard.js';
import { AccessMap } from './access-map.js';
import { AccessTokenStrategy, AccessTokens, accessTokenKey } from './access-token.js';
import { AccountService } from './account.service.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { ApiKeyResolver } from './api-key.resolver.js';
import { ApiKeyService } from './api-key.service.js';
import { AuthController } from './auth.controller.js';
import { Authenticator } from './authenticator.js';
import { ApiKey, LoginFailures, Member, Organisation, RefreshToken, Sandbox, Session } from './identity.entity.js';
import { LoginThrottle } from './login-throttle.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';
import { MemberRepository } from './member.repository.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';
import { Passwords } from './passwords.js';
import { RateSubjects } from './rate-subjects.js';
import { RegistrationService } from './registration.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';

const jwt = JwtModule.registerAsync({
  inject: [Config],
  useFactory: (config: Config) => ({ secret: accessTokenKey(config) }),
});
const repositories = [
  OrganisationRepository,
  MemberRepository,
  SessionRepository,
  ApiKeyRepository,
  LoginThrottleRepository,
];
const services = [RegistrationService, SessionService, AccountService, MemberService, ApiKeyService, Organisations];
const gate = [Passwords, LoginThrottle, AccessTokens, AccessTokenStrategy, Authenticator, AccessMap, RateSubjects];
const faces = [SessionResolver, MemberResolver, ApiKeyResolver];

/** Who is who, and the guard before every door of the application. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Organisation, Sandbox, Member, Session, RefreshToken, ApiKey, LoginFailures]),
    DiscoveryModule,
    RateLimitsModule,
    jwt,
  ],
  controllers: [AuthController],
  providers: [...repositories, ...services, ...gate, ...faces, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Organisations, RegistrationService, Authenticator, AccessMap],
})
export class IdentityModule {}
