import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Recent wrong passwords and client secrets, per account and per network address. */
@Entity('login_failures')
export class LoginFailuresEntity {
  @PrimaryColumn({ type: 'text' }) subject!: string;
  @Column({ type: 'integer' }) failures!: number;
  @Column({ name: 'last_failed_at', type: 'timestamptz', default: () => 'now()' }) lastFailedAt!: Date;
  @Column({ name: 'blocked_until', type: 'timestamptz', nullable: true }) blockedUntil!: Date | null;
}
