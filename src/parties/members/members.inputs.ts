import { InputType } from '@nestjs/graphql';
import { type OrganisationKind, ROLES, type Role } from '../../kernel/access/index.js';
import { EmailField, IdField, NameField, TextField, WordField, WordsField } from '../../platform/faces/index.js';
import { CustomerKindEnum, RoleEnum } from './members.graphql.js';

const SecretField = (description: string) => TextField({ max: 1_000, description });
const RolesField = (description: string) => WordsField(RoleEnum, { minItems: 1, maxItems: ROLES.length, description });

@InputType({ description: 'A new organisation and its first owner.' })
export class RegisterInput {
  @WordField(CustomerKindEnum, { description: 'The kind of the organisation.' })
  kind!: Exclude<OrganisationKind, 'platform'>;
  @NameField({ max: 200, description: 'The organisation’s name, at most 200 characters.' }) organisationName!: string;
  @EmailField({
    description: 'The owner’s email address. Where mail is sent, it must be confirmed by a mail before the next login.',
  })
  email!: string;
  @NameField({ max: 100, description: 'The owner’s name, at most 100 characters.' }) name!: string;
  @SecretField('The owner’s password, 10 to 200 characters.') password!: string;
}

@InputType({ description: 'The credentials of a member.' })
export class LoginInput {
  @TextField({ max: 254, description: 'Email address.' }) email!: string;
  @SecretField('Password; case and spaces count.') password!: string;
}

@InputType({ description: 'Whose password is to be set anew.' })
export class RequestPasswordResetInput {
  @TextField({ max: 254, description: 'The email address of the member.' }) email!: string;
}

@InputType({ description: 'A session to continue.' })
export class RefreshSessionInput {
  @SecretField('The refresh token; it works once.') refreshToken!: string;
}

@InputType({ description: 'A person to invite.' })
export class InviteMemberInput {
  @EmailField({ description: 'The invitee’s email address.' }) email!: string;
  @NameField({ max: 100, description: 'The invitee’s name, at most 100 characters.' }) name!: string;
  @RolesField('The roles of the invitee; at least one.') roles!: Role[];
}

@InputType({ description: 'An invitation and the password to set.' })
export class AcceptInvitationInput {
  @SecretField('The invitation token.') token!: string;
  @SecretField('The new password, 10 to 200 characters.') password!: string;
}

@InputType({ description: 'New roles of a member.' })
export class ChangeRolesInput {
  @IdField('member', { description: 'The member.' }) memberId!: string;
  @RolesField('All roles the member will have; at least one.') roles!: Role[];
}

@InputType({ description: 'A change of your own password.' })
export class ChangePasswordInput {
  @SecretField('The password that is valid now.') currentPassword!: string;
  @SecretField('The new password, 10 to 200 characters.') newPassword!: string;
}
