import { InputType } from '@nestjs/graphql';
import { type OrganisationKind, ROLES, type Role } from '../../kernel/access/index.js';
import { EmailField, IdField, NameField, TextField, WordField, WordsField } from '../../platform/faces/index.js';
import { CustomerKindEnum, RoleEnum } from './members.graphql.js';

const SecretField = (description: string) => TextField({ max: 1_000, description });
const RolesField = (description: string) => WordsField(RoleEnum, { minItems: 1, maxItems: ROLES.length, description });

@InputType({ description: 'A new organisation and its first owner.' })
export class RegisterInput {
  @WordField(CustomerKindEnum, { description: 'What the organisation is.' })
  kind!: Exclude<OrganisationKind, 'platform'>;
  @NameField({ max: 200, description: 'The organisation’s name, at most 200 characters.' }) organisationName!: string;
  @EmailField({ description: 'The owner’s email address; nobody else’s.' }) email!: string;
  @NameField({ max: 100, description: 'The owner’s name, at most 100 characters.' }) name!: string;
  @SecretField('The owner’s password, 10 to 200 characters.') password!: string;
}

@InputType({ description: 'Who logs in.' })
export class LoginInput {
  @TextField({ max: 254, description: 'Email address.' }) email!: string;
  @SecretField('As it was chosen; case and spaces count.') password!: string;
}

@InputType({ description: 'A session to go on with.' })
export class RefreshSessionInput {
  @SecretField('The refresh token; it works once.') refreshToken!: string;
}

@InputType({ description: 'Somebody to invite.' })
export class InviteMemberInput {
  @EmailField({ description: 'The invitee’s email address.' }) email!: string;
  @NameField({ max: 100, description: 'What the invitee is called, at most 100 characters.' }) name!: string;
  @RolesField('What the invitee will be allowed to do.') roles!: Role[];
}

@InputType({ description: 'An invitation being taken up.' })
export class AcceptInvitationInput {
  @SecretField('The invitation token.') token!: string;
  @SecretField('The password to log in with from now on, 10 to 200 characters.') password!: string;
}

@InputType({ description: 'New roles of a member.' })
export class ChangeRolesInput {
  @IdField('member', { description: 'The member.' }) memberId!: string;
  @RolesField('All the roles the member has from now on.') roles!: Role[];
}

@InputType({ description: 'A change of one’s own password.' })
export class ChangePasswordInput {
  @SecretField('The password until now.') currentPassword!: string;
  @SecretField('The password from now on, 10 to 200 characters.') newPassword!: string;
}
