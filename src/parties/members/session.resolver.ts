import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, ClientAddress, CurrentActor, Public } from '../../platform/access/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { LoginThrottled } from '../throttle/index.js';
import { Accounts } from './accounts.js';
import { Logins } from './logins.js';
import {
  MeView,
  meView,
  PasswordResetRequestedView,
  SessionsEndedView,
  SessionView,
  sessionView,
} from './members.graphql.js';
import {
  ChangePasswordInput,
  LoginInput,
  RefreshSessionInput,
  RegisterInput,
  RequestPasswordResetInput,
} from './members.inputs.js';
import { EmailTaken, LoginFailed, PasswordRefused, RefreshRefused } from './members.refusals.js';
import { Enrolments } from './registrations.js';
import { Sessions } from './sessions.js';

const RegisterResult = resultUnion('RegisterResult', SessionView, [EmailTaken, PasswordRefused]);
const RequestPasswordResetResult = resultUnion('RequestPasswordResetResult', PasswordResetRequestedView);
const LoginResult = resultUnion('LoginResult', SessionView, [LoginFailed, LoginThrottled]);
const RefreshSessionResult = resultUnion('RefreshSessionResult', SessionView, [RefreshRefused]);
const LogoutResult = resultUnion('LogoutResult', SessionsEndedView);
const LogoutEverywhereResult = resultUnion('LogoutEverywhereResult', SessionsEndedView);
const PASSWORD_REFUSALS = [LoginFailed, LoginThrottled, PasswordRefused];
const ChangePasswordResult = resultUnion('ChangePasswordResult', SessionsEndedView, PASSWORD_REFUSALS);

@Resolver()
export class SessionResolver {
  constructor(
    private readonly enrolments: Enrolments,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
  ) {}

  @Query(() => MeView, { description: 'The caller.' })
  @Access({ scope: 'self:read' })
  async me(@CurrentActor() actor: Actor): Promise<MeView> {
    return meView(await this.accounts.me(actor), actor);
  }

  @Mutation(() => RegisterResult, {
    description: 'Registers an organisation with its first owner, and logs the owner in.',
  })
  @Public()
  async register(
    @Args('input', { description: 'The organisation and its owner.' }) input: RegisterInput,
    @ClientAddress() address: string,
  ) {
    return sessionView(await this.enrolments.enrol(input.kind, input.organisationName, input, address));
  }

  @Mutation(() => RequestPasswordResetResult, {
    description:
      'Sends a token for a new password to a mailbox, if a member has it; the answer is always the same. `acceptInvitation` takes the token.',
  })
  @Public()
  async requestPasswordReset(
    @Args('input', { description: 'The address.' }) { email }: RequestPasswordResetInput,
    @ClientAddress() address: string,
  ) {
    await this.enrolments.resetPassword(email, address);
    return { email };
  }

  @Mutation(() => LoginResult, { description: 'Logs a member in.' })
  @Public()
  async login(
    @Args('input', { description: 'Email address and password.' }) { email, password }: LoginInput,
    @ClientAddress() address: string,
  ) {
    return sessionView(await this.logins.login(email, password, address));
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

  @Mutation(() => LogoutEverywhereResult, { description: 'Ends all of your sessions, this one too.' })
  @Access()
  async logoutEverywhere(@CurrentActor() actor: Actor) {
    return { ended: await this.sessions.logoutEverywhere(actor) };
  }

  @Mutation(() => ChangePasswordResult, { description: 'Changes your password and ends your other sessions.' })
  @Access()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Current and new password.' }) { currentPassword, newPassword }: ChangePasswordInput,
    @ClientAddress() address: string,
  ) {
    return { ended: await this.accounts.changePassword(actor, currentPassword, newPassword, address) };
  }
}
