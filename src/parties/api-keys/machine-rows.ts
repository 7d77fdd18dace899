import type { Actor, Scope } from '../../kernel/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';

/** SQL: whether the recorded last use is more than a minute old, so that it is recorded once a minute at most. */
export const USE_IS_OLD = `(last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;

/** What every request needs to know of a machine and its organisation. */
export interface MachineHolder extends Pick<Actor, 'organisationId' | 'organisationKind' | 'sandboxId'> {
  scopes: Scope[];
  addresses: string[];
  /** Whether the recorded last use is more than a minute old. */
  useIsOld: boolean;
}

/** The statements that API keys and OAuth clients share. */
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

  /** The organisation's last hundred, newest first, also revoked ones. */
  list(q: Queryable, actor: Actor): Promise<Row[]> {
    const sql = `SELECT ${this.columns} FROM ${this.table} WHERE organisation_id = $1 ORDER BY id DESC LIMIT 100`;
    return q.rows<Row>(sql, [actor.organisationId]);
  }

  /** A row of the actor's organisation, locked until the transaction ends. */
  hold(tx: Tx, actor: Actor, id: string): Promise<Row | undefined> {
    const sql = `SELECT ${this.columns} FROM ${this.table} WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE`;
    return tx.one<Row>(sql, [id, actor.organisationId]);
  }

  /** Revokes a row of the actor's organisation; returns nothing when it was already revoked, or belongs to another. */
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

  /** Records a use and its network, at most once a minute for all processes together. */
  async noteUse(q: Queryable, id: string, from: string | null): Promise<void> {
    const sql = `UPDATE ${this.table} SET last_used_at = now(), last_used_from = $2 WHERE id = $1 AND ${USE_IS_OLD}`;
    await q.affected(sql, [id, from]);
  }
}
