import { InputType } from '@nestjs/graphql';
import { JsonField, WordField } from '../../platform/faces/index.js';
import { MachineInput } from '../api-keys/index.js';
import type { AuthMethod } from './client-authentication.policy.js';
import { AuthMethodEnum } from './oauth-client.graphql.js';

@InputType({ description: 'A new OAuth client.' })
export class CreateOAuthClientInput extends MachineInput {
  @WordField(AuthMethodEnum, { description: 'How it authenticates; cannot be changed later.' }) authMethod!: AuthMethod;
  @JsonField({
    nullable: true,
    description: 'With private_key_jwt: its public keys as a JWK set, {"keys": […]}; 1 to 5 of P-256, Ed25519 or RSA.',
  })
  jwks?: Record<string, unknown> | null;
}
