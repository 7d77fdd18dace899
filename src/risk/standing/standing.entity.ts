import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { Ages, fenColumn } from '../../platform/database/index.js';
import type { Grade } from './standing-parameters.policy.js';

/** Stands for the creditor of a grab that was recorded before creditors were. */
export const UNKNOWN_CREDITOR = '00000000-0000-0000-0000-000000000000';

/** The facts of one grab that standings are computed from. */
@Entity('standing_grabs')
@Ages<StandingGrabEntity>({ of: 'providerId', columns: ['grabbedAt', 'endedAt'], since: 'grabbedAt' })
export class StandingGrabEntity {
  @PrimaryColumn({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  /** All zeros: not known. */
  @Column({ name: 'creditor_id', type: 'uuid', default: UNKNOWN_CREDITOR }) creditorId!: string;
  @Column({ type: 'text' }) state!: 'active' | 'completed' | 'returned' | 'expired' | 'recalled';
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: bigint;
  @Column({ name: 'expected_fen', type: 'bigint', transformer: fenColumn }) expectedFen!: bigint;
  @Column({ name: 'months_overdue', type: 'integer' }) monthsOverdue!: number;
  @Column({ name: 'penalty_points', type: 'integer', default: 0 }) penaltyPoints!: number;
  @Column({ name: 'grabbed_at', type: 'timestamptz' }) grabbedAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  /** What was repaid on it and not reversed, and the sum of each such amount × its days since the grab; kept by the database. */
  @Column({ name: 'recovered_fen', type: 'bigint', default: 0, transformer: fenColumn }) recoveredFen!: bigint;
  @Column({ name: 'recovered_fen_days', type: 'numeric', default: 0 }) recoveredFenDays!: string;
}

/** Sums over a provider's facts, by creditor, kept by the database with every change of one: its history is not read again for each event. */
@Entity('standing_sums')
export class StandingSumsEntity {
  @PrimaryColumn({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @PrimaryColumn({ name: 'creditor_id', type: 'uuid', default: UNKNOWN_CREDITOR }) creditorId!: string;
  /** Over completed grabs. */
  @Column({ name: 'completed_cases', type: 'integer', default: 0 }) completedCases!: number;
  @Column({ name: 'claimed_fen', type: 'bigint', default: 0, transformer: fenColumn }) claimedFen!: bigint;
  @Column({ name: 'expected_fen', type: 'bigint', default: 0, transformer: fenColumn }) expectedFen!: bigint;
  @Column({ name: 'expected_squared', type: 'numeric', default: 0 }) expectedSquared!: string;
  @Column({ name: 'recovered_fen', type: 'bigint', default: 0, transformer: fenColumn }) recoveredFen!: bigint;
  /** Over all grabs. */
  @Column({ name: 'repaid_fen', type: 'bigint', default: 0, transformer: fenColumn }) repaidFen!: bigint;
  @Column({ name: 'repaid_fen_days', type: 'numeric', default: 0 }) repaidFenDays!: string;
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
