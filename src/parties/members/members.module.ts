import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ThrottleModule } from '../throttle/index.js';
import { WorldsModule } from '../worlds/index.js';
import { AccessTokenStrategy, AccessTokens } from './access-token.js';
import { Accounts } from './accounts.js';
import { AuthController } from './auth.controller.js';
import { Acceptances, Invitations } from './invitations.js';
import { Logins } from './logins.js';
import { Mailbox } from './mailbox.js';
import { MailTokenRepository, MemberRepository } from './member.repository.js';
import { MemberResolver } from './member.resolver.js';
import { MemberBearer } from './member-bearer.js';
import * as entities from './members.entity.js';
import { Members } from './members.js';
import { Passwords } from './passwords.js';
import { Enrolments, PasswordMails, Registrations } from './registrations.js';
import { SessionRepository } from './session.repository.js';
import { SessionResolver } from './session.resolver.js';
import { SessionEndings, Sessions } from './sessions.js';
import { TestOrganisationRepository } from './test-organisation.repository.js';
import { TestOrganisations } from './test-organisations.js';

const repositories = [MemberRepository, MailTokenRepository, SessionRepository, TestOrganisationRepository];
const joining = [Registrations, Enrolments, Invitations, Acceptances, Mailbox, PasswordMails];
const services = [...joining, Sessions, SessionEndings, Logins, Accounts, Members, TestOrganisations];
const bearers = [Passwords, AccessTokens, AccessTokenStrategy, MemberBearer];

/** The people of organisations and the sessions they log in with. */
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities)), ThrottleModule, WorldsModule],
  controllers: [AuthController],
  providers: [...repositories, ...services, ...bearers, SessionResolver, MemberResolver],
  exports: [TestOrganisations, Registrations],
})
export class MembersModule {}
