import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '../../kernel/access/index.js';
import { columnsOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { OrganisationEntity } from './organisation.entity.js';

export type OrganisationRecord = OrganisationEntity;

/** The world an organisation belongs to: the live one, or one sandbox. */
export interface World {
  sandboxId: string | null;
  /** The organisation that runs the marketplace there and earns its fees. */
  platformId: string;
  /** How far the world's clock is ahead of database time; 0 for the live one. */
  aheadSeconds: bigint;
}

const COLUMNS = columnsOf(OrganisationEntity);

/** Organisations for other modules: their kinds, names and worlds. Found by id, whatever the world. */
@Injectable()
export class Organisations {
  /** Adds an organisation; to a sandbox when one is given, else to the live world. */
  async add(
    tx: Tx,
    id: string,
    kind: OrganisationKind,
    name: string,
    sandboxId: string | null = null,
  ): Promise<OrganisationRecord> {
    const rows = await tx.rows<OrganisationRecord>(
      `INSERT INTO organisations (id, kind, name, sandbox_id) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
      [id, kind, name, sandboxId],
    );
    return rows[0]!;
  }

  get(q: Queryable, id: string): Promise<OrganisationRecord | undefined> {
    return q.one<OrganisationRecord>(`SELECT ${COLUMNS} FROM organisations WHERE id = $1`, [id]);
  }

  /** The organisation that runs the live marketplace and earns its fees; undefined before its first owner is created. */
  platform(q: Queryable): Promise<OrganisationRecord | undefined> {
    const sql = `SELECT ${COLUMNS} FROM organisations WHERE kind = 'platform' AND sandbox_id IS NULL ORDER BY id LIMIT 1`;
    return q.one<OrganisationRecord>(sql);
  }

  /** The organisations of a sandbox, its hidden platform included. */
  ofSandbox(q: Queryable, sandboxId: string): Promise<OrganisationRecord[]> {
    return q.rows(`SELECT ${COLUMNS} FROM organisations WHERE sandbox_id = $1 ORDER BY id`, [sandboxId]);
  }

  /** The world of an organisation; undefined when it does not exist, or while the platform is not founded. */
  worldOf(q: Queryable, id: string): Promise<World | undefined> {
    return q.one<World>(
      `SELECT o.sandbox_id AS "sandboxId", p.id AS "platformId", coalesce(s.advanced_seconds, 0) AS "aheadSeconds"
         FROM organisations o LEFT JOIN sandboxes s ON s.id = o.sandbox_id
         JOIN organisations p ON p.kind = 'platform' AND p.sandbox_id = o.sandbox_id
        WHERE o.id = $1
       UNION ALL
       (SELECT NULL, p.id, 0 FROM organisations o, organisations p
         WHERE o.id = $1 AND o.sandbox_id IS NULL AND p.kind = 'platform' AND p.sandbox_id IS NULL ORDER BY p.id LIMIT 1)`,
      [id],
      'identity.world',
    );
  }

  /** The sandbox each belongs to; null for a live one, absent for one that does not exist. */
  async sandboxesOf(q: Queryable, ids: readonly string[]): Promise<Map<string, string | null>> {
    const rows = await q.rows<{ id: string; sandboxId: string | null }>(
      'SELECT id, sandbox_id AS "sandboxId" FROM organisations WHERE id = ANY($1::uuid[])',
      [[...new Set(ids)]],
      'organisations.sandboxes',
    );
    return new Map(rows.map((row) => [row.id, row.sandboxId]));
  }

  /** The name of each of these organisations. */
  async namesOf(q: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
    const sql = 'SELECT id, name FROM organisations WHERE id = ANY($1::uuid[])';
    const rows = await q.rows<{ id: string; name: string }>(sql, [[...new Set(ids)]], 'organisations.names');
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Makes changes to one organisation's members and keys wait for each other, so that limits hold. First in the lock order. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.rows('SELECT id FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }
}
