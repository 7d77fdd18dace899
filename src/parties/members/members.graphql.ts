import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Actor, OrganisationKind, Role } from '../../kernel/access/index.js';
import { publicId } from '../../kernel/index.js';
import { connectionOf, InstantScalar, wordsEnum } from '../../platform/faces/index.js';
import type { OrganisationRecord } from '../worlds/index.js';
import type { Self } from './accounts.js';
import type { Invitation } from './invitations.js';
import type { MemberRecord } from './member.repository.js';
import type { MemberState } from './members.entity.js';
import type { OpenSession } from './sessions.js';

const CUSTOMERS = {
  creditor: 'An enterprise that is owed money and posts cases.',
  agency: 'A collection agency that grabs cases.',
  law_firm: 'A law firm that grabs cases.',
};
export const OrganisationKindEnum = wordsEnum<OrganisationKind>(
  'OrganisationKind',
  'Whether an organisation posts cases, grabs them or runs the marketplace.',
  { ...CUSTOMERS, platform: 'The organisation that runs the marketplace.' },
);
export const CustomerKindEnum = wordsEnum<Exclude<OrganisationKind, 'platform'>>(
  'CustomerKind',
  'The kinds of organisation that register themselves.',
  CUSTOMERS,
);
export const RoleEnum = wordsEnum<Role>(
  'Role',
  'What a member may do. The platform has owner, reviewer, finance and risk; others owner, operator, finance and viewer.',
  {
    owner: 'Everything, members, API keys and OAuth clients included.',
    operator: 'Works on cases: posts them, or grabs and collects.',
    finance: 'Repayments, statements and payouts.',
    viewer: 'Reads and changes nothing.',
    reviewer: 'Of the platform: decides on applications and doubtful cases.',
    risk: 'Of the platform: suspends and revokes approvals, watches the books.',
  },
);
export const MemberStateEnum = wordsEnum<MemberState>('MemberState', 'Whether a member can log in.', {
  invited: 'Has not set a password yet.',
  active: 'Can log in.',
  deactivated: 'Cannot log in any more.',
});

@ObjectType('Organisation', { description: 'A creditor, an agency, a law firm or the platform itself.' })
export class OrganisationView {
  @Field(() => ID, { description: 'The organisation’s id, org_….' }) id!: string;
  @Field(() => OrganisationKindEnum, { description: 'Creditor, provider or platform.' }) kind!: OrganisationKind;
  @Field(() => String, { description: 'Its name as registered.' }) name!: string;
  @Field(() => InstantScalar, { description: 'When it registered.' }) createdAt!: Date;
}

@ObjectType('Member', { description: 'A person who acts for an organisation.' })
export class MemberView {
  @Field(() => ID, { description: 'The member’s id, mem_….' }) id!: string;
  @Field(() => ID, { description: 'The member’s organisation.' }) organisationId!: string;
  @Field(() => String, { description: 'The address the member logs in with, in lower case.' }) email!: string;
  @Field(() => String, { description: 'The member’s name.' }) name!: string;
  @Field(() => [RoleEnum], { description: 'What the member may do.' }) roles!: Role[];
  @Field(() => MemberStateEnum, { description: 'Whether the member can log in.' }) state!: MemberState;
  @Field(() => InstantScalar, { description: 'When the member was added.' }) createdAt!: Date;
}
export const MemberConnection = connectionOf('MemberConnection', MemberView);

@ObjectType('Session', { description: 'A login and its tokens, which are shown here only.' })
export class SessionView {
  @Field(() => ID, { description: 'The session’s id, ses_….' }) id!: string;
  @Field(() => ID, { description: 'The member who is logged in.' }) memberId!: string;
  @Field(() => ID, { description: 'The member’s organisation.' }) organisationId!: string;
  @Field(() => OrganisationKindEnum, { description: 'Creditor, agency, law firm or platform.' })
  organisationKind!: OrganisationKind;
  @Field(() => [RoleEnum], { description: 'What the member may do.' }) roles!: Role[];
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`. Valid for ten minutes.' })
  accessToken!: string;
  @Field(() => InstantScalar, { description: 'When the access token expires.' }) accessTokenExpiresAt!: Date;
  @Field(() => String, { description: 'Exchange it once for new tokens. Keep it secret; never put it into a URL.' })
  refreshToken!: string;
  @Field(() => InstantScalar, { description: 'When the refresh token expires: in 7 days, at most 30 after the login.' })
  refreshTokenExpiresAt!: Date;
}

@ObjectType('PasswordResetRequested', {
  description: 'A new password was asked for; whether anybody has the address is not told.',
})
export class PasswordResetRequestedView {
  @Field(() => String, { description: 'The address as you gave it.' }) email!: string;
}

@ObjectType('SessionsEnded', { description: 'The sessions that a logout or a change of password ended.' })
export class SessionsEndedView {
  @Field(() => Int, { description: 'How many sessions ended.' }) ended!: number;
}

@ObjectType('Me', { description: 'The caller.' })
export class MeView {
  @Field(() => OrganisationView, { description: 'The caller’s organisation.' }) organisation!: OrganisationView;
  @Field(() => MemberView, { nullable: true, description: 'The member; null for a machine.' })
  member!: MemberView | null;
  @Field(() => [String], { description: 'The scopes of a machine; empty for a member.' }) scopes!: readonly string[];
}

@ObjectType('Invitation', { description: 'An invited member and the token to join with.' })
export class InvitationView {
  @Field(() => MemberView, { description: 'The invited member.' }) member!: MemberView;
  @Field(() => String, {
    description:
      'The invitee sets a password with it once. Empty where it is mailed to the invitee alone: in production, and with a mail server.',
  })
  token!: string;
  @Field(() => InstantScalar, { description: 'When the token expires.' }) expiresAt!: Date;
}

export function organisationView({ id, kind, name, createdAt }: OrganisationRecord): OrganisationView {
  return { id: publicId('organisation', id), kind, name, createdAt };
}

export function memberView({ id, organisationId, email, name, roles, state, createdAt }: MemberRecord): MemberView {
  const ids = { id: publicId('member', id), organisationId: publicId('organisation', organisationId) };
  return { ...ids, email, name, roles, state, createdAt };
}

export function sessionView({ holder, ...session }: OpenSession): SessionView {
  return {
    ...session,
    id: publicId('session', holder.sessionId),
    memberId: publicId('member', holder.memberId),
    organisationId: publicId('organisation', holder.organisationId),
    organisationKind: holder.organisationKind,
    roles: holder.roles,
  };
}

export function meView({ organisation, member }: Self, actor: Actor): MeView {
  const scopes = actor.scopes;
  return { organisation: organisationView(organisation), member: member ? memberView(member) : null, scopes };
}

export function invitationView({ member, token, expiresAt }: Invitation): InvitationView {
  return { member: memberView(member), token, expiresAt };
}
