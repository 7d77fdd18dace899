import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { FrozenTerms } from '../../kernel/index.js';
import { Ages, fenColumn } from '../../platform/database/index.js';
import type { RecallReason } from '../../risk/standing/index.js';
import type { CloseCode } from '../cases/index.js';
import type { GrabState } from './grab.lifecycle.js';

/** A provider's grab of a case, with the commission terms frozen at that moment. */
@Entity('grabs')
@Ages<GrabEntity>({
  of: 'providerId',
  // All instants move together, so that deadlines come closer, ends lie further back, and their order stays.
  columns: [
    ...(['grabbedAt', 'acceptBy', 'activityBy', 'exclusiveUntil', 'acceptedAt', 'firstActivityAt', 'endedAt'] as const),
    ...(['closeProposedAt', 'closeBy', 'frozenAt', 'sparedSince'] as const),
  ],
  since: 'grabbedAt',
})
export class GrabEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ name: 'member_id', type: 'uuid', nullable: true }) memberId!: string | null;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  /** The sandbox of case and provider; null for a live grab. */
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ type: 'text' }) state!: GrabState;
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: bigint;
  @Column({ name: 'months_overdue', type: 'integer' }) monthsOverdue!: number;
  @Column({ type: 'jsonb' }) terms!: FrozenTerms;
  @CreateDateColumn({ name: 'grabbed_at', type: 'timestamptz' }) grabbedAt!: Date;
  @Column({ name: 'accept_by', type: 'timestamptz' }) acceptBy!: Date;
  @Column({ name: 'activity_by', type: 'timestamptz' }) activityBy!: Date;
  @Column({ name: 'exclusive_until', type: 'timestamptz' }) exclusiveUntil!: Date;
  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true }) acceptedAt!: Date | null;
  @Column({ name: 'first_activity_at', type: 'timestamptz', nullable: true }) firstActivityAt!: Date | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @Column({ name: 'end_reason', type: 'text', nullable: true }) endReason!: string | null;
  /** The code of a creditor that took its case back; null for any other end, and where it gave none. */
  @Column({ name: 'recall_reason', type: 'text', nullable: true }) recallReason!: RecallReason | null;
  @Column({ name: 'penalty_points', type: 'integer', default: 0 }) penaltyPoints!: number;
  /** The code by which the holder proposes to close the case; set together with the two instants below. */
  @Column({ name: 'close_code', type: 'text', nullable: true }) closeCode!: CloseCode | null;
  @Column({ name: 'close_proposed_at', type: 'timestamptz', nullable: true }) closeProposedAt!: Date | null;
  /** The case is closed then unless its creditor answers. */
  @Column({ name: 'close_by', type: 'timestamptz', nullable: true }) closeBy!: Date | null;
  /** The next proposal needs work logged after it. Compared with the times of activities, so it does not age. */
  @Column({ name: 'close_declined_at', type: 'timestamptz', nullable: true }) closeDeclinedAt!: Date | null;
  /** Set while the platform has frozen the case; deadlines stand still. */
  @Column({ name: 'frozen_at', type: 'timestamptz', nullable: true }) frozenAt!: Date | null;
  /** The same while it is frozen through no fault of the holder, and for how long it was before. */
  @Column({ name: 'spared_since', type: 'timestamptz', nullable: true }) sparedSince!: Date | null;
  @Column({ name: 'spared_seconds', type: 'integer', default: 0 }) sparedSeconds!: number;
}

/** How many cases a provider holds, and until when it may not grab. */
@Entity('provider_slots')
@Ages<ProviderSlotEntity>({ of: 'providerId', columns: ['suspendedUntil'], where: 'suspended_until > now()' })
export class ProviderSlotEntity {
  @PrimaryColumn({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ type: 'integer', default: 0 }) held!: number;
  @Column({ name: 'suspended_until', type: 'timestamptz', nullable: true }) suspendedUntil!: Date | null;
}

/** The token bucket that limits a provider's attempts. */
@Entity('grab_rate_buckets')
export class GrabRateBucketEntity {
  @PrimaryColumn({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ type: 'double precision' }) tokens!: number;
  @Column({ name: 'refilled_at', type: 'timestamptz' }) refilledAt!: Date;
  @Column({ type: 'integer' }) granted!: number;
}
