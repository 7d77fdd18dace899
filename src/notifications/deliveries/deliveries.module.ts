import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../../parties/approvals/index.js';
import { EndpointsModule } from '../endpoints/index.js';
import { FeedModule } from '../feed/index.js';
import { SinksModule } from '../sinks/index.js';
import { AttemptRepository } from './attempt.repository.js';
import { AttemptOutcomes } from './attempt-outcomes.js';
import { Deliveries } from './deliveries.service.js';
import { DeliveryController } from './delivery.controller.js';
import { DeliveryRepository } from './delivery.repository.js';
import { DeliveryResolver } from './delivery.resolver.js';
import { Dispatcher } from './dispatcher.js';
import { FanOut } from './fan-out.js';
import { FanOutRepository } from './fan-out.repository.js';
import { ReplayRepository } from './replay.repository.js';
import { Replays } from './replays.js';
import { WebhookAttemptEntity, WebhookDeliveryEntity, WebhookMessageEntity } from './webhook-delivery.entity.js';
import { WebhookCursorEntity, WebhookReplayEntity } from './webhook-progress.entity.js';
import { WebhookWorker } from './webhook-worker.js';

const ENTITIES = [
  WebhookAttemptEntity,
  WebhookCursorEntity,
  WebhookDeliveryEntity,
  WebhookMessageEntity,
  WebhookReplayEntity,
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), EndpointsModule, FeedModule, SinksModule, ApprovalsModule],
  controllers: [DeliveryController],
  providers: [
    AttemptOutcomes,
    AttemptRepository,
    DeliveryRepository,
    DeliveryResolver,
    Deliveries,
    Dispatcher,
    FanOut,
    FanOutRepository,
    ReplayRepository,
    Replays,
    WebhookWorker,
  ],
})
export class DeliveriesModule {}
