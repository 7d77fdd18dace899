import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard, AccessMap, Authenticator, RateSubjects, WithheldFields } from '../../platform/access/index.js';
import { Config } from '../../platform/config/index.js';
import { RateLimitsModule } from '../../platform/faces/index.js';
import { AccessTokenStrategy, AccessTokens, accessTokenKey } from './access-token.js';
import { AccountService } from './account.service.js';
import { AuthController } from './auth.controller.js';
import { LoginFailures, Member, Organisation, RefreshToken, Session } from './identity.entity.js';
import { LoginThrottle } from './login-throttle.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';
import { MemberRepository } from './member.repository.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { MemberBearer } from './member-bearer.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';
import { Passwords } from './passwords.js';
import { RegistrationService } from './registration.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { TestOrganisationRepository } from './test-organisation.repository.js';
import { TestOrganisations } from './test-organisations.js';
import { TestTimeConsumer } from './test-time.consumer.js';

const jwt = JwtModule.registerAsync({
  inject: [Config],
  useFactory: (config: Config) => ({ secret: accessTokenKey(config) }),
});
const repositories = [
  OrganisationRepository,
  MemberRepository,
  SessionRepository,
  LoginThrottleRepository,
  TestOrganisationRepository,
];
const services = [RegistrationService, SessionService, AccountService, MemberService, Organisations];
const tests = [TestOrganisations, TestTimeConsumer];
const gate = [
  Passwords,
  LoginThrottle,
  AccessTokens,
  AccessTokenStrategy,
  MemberBearer,
  Authenticator,
  AccessMap,
  RateSubjects,
  WithheldFields,
];
const faces = [SessionResolver, MemberResolver];

/** Who is who, and the guard before every door of the application. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Organisation, Member, Session, RefreshToken, LoginFailures]),
    DiscoveryModule,
    RateLimitsModule,
    jwt,
  ],
  controllers: [AuthController],
  providers: [...repositories, ...services, ...tests, ...gate, ...faces, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Organisations, TestOrganisations, RegistrationService, Authenticator, AccessMap, LoginThrottle],
})
export class IdentityModule {}
