import type { JWK } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scope } from '../../kernel/access/index.js';
import { Ages, Keeps } from '../../platform/database/index.js';
import type { AuthMethod } from './client-authentication.policy.js';

@Entity('oauth_clients')
export class OAuthClientEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'auth_method', type: 'text' }) authMethod!: AuthMethod;
  @Column({ type: 'text', array: true }) scopes!: Scope[];
  @Column({ type: 'text', array: true, default: [] }) addresses!: string[];
  @Column({ name: 'created_by', type: 'uuid' }) createdBy!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt!: Date | null;
  @Column({ name: 'last_used_from', type: 'text', nullable: true }) lastUsedFrom!: string | null;
}

@Entity('oauth_client_secrets')
@Ages<OAuthClientSecretEntity>({
  of: 'clientId',
  among: 'SELECT id FROM oauth_clients WHERE organisation_id = ANY(ids)',
  columns: ['expiresAt'],
  since: 'createdAt',
  where: 'expires_at > now()',
})
export class OAuthClientSecretEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId!: string;
  @Column({ name: 'secret_hash', type: 'bytea' }) secretHash!: Buffer;
  @Column({ type: 'text' }) ending!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  /** Set by a rotation: when the old secret stops working. */
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true }) expiresAt!: Date | null;
}

@Entity('oauth_client_keys')
export class OAuthClientKeyEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId!: string;
  @Column({ type: 'text' }) kid!: string;
  /** A public key; a constraint checks as well that it has no private part. */
  @Column({ type: 'jsonb' }) jwk!: JWK;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

/** Assertions that were used: each works once. */
@Entity('oauth_assertions')
@Keeps<OAuthAssertionEntity>({ figure: 'throttleDays', since: 'expiresAt' })
export class OAuthAssertionEntity {
  @PrimaryColumn({ name: 'client_id', type: 'uuid' }) clientId!: string;
  @PrimaryColumn({ name: 'jti_hash', type: 'bytea' }) jtiHash!: Buffer;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}

/** Access tokens that a client revoked. */
@Entity('oauth_revoked_tokens')
@Keeps<OAuthRevokedTokenEntity>({ figure: 'throttleDays', since: 'expiresAt' })
export class OAuthRevokedTokenEntity {
  @PrimaryColumn({ name: 'token_id', type: 'uuid' }) tokenId!: string;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}
