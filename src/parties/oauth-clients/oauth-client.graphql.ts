import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { InstantScalar, wordsEnum } from '../../platform/faces/index.js';
import type { AuthMethod } from './client-authentication.policy.js';
import type { FreshClient, WholeClient } from './client-credentials.js';
import { algorithmsOf } from './public-key.policy.js';

export const AuthMethodEnum = wordsEnum<AuthMethod>(
  'OAuthAuthMethod',
  'How an OAuth client authenticates at the token endpoint.',
  {
    private_key_jwt: 'By an assertion signed with its private key, which never leaves it (RFC 7523).',
    client_secret_basic: 'By a secret in the Authorization header.',
    client_secret_post: 'By a secret in the form body.',
  },
);

@ObjectType('OAuthClientSecret', { description: 'A live secret of an OAuth client.' })
export class OAuthClientSecretView {
  @Field(() => String, { description: 'Its last four characters, to recognise it.' }) ending!: string;
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it expires; null until another replaces it.' })
  expiresAt!: Date | null;
}

@ObjectType('OAuthClientKey', { description: 'A public key of an OAuth client.' })
export class OAuthClientKeyView {
  @Field(() => String, { description: 'Its kid as registered, or its thumbprint (RFC 7638).' }) kid!: string;
  @Field(() => [String], { description: 'The algorithms it may be used with.' }) algorithms!: readonly string[];
  @Field(() => InstantScalar, { description: 'When it was added.' }) createdAt!: Date;
}

@ObjectType('OAuthClient', {
  description: 'A machine of an organisation that gets short-lived tokens for its credentials.',
})
export class OAuthClientView {
  @Field(() => ID, { description: 'Its id, client_…, which is also its OAuth client_id.' }) id!: string;
  @Field(() => String, { description: 'Its name, given by an owner.' }) name!: string;
  @Field(() => AuthMethodEnum, { description: 'How it authenticates.' }) authMethod!: AuthMethod;
  @Field(() => [String], { description: 'The scopes its tokens can have.' }) scopes!: readonly string[];
  @Field(() => [String], { description: 'Networks it may be used from, in CIDR notation; empty means any address.' })
  addresses!: readonly string[];
  @Field(() => [OAuthClientSecretView], { description: 'Its live secrets, oldest first: two during a rotation.' })
  secrets!: OAuthClientSecretView[];
  @Field(() => [OAuthClientKeyView], { description: 'Its public keys, oldest first.' }) keys!: OAuthClientKeyView[];
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked; null when it was not.' })
  revokedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was last used, to the minute; null when never.' })
  lastUsedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'The network (/24 or /48) of its last use; null when never.' })
  lastUsedFrom!: string | null;
}

@ObjectType('OAuthClientCreated', { description: 'A new OAuth client, or a new secret of one.' })
export class OAuthClientCreatedView {
  @Field(() => OAuthClientView, { description: 'The client without its secret.' }) client!: OAuthClientView;
  @Field(() => String, {
    nullable: true,
    description: 'Its secret, rs_live_… or rs_test_…; null with keys. Shown here only.',
  })
  secret!: string | null;
}

export function oauthClientView({ organisationId: _, ...client }: WholeClient): OAuthClientView {
  const secrets = client.secrets.map(({ ending, createdAt, expiresAt }) => ({ ending, createdAt, expiresAt }));
  const keys = client.keys.map(({ kid, jwk, createdAt }) => ({ kid, algorithms: algorithmsOf(jwk), createdAt }));
  return { ...client, id: publicId('oauthClient', client.id), secrets, keys };
}

export function freshClientView({ client, secret }: FreshClient): OAuthClientCreatedView {
  return { client: oauthClientView(client), secret };
}
