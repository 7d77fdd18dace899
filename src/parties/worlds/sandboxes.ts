import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { columnsOf, propertiesBut, type Queryable, type Tx } from '../../platform/database/index.js';
import { SandboxEntity } from './sandbox.entity.js';

/** A sandbox that is not deleted. */
export type Sandbox = Omit<SandboxEntity, 'deletedAt'> & {
  /** The time of its clock: database time plus what it was advanced by. */
  now: Date;
};

const COLUMNS = `${columnsOf(SandboxEntity, 's', propertiesBut(SandboxEntity, 'deletedAt'))},
  now() + make_interval(secs => s.advanced_seconds) AS now`;

/** Who sees a sandbox: the live organisation that made it, and its own test organisations. */
const VISIBLE = 's.deleted_at IS NULL AND (s.owner_id = $1 OR s.id = $2)';

/** Sandboxes, each with a clock of its own that only goes forward. */
@Injectable()
export class Sandboxes {
  /** Opens a sandbox for a live organisation; returns nothing when it has `most` already, however many ask at once. */
  async open(tx: Tx, id: string, ownerId: string, name: string, most: number): Promise<Sandbox | undefined> {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('sandbox:' || $1::text, 0))`, [ownerId]);
    const count = 'SELECT count(*)::int AS n FROM sandboxes WHERE owner_id = $1 AND deleted_at IS NULL';
    if ((await tx.one<{ n: number }>(count, [ownerId]))!.n >= most) return undefined;
    return tx.one<Sandbox>(`INSERT INTO sandboxes AS s (id, owner_id, name) VALUES ($1, $2, $3) RETURNING ${COLUMNS}`, [
      id,
      ownerId,
      name,
    ]);
  }

  find(q: Queryable, actor: Actor, id: string): Promise<Sandbox | undefined> {
    return q.one<Sandbox>(`SELECT ${COLUMNS} FROM sandboxes s WHERE s.id = $3 AND ${VISIBLE}`, [
      ...viewerOf(actor),
      id,
    ]);
  }

  /** The sandboxes of a live organisation, newest first; for a test organisation its own. */
  list(q: Queryable, actor: Actor): Promise<Sandbox[]> {
    return q.rows<Sandbox>(`SELECT ${COLUMNS} FROM sandboxes s WHERE ${VISIBLE} ORDER BY s.id DESC`, viewerOf(actor));
  }

  /** Moves its clock forward; returns nothing when that would exceed `most` seconds in total. */
  advance(tx: Tx, actor: Actor, id: string, seconds: number, most: number): Promise<Sandbox | undefined> {
    return tx.one<Sandbox>(
      `UPDATE sandboxes s SET advanced_seconds = s.advanced_seconds + $4::bigint
        WHERE s.id = $3 AND ${VISIBLE} AND s.advanced_seconds + $4::bigint <= $5::bigint RETURNING ${COLUMNS}`,
      [...viewerOf(actor), id, seconds, most],
    );
  }

  /** Closes a sandbox of a live organisation, once. */
  close(tx: Tx, ownerId: string, id: string): Promise<Sandbox | undefined> {
    return tx.one<Sandbox>(
      `UPDATE sandboxes s SET deleted_at = now() WHERE s.id = $1 AND s.owner_id = $2 AND s.deleted_at IS NULL
       RETURNING ${COLUMNS}`,
      [id, ownerId],
    );
  }
}

function viewerOf({ organisationId, sandboxId }: Actor): [string, string | null] {
  return [organisationId, sandboxId];
}
