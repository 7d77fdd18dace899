import type { Actor } from '../../kernel/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';

/** Whether the noted last use of a row is more than a minute old, so that it is noted once a minute at most. */
export const USE_IS_OLD = `(last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;

/** The statements that API keys and OAuth clients share: rows of one organisation, counted, revoked once, used from somewhere. */
export abstract class MachineRows<Row> {
  protected constructor(
    private readonly table: string,
    protected readonly columns: string,
    private readonly live: string,
  ) {}

  async countLive(tx: Tx, organisationId: string): Promise<number> {
    const sql = `SELECT count(*)::integer AS n FROM ${this.table} WHERE organisation_id = $1 AND ${this.live}`;
    return (await tx.one<{ n: number }>(sql, [organisationId]))?.n ?? 0;
  }

  /** The organisation's, newest first; revoked ones too, the last hundred. */
  list(q: Queryable, actor: Actor): Promise<Row[]> {
    const sql = `SELECT ${this.columns} FROM ${this.table} WHERE organisation_id = $1 ORDER BY id DESC LIMIT 100`;
    return q.rows<Row>(sql, [actor.organisationId]);
  }

  /** One of the actor's organisation, locked until the transaction ends. */
  hold(tx: Tx, actor: Actor, id: string): Promise<Row | undefined> {
    const sql = `SELECT ${this.columns} FROM ${this.table} WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE`;
    return tx.one<Row>(sql, [id, actor.organisationId]);
  }

  /** Revokes one of the actor's organisation; nothing when it was revoked already, or is none of its own. */
  revoke(tx: Tx, actor: Actor, id: string): Promise<Row | undefined> {
    return tx.one<Row>(
      `UPDATE ${this.table} SET revoked_at = now() WHERE id = $1 AND organisation_id = $2 AND revoked_at IS NULL
       RETURNING ${this.columns}`,
      [id, actor.organisationId],
    );
  }

  async revokeAllOf(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    const sql = `UPDATE ${this.table} SET revoked_at = now() WHERE organisation_id = ANY($1::uuid[]) AND revoked_at IS NULL`;
    await tx.affected(sql, [organisationIds]);
  }

  setAddresses(tx: Tx, actor: Actor, id: string, addresses: readonly string[]): Promise<Row | undefined> {
    return tx.one<Row>(
      `UPDATE ${this.table} SET addresses = $3::text[] WHERE id = $1 AND organisation_id = $2 RETURNING ${this.columns}`,
      [id, actor.organisationId, addresses],
    );
  }

  /** Notes a use and from about where, at most once a minute however many processes ask. */
  async noteUse(q: Queryable, id: string, from: string | null): Promise<void> {
    const sql = `UPDATE ${this.table} SET last_used_at = now(), last_used_from = $2 WHERE id = $1 AND ${USE_IS_OLD}`;
    await q.affected(sql, [id, from]);
  }
}
