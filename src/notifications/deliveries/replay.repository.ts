import { Injectable } from '@nestjs/common';
import type { Actor, OrganisationKind } from '../../kernel/access/index.js';
import { columnsOf, propertiesBut, type Queryable, type Tx } from '../../platform/database/index.js';
import { ENDPOINTS } from '../endpoints/index.js';
import { WebhookReplayEntity } from './webhook-progress.entity.js';

/** All events since an instant, sent to one endpoint again. */
export type Replay = Omit<WebhookReplayEntity, 'position' | 'untilPosition'>;

/** A replay that can continue, with its endpoint. */
export interface RunningReplay
  extends Omit<WebhookReplayEntity, 'since' | 'state' | 'queued' | 'createdAt' | 'finishedAt'> {
  organisationId: string;
  organisationKind: OrganisationKind;
  sandboxId: string | null;
  /** The endpoint's types; empty means all of its organisation's own. */
  endpointTypes: string[];
}

const COLUMNS = columnsOf(WebhookReplayEntity, 'r', propertiesBut(WebhookReplayEntity, 'position', 'untilPosition'));

/** Waiting deliveries of an endpoint at which its replay pauses. */
const MOST_WAITING = 1_000;

@Injectable()
export class ReplayRepository {
  async insert(
    tx: Tx,
    one: Omit<WebhookReplayEntity, 'state' | 'queued' | 'createdAt' | 'finishedAt'>,
  ): Promise<Replay> {
    const row = await tx.one<Replay>(
      `INSERT INTO webhook_replays AS r (id, endpoint_id, since, types, position, until_position, state)
       VALUES ($1, $2, $3, $4, $5, $6, 'running') RETURNING ${COLUMNS}`,
      [one.id, one.endpointId, one.since, one.types, one.position.toString(), one.untilPosition.toString()],
    );
    return row!;
  }

  own(q: Queryable, actor: Actor, id: string): Promise<Replay | undefined> {
    return q.one<Replay>(
      `SELECT ${COLUMNS} FROM webhook_replays r JOIN ${ENDPOINTS} ON e.id = r.endpoint_id
        WHERE r.id = $2 AND e.organisation_id = $1 AND e.state <> 'deleted'`,
      [actor.organisationId, id],
    );
  }

  /** The oldest replay whose endpoint has room, locked until the transaction ends. */
  next(tx: Tx): Promise<RunningReplay | undefined> {
    return tx.one<RunningReplay>(
      `SELECT r.id, r.endpoint_id AS "endpointId", e.organisation_id AS "organisationId",
              e.organisation_kind AS "organisationKind", e.sandbox_id AS "sandboxId", e.types AS "endpointTypes", r.types,
              r.position, r.until_position AS "untilPosition"
         FROM webhook_replays r JOIN ${ENDPOINTS} ON e.id = r.endpoint_id
        WHERE r.state = 'running' AND e.state = 'enabled'
          AND (SELECT count(*) FROM (SELECT FROM webhook_deliveries d
                WHERE d.endpoint_id = e.id AND d.state = 'pending' LIMIT ${MOST_WAITING}) AS waiting) < ${MOST_WAITING}
        ORDER BY r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED`,
    );
  }

  /** Moves its cursor; at `until_position` it is done. */
  async move(tx: Tx, id: string, position: bigint, queued: number): Promise<void> {
    await tx.affected(
      `UPDATE webhook_replays SET position = $2::bigint, queued = queued + $3,
              state = CASE WHEN $2::bigint >= until_position THEN 'done' ELSE 'running' END,
              finished_at = CASE WHEN $2::bigint >= until_position THEN now() END
        WHERE id = $1`,
      [id, position.toString(), queued],
    );
  }
}
