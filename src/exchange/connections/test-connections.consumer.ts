import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxDeleted } from '../../events/sandbox.events.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { ErpConnectionRepository } from './erp-connection.repository.js';
import { SyncResults } from './sync-results.js';

/** Deletes the connections and credentials of a deleted sandbox, so that no ERP is read for it any more. */
@Injectable()
export class TestConnectionsConsumer {
  constructor(
    private readonly connections: ErpConnectionRepository,
    private readonly results: SyncResults,
  ) {}

  @OnEvent(SandboxDeleted)
  async whenDeleted(tx: Tx, { organisationIds }: EventOf<typeof SandboxDeleted>): Promise<void> {
    for (const { id } of await this.connections.ofCreditors(tx, organisationIds)) {
      await this.connections.remove(tx, id);
      await this.results.stop(tx, id);
    }
  }
}
