import { Field, InputType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsDate,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { SCOPE_NAMES } from '../../kernel/access/index.js';
import { InstantScalar, JsonObjectScalar } from '../../platform/faces/index.js';
import { ADDRESSES_MAX } from './addresses.policy.js';
import { AUTH_METHODS, type AuthMethod } from './auth-method.js';
import { AuthMethodEnum } from './machine-access.graphql.js';

/** Something visible, and no control characters: names end up in lists and logs. */
const NAME = /^(?=.*[^\s])[^\p{Cc}]*$/u;
const ADDRESSES = `IP addresses and networks such as 203.0.113.0/24, at most ${ADDRESSES_MAX}`;

/** What every machine's credentials have: a name, scopes, and where it may come from. */
@InputType({ isAbstract: true })
abstract class MachineInput {
  @Field(() => String, { description: 'What to call it, at most 100 characters.' })
  @IsString()
  @MaxLength(100)
  @Matches(NAME, { message: 'name must not be empty' })
  name!: string;

  @Field(() => [String], { description: `What it may do: ${SCOPE_NAMES.join(', ')}.` })
  @IsIn(SCOPE_NAMES, { each: true, message: `scopes must be among ${SCOPE_NAMES.join(', ')}` })
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPE_NAMES.length)
  scopes!: string[];

  @Field(() => [String], {
    nullable: true,
    description: `Where it may be used from: ${ADDRESSES}; left out for anywhere.`,
  })
  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(ADDRESSES_MAX)
  addresses?: string[] | null;
}

@InputType({ description: 'A key to make.' })
export class CreateApiKeyInput extends MachineInput {
  @Field(() => InstantScalar, { nullable: true, description: 'When it stops working by itself; left out for never.' })
  @IsOptional()
  @IsDate()
  expiresAt?: Date | null;
}

@InputType({ description: 'An OAuth client to make.' })
export class CreateOAuthClientInput extends MachineInput {
  @Field(() => AuthMethodEnum, { description: 'How it shows who it is; cannot be changed.' })
  @IsIn(AUTH_METHODS)
  authMethod!: AuthMethod;

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'With private_key_jwt: its public keys as a JWK set, {"keys": […]}; 1 to 5 of P-256, Ed25519 or RSA.',
  })
  @IsOptional()
  @IsObject()
  jwks?: Record<string, unknown> | null;
}
