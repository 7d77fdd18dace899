import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '../../kernel/access/index.js';
import type { DisabledReason, EndpointState } from './endpoint.lifecycle.js';

/** Where an organisation wants its events. */
@Entity('webhook_endpoints')
export class WebhookEndpointEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'organisation_kind', type: 'text' }) organisationKind!: OrganisationKind;
  /** Its organisation's sandbox: a live event never goes to a sandbox, nor the other way round. */
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ type: 'text' }) url!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  /** Event types it gets; empty: all that concern its organisation. */
  @Column({ type: 'text', array: true }) types!: string[];
  @Column({ type: 'text' }) state!: EndpointState;
  @Column({ name: 'disabled_reason', type: 'text', nullable: true }) disabledReason!: DisabledReason | null;
  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true }) disabledAt!: Date | null;
  /** The first failure since the last success. */
  @Column({ name: 'failing_since', type: 'timestamptz', nullable: true }) failingSince!: Date | null;
  /** Sealed; null once deleted. */
  @Column({ name: 'secret_sealed', type: 'bytea', nullable: true }) secretSealed!: Buffer | null;
  /** Signs as well until it ends. */
  @Column({ name: 'previous_secret_sealed', type: 'bytea', nullable: true }) previousSecretSealed!: Buffer | null;
  /** Until when the secret before this one signs as well; read as null when it does not any more. */
  @Column({ name: 'previous_secret_until', type: 'timestamptz', nullable: true }) previousSecretUntil!: Date | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
}
