import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { InstantScalar } from '../../platform/faces/index.js';
import type { ApiKeyRecord } from './api-key.repository.js';
import type { FreshApiKey } from './api-keys.js';

@ObjectType('ApiKey', { description: 'A key with which a machine acts for an organisation.' })
export class ApiKeyView {
  @Field(() => ID, { description: 'The key’s id, key_…; not the key itself.' }) id!: string;
  @Field(() => String, { description: 'What its owner calls it.' }) name!: string;
  @Field(() => String, { description: 'Its last four characters, to tell it by.' }) ending!: string;
  @Field(() => [String], { description: 'What it may do.' }) scopes!: readonly string[];
  @Field(() => [String], { description: 'Networks it may be used from, in CIDR notation; empty for anywhere.' })
  addresses!: readonly string[];
  @Field(() => ID, { nullable: true, description: 'The key it was made to take the place of.' })
  replacesId!: string | null;
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it stops working by itself; null for never.' })
  expiresAt!: Date | null;
  @Field(() => Boolean, {
    description: 'Whether it works now and will have stopped within 14 days: time to rotate it.',
  })
  expiresSoon!: boolean;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked.' }) revokedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'From which network it was last used: the /24 or /48 of it.' })
  lastUsedFrom!: string | null;
}

@ObjectType('ApiKeyCreated', { description: 'A new API key.' })
export class ApiKeyCreatedView {
  @Field(() => ApiKeyView, { description: 'What is known of it from now on.' }) apiKey!: ApiKeyView;
  @Field(() => String, { description: 'The key itself, rk_live_… or in a sandbox rk_test_…. Shown here only.' })
  key!: string;
}

export function apiKeyView({ organisationId: _, state: __, ...row }: ApiKeyRecord): ApiKeyView {
  const replacesId = row.replacesId && publicId('apiKey', row.replacesId);
  return { ...row, id: publicId('apiKey', row.id), replacesId };
}

export function freshApiKeyView({ apiKey, key }: FreshApiKey): ApiKeyCreatedView {
  return { apiKey: apiKeyView(apiKey), key };
}
