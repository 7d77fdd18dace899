import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, idOf, ListQuery, listOf, pageInput } from '../../platform/faces/index.js';
import {
  endpointView,
  WebhookEndpointView,
  WebhookEndpointWithSecretView,
  withSecretView,
} from './endpoint.graphql.js';
import { CreateWebhookEndpointInput, RotateWebhookSecretInput, UpdateWebhookEndpointInput } from './endpoint.inputs.js';
import { Endpoints } from './endpoints.service.js';
import { WEBHOOK_READERS, WEBHOOK_WRITERS } from './webhook.access.js';

const TheEndpoint = Param('endpointId', idOf('webhookEndpoint'));

@ApiTags('webhooks')
@Controller('v1/webhook-endpoints')
export class EndpointController {
  constructor(private readonly endpoints: Endpoints) {}

  @Post()
  @ApiOperation({ operationId: 'createWebhookEndpoint', summary: 'Make a webhook endpoint.' })
  @Answers(WebhookEndpointWithSecretView, { status: 201, description: 'The endpoint and, only here, its secret.' })
  @Access(WEBHOOK_WRITERS)
  async create(@CurrentActor() actor: Actor, @Body() input: CreateWebhookEndpointInput) {
    return withSecretView(await this.endpoints.create(actor, input));
  }

  @Get()
  @ApiOperation({ operationId: 'listWebhookEndpoints', summary: 'Your webhook endpoints, newest first.' })
  @Answers(WebhookEndpointView, { list: true, description: 'One page.' })
  @Access(WEBHOOK_READERS)
  async list(@CurrentActor() actor: Actor, @Query() query: ListQuery) {
    return listOf(await this.endpoints.list(actor, pageInput(query)), endpointView);
  }

  @Get(':endpointId')
  @ApiOperation({ operationId: 'getWebhookEndpoint', summary: 'One of your webhook endpoints.' })
  @Answers(WebhookEndpointView, { description: 'The endpoint.' })
  @Access(WEBHOOK_READERS)
  async one(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return endpointView(await this.endpoints.get(actor, endpointId));
  }

  @Patch(':endpointId')
  @ApiOperation({ operationId: 'updateWebhookEndpoint', summary: 'Change address, description or event types.' })
  @Answers(WebhookEndpointView, { description: 'The changed endpoint.' })
  @Access(WEBHOOK_WRITERS)
  async update(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
    @Body() input: UpdateWebhookEndpointInput,
  ): Promise<WebhookEndpointView> {
    return endpointView(await this.endpoints.update(actor, endpointId, input));
  }

  @Delete(':endpointId')
  @ApiOperation({ operationId: 'deleteWebhookEndpoint', summary: 'Delete an endpoint for good.' })
  @Answers(WebhookEndpointView, { description: 'The endpoint as it was.' })
  @Access(WEBHOOK_WRITERS)
  async remove(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return endpointView(await this.endpoints.remove(actor, endpointId));
  }

  @Post(':endpointId/enable')
  @ApiOperation({
    operationId: 'enableWebhookEndpoint',
    summary: 'Enable an endpoint: its deliveries continue and its failures are forgotten.',
  })
  @Answers(WebhookEndpointView, { description: 'The enabled endpoint.' })
  @Access(WEBHOOK_WRITERS)
  async enable(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return endpointView(await this.endpoints.enable(actor, endpointId));
  }

  @Post(':endpointId/disable')
  @ApiOperation({ operationId: 'disableWebhookEndpoint', summary: 'Disable an endpoint: its deliveries wait.' })
  @Answers(WebhookEndpointView, { description: 'The disabled endpoint.' })
  @Access(WEBHOOK_WRITERS)
  async disable(@CurrentActor() actor: Actor, @TheEndpoint endpointId: string) {
    return endpointView(await this.endpoints.disable(actor, endpointId));
  }

  @Post(':endpointId/rotate-secret')
  @ApiOperation({ operationId: 'rotateWebhookSecret', summary: 'Change the secret; both sign for a while.' })
  @Answers(WebhookEndpointWithSecretView, { description: 'The endpoint and, only here, its new secret.' })
  @Access(WEBHOOK_WRITERS)
  async rotate(
    @CurrentActor() actor: Actor,
    @TheEndpoint endpointId: string,
    @Body() { secret, overlapHours }: RotateWebhookSecretInput,
  ): Promise<WebhookEndpointWithSecretView> {
    return withSecretView(await this.endpoints.rotate(actor, endpointId, secret, overlapHours));
  }
}
