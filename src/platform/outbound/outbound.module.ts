import { Global, Module } from '@nestjs/common';
import { Outbound } from './outbound.js';

/** Requests to servers of our customers. */
@Global()
@Module({ providers: [Outbound], exports: [Outbound] })
export class OutboundModule {}
