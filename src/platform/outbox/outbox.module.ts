import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Consumers } from './consumers.js';
import { InboxEntity } from './inbox.entity.js';
import { Outbox } from './outbox.js';
import { OutboxEventEntity } from './outbox-event.entity.js';
import { OutboxSignal } from './outbox-signal.js';
import { Relay } from './relay.js';

/** Delivers events to consumers: none is lost, and each effect happens once. */
@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([OutboxEventEntity, InboxEntity])],
  providers: [OutboxSignal, Outbox, Consumers, Relay],
  exports: [Outbox, Relay],
})
export class OutboxModule {}
