import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, newId, orNotFound, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { SyncedOutcome } from './erp-connection.lifecycle.js';
import { ErpConnectionRepository } from './erp-connection.repository.js';
import { assertPulled, ErpConnections } from './erp-connections.service.js';
import { SYNC_JOB } from './sync-results.js';
import { type KeptRow, SyncRowRepository } from './sync-row.repository.js';
import { type SyncRun, SyncRunRepository } from './sync-run.repository.js';

/** Runs, started by hand and read by their owner. */
@Injectable()
export class SyncRuns {
  constructor(
    private readonly database: Database,
    private readonly erpConnections: ErpConnections,
    private readonly connections: ErpConnectionRepository,
    private readonly runs: SyncRunRepository,
    private readonly rows: SyncRowRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a run now, or returns the current one; `full` ends that and reads every document again, which writes only what
   * differs.
   */
  async syncNow(actor: Actor, id: string, full: boolean): Promise<SyncRun> {
    const act = { actor, operation: 'erp-connection.sync', request: { id, full } };
    return this.database.transaction((tx) => keyed(tx, act, () => this.startRun(tx, actor, id, full)));
  }

  private async startRun(tx: Tx, actor: Actor, id: string, full: boolean): Promise<SyncRun> {
    const was = orNotFound(await this.connections.find(tx, actor, id, true));
    assertPulled(was);
    const connection = await this.connections.makeDue(tx, id, full);
    if (!connection) throw new WrongState({ path: 'id', details: { state: was.state } });
    if (full) await this.runs.finish(tx, id, 'stopped');
    const fresh = { id: newId(this.clock.millis()), connectionId: id, since: connection.since };
    const run = (await this.runs.open(tx, id)) ?? (await this.runs.begin(tx, { ...fresh, trigger: 'manual' }));
    this.jobs.scheduleAfter(tx, SYNC_JOB, { id });
    return run;
  }

  /** Newest first. */
  async runsOf(actor: Actor, id: string, page: PageInput): Promise<Page<SyncRun>> {
    await this.erpConnections.get(actor, id);
    return this.runs.list(this.database, id, page);
  }

  /** The outcome of each document, in order of the ERP's own keys. */
  async rowsOf(actor: Actor, id: string, page: PageInput, outcome: SyncedOutcome | null): Promise<Page<KeptRow>> {
    await this.erpConnections.get(actor, id);
    return this.rows.list(this.database, id, page, outcome);
  }
}
