import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/index.js';
import { Ages, fenColumn, Keeps } from '../../platform/database/index.js';
import type { Factor } from './standing-explanation.policy.js';
import type { Grade } from './standing-parameters.policy.js';
import type { ChangeCause, VetoReason } from './veto.policy.js';

/** Stands for the creditor of a grab that was recorded before creditors were. */
export const UNKNOWN_CREDITOR = '00000000-0000-0000-0000-000000000000';

/** The facts of one grab that standings are computed from. */
@Entity('standing_grabs')
@Ages<StandingGrabEntity>({
  of: 'providerId',
  columns: ['grabbedAt', 'endedAt', 'lastPaidAt', 'sparedSince'],
  since: 'grabbedAt',
})
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
  /** Whether its end counts: not that of a recall that exonerates, or of one before any work. */
  @Column({ type: 'boolean', default: true }) counts!: boolean;
  /** The days of maturity in force when it ended: what a hold was given back before counts for its share of them. */
  @Column({ name: 'maturity_days', type: 'integer', default: 90 }) maturityDays!: number;
  /** For how long it stood still through no fault of the holder, and since when it does so now: such time does not count as held. */
  @Column({ name: 'spared_seconds', type: 'integer', default: 0 }) sparedSeconds!: number;
  @Column({ name: 'spared_since', type: 'timestamptz', nullable: true }) sparedSince!: Date | null;
  /** The appeal that was upheld about it: it counts for nothing any more. */
  @Column({ name: 'exonerated_by', type: 'uuid', nullable: true }) exoneratedBy!: string | null;
  /** What was repaid on it and not reversed, when it was last, and Σ each such amount × its days since the grab; kept by the database. */
  @Column({ name: 'recovered_fen', type: 'bigint', default: 0, transformer: fenColumn }) recoveredFen!: bigint;
  @Column({ name: 'recovered_fen_days', type: 'numeric', default: 0 }) recoveredFenDays!: string;
  @Column({ name: 'last_paid_at', type: 'timestamptz', nullable: true }) lastPaidAt!: Date | null;
}

/**
 * Sums over a provider's ended holds, by creditor, kept by the database with every change of one: its history is not read again for
 * each event. See `Contribution` for what each adds.
 */
@Entity('standing_sums')
@Ages<StandingSumsEntity>({
  of: 'providerId',
  columns: ['lastActiveAt'],
  since: 'lastActiveAt',
  // A grab that was noted while the grabs were ageing has not aged, so that what it was the last of does not either.
  where: `NOT EXISTS (SELECT FROM standing_grabs g WHERE g.provider_id = t.provider_id AND g.creditor_id = t.creditor_id
                        AND greatest(g.grabbed_at, g.ended_at, g.last_paid_at) > t.last_active_at - time)`,
})
export class StandingSumsEntity {
  @PrimaryColumn({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @PrimaryColumn({ name: 'creditor_id', type: 'uuid', default: UNKNOWN_CREDITOR }) creditorId!: string;
  @Column({ type: 'integer', default: 0 }) cases!: number;
  @Column({ name: 'completed_cases', type: 'integer', default: 0 }) completedCases!: number;
  @Column({ name: 'claimed_fen', type: 'bigint', default: 0, transformer: fenColumn }) claimedFen!: bigint;
  @Column({ name: 'recovered_fen', type: 'bigint', default: 0, transformer: fenColumn }) recoveredFen!: bigint;
  /** In ten-thousandths of √fen. */
  @Column({ type: 'numeric', default: 0 }) observed!: string;
  @Column({ type: 'numeric', default: 0 }) expected!: string;
  @Column({ name: 'expected_fen', type: 'bigint', default: 0, transformer: fenColumn }) expectedFen!: bigint;
  /** Σ expected² ÷ amount. */
  @Column({ name: 'expected_squared', type: 'numeric', default: 0 }) expectedSquared!: string;
  @Column({ name: 'repaid_fen', type: 'bigint', default: 0, transformer: fenColumn }) repaidFen!: bigint;
  @Column({ name: 'repaid_fen_days', type: 'numeric', default: 0 }) repaidFenDays!: string;
  /** When a case of its was last taken or ended, or a payment came in, over all holds. */
  @Column({ name: 'last_active_at', type: 'timestamptz', nullable: true }) lastActiveAt!: Date | null;
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
@Ages<ProviderStandingEntity>({ of: 'providerId', columns: ['vetoUntil'] })
export class ProviderStandingEntity {
  @PrimaryColumn({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ type: 'text' }) grade!: Grade;
  @Column({ name: 'cases_held', type: 'integer' }) casesHeld!: number;
  @Column({ name: 'largest_case_fen', type: 'bigint', nullable: true, transformer: fenColumn })
  largestCaseFen!: bigint | null;
  /** What the record has earned, whatever penalties or a veto allow. The next computation begins with it; null before there was one. */
  @Column({ name: 'earned_grade', type: 'text', nullable: true }) earnedGrade!: Grade | null;
  /** The highest grade that the platform allows, why, and up to which day; all null without a veto. */
  @Column({ name: 'veto_grade', type: 'text', nullable: true }) vetoGrade!: Grade | null;
  @Column({ name: 'veto_reason', type: 'text', nullable: true }) vetoReason!: VetoReason | null;
  @Column({ name: 'veto_until', type: 'date', nullable: true }) vetoUntil!: Day | null;
  @CreateDateColumn({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}

/** A change of a provider's grade or quota, with all that led to it: it can be explained long after. Never rewritten. */
@Entity('standing_changes')
@Keeps<StandingChangeEntity>({ figure: 'historyDays', since: 'changedAt' })
export class StandingChangeEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ type: 'text' }) cause!: ChangeCause;
  @Column({ type: 'text' }) grade!: Grade;
  @Column({ name: 'earned_grade', type: 'text' }) earnedGrade!: Grade;
  @Column({ name: 'cases_held', type: 'integer' }) casesHeld!: number;
  @Column({ name: 'largest_case_fen', type: 'bigint', nullable: true, transformer: fenColumn })
  largestCaseFen!: bigint | null;
  /** The version of the figures; null for the defaults. */
  @Column({ name: 'figures_version', type: 'integer', nullable: true }) figuresVersion!: number | null;
  /** The sums it followed from; amounts as strings. */
  @Column({ type: 'jsonb' }) facts!: Readonly<Record<string, unknown>>;
  @Column({ type: 'jsonb' }) explanation!: readonly Factor[];
  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' }) changedAt!: Date;
}
