import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import type { Queryable, Tx } from '../../platform/database/index.js';
import type { OAuthClientKeyEntity, OAuthClientSecretEntity } from './oauth-client.entity.js';

export type ClientSecretRecord = Omit<OAuthClientSecretEntity, 'id' | 'secretHash'>;
export type ClientKeyRecord = Omit<OAuthClientKeyEntity, 'id'>;

const LIVE = '(expires_at IS NULL OR expires_at > now())';

/** The credentials of OAuth clients: hashes of secrets, or public keys. */
@Injectable()
export class ClientCredentialsRepository {
  async addSecret(tx: Tx, id: string, clientId: string, hash: Buffer, ending: string): Promise<void> {
    await tx.affected('INSERT INTO oauth_client_secrets (id, client_id, secret_hash, ending) VALUES ($1, $2, $3, $4)', [
      ...[id, clientId, hash, ending],
    ]);
  }

  /** Ends the newest secret after so many hours and deletes all others: with the next one two are live at once. */
  async endSecrets(tx: Tx, clientId: string, hours: number): Promise<void> {
    await tx.affected(
      `DELETE FROM oauth_client_secrets WHERE client_id = $1
          AND id <> (SELECT s.id FROM oauth_client_secrets s WHERE s.client_id = $1 ORDER BY s.id DESC LIMIT 1)`,
      [clientId],
    );
    await tx.affected(
      `UPDATE oauth_client_secrets SET expires_at = least(expires_at, now() + make_interval(hours => $2))
        WHERE client_id = $1`,
      [clientId, hours],
    );
  }

  /** The live secrets of clients, oldest first. */
  secretsOf(q: Queryable, clientIds: readonly string[]): Promise<ClientSecretRecord[]> {
    return q.rows<ClientSecretRecord>(
      `SELECT client_id AS "clientId", ending, created_at AS "createdAt", expires_at AS "expiresAt"
         FROM oauth_client_secrets WHERE client_id = ANY($1::uuid[]) AND ${LIVE} ORDER BY id`,
      [clientIds],
    );
  }

  async addKey(tx: Tx, id: string, clientId: string, kid: string, jwk: JWK): Promise<void> {
    await tx.affected('INSERT INTO oauth_client_keys (id, client_id, kid, jwk) VALUES ($1, $2, $3, $4)', [
      ...[id, clientId, kid, JSON.stringify(jwk)],
    ]);
  }

  async removeKey(tx: Tx, clientId: string, kid: string): Promise<boolean> {
    const sql = 'DELETE FROM oauth_client_keys WHERE client_id = $1 AND kid = $2';
    return (await tx.affected(sql, [clientId, kid])) > 0;
  }

  /** The public keys of clients, oldest first. */
  keysOf(q: Queryable, clientIds: readonly string[]): Promise<ClientKeyRecord[]> {
    return q.rows<ClientKeyRecord>(
      `SELECT client_id AS "clientId", kid, jwk, created_at AS "createdAt"
         FROM oauth_client_keys WHERE client_id = ANY($1::uuid[]) ORDER BY id`,
      [clientIds],
    );
  }
}
