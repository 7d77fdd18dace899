import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { InstantScalar, wordsEnum } from '../../platform/faces/index.js';
import type { AuthMethod } from './client-authentication.policy.js';
import type { FreshClient, WholeClient } from './client-credentials.js';
import { algorithmsOf } from './public-key.policy.js';

export const AuthMethodEnum = wordsEnum<AuthMethod>(
  'OAuthAuthMethod',
  'How an OAuth client shows who it is at the token endpoint.',
  {
    private_key_jwt: 'By an assertion signed with its private key, which never leaves it (RFC 7523).',
    client_secret_basic: 'By a secret in the Authorization header.',
    client_secret_post: 'By a secret in the form body.',
  },
);

@ObjectType('OAuthClientSecret', { description: 'A secret of an OAuth client that works now.' })
export class OAuthClientSecretView {
  @Field(() => String, { description: 'Its last four characters, to tell it by.' }) ending!: string;
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it stops working, once another took its place.' })
  expiresAt!: Date | null;
}

@ObjectType('OAuthClientKey', { description: 'A public key of an OAuth client.' })
export class OAuthClientKeyView {
  @Field(() => String, { description: 'Its name: the kid it came with, or its thumbprint (RFC 7638).' }) kid!: string;
  @Field(() => [String], { description: 'What may be signed with it.' }) algorithms!: readonly string[];
  @Field(() => InstantScalar, { description: 'When it was added.' }) createdAt!: Date;
}

@ObjectType('OAuthClient', {
  description: 'A machine of an organisation that exchanges its credentials for short-lived tokens.',
})
export class OAuthClientView {
  @Field(() => ID, { description: 'Its id, client_…, which is also its OAuth client_id.' }) id!: string;
  @Field(() => String, { description: 'What its owner calls it.' }) name!: string;
  @Field(() => AuthMethodEnum, { description: 'How it shows who it is.' }) authMethod!: AuthMethod;
  @Field(() => [String], { description: 'What its tokens may do at most.' }) scopes!: readonly string[];
  @Field(() => [String], { description: 'Networks it may come from, in CIDR notation; empty for anywhere.' })
  addresses!: readonly string[];
  @Field(() => [OAuthClientSecretView], { description: 'Its living secrets, oldest first: two while one is rotated.' })
  secrets!: OAuthClientSecretView[];
  @Field(() => [OAuthClientKeyView], { description: 'Its public keys, oldest first.' }) keys!: OAuthClientKeyView[];
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked.' }) revokedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When a token of it was last used, to the minute.' })
  lastUsedAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'From which network a token was last used: the /24 or /48 of it.',
  })
  lastUsedFrom!: string | null;
}

@ObjectType('OAuthClientCreated', { description: 'A new OAuth client, or a new secret of one.' })
export class OAuthClientCreatedView {
  @Field(() => OAuthClientView, { description: 'What is known of it from now on.' }) client!: OAuthClientView;
  @Field(() => String, {
    nullable: true,
    description: 'Its secret, rs_live_… or rs_test_…. Shown here only; null with keys.',
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
