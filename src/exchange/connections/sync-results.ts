import { Injectable, Logger } from '@nestjs/common';
import { Receivables } from '../../casework/cases/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { ErpFault } from '../erp/index.js';
import { FAULTS_UNTIL_FAILING, waitSeconds } from './erp-connection.lifecycle.js';
import type { ErpConnection } from './erp-connection.repository.js';
import { type SyncRun, SyncRunRepository } from './sync-run.repository.js';

export const SYNC_JOB = 'erp.sync';

/** Begins and ends runs, and schedules the next one. */
@Injectable()
export class SyncResults {
  private readonly logger = new Logger(SyncResults.name);

  constructor(
    private readonly database: Database,
    private readonly runs: SyncRunRepository,
    private readonly receivables: Receivables,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Leases the connection to this worker, with the run that was left open or a new one. */
  async takeUp(id: string, leaseId: string): Promise<{ connection: ErpConnection; run: SyncRun } | undefined> {
    return this.database.transaction(async (tx) => {
      const connection = await this.runs.takeUp(tx, id, leaseId);
      if (!connection) return undefined;
      const fresh = { id: newId(this.clock.millis()), connectionId: id, since: connection.since };
      const run = (await this.runs.open(tx, id)) ?? (await this.runs.begin(tx, { ...fresh, trigger: 'schedule' }));
      return { connection, run };
    });
  }

  /** Schedules a job for when the connection is due; should it be lost, a sweep finds the connection. */
  scheduleDue(tx: Tx, { id, nextSyncAt }: ErpConnection): void {
    if (nextSyncAt) this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at: nextSyncAt });
  }

  /** Ends the current run, if there is one, because its connection changed. */
  async stop(tx: Tx, id: string): Promise<void> {
    await this.runs.finish(tx, id, 'stopped');
  }

  /** Ends the current run of a deleted connection, and what its cases followed. */
  async end(tx: Tx, { id, creditorId }: ErpConnection): Promise<void> {
    await this.stop(tx, id);
    await this.receivables.forgetConnection(tx, creditorId, id);
  }

  setNextSince(q: Queryable, runId: string, since: string | null): Promise<void> {
    return this.runs.setNextSince(q, runId, since);
  }

  /** The connection to read next, when there is one. */
  async nextDue(): Promise<string | undefined> {
    return (await this.runs.due(this.database, 1))[0]?.id;
  }

  /** Ends a worker's turn in the middle of a run; it goes on when it is its turn again. */
  async yieldTurn(id: string, leaseId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const at = await this.runs.yieldTurn(tx, id, leaseId);
      if (at) this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at });
    });
  }

  release(id: string, leaseId: string): Promise<void> {
    return this.runs.release(this.database, id, leaseId);
  }

  async finish(id: string, leaseId: string, nextSince: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const at = await this.runs.scheduleNext(tx, id, leaseId, nextSince);
      if (!at) return;
      await this.runs.finish(tx, id, 'completed');
      this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at });
    });
  }

  /**
   * After a temporary fault the run stays open and the same page is requested again, after a growing wait or `Retry-After`. A
   * refusal ends the run, and the next one starts when due; refused credentials wait for the owner.
   */
  async postpone(connection: ErpConnection, run: SyncRun, leaseId: string, fault: ErpFault): Promise<void> {
    if (fault.kind === 'credentials') return this.fail(connection, run, leaseId, fault.code, null);
    if (fault.kind === 'refused') return this.fail(connection, run, leaseId, fault.code);
    const { id } = connection;
    await this.database.transaction(async (tx) => {
      const before = await this.runs.faultsSoFar(tx, id, leaseId);
      if (before === undefined) return;
      const wait = waitSeconds(before + 1, fault.retryAfter);
      const failing = before + 1 >= FAULTS_UNTIL_FAILING;
      const at = await this.runs.postpone(tx, id, leaseId, { code: fault.code, failing, waitSeconds: wait });
      await this.runs.noteFault(tx, run.id, fault.code);
      if (at) this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at });
    });
  }

  /** Ends a run as failed; the next one is due after `wait` seconds, by default an interval; null means not by itself. */
  async fail(
    connection: ErpConnection,
    run: SyncRun,
    leaseId: string,
    code: string,
    wait: number | null = connection.intervalMinutes * 60,
  ): Promise<void> {
    const { id } = connection;
    await this.database.transaction(async (tx) => {
      if ((await this.runs.faultsSoFar(tx, id, leaseId)) === undefined) return;
      const at = await this.runs.postpone(tx, id, leaseId, { code, failing: true, waitSeconds: wait });
      await this.runs.noteFault(tx, run.id, code);
      await this.runs.finish(tx, id, 'failed', code);
      if (at) this.jobs.scheduleAfter(tx, SYNC_JOB, { id, at });
    });
    this.logger.warn(`connection ${id}: ${code}`);
  }
}
