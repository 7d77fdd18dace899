import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scope } from '../../kernel/access/index.js';
import { Ages } from '../../platform/database/index.js';

@Entity('api_keys')
@Ages<ApiKeyEntity>({
  of: 'organisationId',
  columns: ['expiresAt'],
  since: 'createdAt',
  where: 'revoked_at IS NULL AND expires_at > now()',
})
export class ApiKeyEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'key_hash', type: 'bytea' }) keyHash!: Buffer;
  /** The last four characters, by which people distinguish their keys. */
  @Column({ type: 'text' }) ending!: string;
  @Column({ type: 'text', array: true }) scopes!: Scope[];
  /** Networks it may be used from, in CIDR notation; empty means any address. */
  @Column({ type: 'text', array: true, default: [] }) addresses!: string[];
  /** The key it replaces. */
  @Column({ name: 'replaces_id', type: 'uuid', nullable: true }) replacesId!: string | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true }) expiresAt!: Date | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt!: Date | null;
  /** The network it was last used from, as coarse as `coarseAddress` makes it. */
  @Column({ name: 'last_used_from', type: 'text', nullable: true }) lastUsedFrom!: string | null;
}
