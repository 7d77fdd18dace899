import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, Public } from '../../platform/access/index.js';
import { type ConnectionOf, IdArg, toConnection } from '../../platform/faces/index.js';
import { WEBHOOK_READERS, WEBHOOK_WRITERS } from '../endpoints/index.js';
import { Deliveries } from './deliveries.service.js';
import {
  deliveryDetailView,
  deliveryView,
  ReplayWebhooksResult,
  replayView,
  WebhookDeliveryConnection,
  WebhookDeliveryDetailView,
  WebhookDeliveryResult,
  WebhookDeliveryView,
  WebhookReplayView,
} from './delivery.graphql.js';
import { ReplayWebhooksInput, WebhookDeliveryListArgs } from './delivery.inputs.js';
import { eventTypes, WebhookEventTypeView } from './event-catalogue.js';

const TheEndpoint = IdArg('endpointId', 'webhookEndpoint', 'The webhook endpoint, whe_….');

@Resolver(() => WebhookDeliveryView)
export class DeliveryResolver {
  constructor(private readonly deliveries: Deliveries) {}

  @Query(() => WebhookDeliveryConnection, { description: 'The deliveries to one webhook endpoint, newest first.' })
  @Access(WEBHOOK_READERS)
  async webhookDeliveries(
    @CurrentActor() actor: Actor,
    @Args() { endpointId, filter, ...page }: WebhookDeliveryListArgs,
  ): Promise<ConnectionOf<WebhookDeliveryView>> {
    return toConnection(await this.deliveries.list(actor, endpointId, filter ?? {}, page), deliveryView);
  }

  @Query(() => WebhookDeliveryDetailView, { description: 'One delivery with its body and attempts.' })
  @Access(WEBHOOK_READERS)
  async webhookDelivery(@CurrentActor() actor: Actor, @IdArg('id', 'webhookDelivery', 'The delivery.') id: string) {
    return deliveryDetailView(await this.deliveries.get(actor, id));
  }

  @Query(() => WebhookReplayView, { description: 'A replay and its progress.' })
  @Access(WEBHOOK_READERS)
  async webhookReplay(@CurrentActor() actor: Actor, @IdArg('id', 'webhookReplay', 'The replay.') id: string) {
    return replayView(await this.deliveries.getReplay(actor, id));
  }

  @Query(() => [WebhookEventTypeView], { description: 'All event types, with the schema of their payload.' })
  @Public()
  webhookEventTypes(): readonly WebhookEventTypeView[] {
    return eventTypes();
  }

  @Mutation(() => WebhookDeliveryResult, {
    description: 'Sends a `webhook.test` message to an endpoint; its delivery shows the result a moment later.',
  })
  @Access(WEBHOOK_WRITERS)
  async sendTestWebhook(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return deliveryView(await this.deliveries.sendTest(actor, endpointId));
  }

  @Mutation(() => WebhookDeliveryResult, {
    description: 'Sends one delivery again, delivered or not, with the same `webhook-id`.',
  })
  @Access(WEBHOOK_WRITERS)
  async replayWebhookDelivery(
    @CurrentActor() actor: Actor,
    @IdArg('deliveryId', 'webhookDelivery', 'The delivery.') deliveryId: string,
  ): Promise<WebhookDeliveryView> {
    return deliveryView(await this.deliveries.replay(actor, deliveryId));
  }

  @Mutation(() => ReplayWebhooksResult, {
    description: 'Sends all events since an instant again, also those missed while the endpoint was disabled.',
  })
  @Access(WEBHOOK_WRITERS)
  async replayWebhooks(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
    @Args('input', { description: 'Which events to send again.' }) { since, types }: ReplayWebhooksInput,
  ): Promise<WebhookReplayView> {
    return replayView(await this.deliveries.replaySince(actor, endpointId, since, types ?? []));
  }
}
