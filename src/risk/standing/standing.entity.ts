import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { Ages, fenColumn } from '../../platform/database/index.js';
import type { Grade } from './standing-parameters.policy.js';

/** The facts of one grab that standings are computed from. */
@Entity('standing_grabs')
@Ages<StandingGrabEntity>({ of: 'providerId', columns: ['grabbedAt', 'endedAt'], since: 'grabbedAt' })
export class StandingGrabEntity {
  @PrimaryColumn({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ type: 'text' }) state!: 'active' | 'completed' | 'returned' | 'expired' | 'recalled';
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: bigint;
  @Column({ name: 'expected_fen', type: 'bigint', transformer: fenColumn }) expectedFen!: bigint;
  @Column({ name: 'months_overdue', type: 'integer' }) monthsOverdue!: number;
  @Column({ name: 'penalty_points', type: 'integer', default: 0 }) penaltyPoints!: number;
  @Column({ name: 'grabbed_at', type: 'timestamptz' }) grabbedAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}

/** The facts of one confirmed repayment that standings are computed from. */
@Entity('standing_recoveries')
@Ages<StandingRecoveryEntity>({ of: 'providerId', columns: ['recoveredAt'], since: 'recoveredAt' })
export class StandingRecoveryEntity {
  @PrimaryColumn({ name: 'repayment_id', type: 'uuid' }) repaymentId!: string;
  @Column({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: bigint;
  @Column({ name: 'recovered_at', type: 'timestamptz' }) recoveredAt!: Date;
  @Column({ type: 'boolean', default: false }) reversed!: boolean;
}

/** A provider's grade and quota as last computed; read at each grab. */
@Entity('provider_standings')
export class ProviderStandingEntity {
  @PrimaryColumn({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ type: 'text' }) grade!: Grade;
  @Column({ name: 'cases_held', type: 'integer' }) casesHeld!: number;
  @Column({ name: 'largest_case_fen', type: 'bigint', nullable: true, transformer: fenColumn })
  largestCaseFen!: bigint | null;
  @CreateDateColumn({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}
