import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Page, PageInput } from '../../kernel/index.js';
import {
  columnsOf,
  newestFirst,
  pageOf,
  propertiesBut,
  type Queryable,
  type Tx,
} from '../../platform/database/index.js';
import type { DisabledReason } from './endpoint.lifecycle.js';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.js';

/** An endpoint as its owner knows it; without its secrets. */
export type Endpoint = Omit<WebhookEndpointEntity, 'secretSealed' | 'previousSecretSealed' | 'updatedAt'>;

export type NewEndpoint = Pick<
  WebhookEndpointEntity,
  'id' | 'url' | 'description' | 'types' | 'secretSealed' | 'madeByMachine'
>;

/** A change; absent fields stay, and only the description can become null. */
export interface EndpointChange {
  url?: string | null | undefined;
  description?: string | null | undefined;
  types?: readonly string[] | null | undefined;
}

const COLUMNS = `${columnsOf(WebhookEndpointEntity, 'e', propertiesBut(WebhookEndpointEntity, 'secretSealed', 'previousSecretSealed', 'previousSecretUntil', 'updatedAt'))},
  CASE WHEN e.previous_secret_until > now() THEN e.previous_secret_until END AS "previousSecretUntil"`;

const OWN = `e.organisation_id = $1 AND e.state <> 'deleted'`;
const OWN_BY_ID = `SELECT ${COLUMNS} FROM webhook_endpoints e WHERE ${OWN} AND e.id = $2`;

const DELETE = `
  UPDATE webhook_endpoints SET state = 'deleted', disabled_reason = NULL, disabled_at = NULL, secret_sealed = NULL,
         previous_secret_sealed = NULL, previous_secret_until = NULL, updated_at = now()`;

@Injectable()
export class EndpointRepository {
  /** Makes creations for one organisation wait for each other, so that the counted limit holds. */
  async lockOrganisation(tx: Tx, organisationId: string): Promise<void> {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('webhook-endpoints:' || $1, 0))`, [organisationId]);
  }

  async count(q: Queryable, actor: Actor): Promise<number> {
    const counted = `SELECT count(*)::int AS count FROM webhook_endpoints e WHERE ${OWN}`;
    const row = await q.one<{ count: number }>(counted, [actor.organisationId]);
    return row!.count;
  }

  async insert(tx: Tx, actor: Actor, one: NewEndpoint): Promise<Endpoint> {
    const row = await tx.one<Endpoint>(
      `INSERT INTO webhook_endpoints AS e (id, organisation_id, organisation_kind, sandbox_id, url, description, types,
         state, secret_sealed, made_by_machine)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'enabled', $8, $9) RETURNING ${COLUMNS}`,
      [
        ...[one.id, actor.organisationId, actor.organisationKind, actor.sandboxId],
        ...[one.url, one.description, one.types, one.secretSealed, one.madeByMachine],
      ],
    );
    return row!;
  }

  /** An endpoint of the actor's organisation. */
  own(q: Queryable, actor: Actor, id: string): Promise<Endpoint | undefined> {
    return q.one<Endpoint>(OWN_BY_ID, [actor.organisationId, id]);
  }

  /** The same, locked until the transaction ends. */
  ownLocked(tx: Tx, actor: Actor, id: string): Promise<Endpoint | undefined> {
    return tx.one<Endpoint>(`${OWN_BY_ID} FOR NO KEY UPDATE`, [actor.organisationId, id]);
  }

  list(q: Queryable, actor: Actor, page: PageInput): Promise<Page<Endpoint>> {
    return pageOf<Endpoint>(q, page, {
      select: `SELECT ${COLUMNS} FROM webhook_endpoints e`,
      where: [[`e.organisation_id = ? AND e.state <> 'deleted'`, actor.organisationId]],
      order: newestFirst('e.id'),
    });
  }

  async change(tx: Tx, id: string, change: EndpointChange): Promise<Endpoint> {
    const row = await tx.one<Endpoint>(
      `UPDATE webhook_endpoints e SET url = coalesce($2, e.url), types = coalesce($3::text[], e.types),
              description = CASE WHEN $4 THEN $5 ELSE e.description END, updated_at = now()
        WHERE e.id = $1 RETURNING ${COLUMNS}`,
      [id, change.url ?? null, change.types ?? null, change.description !== undefined, change.description ?? null],
    );
    return row!;
  }

  /** `enabled → disabled`; undefined when it was not enabled. */
  disable(tx: Tx, id: string, reason: DisabledReason): Promise<Endpoint | undefined> {
    return tx.one<Endpoint>(
      `UPDATE webhook_endpoints e SET state = 'disabled', disabled_reason = $2, disabled_at = now(), updated_at = now()
        WHERE e.id = $1 AND e.state = 'enabled' RETURNING ${COLUMNS}`,
      [id, reason],
    );
  }

  /** Records that an endpoint fails; returns whether it has for more than `hours`. */
  async failing(tx: Tx, id: string, hours: number): Promise<boolean> {
    const known = await tx.one<{ tooLong: boolean }>(
      `SELECT failing_since < now() - make_interval(hours => $2) AS "tooLong" FROM webhook_endpoints
        WHERE id = $1 AND failing_since IS NOT NULL`,
      [id, hours],
    );
    if (known) return known.tooLong;
    const begin = 'UPDATE webhook_endpoints SET failing_since = now() WHERE id = $1 AND failing_since IS NULL';
    await tx.affected(begin, [id]);
    return false;
  }

  /** `disabled → enabled`, with its failures forgotten; undefined when it was not disabled. */
  enable(tx: Tx, id: string): Promise<Endpoint | undefined> {
    return tx.one<Endpoint>(
      `UPDATE webhook_endpoints e
          SET state = 'enabled', disabled_reason = NULL, disabled_at = NULL, failing_since = NULL, updated_at = now()
        WHERE e.id = $1 AND e.state = 'disabled' RETURNING ${COLUMNS}`,
      [id],
    );
  }

  /** `enabled | disabled → deleted`: deletes its secrets at once; the retention deletes its log. */
  delete(tx: Tx, id: string): Promise<number> {
    return tx.affected(`${DELETE} WHERE id = $1 AND state <> 'deleted'`, [id]);
  }

  /** Deletes every endpoint of these organisations. */
  deleteOf(tx: Tx, organisationIds: readonly string[]): Promise<number> {
    return tx.affected(`${DELETE} WHERE organisation_id = ANY($1::uuid[]) AND state <> 'deleted'`, [organisationIds]);
  }

  async sealedSecret(tx: Tx, id: string): Promise<Buffer> {
    const row = await tx.one<{ sealed: Buffer }>(
      'SELECT secret_sealed AS sealed FROM webhook_endpoints WHERE id = $1',
      [id],
    );
    return row!.sealed;
  }

  /** Stores a new secret; the previous one signs for `hours` more, or not at all when `previous` is null. */
  async rotate(tx: Tx, id: string, secret: Buffer, previous: Buffer | null, hours: number): Promise<Endpoint> {
    const row = await tx.one<Endpoint>(
      `UPDATE webhook_endpoints e SET secret_sealed = $2, previous_secret_sealed = $3, updated_at = now(),
              previous_secret_until = CASE WHEN $3::bytea IS NULL THEN NULL ELSE now() + make_interval(hours => $4) END
        WHERE e.id = $1 RETURNING ${COLUMNS}`,
      [id, secret, previous, hours],
    );
    return row!;
  }
}
