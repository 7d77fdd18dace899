import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { isMachine } from '../../kernel/access/index.js';
import { type AccessRequest, admittedActor } from './access.js';
import { withheldFrom } from './field-access.js';

/** Removes guarded fields from REST answers to machines. A member's answer costs one look at the actor. */
@Injectable()
export class WithheldFields implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    // A worker answers no requests and has no such server.
    if (typeof fastify?.addHook !== 'function') return;
    fastify.addHook('preSerialization', (request, _, payload, done) => {
      const actor = admittedActor(request as AccessRequest);
      done(null, actor && isMachine(actor) ? withheldFrom(payload, actor.scopes) : payload);
    });
  }
}
