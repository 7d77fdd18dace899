import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsObject, IsOptional } from 'class-validator';
import { JsonObjectScalar } from '../../platform/faces/index.js';
import { MachineInput } from '../api-keys/index.js';
import { AUTH_METHODS, type AuthMethod } from './client-authentication.policy.js';
import { AuthMethodEnum } from './oauth-client.graphql.js';

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
