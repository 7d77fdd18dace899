import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a sweep is due next, and how it went last time. */
@Entity('sweeps')
export class SweepEntity {
  @PrimaryColumn({ type: 'text' }) name!: string;
  @Column({ name: 'every_ms', type: 'integer' }) everyMs!: number;
  @Column({ name: 'next_run_at', type: 'timestamptz', default: () => 'now()' }) nextRunAt!: Date;
  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true }) leaseUntil!: Date | null;
  @Column({ name: 'last_run_at', type: 'timestamptz', nullable: true }) lastRunAt!: Date | null;
  @Column({ name: 'last_error', type: 'text', nullable: true }) lastError!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}
