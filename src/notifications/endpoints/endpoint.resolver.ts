import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg, PageArgs, toConnection } from '../../platform/faces/index.js';
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
  async webhookEndpoints(@CurrentActor() actor: Actor, @Args() page: PageArgs) {
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

  @Mutation(() => CreateWebhookEndpointResult, { description: 'Makes an endpoint. Only this answer holds its secret.' })
  @Access(WEBHOOK_WRITERS)
  async createWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The endpoint.' }) input: CreateWebhookEndpointInput,
  ): Promise<WebhookEndpointWithSecretView> {
    return withSecretView(await this.endpoints.create(actor, input));
  }

  @Mutation(() => UpdateWebhookEndpointResult, { description: 'Changes address, description or event types.' })
  @Access(WEBHOOK_WRITERS)
  async updateWebhookEndpoint(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
    @Args('input', { description: 'The changes.' }) input: UpdateWebhookEndpointInput,
  ): Promise<WebhookEndpointView> {
    return endpointView(await this.endpoints.update(actor, endpointId, input));
  }

  @Mutation(() => WebhookEndpointResult, { description: 'Deletes an endpoint for good, its secrets at once.' })
  @Access(WEBHOOK_WRITERS)
  async deleteWebhookEndpoint(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return endpointView(await this.endpoints.remove(actor, endpointId));
  }

  @Mutation(() => WebhookEndpointResult, {
    description:
      'Enables an endpoint: its deliveries continue and its failures are forgotten. Returned unchanged when it is enabled.',
  })
  @Access(WEBHOOK_WRITERS)
  async enableWebhookEndpoint(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return endpointView(await this.endpoints.enable(actor, endpointId));
  }

  @Mutation(() => WebhookEndpointResult, {
    description:
      'Disables an endpoint: its deliveries wait until it is enabled. Returned unchanged when it is disabled.',
  })
  @Access(WEBHOOK_WRITERS)
  async disableWebhookEndpoint(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return endpointView(await this.endpoints.disable(actor, endpointId));
  }

  @Mutation(() => RotateWebhookSecretResult, {
    description: 'Changes the signing secret of an endpoint; the old one signs too for some hours.',
  })
  @Access(WEBHOOK_WRITERS)
  async rotateWebhookSecret(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
    @Args('input', {
      type: () => RotateWebhookSecretInput,
      nullable: true,
      description: 'The change; left out: a new secret is made.',
    })
    input?: RotateWebhookSecretInput | null,
  ): Promise<WebhookEndpointWithSecretView> {
    return withSecretView(await this.endpoints.rotate(actor, endpointId, input?.secret, input?.overlapHours));
  }
}
