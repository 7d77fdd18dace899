import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** One version of a policy an admin set. The newest is in force; the older ones show what was in force when. */
@Entity('policies')
export class PolicyEntity {
  @PrimaryColumn({ type: 'text' }) name!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'jsonb' }) value!: Record<string, unknown>;
  @Column({ name: 'changed_by', type: 'uuid', nullable: true }) changedBy!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
