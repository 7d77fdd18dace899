import { Injectable } from '@nestjs/common';
import { Clock, newId, Refusal } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { JobRunner, Overtaken } from '../../platform/loops/index.js';
import { type ErpClient, ErpFault, nextSince, type PulledKind } from '../erp/index.js';
import { CredentialsVault } from './credentials-vault.js';
import type { ErpConnection } from './erp-connection.repository.js';
import { SyncPages } from './sync-pages.js';
import { SyncResults } from './sync-results.js';
import type { SyncRun } from './sync-run.repository.js';

/** Connections one process works on at once. */
const MAX_AT_ONCE = 4;

/**
 * Reads ERPs. A worker continues where the last committed page ended: a page's documents are decided first and the position
 * moves after them, so after a crash in between the page is read again, which changes nothing.
 */
@Injectable()
export class SyncRunner extends JobRunner {
  constructor(
    private readonly database: Database,
    private readonly vault: CredentialsVault,
    private readonly pages: SyncPages,
    private readonly results: SyncResults,
    private readonly clock: Clock,
  ) {
    super(MAX_AT_ONCE);
  }

  protected async carryOn(connectionId: string): Promise<void> {
    const leaseId = newId(this.clock.millis());
    const taken = await this.results.takeUp(connectionId, leaseId);
    if (!taken) return;
    const { connection, run } = taken;
    try {
      const done = await this.readPages(connection, run, leaseId);
      if (done) await this.results.finish(connection.id, leaseId, done.nextSince);
      else await this.results.release(connection.id, leaseId);
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (error instanceof ErpFault) return this.results.postpone(connection, run, leaseId, error);
      if (error instanceof Refusal && error.spec.status === 403) {
        return this.results.fail(connection, run, leaseId, error.code);
      }
      await this.results.postpone(connection, run, leaseId, new ErpFault('later', 'SYNC_INTERRUPTED'));
      throw error;
    }
  }

  /** Undefined when the process ends before the run does. */
  private async readPages(connection: ErpConnection, begun: SyncRun, leaseId: string): Promise<SyncRun | undefined> {
    const client = this.vault.open(connection);
    let run = await this.withNextSince(connection, begun, client);
    for (;;) {
      if (this.stopping) return undefined;
      const next = await this.pages.step(connection, run, leaseId, client);
      if (next === 'done') return run;
      run = next;
    }
  }

  /** Before its first page a run reads the newest timestamp of the ERP: later changes belong to the next run. */
  private async withNextSince(connection: ErpConnection, run: SyncRun, client: ErpClient): Promise<SyncRun> {
    if (run.nextSince !== null || run.documents > 0 || run.phase !== 'changed') return run;
    const since = nextSince(connection.kind as PulledKind, await client.newest(), this.clock.now());
    await this.results.setNextSince(this.database, run.id, since);
    return { ...run, nextSince: since };
  }
}
