import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxDeleted } from '../../events/sandbox.events.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { EndpointRepository } from './endpoint.repository.js';

/** Deletes the endpoints of a deleted sandbox with their secrets. */
@Injectable()
export class TestEndpointsConsumer {
  constructor(private readonly endpoints: EndpointRepository) {}

  @OnEvent(SandboxDeleted)
  async whenDeleted(tx: Tx, { organisationIds }: EventOf<typeof SandboxDeleted>): Promise<void> {
    await this.endpoints.deleteOf(tx, organisationIds);
  }
}
