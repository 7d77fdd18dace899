import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import type { Actor, OrganisationKind, Scope } from '../../kernel/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { joinOrganisation, ORGANISATION_OF_ACTOR } from '../worlds/index.js';
import type { AuthMethod } from './auth-method.js';

export interface OAuthClientRecord {
  id: string;
  organisationId: string;
  name: string;
  authMethod: AuthMethod;
  scopes: Scope[];
  addresses: string[];
  createdAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  lastUsedFrom: string | null;
}

export interface NewOAuthClient {
  id: string;
  organisationId: string;
  name: string;
  authMethod: AuthMethod;
  scopes: readonly Scope[];
  addresses: readonly string[];
  createdBy: string;
}

/** A living client as the token endpoint meets it: what it must show, and what it may then do. */
export interface ClientAtTheDoor {
  clientId: string;
  authMethod: AuthMethod;
  scopes: Scope[];
  addresses: string[];
  secretHashes: Buffer[];
  keys: { kid: string; jwk: JWK }[];
}

/** Whose token it is, as far as every request needs it. */
export interface TokenHolder {
  oauthClientId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  sandboxId: string | null;
  scopes: Scope[];
  addresses: string[];
  useIsOld: boolean;
}

const COLUMNS = `id, organisation_id AS "organisationId", name, auth_method AS "authMethod", scopes, addresses,
  created_at AS "createdAt", revoked_at AS "revokedAt", last_used_at AS "lastUsedAt", last_used_from AS "lastUsedFrom"`;

@Injectable()
export class OAuthClientRepository {
  async insert(tx: Tx, client: NewOAuthClient): Promise<OAuthClientRecord> {
    const rows = await tx.rows<OAuthClientRecord>(
      `INSERT INTO oauth_clients (id, organisation_id, name, auth_method, scopes, addresses, created_by)
       VALUES ($1, $2, $3, $4, $5::text[], $6::text[], $7) RETURNING ${COLUMNS}`,
      [
        ...[client.id, client.organisationId, client.name, client.authMethod],
        ...[client.scopes, client.addresses, client.createdBy],
      ],
    );
    return rows[0]!;
  }

  async countLive(tx: Tx, organisationId: string): Promise<number> {
    const row = await tx.one<{ n: number }>(
      'SELECT count(*)::integer AS n FROM oauth_clients WHERE organisation_id = $1 AND revoked_at IS NULL',
      [organisationId],
    );
    return row?.n ?? 0;
  }

  /** The organisation's clients, newest first; revoked ones too, the last hundred. */
  list(q: Queryable, actor: Actor): Promise<OAuthClientRecord[]> {
    return q.rows<OAuthClientRecord>(
      `SELECT ${COLUMNS} FROM oauth_clients WHERE organisation_id = $1 ORDER BY id DESC LIMIT 100`,
      [actor.organisationId],
    );
  }

  /** A client of the actor's organisation, held until the transaction ends: its secrets and keys are counted under it. */
  hold(tx: Tx, actor: Actor, id: string): Promise<OAuthClientRecord | undefined> {
    return tx.one<OAuthClientRecord>(
      `SELECT ${COLUMNS} FROM oauth_clients WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE`,
      [id, actor.organisationId],
    );
  }

  revoke(tx: Tx, id: string): Promise<OAuthClientRecord | undefined> {
    return tx.one<OAuthClientRecord>(
      `UPDATE oauth_clients SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING ${COLUMNS}`,
      [id],
    );
  }

  async setAddresses(tx: Tx, id: string, addresses: readonly string[]): Promise<OAuthClientRecord> {
    const rows = await tx.rows<OAuthClientRecord>(
      `UPDATE oauth_clients SET addresses = $2::text[] WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, addresses],
    );
    return rows[0]!;
  }

  atTheDoor(q: Queryable, id: string): Promise<ClientAtTheDoor | undefined> {
    return q.one<ClientAtTheDoor>(
      `SELECT c.id AS "clientId", c.auth_method AS "authMethod", c.scopes, c.addresses,
              ARRAY(SELECT s.secret_hash FROM oauth_client_secrets s
                     WHERE s.client_id = c.id AND (s.expires_at IS NULL OR s.expires_at > now())) AS "secretHashes",
              coalesce((SELECT jsonb_agg(jsonb_build_object('kid', k.kid, 'jwk', k.jwk) ORDER BY k.id)
                          FROM oauth_client_keys k WHERE k.client_id = c.id), '[]') AS keys
         FROM oauth_clients c WHERE c.id = $1 AND c.revoked_at IS NULL`,
      [id],
      'machine-access.client-at-the-door',
    );
  }

  /** The holder of a token that was not given back, of a client that lives. */
  holder(q: Queryable, id: string, tokenId: string): Promise<TokenHolder | undefined> {
    return q.one<TokenHolder>(
      `SELECT c.id AS "oauthClientId", ${ORGANISATION_OF_ACTOR}, c.scopes, c.addresses,
              (c.last_used_at IS NULL OR c.last_used_at < now() - interval '1 minute') AS "useIsOld"
         FROM oauth_clients c ${joinOrganisation('c.organisation_id')}
        WHERE c.id = $1 AND c.revoked_at IS NULL
          AND NOT EXISTS (SELECT FROM oauth_revoked_tokens t WHERE t.token_id = $2)`,
      [id, tokenId],
      'machine-access.token-holder',
    );
  }

  /** Notes that a token of the client was used and from about where, at most once a minute. */
  async noteUse(q: Queryable, id: string, from: string | null): Promise<void> {
    await q.affected(
      `UPDATE oauth_clients SET last_used_at = now(), last_used_from = $2
        WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [id, from],
    );
  }
}
