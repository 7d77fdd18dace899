import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, Public } from '../../platform/access/index.js';
import { Answers, Idempotent, idOf, type ListOf, listOf, pageInput } from '../../platform/faces/index.js';
import { WEBHOOK_READERS, WEBHOOK_WRITERS } from '../endpoints/index.js';
import { Deliveries } from './deliveries.service.js';
import {
  deliveryDetailView,
  deliveryView,
  replayView,
  WebhookDeliveryDetailView,
  WebhookDeliveryView,
  WebhookReplayView,
} from './delivery.graphql.js';
import { ReplayWebhooksInput, WebhookDeliveryListQuery } from './delivery.inputs.js';
import { eventTypes, WebhookEventTypeView } from './event-catalogue.js';

const TheEndpoint = Param('endpointId', idOf('webhookEndpoint'));
const TheDelivery = Param('deliveryId', idOf('webhookDelivery'));

@ApiTags('webhooks')
@Controller('v1')
export class DeliveryController {
  constructor(private readonly deliveries: Deliveries) {}

  @Post('webhook-endpoints/:endpointId/test')
  @Idempotent()
  @ApiOperation({ operationId: 'sendTestWebhook', summary: 'Send a `webhook.test` message.' })
  @Answers(WebhookDeliveryView, { status: 202, description: 'The delivery; read it again for the result.' })
  @Access(WEBHOOK_WRITERS)
  async test(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return deliveryView(await this.deliveries.sendTest(actor, endpointId));
  }

  @Post('webhook-endpoints/:endpointId/replays')
  @Idempotent()
  @ApiOperation({ operationId: 'replayWebhooks', summary: 'Send all events since an instant again.' })
  @Answers(WebhookReplayView, { status: 202, description: 'The replay; read it again for its progress.' })
  @Access(WEBHOOK_WRITERS)
  async replaySince(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
    @Body() { since, types }: ReplayWebhooksInput,
  ): Promise<WebhookReplayView> {
    return replayView(await this.deliveries.replaySince(actor, endpointId, since, types ?? []));
  }

  @Get('webhook-deliveries')
  @ApiOperation({ operationId: 'listWebhookDeliveries', summary: 'The deliveries to one endpoint, newest first.' })
  @Answers(WebhookDeliveryView, { list: true, description: 'One page.' })
  @Access(WEBHOOK_READERS)
  async list(@CurrentActor() actor: Actor, @Query() query: WebhookDeliveryListQuery) {
    return listOf(await this.deliveries.list(actor, query.endpointId, query, pageInput(query)), deliveryView);
  }

  @Get('webhook-deliveries/:deliveryId')
  @ApiOperation({ operationId: 'getWebhookDelivery', summary: 'One delivery with its body and attempts.' })
  @Answers(WebhookDeliveryDetailView, { description: 'The delivery.' })
  @Access(WEBHOOK_READERS)
  async one(@CurrentActor() actor: Actor, @TheDelivery deliveryId: string) {
    return deliveryDetailView(await this.deliveries.get(actor, deliveryId));
  }

  @Post('webhook-deliveries/:deliveryId/replay')
  @Idempotent()
  @ApiOperation({ operationId: 'replayWebhookDelivery', summary: 'Send one delivery again, delivered or not.' })
  @Answers(WebhookDeliveryView, { status: 202, description: 'The delivery, due again.' })
  @Access(WEBHOOK_WRITERS)
  async replay(@CurrentActor() actor: Actor, @TheDelivery deliveryId: string) {
    return deliveryView(await this.deliveries.replay(actor, deliveryId));
  }

  @Get('webhook-replays/:replayId')
  @ApiOperation({ operationId: 'getWebhookReplay', summary: 'A replay and its progress.' })
  @Answers(WebhookReplayView, { description: 'The replay.' })
  @Access(WEBHOOK_READERS)
  async replayed(@CurrentActor() actor: Actor, @Param('replayId', idOf('webhookReplay')) replayId: string) {
    return replayView(await this.deliveries.getReplay(actor, replayId));
  }

  @Get('event-types')
  @ApiOperation({ operationId: 'listEventTypes', summary: 'All event types, with the schema of their payload.' })
  @Answers(WebhookEventTypeView, { list: true, description: 'All of them on one page.' })
  @Public()
  types(): ListOf<WebhookEventTypeView> {
    return { data: [...eventTypes()], nextCursor: null, hasMore: false };
  }
}
