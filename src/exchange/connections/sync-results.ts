import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { ErpFault } from '../erp/index.js';
import { FAULTS_SHOWN, waitSeconds } from './erp-connection.lifecycle.js';
import type { ErpConnection } from './erp-connection.repository.js';
import { type SyncRun, SyncRunRepository } from './sync-run.repository.js';

export const SYNC_JOB = 'erp.sync';

/** How runs begin and end, and when the next one is due. */
@Injectable()
export class SyncResults {
  private readonly logger = new Logger(SyncResults.name);

  constructor(
    private readonly database: Database,
    private readonly runs: SyncRunRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** The connection for this worker alone, with the run that was left open or a new one. */
  async takeUp(id: string, leaseId: string): Promise<{ connection: ErpConnection; run: SyncRun } | undefined> {
    return this.database.transaction(async (tx) => {
      const connection = await this.runs.takeUp(tx, id, leaseId);
      if (!connection) return undefined;
      const fresh = { id: newId(this.clock.millis()), connectionId: id, since: connection.since };
      const run = (await this.runs.open(tx, id)) ?? (await this.runs.begin(tx, { ...fresh, trigger: 'schedule' }));
      return { connection, run };
    });
  }

  /** A job for when it is due; a sweep finds it otherwise. */
  remind(tx: Tx, { id, nextSyncAt }: ErpConnection): void {
    if (nextSyncAt) this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at: nextSyncAt });
  }

  /** Ends the run under way, if there is one: its connection is not what it was. */
  async stop(tx: Tx, id: string): Promise<void> {
    await this.runs.finish(tx, id, 'stopped');
  }

  setNextSince(q: Queryable, runId: string, since: string | null): Promise<void> {
    return this.runs.setNextSince(q, runId, since);
  }

  letGo(id: string, leaseId: string): Promise<void> {
    return this.runs.letGo(this.database, id, leaseId);
  }

  async finish(id: string, leaseId: string, nextSince: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const at = await this.runs.rest(tx, id, leaseId, nextSince);
      if (!at) return;
      await this.runs.finish(tx, id, 'completed');
      this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at });
    });
  }

  /**
   * A fault that passes has the same page asked for again, later each time or when the ERP said; the run stays open. A plain
   * no ends the run and is asked again when the next one is due; refused credentials wait for the owner.
   */
  async setBack(connection: ErpConnection, run: SyncRun, leaseId: string, fault: ErpFault): Promise<void> {
    if (fault.kind === 'credentials') return this.giveUp(connection, run, leaseId, fault.code, null);
    if (fault.kind === 'refused') return this.giveUp(connection, run, leaseId, fault.code);
    const { id } = connection;
    await this.database.transaction(async (tx) => {
      const before = await this.runs.faultsSoFar(tx, id, leaseId);
      if (before === undefined) return;
      const wait = waitSeconds(before + 1, fault.retryAfter);
      const failing = before + 1 >= FAULTS_SHOWN;
      const at = await this.runs.setBack(tx, id, leaseId, { code: fault.code, failing, waitSeconds: wait });
      await this.runs.noteFault(tx, run.id, fault.code);
      if (at) this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at });
    });
  }

  /** Ends a run without success; the next one comes after `wait` seconds, an interval unless told, or not by itself when null. */
  async giveUp(
    connection: ErpConnection,
    run: SyncRun,
    leaseId: string,
    code: string,
    wait: number | null = connection.intervalMinutes * 60,
  ): Promise<void> {
    const { id } = connection;
    await this.database.transaction(async (tx) => {
      if ((await this.runs.faultsSoFar(tx, id, leaseId)) === undefined) return;
      const at = await this.runs.setBack(tx, id, leaseId, { code, failing: true, waitSeconds: wait });
      await this.runs.noteFault(tx, run.id, code);
      await this.runs.finish(tx, id, 'failed', code);
      if (at) this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at });
    });
    this.logger.warn(`connection ${id}: ${code}`);
  }
}
