import { Injectable } from '@nestjs/common';
import { type Page, type PageInput } from '../../kernel/index.js';
import { columnsOf, newestFirst, pageOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { ErpSyncRunEntity } from './erp-connection.entity.js';
import type { RunState } from './erp-connection.lifecycle.js';
import { CONNECTION_COLUMNS, type ErpConnection } from './erp-connection.repository.js';

export type SyncRun = ErpSyncRunEntity;

const COLUMNS = columnsOf(ErpSyncRunEntity);

/** Longer than a page takes with all its timeouts; a worker that does not renew it has died. */
const LEASE = `interval '3 minutes'`;
const DUE = `c.deleted_at IS NULL AND c.state <> 'paused' AND c.next_sync_at <= now()
  AND (c.lease_until IS NULL OR c.lease_until < now())
  AND NOT EXISTS (SELECT FROM erp_connections o
                   WHERE o.creditor_id = c.creditor_id AND o.id <> c.id AND o.lease_until >= now())`;

/** Runs and the leases of their workers: one run at a time for each creditor. Lock order: connections → run → rows. */
@Injectable()
export class SyncRunRepository {
  /** Takes a connection that is due while no worker has a lease on any of its creditor's. */
  async takeUp(tx: Tx, id: string, leaseId: string): Promise<ErpConnection | undefined> {
    // Two workers that take up two connections of one creditor see each other.
    await tx.rows(
      `SELECT id FROM erp_connections WHERE creditor_id = (SELECT creditor_id FROM erp_connections WHERE id = $1)
        ORDER BY id FOR NO KEY UPDATE`,
      [id],
    );
    return tx.one<ErpConnection>(
      `UPDATE erp_connections c SET lease_id = $2, lease_until = now() + ${LEASE}
        WHERE c.id = $1 AND ${DUE} RETURNING ${CONNECTION_COLUMNS}`,
      [id, leaseId],
    );
  }

  /** The connections to read next, one of each creditor: who waits longest comes first. */
  async due(q: Queryable, limit: number): Promise<{ id: string }[]> {
    return q.rows(
      `SELECT id FROM (SELECT DISTINCT ON (c.creditor_id) c.id, c.next_sync_at FROM erp_connections c WHERE ${DUE}
                        ORDER BY c.creditor_id, c.next_sync_at) firsts
        ORDER BY next_sync_at LIMIT $1`,
      [limit],
    );
  }

  /** Gives the place to others: the connection is due behind all that are due by now. Its run stays open. */
  async yieldTurn(tx: Tx, id: string, leaseId: string): Promise<Date | undefined> {
    const row = await tx.one<{ at: Date }>(
      `UPDATE erp_connections SET lease_id = NULL, lease_until = NULL, next_sync_at = now()
        WHERE id = $1 AND lease_id = $2 RETURNING next_sync_at AS at`,
      [id, leaseId],
    );
    return row?.at;
  }

  /** Renews the lease after a successful page; false when the worker lost it. */
  async renewLease(tx: Tx, id: string, leaseId: string): Promise<boolean> {
    const kept = await tx.affected(
      `UPDATE erp_connections
          SET lease_until = now() + ${LEASE}, faults = 0, error_code = NULL,
              state = CASE WHEN state = 'failing' THEN 'active' ELSE state END
        WHERE id = $1 AND lease_id = $2`,
      [id, leaseId],
    );
    return kept === 1;
  }

  /** Lets another worker take the connection at once, after a clean stop. */
  async release(q: Queryable, id: string, leaseId: string): Promise<void> {
    const statement = 'UPDATE erp_connections SET lease_id = NULL, lease_until = NULL WHERE id = $1 AND lease_id = $2';
    await q.affected(statement, [id, leaseId]);
  }

  /** Faults in a row so far, with the connection locked; undefined when the worker lost its lease. */
  async faultsSoFar(tx: Tx, id: string, leaseId: string): Promise<number | undefined> {
    const row = await tx.one<{ faults: number }>(
      'SELECT faults FROM erp_connections WHERE id = $1 AND lease_id = $2 FOR NO KEY UPDATE',
      [id, leaseId],
    );
    return row?.faults;
  }

  /** After a fault: due again in `waitSeconds`; null means not before its owner acts. */
  async postpone(
    tx: Tx,
    id: string,
    leaseId: string,
    fault: { code: string; failing: boolean; waitSeconds: number | null },
  ): Promise<Date | null> {
    const row = await tx.one<{ at: Date | null }>(
      `UPDATE erp_connections
          SET lease_id = NULL, lease_until = NULL, faults = faults + 1, error_code = $3,
              state = CASE WHEN $4 THEN 'failing' ELSE state END,
              next_sync_at = now() + make_interval(secs => $5::double precision)
        WHERE id = $1 AND lease_id = $2 RETURNING next_sync_at AS at`,
      [id, leaseId, fault.code, fault.failing, fault.waitSeconds],
    );
    return row?.at ?? null;
  }

  /** After a complete run: the next one is due after an interval and reads what changed from `since` on. */
  async scheduleNext(tx: Tx, id: string, leaseId: string, since: string | null): Promise<Date | undefined> {
    const row = await tx.one<{ at: Date }>(
      `UPDATE erp_connections
          SET lease_id = NULL, lease_until = NULL, since = coalesce($3, since), last_synced_at = now(), faults = 0,
              error_code = NULL, state = 'active', next_sync_at = now() + make_interval(mins => interval_minutes)
        WHERE id = $1 AND lease_id = $2 RETURNING next_sync_at AS at`,
      [id, leaseId, since],
    );
    return row?.at;
  }

  async open(q: Queryable, connectionId: string): Promise<SyncRun | undefined> {
    const statement = `SELECT ${COLUMNS} FROM erp_sync_runs WHERE connection_id = $1 AND state = 'running'`;
    return q.one<SyncRun>(statement, [connectionId]);
  }

  async begin(tx: Tx, run: Pick<SyncRun, 'id' | 'connectionId' | 'trigger' | 'since'>): Promise<SyncRun> {
    const row = await tx.one<SyncRun>(
      `INSERT INTO erp_sync_runs (id, connection_id, trigger, since) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
      [run.id, run.connectionId, run.trigger, run.since],
    );
    return row!;
  }

  /** An upload is completed when it is recorded. */
  async keepUpload(tx: Tx, run: Pick<SyncRun, 'id' | 'connectionId' | 'documents' | 'counts'>): Promise<SyncRun> {
    const row = await tx.one<SyncRun>(
      `INSERT INTO erp_sync_runs (id, connection_id, trigger, state, documents, counts, finished_at)
       VALUES ($1, $2, 'upload', 'completed', $3, $4, now()) RETURNING ${COLUMNS}`,
      [run.id, run.connectionId, run.documents, JSON.stringify(run.counts)],
    );
    await tx.affected('UPDATE erp_connections SET last_synced_at = now() WHERE id = $1', [run.connectionId]);
    return row!;
  }

  async setNextSince(q: Queryable, id: string, nextSince: string | null): Promise<void> {
    await q.affected('UPDATE erp_sync_runs SET next_since = $2 WHERE id = $1', [id, nextSince]);
  }

  /** Moves the position of a run on; false when it is not where its worker expects it. */
  async advance(tx: Tx, from: SyncRun, to: Pick<SyncRun, 'phase' | 'afterKey' | 'documents' | 'counts'>) {
    const moved = await tx.affected(
      `UPDATE erp_sync_runs SET phase = $4, after_key = $5, documents = $6, counts = $7
        WHERE id = $1 AND state = 'running' AND phase = $2 AND after_key IS NOT DISTINCT FROM $3`,
      [from.id, from.phase, from.afterKey, to.phase, to.afterKey, to.documents, JSON.stringify(to.counts)],
    );
    return moved === 1;
  }

  async noteFault(tx: Tx, id: string, code: string): Promise<void> {
    await tx.affected('UPDATE erp_sync_runs SET faults = faults + 1, error_code = $2 WHERE id = $1', [id, code]);
  }

  /** Ends the current run of a connection, if there is one. */
  async finish(tx: Tx, connectionId: string, state: RunState, errorCode: string | null = null): Promise<void> {
    await tx.affected(
      `UPDATE erp_sync_runs SET state = $2, error_code = $3, finished_at = now()
        WHERE connection_id = $1 AND state = 'running'`,
      [connectionId, state, errorCode],
    );
  }

  list(q: Queryable, connectionId: string, page: PageInput): Promise<Page<SyncRun>> {
    return pageOf<SyncRun>(q, page, {
      select: `SELECT ${COLUMNS} FROM erp_sync_runs`,
      where: [['connection_id = ?', connectionId]],
      order: newestFirst('id'),
    });
  }
}
