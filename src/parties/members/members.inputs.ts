import { Field, InputType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsEmail, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { type OrganisationKind, ROLES, type Role } from '../../kernel/access/index.js';
import { IdField } from '../../platform/faces/index.js';
import { CustomerKindEnum, RoleEnum } from './members.graphql.js';

/** Something visible, and no control characters: names end up in lists, letters and logs. */
const NAME = /^(?=.*[^\s])[^\p{Cc}]*$/u;
const SECRET_MAX = 1_000;

@InputType({ description: 'A new organisation and its first owner.' })
export class RegisterInput {
  @Field(() => CustomerKindEnum, { description: 'What the organisation is.' })
  @IsIn(Object.keys(CustomerKindEnum))
  kind!: Exclude<OrganisationKind, 'platform'>;

  @Field(() => String, { description: 'The organisation’s name, at most 200 characters.' })
  @IsString()
  @MaxLength(200)
  @Matches(NAME, { message: 'organisationName must not be empty' })
  organisationName!: string;

  @Field(() => String, { description: 'The owner’s email address; nobody else’s.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'The owner’s name, at most 100 characters.' })
  @IsString()
  @MaxLength(100)
  @Matches(NAME, { message: 'name must not be empty' })
  name!: string;

  @Field(() => String, { description: 'The owner’s password, 10 to 200 characters.' })
  @IsString()
  @MaxLength(SECRET_MAX)
  password!: string;
}

@InputType({ description: 'Who logs in.' })
export class LoginInput {
  @Field(() => String, { description: 'Email address.' })
  @ApiProperty({ type: String, description: 'Email address.' })
  @IsString()
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'As it was chosen; case and spaces count.' })
  @ApiProperty({ type: String, description: 'As it was chosen; case and spaces count.' })
  @IsString()
  @MaxLength(SECRET_MAX)
  password!: string;
}

@InputType({ description: 'A session to go on with.' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The refresh token; it works once.' })
  @ApiProperty({ type: String, description: 'The refresh token; it works once.' })
  @IsString()
  @MaxLength(SECRET_MAX)
  refreshToken!: string;
}

@InputType({ description: 'Somebody to invite.' })
export class InviteMemberInput {
  @Field(() => String, { description: 'The invitee’s email address.' })
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Field(() => String, { description: 'What the invitee is called, at most 100 characters.' })
  @IsString()
  @MaxLength(100)
  @Matches(NAME, { message: 'name must not be empty' })
  name!: string;

  @Field(() => [RoleEnum], { description: 'What the invitee will be allowed to do.' })
  @IsIn(ROLES, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  roles!: Role[];
}

@InputType({ description: 'An invitation being taken up.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The invitation token.' })
  @IsString()
  @MaxLength(SECRET_MAX)
  token!: string;

  @Field(() => String, { description: 'The password to log in with from now on, 10 to 200 characters.' })
  @IsString()
  @MaxLength(SECRET_MAX)
  password!: string;
}

@InputType({ description: 'New roles of a member.' })
export class ChangeRolesInput {
  @IdField('member', { description: 'The member.' })
  memberId!: string;

  @Field(() => [RoleEnum], { description: 'All the roles the member has from now on.' })
  @IsIn(ROLES, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  roles!: Role[];
}

@InputType({ description: 'A change of one’s own password.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password until now.' })
  @IsString()
  @MaxLength(SECRET_MAX)
  currentPassword!: string;

  @Field(() => String, { description: 'The password from now on, 10 to 200 characters.' })
  @IsString()
  @MaxLength(SECRET_MAX)
  newPassword!: string;
}
