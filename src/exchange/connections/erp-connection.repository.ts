import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { type Page, type PageInput } from '../../kernel/index.js';
import {
  columnsOf,
  newestFirst,
  pageOf,
  propertiesBut,
  type Queryable,
  type Tx,
} from '../../platform/database/index.js';
import { ErpConnectionEntity } from './erp-connection.entity.js';
import type { ConnectionState } from './erp-connection.lifecycle.js';

export type ErpConnection = Omit<ErpConnectionEntity, 'leaseId' | 'leaseUntil' | 'updatedAt' | 'deletedAt'>;

export type NewConnection = Pick<
  ErpConnection,
  'id' | 'creditorId' | 'sandboxId' | 'kind' | 'name' | 'baseUrl' | 'credentialsSealed' | 'intervalMinutes' | 'defaults'
>;
export type ConnectionChange = Omit<NewConnection, 'id' | 'creditorId' | 'sandboxId' | 'kind'> & {
  readonly readAgain: boolean;
  readonly corrected: boolean;
};

export const CONNECTION_COLUMNS = columnsOf(
  ErpConnectionEntity,
  'c',
  propertiesBut(ErpConnectionEntity, 'leaseId', 'leaseUntil', 'updatedAt', 'deletedAt'),
);

const PULLED_NOW = `CASE WHEN kind = 'ubl' THEN NULL ELSE now() END`;

/** Connections as their owner manages them. Most changes take the lease away from the current run. */
@Injectable()
export class ErpConnectionRepository {
  async insert(tx: Tx, it: NewConnection): Promise<ErpConnection> {
    const row = await tx.one<ErpConnection>(
      `INSERT INTO erp_connections AS c
         (id, creditor_id, sandbox_id, kind, name, base_url, credentials_sealed, interval_minutes, defaults, next_sync_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $4 = 'ubl' THEN NULL ELSE now() END)
       RETURNING ${CONNECTION_COLUMNS}`,
      [
        it.id,
        it.creditorId,
        it.sandboxId,
        it.kind,
        it.name,
        it.baseUrl,
        it.credentialsSealed,
        it.intervalMinutes,
        JSON.stringify(it.defaults),
      ],
    );
    return row!;
  }

  async update(tx: Tx, id: string, it: ConnectionChange): Promise<ErpConnection | undefined> {
    return tx.one<ErpConnection>(
      `UPDATE erp_connections c
          SET name = $2, base_url = $3, credentials_sealed = $4, interval_minutes = $5, defaults = $6,
              since = CASE WHEN $7 THEN NULL ELSE since END, lease_id = NULL, lease_until = NULL, updated_at = now(),
              state = CASE WHEN $8 AND state = 'failing' THEN 'active' ELSE state END,
              error_code = CASE WHEN $8 THEN NULL ELSE error_code END, faults = CASE WHEN $8 THEN 0 ELSE faults END,
              next_sync_at = CASE WHEN state = 'paused' THEN NULL WHEN $7 OR $8 THEN ${PULLED_NOW} ELSE next_sync_at END
        WHERE id = $1 AND deleted_at IS NULL RETURNING ${CONNECTION_COLUMNS}`,
      [
        id,
        it.name,
        it.baseUrl,
        it.credentialsSealed,
        it.intervalMinutes,
        JSON.stringify(it.defaults),
        it.readAgain,
        it.corrected,
      ],
    );
  }

  /** Stops reading; a current run ends at its next page. Undefined when the connection is in none of these states. */
  async pause(tx: Tx, id: string, from: readonly ConnectionState[]): Promise<ErpConnection | undefined> {
    return tx.one<ErpConnection>(
      `UPDATE erp_connections c
          SET state = 'paused', next_sync_at = NULL, lease_id = NULL, lease_until = NULL, updated_at = now()
        WHERE id = $1 AND state = ANY($2::text[]) AND deleted_at IS NULL RETURNING ${CONNECTION_COLUMNS}`,
      [id, from],
    );
  }

  async resume(tx: Tx, id: string, from: readonly ConnectionState[]): Promise<ErpConnection | undefined> {
    return tx.one<ErpConnection>(
      `UPDATE erp_connections c
          SET state = 'active', error_code = NULL, faults = 0, next_sync_at = ${PULLED_NOW}, updated_at = now()
        WHERE id = $1 AND state = ANY($2::text[]) AND deleted_at IS NULL RETURNING ${CONNECTION_COLUMNS}`,
      [id, from],
    );
  }

  /** Makes a connection due now; `full` resets its position. Undefined while it is paused. */
  async makeDue(tx: Tx, id: string, full: boolean): Promise<ErpConnection | undefined> {
    return tx.one<ErpConnection>(
      `UPDATE erp_connections c
          SET next_sync_at = now(), since = CASE WHEN $2 THEN NULL ELSE since END,
              lease_id = CASE WHEN $2 THEN NULL ELSE lease_id END,
              lease_until = CASE WHEN $2 THEN NULL ELSE lease_until END
        WHERE id = $1 AND state <> 'paused' AND deleted_at IS NULL RETURNING ${CONNECTION_COLUMNS}`,
      [id, full],
    );
  }

  /** Deletes a connection and its credentials; the outcomes of its documents can no longer be read. */
  async remove(tx: Tx, id: string): Promise<ErpConnection | undefined> {
    return tx.one<ErpConnection>(
      `UPDATE erp_connections c
          SET deleted_at = now(), state = 'paused', credentials_sealed = NULL, next_sync_at = NULL, lease_id = NULL,
              lease_until = NULL, updated_at = now()
        WHERE id = $1 AND deleted_at IS NULL RETURNING ${CONNECTION_COLUMNS}`,
      [id],
    );
  }

  /** The connections of these creditors, in any state. */
  ofCreditors(q: Queryable, creditorIds: readonly string[]): Promise<{ id: string }[]> {
    return q.rows(
      'SELECT id FROM erp_connections WHERE creditor_id = ANY($1::uuid[]) AND deleted_at IS NULL ORDER BY id FOR NO KEY UPDATE',
      [creditorIds],
    );
  }

  async count(q: Queryable, creditorId: string): Promise<number> {
    const row = await q.one<{ count: number }>(
      'SELECT count(*)::integer AS count FROM erp_connections WHERE creditor_id = $1 AND deleted_at IS NULL',
      [creditorId],
    );
    return row!.count;
  }

  async find(q: Queryable, actor: Actor, id: string, lock = false): Promise<ErpConnection | undefined> {
    return q.one<ErpConnection>(
      `SELECT ${CONNECTION_COLUMNS} FROM erp_connections c
        WHERE c.id = $1 AND c.creditor_id = $2 AND c.deleted_at IS NULL ${lock ? 'FOR NO KEY UPDATE' : ''}`,
      [id, actor.organisationId],
    );
  }

  list(q: Queryable, actor: Actor, page: PageInput): Promise<Page<ErpConnection>> {
    return pageOf<ErpConnection>(q, page, {
      select: `SELECT ${CONNECTION_COLUMNS} FROM erp_connections c`,
      where: [['c.creditor_id = ?', actor.organisationId], ['c.deleted_at IS NULL']],
      order: newestFirst('c.id'),
    });
  }
}
