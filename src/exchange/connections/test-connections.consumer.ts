import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { SandboxDeleted } from '../../events/sandbox.events.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { ErpConnectionRepository } from './erp-connection.repository.js';
import { SyncResults } from './sync-results.js';

/** When a sandbox is deleted, nothing goes on asking an ERP for it, and the credentials for that are forgotten. */
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
