import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { type ConnectionOf, IdArg, PageArgs, toConnection } from '../../platform/faces/index.js';
import {
  CreateWebhookEndpointResult,
  endpointView,
  RotateWebhookSecretResult,
  UpdateWebhookEndpointResult,
  WebhookEndpointConnection,
  WebhookEndpointResult,
  WebhookEndpointView,
  type WebhookEndpointWithSecretView,
  withSecretView,
} from './endpoint.graphql.js';
import { CreateWebhookEndpointInput, RotateWebhookSecretInput, UpdateWebhookEndpointInput } from './endpoint.inputs.js';
import { Endpoints } from './endpoints.service.js';
import { WEBHOOK_READERS, WEBHOOK_WRITERS } from './webhook.access.js';

const TheEndpoint = IdArg('endpointId', 'webhookEndpoint', 'The webhook endpoint, whe_….');

@Resolver(() => WebhookEndpointView)
export class EndpointResolver {
  constructor(private readonly endpoints: Endpoints) {}

  @Query(() => WebhookEndpointConnection, { description: 'The webhook endpoints of your organisation, newest first.' })
  @Access(WEBHOOK_READERS)
  async webhookEndpoints(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<ConnectionOf<WebhookEndpointView>> {
    return toConnection(await this.endpoints.list(actor, page), endpointView);
  }

  @Query(() => WebhookEndpointView, { description: 'One webhook endpoint of your organisation.' })
  @Access(WEBHOOK_READERS)
  async webhookEndpoint(
    @CurrentActor() actor: Actor,
    @IdArg('id', 'webhookEndpoint', 'The webhook endpoint, whe_….') id: string,
  ) {
    return endpointView(await this.endpoints.get(actor, id));
  }

  @Mutation(() => CreateWebhookEndpointResult, {
    description: 'Makes a webhook endpoint. Its signing secret is in this answer only.',
  })
  @Access(WEBHOOK_WRITERS)
  async createWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where to, and what.' }) input: CreateWebhookEndpointInput,
  ): Promise<WebhookEndpointWithSecretView> {
    return withSecretView(await this.endpoints.create(actor, input));
  }

  @Mutation(() => UpdateWebhookEndpointResult, { description: 'Changes address, description or event types.' })
  @Access(WEBHOOK_WRITERS)
  async updateWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
    @Args('input', { description: 'What changes.' }) input: UpdateWebhookEndpointInput,
  ): Promise<WebhookEndpointView> {
    return endpointView(await this.endpoints.update(actor, endpointId, input));
  }

  @Mutation(() => WebhookEndpointResult, { description: 'Takes an endpoint away for good, its secrets at once.' })
  @Access(WEBHOOK_WRITERS)
  async deleteWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
  ): Promise<WebhookEndpointView> {
    return endpointView(await this.endpoints.remove(actor, endpointId));
  }

  @Mutation(() => WebhookEndpointResult, {
    description: 'Lets deliveries go on, its failures forgotten. Enabled already: answered as it is.',
  })
  @Access(WEBHOOK_WRITERS)
  async enableWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
  ): Promise<WebhookEndpointView> {
    return endpointView(await this.endpoints.enable(actor, endpointId));
  }

  @Mutation(() => WebhookEndpointResult, {
    description: 'Stops deliveries; what waits goes on when it is enabled. Disabled already: answered as it is.',
  })
  @Access(WEBHOOK_WRITERS)
  async disableWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
  ): Promise<WebhookEndpointView> {
    return endpointView(await this.endpoints.disable(actor, endpointId));
  }

  @Mutation(() => RotateWebhookSecretResult, {
    description: 'Gives an endpoint another signing secret; the old one signs beside it for a while.',
  })
  @Access(WEBHOOK_WRITERS)
  async rotateWebhookSecret(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
    @Args('input', { type: () => RotateWebhookSecretInput, nullable: true, description: 'How.' })
    input?: RotateWebhookSecretInput | null,
  ): Promise<WebhookEndpointWithSecretView> {
    return withSecretView(await this.endpoints.rotate(actor, endpointId, input?.secret, input?.overlapHours));
  }
}
