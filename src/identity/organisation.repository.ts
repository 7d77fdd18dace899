import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../platform/database/index.js';
import type { OrganisationKind } from './actor.js';

export interface OrganisationRecord {
  id: string;
  kind: OrganisationKind;
  name: string;
  createdAt: Date;
}

const COLUMNS = 'id, kind, name, created_at AS "createdAt"';

@Injectable()
export class OrganisationRepository {
  async insert(tx: Tx, id: string, kind: OrganisationKind, name: string): Promise<OrganisationRecord> {
    const rows = await tx.rows<OrganisationRecord>(
      `INSERT INTO organisations (id, kind, name) VALUES ($1, $2, $3) RETURNING ${COLUMNS}`,
      [id, kind, name],
    );
    return rows[0]!;
  }

  byId(q: Queryable, id: string): Promise<OrganisationRecord | undefined> {
    return q.one<OrganisationRecord>(`SELECT ${COLUMNS} FROM organisations WHERE id = $1`, [id]);
  }

  byIds(q: Queryable, ids: readonly string[]): Promise<OrganisationRecord[]> {
    return q.rows<OrganisationRecord>(`SELECT ${COLUMNS} FROM organisations WHERE id = ANY($1::uuid[])`, [ids]);
  }

  firstOfKind(q: Queryable, kind: OrganisationKind): Promise<OrganisationRecord | undefined> {
    return q.one<OrganisationRecord>(`SELECT ${COLUMNS} FROM organisations WHERE kind = $1 ORDER BY id LIMIT 1`, [
      kind,
    ]);
  }

  /** The sandbox each belongs to; null for a live one, absent for one that does not exist. */
  async sandboxes(q: Queryable, ids: readonly string[]): Promise<Map<string, string | null>> {
    const rows = await q.rows<{ id: string; sandboxId: string | null }>(
      'SELECT id, sandbox_id AS "sandboxId" FROM organisations WHERE id = ANY($1::uuid[])',
      [ids],
      'organisations.sandboxes',
    );
    return new Map(rows.map((row) => [row.id, row.sandboxId]));
  }

  /** Makes changes to one organisation's members and keys wait for each other, so that counted rules hold. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.rows('SELECT id FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }
}
