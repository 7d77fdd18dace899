import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EndpointController } from './endpoint.controller.js';
import { EndpointRepository } from './endpoint.repository.js';
import { EndpointResolver } from './endpoint.resolver.js';
import { Endpoints } from './endpoints.service.js';
import { FailingEndpoints } from './failing-endpoints.service.js';
import { TestEndpointsConsumer } from './test-endpoints.consumer.js';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.js';
import { WebhookSecrets } from './webhook-secrets.js';

@Module({
  imports: [TypeOrmModule.forFeature([WebhookEndpointEntity])],
  controllers: [EndpointController],
  providers: [EndpointRepository, EndpointResolver, Endpoints, FailingEndpoints, TestEndpointsConsumer, WebhookSecrets],
  exports: [Endpoints, FailingEndpoints, WebhookSecrets],
})
export class EndpointsModule {}
