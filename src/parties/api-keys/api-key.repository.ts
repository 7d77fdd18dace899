import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { columnsOf, propertiesBut, type Queryable, type Tx } from '../../platform/database/index.js';
import { joinOrganisation, ORGANISATION_OF_ACTOR } from '../worlds/index.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { type MachineHolder, MachineRows, USE_IS_OLD } from './machine-rows.js';

export type ApiKeyRecord = Omit<ApiKeyEntity, 'keyHash' | 'createdBy'> & {
  /** Live, and expires within 14 days. */
  expiresSoon: boolean;
  /** By the database's clock. */
  state: 'live' | 'revoked' | 'expired';
};

/** The organisation of a key, as every request needs it. */
export type ApiKeyHolder = MachineHolder & { apiKeyId: string };

type Given = 'id' | 'organisationId' | 'name' | 'ending' | 'scopes' | 'addresses' | 'createdBy' | 'expiresAt';
export type NewApiKey = Pick<ApiKeyEntity, Given> & { hash: Buffer };

/** What is new in the key of a rotation; the rest is copied from the old key. */
export type Successor = Pick<NewApiKey, 'id' | 'hash' | 'ending' | 'createdBy'>;

const LIVE = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())';
const COLUMNS = `${columnsOf(ApiKeyEntity, undefined, propertiesBut(ApiKeyEntity, 'keyHash', 'createdBy'))},
  CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= now() THEN 'expired' ELSE 'live' END AS state,
  (${LIVE} AND coalesce(expires_at < now() + interval '14 days', false)) AS "expiresSoon"`;

@Injectable()
export class ApiKeyRepository extends MachineRows<ApiKeyRecord> {
  constructor() {
    super('api_keys', COLUMNS, LIVE);
  }

  /** Returns nothing when the expiry asked for has passed, by the database's clock. */
  insert(tx: Tx, key: NewApiKey): Promise<ApiKeyRecord | undefined> {
    return tx.one<ApiKeyRecord>(
      `INSERT INTO api_keys (id, organisation_id, name, key_hash, ending, scopes, addresses, created_by, expires_at)
       SELECT $1, $2, $3, $4, $5, $6::text[], $7::text[], $8, $9::timestamptz
        WHERE $9::timestamptz IS NULL OR $9::timestamptz > now()
       RETURNING ${this.columns}`,
      [
        ...[key.id, key.organisationId, key.name, key.hash, key.ending],
        ...[key.scopes, key.addresses, key.createdBy, key.expiresAt],
      ],
    );
  }

  /** A key like the old one that replaces it. An expiring key gets the same length of life again. */
  async insertSuccessor(tx: Tx, oldId: string, { id, hash, ending, createdBy }: Successor): Promise<ApiKeyRecord> {
    const rows = await tx.rows<ApiKeyRecord>(
      `INSERT INTO api_keys
         (id, organisation_id, name, key_hash, ending, scopes, addresses, created_by, replaces_id, expires_at)
       SELECT $2, organisation_id, name, $3, $4, scopes, addresses, $5, id, now() + (expires_at - created_at)
         FROM api_keys WHERE id = $1
       RETURNING ${this.columns}`,
      [oldId, id, hash, ending, createdBy],
    );
    return rows[0]!;
  }

  /** Ends a key after so many hours, unless it expires sooner. */
  async endWithin(tx: Tx, id: string, hours: number): Promise<void> {
    await tx.affected(
      `UPDATE api_keys SET expires_at = least(expires_at, now() + make_interval(hours => $2)) WHERE id = $1`,
      [id, hours],
    );
  }

  byId(q: Queryable, actor: Actor, id: string): Promise<ApiKeyRecord | undefined> {
    return q.one<ApiKeyRecord>(`SELECT ${this.columns} FROM api_keys WHERE id = $1 AND organisation_id = $2`, [
      id,
      actor.organisationId,
    ]);
  }

  /** The organisation of a live key. */
  async holders(q: Queryable, hashes: readonly Buffer[]): Promise<(ApiKeyHolder | undefined)[]> {
    const rows = await q.rows<ApiKeyHolder & { hash: Buffer }>(
      `SELECT k.id AS "apiKeyId", ${ORGANISATION_OF_ACTOR}, k.scopes, k.addresses,
              ${USE_IS_OLD} AS "useIsOld", k.key_hash AS hash
         FROM api_keys k ${joinOrganisation('k.organisation_id')}
        WHERE k.key_hash = ANY ($1::bytea[]) AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`,
      [hashes],
      'api-keys.holders',
    );
    const found = new Map(rows.map(({ hash, ...holder }) => [hash.toString('hex'), holder]));
    return hashes.map((hash) => found.get(hash.toString('hex')));
  }
}
