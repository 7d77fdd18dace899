import { Injectable } from '@nestjs/common';
import { Clock, newId, Refusal } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { JobRunner, Overtaken } from '../../platform/loops/index.js';
import { type ErpClient, ErpFault, nextSince, type PulledKind } from '../erp/index.js';
import { CredentialsVault } from './credentials-vault.js';
import { TURN } from './erp-connection.lifecycle.js';
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
      // Before an ERP is asked at all: anybody can name one.
      await this.pages.assertMayPost(connection);
      const end = await this.readPages(connection, run, leaseId);
      if (end === 'stopped') await this.results.release(connection.id, leaseId);
      else if (end === 'turn over') await this.results.yieldTurn(connection.id, leaseId);
      else await this.results.finish(connection.id, leaseId, end.nextSince);
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

  /** A connection that waited for a place is read without waiting for a sweep. */
  protected override nextWaiting(): Promise<string | undefined> {
    return this.results.nextDue();
  }

  /** The complete run; or why it was left before, with its position kept. */
  private async readPages(
    connection: ErpConnection,
    begun: SyncRun,
    leaseId: string,
  ): Promise<SyncRun | 'stopped' | 'turn over'> {
    const client = this.vault.open(connection);
    const until = performance.now() + TURN.seconds * 1_000;
    let run = await this.withNextSince(connection, begun, client);
    for (;;) {
      if (this.stopping) return 'stopped';
      if (run.documents - begun.documents >= TURN.documents || performance.now() > until) return 'turn over';
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
