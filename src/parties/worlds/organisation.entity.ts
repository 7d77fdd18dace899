import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '../../kernel/access/index.js';

@Entity('organisations')
export class OrganisationEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: OrganisationKind;
  @Column({ type: 'text' }) name!: string;
  /** Null for a live organisation. */
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}
