import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { ActivityKind, ActivityOutcome } from './activity.words.js';

/** One record of work on a held case (催记), with its outcome. */
@Entity('activities')
export class ActivityEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ name: 'member_id', type: 'uuid', nullable: true }) memberId!: string | null;
  @Column({ type: 'text' }) kind!: ActivityKind;
  @Column({ type: 'text' }) outcome!: ActivityOutcome;
  @Column({ name: 'note_sealed', type: 'bytea', nullable: true }) noteSealed!: Buffer | null;
  @Column({ name: 'happened_at', type: 'timestamptz' }) happenedAt!: Date;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
