import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Keeps } from '../../platform/database/index.js';

/** Recent wrong passwords and client secrets, per account and per network address. */
@Entity('login_failures')
@Keeps<LoginFailuresEntity>({ figure: 'throttleDays', since: 'lastFailedAt' })
export class LoginFailuresEntity {
  @PrimaryColumn({ type: 'text' }) subject!: string;
  @Column({ type: 'integer' }) failures!: number;
  @Column({ name: 'last_failed_at', type: 'timestamptz', default: () => 'now()' }) lastFailedAt!: Date;
  @Column({ name: 'blocked_until', type: 'timestamptz', nullable: true }) blockedUntil!: Date | null;
}
