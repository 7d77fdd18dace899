import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { columnsOf, propertiesBut, type Queryable, type Tx } from '../../platform/database/index.js';
import { type MachineHolder, MachineRows, USE_IS_OLD } from '../api-keys/index.js';
import { joinOrganisation, ORGANISATION_OF_ACTOR } from '../worlds/index.js';
import { OAuthClientEntity } from './oauth-client.entity.js';

export type OAuthClientRecord = Omit<OAuthClientEntity, 'createdBy'>;

export type NewOAuthClient = Omit<OAuthClientEntity, 'createdAt' | 'revokedAt' | 'lastUsedAt' | 'lastUsedFrom'>;

/** A live client as the token endpoint needs it: its credentials and scopes. */
export interface RegisteredClient extends Pick<OAuthClientEntity, 'authMethod' | 'scopes' | 'addresses'> {
  clientId: string;
  secretHashes: Buffer[];
  keys: { kid: string; jwk: JWK }[];
}

/** The organisation of a token, as every request needs it. */
export type TokenHolder = MachineHolder & { oauthClientId: string };

const COLUMNS = columnsOf(OAuthClientEntity, undefined, propertiesBut(OAuthClientEntity, 'createdBy'));

@Injectable()
export class OAuthClientRepository extends MachineRows<OAuthClientRecord> {
  constructor() {
    super('oauth_clients', COLUMNS, 'revoked_at IS NULL');
  }

  async insert(tx: Tx, client: NewOAuthClient): Promise<OAuthClientRecord> {
    const rows = await tx.rows<OAuthClientRecord>(
      `INSERT INTO oauth_clients (id, organisation_id, name, auth_method, scopes, addresses, created_by)
       VALUES ($1, $2, $3, $4, $5::text[], $6::text[], $7) RETURNING ${this.columns}`,
      [
        ...[client.id, client.organisationId, client.name, client.authMethod],
        ...[client.scopes, client.addresses, client.createdBy],
      ],
    );
    return rows[0]!;
  }

  registered(q: Queryable, id: string): Promise<RegisteredClient | undefined> {
    return q.one<RegisteredClient>(
      `SELECT c.id AS "clientId", c.auth_method AS "authMethod", c.scopes, c.addresses,
              ARRAY(SELECT s.secret_hash FROM oauth_client_secrets s
                     WHERE s.client_id = c.id AND (s.expires_at IS NULL OR s.expires_at > now())) AS "secretHashes",
              coalesce((SELECT jsonb_agg(jsonb_build_object('kid', k.kid, 'jwk', k.jwk) ORDER BY k.id)
                          FROM oauth_client_keys k WHERE k.client_id = c.id), '[]') AS keys
         FROM oauth_clients c WHERE c.id = $1 AND c.revoked_at IS NULL`,
      [id],
      'oauth-clients.registered',
    );
  }

  /** The organisation of a token that is not revoked, of a live client. */
  async holders(
    q: Queryable,
    tokens: readonly { clientId: string; tokenId: string }[],
  ): Promise<(TokenHolder | undefined)[]> {
    const rows = await q.rows<TokenHolder & { place: number }>(
      `SELECT g.place::int AS place, c.id AS "oauthClientId", ${ORGANISATION_OF_ACTOR}, c.scopes, c.addresses,
              ${USE_IS_OLD} AS "useIsOld"
         FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS g (client_id, token_id, place)
         JOIN oauth_clients c ON c.id = g.client_id ${joinOrganisation('c.organisation_id')}
        WHERE c.revoked_at IS NULL AND NOT EXISTS (SELECT FROM oauth_revoked_tokens t WHERE t.token_id = g.token_id)`,
      [tokens.map(({ clientId }) => clientId), tokens.map(({ tokenId }) => tokenId)],
      'oauth-clients.token-holders',
    );
    const found = new Map(rows.map(({ place, ...holder }) => [place, holder]));
    return tokens.map((_, index) => found.get(index + 1));
  }
}
