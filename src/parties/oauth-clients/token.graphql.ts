import { Field, Int, ObjectType } from '@nestjs/graphql';

// These answer REST only. Their names are those of the RFCs, which OAuth libraries look for.

@ObjectType('AccessToken', { description: 'An access token for a machine (RFC 6749 §5.1).' })
export class AccessTokenView {
  @Field(() => String, {
    description: 'Send it as `Authorization: Bearer …`. A JWT as RFC 9068 has it; do not read it.',
  })
  access_token!: string;
  @Field(() => String, { description: '`Bearer`.' }) token_type!: string;
  @Field(() => Int, { description: 'Seconds until it is over. There is no refresh token: ask again.' })
  expires_in!: number;
  @Field(() => String, { description: 'What it may do, parted by spaces.' }) scope!: string;
}

@ObjectType('TokenRevoked', { description: 'The token does not work any more (RFC 7009).' })
export class TokenRevokedView {
  @Field(() => Boolean, { description: 'Always true.' }) revoked!: boolean;
}

@ObjectType('AuthorizationServer', { description: 'What OAuth clients need to know of this server (RFC 8414).' })
export class AuthorizationServerView {
  @Field(() => String, { description: 'Who issues tokens; what assertions are addressed to.' }) issuer!: string;
  @Field(() => String, { description: 'Where tokens are asked for.' }) token_endpoint!: string;
  @Field(() => String, { description: 'Where tokens are given back.' }) revocation_endpoint!: string;
  @Field(() => [String], {
    description: 'None: there is no authorization endpoint, since no person stands behind a machine.',
  })
  response_types_supported!: string[];
  @Field(() => [String], { description: 'The ways to a token.' }) grant_types_supported!: string[];
  @Field(() => [String], { description: 'How a client shows who it is.' })
  token_endpoint_auth_methods_supported!: readonly string[];
  @Field(() => [String], { description: 'What assertions may be signed with.' })
  token_endpoint_auth_signing_alg_values_supported!: readonly string[];
  @Field(() => [String], { description: 'How a client shows who it is when it gives a token back.' })
  revocation_endpoint_auth_methods_supported!: readonly string[];
  @Field(() => [String], { description: 'What assertions to the revocation endpoint may be signed with.' })
  revocation_endpoint_auth_signing_alg_values_supported!: readonly string[];
  @Field(() => [String], {
    description: 'Every scope there is; which ones a client can have depends on its organisation.',
  })
  scopes_supported!: readonly string[];
  @Field(() => String, { description: 'Where to read on.' }) service_documentation!: string;
}
