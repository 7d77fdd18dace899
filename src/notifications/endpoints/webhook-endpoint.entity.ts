import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '../../kernel/access/index.js';
import type { DisabledReason, EndpointState } from './endpoint.lifecycle.js';

/** An address at which an organisation receives events. */
@Entity('webhook_endpoints')
export class WebhookEndpointEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'organisation_kind', type: 'text' }) organisationKind!: OrganisationKind;
  /** The sandbox of its organisation: a live event never goes to a sandbox, nor the reverse. */
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ type: 'text' }) url!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  /** Event types it gets; empty means all to which its organisation is a party. */
  @Column({ type: 'text', array: true }) types!: string[];
  @Column({ type: 'text' }) state!: EndpointState;
  @Column({ name: 'disabled_reason', type: 'text', nullable: true }) disabledReason!: DisabledReason | null;
  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true }) disabledAt!: Date | null;
  /** The first failure since the last success. */
  @Column({ name: 'failing_since', type: 'timestamptz', nullable: true }) failingSince!: Date | null;
  /** Sealed; null once deleted. */
  @Column({ name: 'secret_sealed', type: 'bytea', nullable: true }) secretSealed!: Buffer | null;
  /** The previous secret, sealed; signs too until `previousSecretUntil`. */
  @Column({ name: 'previous_secret_sealed', type: 'bytea', nullable: true }) previousSecretSealed!: Buffer | null;
  /** Until when the previous secret signs too; read as null when that is past. */
  @Column({ name: 'previous_secret_until', type: 'timestamptz', nullable: true }) previousSecretUntil!: Date | null;
  /** Whether an API key or client made it: machines change the secrets of these alone. */
  @Column({ name: 'made_by_machine', type: 'boolean', default: false }) madeByMachine!: boolean;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
}
