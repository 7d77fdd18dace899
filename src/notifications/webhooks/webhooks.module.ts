import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VerificationModule } from '../../parties/verification/index.js';
import { FeedModule } from '../feed/index.js';
import { SinksModule } from '../sinks/index.js';
import { AttemptRepository } from './attempt.repository.js';
import { AttemptOutcomes } from './attempt-outcomes.js';
import { DeliveryController } from './delivery.controller.js';
import { DeliveryRepository } from './delivery.repository.js';
import { DeliveryResolver } from './delivery.resolver.js';
import { DeliveryService } from './delivery.service.js';
import { Dispatcher } from './dispatcher.js';
import { EndpointController } from './endpoint.controller.js';
import { EndpointRepository } from './endpoint.repository.js';
import { EndpointResolver } from './endpoint.resolver.js';
import { EndpointService } from './endpoint.service.js';
import { FanOut } from './fan-out.js';
import { FanOutRepository } from './fan-out.repository.js';
import { ReplayRepository } from './replay.repository.js';
import { Replays } from './replays.js';
import { TestEndpointsConsumer } from './test-endpoints.consumer.js';
import { WebhookAttemptEntity, WebhookDeliveryEntity, WebhookMessageEntity } from './webhook-delivery.entity.js';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.js';
import { WebhookCursorEntity, WebhookReplayEntity } from './webhook-progress.entity.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookWorker } from './webhook-worker.js';

const ENTITIES = [
  WebhookAttemptEntity,
  WebhookCursorEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
  WebhookMessageEntity,
  WebhookReplayEntity,
];

/** Events going out to the endpoints of organisations. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), FeedModule, SinksModule, VerificationModule],
  controllers: [DeliveryController, EndpointController],
  providers: [
    TestEndpointsConsumer,
    AttemptOutcomes,
    AttemptRepository,
    DeliveryRepository,
    DeliveryResolver,
    DeliveryService,
    Dispatcher,
    EndpointRepository,
    EndpointResolver,
    EndpointService,
    FanOut,
    FanOutRepository,
    ReplayRepository,
    Replays,
    WebhookSecrets,
    WebhookWorker,
  ],
})
export class WebhooksModule {}
