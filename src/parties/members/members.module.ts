import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorldsModule } from '../worlds/index.js';
import { AccessTokenStrategy, AccessTokens } from './access-token.js';
import { AccountService } from './account.service.js';
import { AuthController } from './auth.controller.js';
import { LoginThrottle } from './login-throttle.js';
import { LoginThrottleRepository } from './login-throttle.repository.js';
import { MemberRepository } from './member.repository.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { MemberBearer } from './member-bearer.js';
import { LoginFailures, Member, RefreshToken, Session } from './members.entity.js';
import { Passwords } from './passwords.js';
import { RegistrationService } from './registration.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { TestOrganisationRepository } from './test-organisation.repository.js';
import { TestOrganisations } from './test-organisations.js';
import { TestTimeConsumer } from './test-time.consumer.js';

const repositories = [MemberRepository, SessionRepository, LoginThrottleRepository, TestOrganisationRepository];
const services = [RegistrationService, SessionService, AccountService, MemberService];
const tests = [TestOrganisations, TestTimeConsumer];
const gate = [Passwords, LoginThrottle, AccessTokens, AccessTokenStrategy, MemberBearer];
const faces = [SessionResolver, MemberResolver];

/** Organisations, their members and the sessions members log in with. */
@Module({
  imports: [TypeOrmModule.forFeature([Member, Session, RefreshToken, LoginFailures]), WorldsModule],
  controllers: [AuthController],
  providers: [...repositories, ...services, ...tests, ...gate, ...faces],
  exports: [TestOrganisations, RegistrationService, LoginThrottle],
})
export class MembersModule {}
