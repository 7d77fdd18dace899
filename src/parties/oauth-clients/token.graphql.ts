import { Field, Int, ObjectType } from '@nestjs/graphql';

// Views of the REST face only. Their field names are those of the RFCs, which OAuth libraries read.

@ObjectType('AccessToken', { description: 'An access token for a machine (RFC 6749 §5.1).' })
export class AccessTokenView {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`. A JWT (RFC 9068); do not parse it.' })
  access_token!: string;
  @Field(() => String, { description: '`Bearer`.' }) token_type!: string;
  @Field(() => Int, { description: 'Seconds until it expires. There is no refresh token: request another.' })
  expires_in!: number;
  @Field(() => String, { description: 'Its scopes, separated by spaces.' }) scope!: string;
}

@ObjectType('TokenRevoked', { description: 'The token is no longer valid (RFC 7009).' })
export class TokenRevokedView {
  @Field(() => Boolean, { description: 'Always true.' }) revoked!: boolean;
}

@ObjectType('AuthorizationServer', { description: 'What OAuth clients need to know of this server (RFC 8414).' })
export class AuthorizationServerView {
  @Field(() => String, { description: 'The issuer of tokens, and the audience of assertions.' }) issuer!: string;
  @Field(() => String, { description: 'Where tokens are requested.' }) token_endpoint!: string;
  @Field(() => String, { description: 'Where tokens are revoked.' }) revocation_endpoint!: string;
  @Field(() => [String], { description: 'Empty: machines need no authorization endpoint.' })
  response_types_supported!: string[];
  @Field(() => [String], { description: 'How a client may get a token: with its own credentials.' })
  grant_types_supported!: string[];
  @Field(() => [String], { description: 'How a client may authenticate.' })
  token_endpoint_auth_methods_supported!: readonly string[];
  @Field(() => [String], { description: 'The algorithms of assertions.' })
  token_endpoint_auth_signing_alg_values_supported!: readonly string[];
  @Field(() => [String], { description: 'How a client may authenticate to revoke a token.' })
  revocation_endpoint_auth_methods_supported!: readonly string[];
  @Field(() => [String], { description: 'The algorithms of assertions to the revocation endpoint.' })
  revocation_endpoint_auth_signing_alg_values_supported!: readonly string[];
  @Field(() => [String], { description: 'All scopes; which ones a client can have depends on its organisation.' })
  scopes_supported!: readonly string[];
  @Field(() => String, { description: 'Where the API is documented.' }) service_documentation!: string;
}
