import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { InstantScalar } from '../../platform/faces/index.js';
import type { ApiKeyRecord } from './api-key.repository.js';
import type { FreshApiKey } from './api-keys.js';

@ObjectType('ApiKey', { description: 'A key with which a machine acts for an organisation.' })
export class ApiKeyView {
  @Field(() => ID, { description: 'The key’s id, key_…; not the key itself.' }) id!: string;
  @Field(() => String, { description: 'Its name, given by an owner.' }) name!: string;
  @Field(() => String, { description: 'Its last four characters, to recognise it.' }) ending!: string;
  @Field(() => [String], { description: 'Its scopes: what it may do.' }) scopes!: readonly string[];
  @Field(() => [String], { description: 'Networks it may be used from, in CIDR notation; empty means any address.' })
  addresses!: readonly string[];
  @Field(() => ID, { nullable: true, description: 'The key it replaces; null when it replaces none.' })
  replacesId!: string | null;
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it expires; null means never.' })
  expiresAt!: Date | null;
  @Field(() => Boolean, { description: 'Whether it is live and expires within 14 days: time to rotate it.' })
  expiresSoon!: boolean;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked; null when it was not.' })
  revokedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was last used, to the minute; null when never.' })
  lastUsedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'The network (/24 or /48) of its last use; null when never.' })
  lastUsedFrom!: string | null;
}

@ObjectType('ApiKeyCreated', { description: 'A new API key.' })
export class ApiKeyCreatedView {
  @Field(() => ApiKeyView, { description: 'The key without its text.' }) apiKey!: ApiKeyView;
  @Field(() => String, { description: 'The key itself, rk_live_… or rk_test_…. Shown here only.' }) key!: string;
}

export function apiKeyView({ organisationId: _, state: __, ...row }: ApiKeyRecord): ApiKeyView {
  const replacesId = row.replacesId && publicId('apiKey', row.replacesId);
  return { ...row, id: publicId('apiKey', row.id), replacesId };
}

export function freshApiKeyView({ apiKey, key }: FreshApiKey): ApiKeyCreatedView {
  return { apiKey: apiKeyView(apiKey), key };
}
