import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Fen } from '../../kernel/index.js';
import { fenColumn } from '../../platform/database/index.js';
import type { PayoutState } from './payout.lifecycle.js';

/** Money set aside for a provider until its bank took or returned it. */
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
