import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { ApiKeyCreatedView, ApiKeyView, apiKeyView, freshApiKeyView } from './api-key.graphql.js';
import { CreateApiKeyInput } from './api-key.inputs.js';
import { TooManyApiKeys } from './api-key.refusals.js';
import { ApiKeys } from './api-keys.js';
import { ADDRESSES, addressList, OVERLAP, overlapHours } from './machine.inputs.js';

const CreateApiKeyResult = resultUnion('CreateApiKeyResult', ApiKeyCreatedView, [TooManyApiKeys]);
const RotateApiKeyResult = resultUnion('RotateApiKeyResult', ApiKeyCreatedView, [TooManyApiKeys]);
const SetApiKeyAddressesResult = resultUnion('SetApiKeyAddressesResult', ApiKeyView);
const RevokeApiKeyResult = resultUnion('RevokeApiKeyResult', ApiKeyView);

const TheKey = IdArg('apiKeyId', 'apiKey', 'The API key, key_….');

/** Only members manage keys: no key can create another. */
@Resolver()
export class ApiKeyResolver {
  constructor(private readonly keys: ApiKeys) {}

  @Query(() => [ApiKeyView], { description: 'The organisation’s last 100 API keys, newest first, also revoked ones.' })
  @Access({ roles: ['owner'] })
  async apiKeys(@CurrentActor() actor: Actor): Promise<ApiKeyView[]> {
    return (await this.keys.list(actor)).map(apiKeyView);
  }

  @Mutation(() => CreateApiKeyResult, { description: 'Creates an API key. The key itself is in this answer only.' })
  @Access({ roles: ['owner'] })
  async createApiKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Its name, scopes, addresses and expiry.' }) input: CreateApiKeyInput,
  ): Promise<ApiKeyCreatedView> {
    const { name, scopes, addresses, expiresAt } = input;
    const key = { name, scopes, addresses: addresses ?? [], expiresAt: expiresAt ?? null };
    return freshApiKeyView(await this.keys.create(actor, key));
  }

  @Mutation(() => RotateApiKeyResult, {
    description: 'Replaces a key by a new one like it, once. The old key works until the overlap is over.',
  })
  @Access({ roles: ['owner'] })
  async rotateApiKey(
    @CurrentActor() actor: Actor,
    @IdArg('apiKeyId', 'apiKey', 'The key to replace.') apiKeyId: string,
    @Args('overlapHours', { type: () => Int, defaultValue: 24, description: OVERLAP }, overlapHours) hours: number,
  ): Promise<ApiKeyCreatedView> {
    return freshApiKeyView(await this.keys.rotate(actor, apiKeyId, hours));
  }

  @Mutation(() => SetApiKeyAddressesResult, { description: 'Replaces the networks that an API key may be used from.' })
  @Access({ roles: ['owner'] })
  async setApiKeyAddresses(
    @CurrentActor() actor: Actor,
    @TheKey apiKeyId: string,
    @Args('addresses', { type: () => [String], description: ADDRESSES }, addressList) addresses: string[],
  ): Promise<ApiKeyView> {
    return apiKeyView(await this.keys.setAddresses(actor, apiKeyId, addresses));
  }

  @Mutation(() => RevokeApiKeyResult, {
    description: 'Revokes an API key at once. An API key that has ended is returned unchanged.',
  })
  @Access({ roles: ['owner'] })
  async revokeApiKey(@CurrentActor() actor: Actor, @TheKey apiKeyId: string): Promise<ApiKeyView> {
    return apiKeyView(await this.keys.revoke(actor, apiKeyId));
  }
}
