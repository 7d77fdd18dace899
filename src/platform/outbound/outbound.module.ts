import { Global, Module } from '@nestjs/common';
import { HostLookup } from './host-lookup.js';
import { Outbound } from './outbound.js';
import { Reach } from './reach.js';

/** Requests to servers of our customers. */
@Global()
@Module({ providers: [HostLookup, Outbound, Reach], exports: [Outbound, Reach] })
export class OutboundModule {}
