import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, ClientAddress, CurrentActor, Public } from '../../platform/access/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { AccountService } from './account.service.js';
import { MeView, meView, SessionsEndedView, SessionView, sessionView } from './members.graphql.js';
import { ChangePasswordInput, LoginInput, RefreshSessionInput, RegisterInput } from './members.inputs.js';
import { EmailTaken, LoginFailed, LoginThrottled, PasswordRefused, RefreshRefused } from './members.refusals.js';
import { RegistrationService } from './registration.service.js';
import { SessionService } from './session.service.js';

const RegisterResult = resultUnion('RegisterResult', SessionView, [EmailTaken, PasswordRefused]);
const LoginResult = resultUnion('LoginResult', SessionView, [LoginFailed, LoginThrottled]);
const RefreshSessionResult = resultUnion('RefreshSessionResult', SessionView, [RefreshRefused]);
const LogoutResult = resultUnion('LogoutResult', SessionsEndedView);
const LogoutEverywhereResult = resultUnion('LogoutEverywhereResult', SessionsEndedView);
const PASSWORD_REFUSALS = [LoginFailed, LoginThrottled, PasswordRefused];
const ChangePasswordResult = resultUnion('ChangePasswordResult', SessionsEndedView, PASSWORD_REFUSALS);

@Resolver()
export class SessionResolver {
  constructor(
    private readonly registration: RegistrationService,
    private readonly sessions: SessionService,
    private readonly account: AccountService,
  ) {}

  @Query(() => MeView, { description: 'Who is asking.' })
  @Access({ scope: 'self:read' })
  async me(@CurrentActor() actor: Actor): Promise<MeView> {
    return meView(await this.account.me(actor), actor);
  }

  @Mutation(() => RegisterResult, {
    description: 'Registers an organisation with its first owner, and logs the owner in.',
  })
  @Public()
  async register(@Args('input', { description: 'The organisation and its owner.' }) input: RegisterInput) {
    return sessionView(await this.registration.register(input.kind, input.organisationName, input));
  }

  @Mutation(() => LoginResult, { description: 'Logs a member in.' })
  @Public()
  async login(
    @Args('input', { description: 'Email address and password.' }) { email, password }: LoginInput,
    @ClientAddress() address: string,
  ) {
    return sessionView(await this.sessions.login(email, password, address));
  }

  @Mutation(() => RefreshSessionResult, { description: 'Exchanges a refresh token for new tokens. Each works once.' })
  @Public()
  async refreshSession(@Args('input', { description: 'The refresh token.' }) { refreshToken }: RefreshSessionInput) {
    return sessionView(await this.sessions.refresh(refreshToken));
  }

  @Mutation(() => LogoutResult, { description: 'Ends this session.' })
  @Access()
  async logout(@CurrentActor() actor: Actor) {
    return { ended: await this.sessions.logout(actor) };
  }

  @Mutation(() => LogoutEverywhereResult, { description: 'Ends all of one’s sessions, this one too.' })
  @Access()
  async logoutEverywhere(@CurrentActor() actor: Actor) {
    return { ended: await this.sessions.logoutEverywhere(actor) };
  }

  @Mutation(() => ChangePasswordResult, { description: 'Changes one’s password and ends one’s other sessions.' })
  @Access()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Old and new password.' }) { currentPassword, newPassword }: ChangePasswordInput,
    @ClientAddress() address: string,
  ) {
    return { ended: await this.account.changePassword(actor, currentPassword, newPassword, address) };
  }
}
