import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg, JsonObjectScalar, textOf } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { ADDRESSES, addressList, OVERLAP, overlapHours } from '../api-keys/index.js';
import { ClientCredentials } from './client-credentials.js';
import { freshClientView, OAuthClientCreatedView, OAuthClientView, oauthClientView } from './oauth-client.graphql.js';
import { CreateOAuthClientInput } from './oauth-client.inputs.js';
import {
  ClientKeyExists,
  LastClientKey,
  OtherAuthMethod,
  TooManyClientKeys,
  TooManyOAuthClients,
} from './oauth-client.refusals.js';
import { OAuthClients } from './oauth-clients.js';
import { keysOfSet } from './public-key.policy.js';

const CreateOAuthClientResult = resultUnion('CreateOAuthClientResult', OAuthClientCreatedView, [
  TooManyOAuthClients,
  TooManyClientKeys,
  ClientKeyExists,
]);
const RotateOAuthClientSecretResult = resultUnion('RotateOAuthClientSecretResult', OAuthClientCreatedView, [
  OtherAuthMethod,
]);
const AddOAuthClientKeyResult = resultUnion('AddOAuthClientKeyResult', OAuthClientView, [
  TooManyClientKeys,
  ClientKeyExists,
  OtherAuthMethod,
]);
const RemoveOAuthClientKeyResult = resultUnion('RemoveOAuthClientKeyResult', OAuthClientView, [
  LastClientKey,
  OtherAuthMethod,
]);
const SetOAuthClientAddressesResult = resultUnion('SetOAuthClientAddressesResult', OAuthClientView);
const RevokeOAuthClientResult = resultUnion('RevokeOAuthClientResult', OAuthClientView);

const TheClient = IdArg('clientId', 'oauthClient', 'The client.');

/** Only members manage clients: no machine can create another. */
@Resolver()
export class OAuthClientResolver {
  constructor(
    private readonly clients: OAuthClients,
    private readonly credentials: ClientCredentials,
  ) {}

  @Query(() => [OAuthClientView], { description: 'Your last 100 OAuth clients, newest first, also revoked ones.' })
  @Access({ roles: ['owner'] })
  async oauthClients(@CurrentActor() actor: Actor): Promise<OAuthClientView[]> {
    return (await this.clients.list(actor)).map(oauthClientView);
  }

  @Mutation(() => CreateOAuthClientResult, {
    description: 'Creates an OAuth client. Its secret is in this answer only.',
  })
  @Access({ roles: ['owner'] })
  async createOAuthClient(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Its name, scopes, addresses and credentials.' }) input: CreateOAuthClientInput,
  ): Promise<OAuthClientCreatedView> {
    const { name, scopes, authMethod } = input;
    const client = { name, scopes, authMethod, addresses: input.addresses ?? [], jwks: keysOfSet(input.jwks) };
    return freshClientView(await this.clients.create(actor, client));
  }

  @Mutation(() => RotateOAuthClientSecretResult, {
    description: 'Creates a new secret for a client. The old one works until the overlap is over.',
  })
  @Access({ roles: ['owner'] })
  async rotateOAuthClientSecret(
    @CurrentActor() actor: Actor,
    @TheClient clientId: string,
    @Args('overlapHours', { type: () => Int, defaultValue: 24, description: OVERLAP }, overlapHours) hours: number,
  ): Promise<OAuthClientCreatedView> {
    return freshClientView(await this.credentials.rotateSecret(actor, clientId, hours));
  }

  @Mutation(() => AddOAuthClientKeyResult, { description: 'Adds a public key to a client that signs; five at most.' })
  @Access({ roles: ['owner'] })
  async addOAuthClientKey(
    @CurrentActor() actor: Actor,
    @TheClient clientId: string,
    @Args('jwk', { type: () => JsonObjectScalar, description: 'The public key as a JWK (RFC 7517).' }) jwk: object,
  ): Promise<OAuthClientView> {
    return oauthClientView(await this.credentials.addKey(actor, clientId, jwk));
  }

  @Mutation(() => RemoveOAuthClientKeyResult, {
    description: 'Removes a public key. Its signatures are refused from now on.',
  })
  @Access({ roles: ['owner'] })
  async removeOAuthClientKey(
    @CurrentActor() actor: Actor,
    @TheClient clientId: string,
    @Args('kid', { type: () => String, description: 'The key’s kid.' }, textOf('kid', 200)) kid: string,
  ): Promise<OAuthClientView> {
    return oauthClientView(await this.credentials.removeKey(actor, clientId, kid));
  }

  @Mutation(() => SetOAuthClientAddressesResult, {
    description: 'Replaces the networks that a client may be used from.',
  })
  @Access({ roles: ['owner'] })
  async setOAuthClientAddresses(
    @CurrentActor() actor: Actor,
    @TheClient clientId: string,
    @Args('addresses', { type: () => [String], description: ADDRESSES }, addressList) addresses: string[],
  ): Promise<OAuthClientView> {
    return oauthClientView(await this.clients.setAddresses(actor, clientId, addresses));
  }

  @Mutation(() => RevokeOAuthClientResult, {
    description: 'Revokes a client and all its tokens at once. A client that has ended is returned unchanged.',
  })
  @Access({ roles: ['owner'] })
  async revokeOAuthClient(@CurrentActor() actor: Actor, @TheClient clientId: string): Promise<OAuthClientView> {
    return oauthClientView(await this.clients.revoke(actor, clientId));
  }
}
