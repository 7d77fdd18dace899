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

/** A network address that an account was logged in from, both hashed: guesses from elsewhere do not shut it there. */
@Entity('login_places')
@Keeps<LoginPlaceEntity>({ figure: 'loginPlaceDays', since: 'lastLoginAt' })
export class LoginPlaceEntity {
  @PrimaryColumn({ type: 'text' }) account!: string;
  @PrimaryColumn({ type: 'text' }) place!: string;
  @Column({ name: 'last_login_at', type: 'timestamptz', default: () => 'now()' }) lastLoginAt!: Date;
}
