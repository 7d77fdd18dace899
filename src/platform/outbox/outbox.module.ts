import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Consumers } from './consumers.js';
import { Doorbell } from './doorbell.js';
import { InboxEntity } from './inbox.entity.js';
import { OutboxHousekeeping } from './outbox.housekeeping.js';
import { Outbox } from './outbox.js';
import { OutboxEventEntity } from './outbox-event.entity.js';
import { Relay } from './relay.js';

/** What happened, told to whoever listens: nothing lost, each effect once. */
@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([OutboxEventEntity, InboxEntity])],
  providers: [Doorbell, Outbox, Consumers, Relay, OutboxHousekeeping],
  exports: [Outbox, Relay],
})
export class OutboxModule {}
