import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { idOf, resultUnion } from '../platform/graphql/index.js';
import { Access, CurrentActor } from './access.js';
import type { Actor } from './actor.js';
import { ApiKeyService } from './api-key.service.js';
import { ApiKeyCreatedView, ApiKeyView, apiKeyView } from './identity.graphql.js';
import { CreateApiKeyInput } from './identity.inputs.js';
import { TooManyApiKeys } from './identity.refusals.js';

const CreateApiKeyResult = resultUnion('CreateApiKeyResult', ApiKeyCreatedView, [TooManyApiKeys]);
const RevokeApiKeyResult = resultUnion('RevokeApiKeyResult', ApiKeyView);

/** Keys are managed by people only: no key can make another. */
@Resolver()
export class ApiKeyResolver {
  constructor(private readonly keys: ApiKeyService) {}

  @Query(() => [ApiKeyView], {
    description: 'The organisation’s API keys, newest first: the last hundred, revoked ones too.',
  })
  @Access({ roles: ['owner'] })
  async apiKeys(@CurrentActor() actor: Actor): Promise<ApiKeyView[]> {
    return (await this.keys.list(actor)).map(apiKeyView);
  }

  @Mutation(() => CreateApiKeyResult, { description: 'Makes an API key. The key itself is in this answer only.' })
  @Access({ roles: ['owner'] })
  async createApiKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Its name, scopes and expiry.' }) { name, scopes, expiresAt }: CreateApiKeyInput,
  ): Promise<ApiKeyCreatedView> {
    const { apiKey, key } = await this.keys.create(actor, name, scopes, expiresAt ?? null);
    return { apiKey: apiKeyView(apiKey), key };
  }

  @Mutation(() => RevokeApiKeyResult, { description: 'Ends an API key, at once. Ended already: answered as it is.' })
  @Access({ roles: ['owner'] })
  async revokeApiKey(
    @CurrentActor() actor: Actor,
    @Args('apiKeyId', { type: () => ID, description: 'The key to end.' }, idOf('apiKey')) apiKeyId: string,
  ): Promise<ApiKeyView> {
    return apiKeyView(await this.keys.revoke(actor, apiKeyId));
  }
}
