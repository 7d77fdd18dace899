import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, ClientAddress, CurrentActor, Public } from '../../platform/access/index.js';
import { IdArg, toConnection } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { Acceptances, Invitations } from './invitations.js';
import { Mailbox } from './mailbox.js';
import {
  InvitationView,
  invitationView,
  MemberConnection,
  MemberView,
  memberView,
  SessionView,
  sessionView,
} from './members.graphql.js';
import { AcceptInvitationInput, ChangeRolesInput, InviteMemberInput } from './members.inputs.js';
import { Members } from './members.js';
import { EmailTaken, InvitationRefused, LastOwner, PasswordRefused, TooManyMembers } from './members.refusals.js';

const InviteMemberResult = resultUnion('InviteMemberResult', InvitationView, [EmailTaken, TooManyMembers]);
const AcceptInvitationResult = resultUnion('AcceptInvitationResult', SessionView, [
  InvitationRefused,
  PasswordRefused,
  EmailTaken,
]);
const ChangeRolesResult = resultUnion('ChangeRolesResult', MemberView, [LastOwner]);
const DeactivateMemberResult = resultUnion('DeactivateMemberResult', MemberView, [LastOwner]);

@Resolver()
export class MemberResolver {
  constructor(
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly acceptances: Acceptances,
    private readonly mailbox: Mailbox,
  ) {}

  @Query(() => MemberConnection, { name: 'members', description: 'The members of your organisation, oldest first.' })
  @Access()
  async organisationMembers(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, description: 'How many, 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' }) after?: string,
  ) {
    return toConnection(
      await this.members.list(actor, { first, after: after ?? null }),
      memberView,
      () => this.members.count(actor),
      (m) => [m.id],
    );
  }

  @Mutation(() => InviteMemberResult, {
    description: 'Invites a member, who gets a token by mail and sets a password with it.',
  })
  @Access({ roles: ['owner'] })
  async inviteMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The person and their roles.' }) { email, name, roles }: InviteMemberInput,
  ) {
    return invitationView(await this.invitations.invite(actor, email, name, roles));
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Exchanges a token of an invitation, a confirmation or a new password for a password, and logs in.',
  })
  @Public()
  async acceptInvitation(
    @Args('input', { description: 'Token and password.' }) input: AcceptInvitationInput,
    @ClientAddress() address: string,
  ) {
    return sessionView(await this.acceptances.accept(input.token, input.password, address, this.mailbox.isProof));
  }

  @Mutation(() => ChangeRolesResult, { description: 'Replaces the roles of a member of your organisation.' })
  @Access({ roles: ['owner'] })
  async changeRoles(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The member and the new roles.' }) { memberId, roles }: ChangeRolesInput,
  ) {
    return memberView(await this.members.changeRoles(actor, memberId, roles));
  }

  @Mutation(() => DeactivateMemberResult, { description: 'Ends the access of a member of your organisation at once.' })
  @Access({ roles: ['owner'] })
  async deactivateMember(@CurrentActor() actor: Actor, @IdArg('memberId', 'member', 'The member.') memberId: string) {
    return memberView(await this.members.deactivate(actor, memberId));
  }
}
