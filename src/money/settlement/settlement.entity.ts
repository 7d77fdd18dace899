import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Fen, FrozenTerms } from '../../kernel/index.js';
import { fenColumn } from '../../platform/database/index.js';
import type { PayoutState } from '../payouts/index.js';

/** What was realised under one grab and earned on it, net of reversals. Its row is the lock that puts settlements in a line. */
@Entity('commission_totals')
export class CommissionTotalEntity {
  @PrimaryColumn({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'realised_fen', type: 'bigint', default: 0, transformer: fenColumn }) realisedFen!: Fen;
  @Column({ name: 'commission_fen', type: 'bigint', default: 0, transformer: fenColumn }) commissionFen!: Fen;
  @Column({ name: 'service_fee_fen', type: 'bigint', default: 0, transformer: fenColumn }) serviceFeeFen!: Fen;
}

/** The commission and service fee on one confirmed repayment, with the terms they were split by. */
@Entity('commissions')
export class CommissionEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'repayment_id', type: 'uuid' }) repaymentId!: string;
  @Column({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ type: 'text' }) payee!: 'creditor' | 'provider';
  @Column({ type: 'jsonb' }) terms!: FrozenTerms;
  @Column({ name: 'repaid_fen', type: 'bigint', transformer: fenColumn }) repaidFen!: Fen;
  @Column({ name: 'commission_fen', type: 'bigint', transformer: fenColumn }) commissionFen!: Fen;
  @Column({ name: 'service_fee_fen', type: 'bigint', transformer: fenColumn }) serviceFeeFen!: Fen;
  @Column({ name: 'adjustment_commission_fen', type: 'bigint', default: 0, transformer: fenColumn })
  adjustmentCommissionFen!: Fen;
  @Column({ name: 'adjustment_service_fee_fen', type: 'bigint', default: 0, transformer: fenColumn })
  adjustmentServiceFeeFen!: Fen;
  @Column({ type: 'text' }) state!: 'booked' | 'reversed';
  @Column({ name: 'transfer_id', type: 'uuid' }) transferId!: string;
  @Column({ name: 'reversal_transfer_id', type: 'uuid', nullable: true }) reversalTransferId!: string | null;
  @Column({ name: 'adjustment_transfer_id', type: 'uuid', nullable: true }) adjustmentTransferId!: string | null;
  @Column({ name: 'billable_at', type: 'timestamptz' }) billableAt!: Date;
  @CreateDateColumn({ name: 'booked_at', type: 'timestamptz' }) bookedAt!: Date;
  @Column({ name: 'reversed_at', type: 'timestamptz', nullable: true }) reversedAt!: Date | null;
}

/** Money set aside for a provider until its bank has taken or returned it. */
@Entity('payouts')
export class PayoutEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: Fen;
  @Column({ type: 'text' }) state!: PayoutState;
  @Column({ name: 'needs_approval', type: 'boolean' }) needsApproval!: boolean;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy!: string;
  @Column({ name: 'approved_by', type: 'uuid', nullable: true }) approvedBy!: string | null;
  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true }) approvedAt!: Date | null;
  @Column({ type: 'text', nullable: true }) reference!: string | null;
  @Column({ name: 'return_reason', type: 'text', nullable: true }) returnReason!: string | null;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt!: Date | null;
  @Column({ name: 'paid_at', type: 'timestamptz', nullable: true }) paidAt!: Date | null;
  @Column({ name: 'returned_at', type: 'timestamptz', nullable: true }) returnedAt!: Date | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

/** What a creditor paid of the commissions and fees it owes. */
@Entity('creditor_payments')
export class CreditorPaymentEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: Fen;
  @Column({ name: 'received_on', type: 'date' }) receivedOn!: Day;
  @Column({ type: 'text' }) reference!: string;
  @Column({ name: 'recorded_by', type: 'uuid', nullable: true }) recordedBy!: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

/** How a provider is taxed; a provider without one is shown without tax. */
@Entity('tax_profiles')
export class TaxProfileEntity {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'vat_bps', type: 'integer', default: 0 }) vatBps!: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
}
