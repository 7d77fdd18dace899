import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../platform/database/index.js';
import type { Actor, OrganisationKind } from './actor.js';
import type { Scope } from './scopes.js';

export interface ApiKeyRecord {
  id: string;
  organisationId: string;
  name: string;
  ending: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** Whose key it is, as far as every request needs it. */
export interface ApiKeyHolder {
  apiKeyId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  sandboxId: string | null;
  scopes: Scope[];
  /** Whether the noted last use is more than a minute old. */
  useIsOld: boolean;
}

export interface NewApiKey {
  id: string;
  organisationId: string;
  name: string;
  hash: Buffer;
  ending: string;
  scopes: readonly Scope[];
  createdBy: string;
  expiresAt: Date | null;
}

const COLUMNS = `id, organisation_id AS "organisationId", name, ending, scopes, created_at AS "createdAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`;
const LIVE = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())';

@Injectable()
export class ApiKeyRepository {
  /** Nothing comes back when the wished expiry is already over, by the database's clock. */
  insert(tx: Tx, key: NewApiKey): Promise<ApiKeyRecord | undefined> {
    return tx.one<ApiKeyRecord>(
      `INSERT INTO api_keys (id, organisation_id, name, key_hash, ending, scopes, created_by, expires_at)
       SELECT $1, $2, $3, $4, $5, $6::text[], $7, $8::timestamptz WHERE $8::timestamptz IS NULL OR $8::timestamptz > now()
       RETURNING ${COLUMNS}`,
      [key.id, key.organisationId, key.name, key.hash, key.ending, key.scopes, key.createdBy, key.expiresAt],
    );
  }

  async countLive(tx: Tx, organisationId: string): Promise<number> {
    const row = await tx.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM api_keys WHERE organisation_id = $1 AND ${LIVE}`,
      [organisationId],
    );
    return row?.n ?? 0;
  }

  /** The organisation's keys, newest first; revoked ones too, the last hundred. */
  list(q: Queryable, actor: Actor): Promise<ApiKeyRecord[]> {
    return q.rows<ApiKeyRecord>(
      `SELECT ${COLUMNS} FROM api_keys WHERE organisation_id = $1 ORDER BY id DESC LIMIT 100`,
      [actor.organisationId],
    );
  }

  byId(q: Queryable, actor: Actor, id: string): Promise<ApiKeyRecord | undefined> {
    return q.one<ApiKeyRecord>(`SELECT ${COLUMNS} FROM api_keys WHERE id = $1 AND organisation_id = $2`, [
      id,
      actor.organisationId,
    ]);
  }

  revoke(tx: Tx, actor: Actor, id: string): Promise<ApiKeyRecord | undefined> {
    return tx.one<ApiKeyRecord>(
      `UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND organisation_id = $2 AND revoked_at IS NULL
       RETURNING ${COLUMNS}`,
      [id, actor.organisationId],
    );
  }

  /** The holder of a living key. */
  holder(q: Queryable, hash: Buffer): Promise<ApiKeyHolder | undefined> {
    return q.one<ApiKeyHolder>(
      `SELECT k.id AS "apiKeyId", o.id AS "organisationId", o.kind AS "organisationKind",
              o.sandbox_id AS "sandboxId", k.scopes,
              (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute') AS "useIsOld"
         FROM api_keys k JOIN organisations o ON o.id = k.organisation_id
        WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`,
      [hash],
      'identity.api-key-holder',
    );
  }

  /** Notes that the key was used, at most once a minute however many processes ask. */
  async noteUse(q: Queryable, id: string): Promise<void> {
    await q.affected(
      `UPDATE api_keys SET last_used_at = now()
        WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [id],
    );
  }
}
