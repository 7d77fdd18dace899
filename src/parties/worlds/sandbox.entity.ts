import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of test organisations with a clock of its own. */
@Entity('sandboxes')
export class SandboxEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The live organisation that made it. */
  @Column({ name: 'owner_id', type: 'uuid' }) ownerId!: string;
  @Column({ type: 'text' }) name!: string;
  /** How far its clock was advanced altogether, in seconds. */
  @Column({ name: 'advanced_seconds', type: 'bigint', default: 0 }) advancedSeconds!: bigint;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true }) deletedAt!: Date | null;
}
