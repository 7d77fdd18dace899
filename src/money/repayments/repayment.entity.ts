import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Fen } from '../../kernel/index.js';
import { Ages, fenColumn } from '../../platform/database/index.js';
import type { RepaymentState } from './repayment.lifecycle.js';

export type Channel = 'bank_transfer' | 'cash' | 'alipay' | 'wechat' | 'other';

/** How a repayment was confirmed. */
export type ConfirmedHow = 'creditor_report' | 'creditor' | 'platform' | 'time';

/** Money the debtor paid on a case: the report and the decision on it. */
@Entity('repayments')
@Ages<RepaymentEntity>({
  of: 'creditorId',
  columns: ['autoConfirmAt'],
  since: 'reportedAt',
  where: `state = 'reported' AND auto_confirm_at IS NOT NULL`,
})
export class RepaymentEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  /** The hold it counts for. */
  @Column({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: Fen;
  @Column({ name: 'paid_on', type: 'date' }) paidOn!: Day;
  @Column({ type: 'text' }) channel!: Channel;
  @Column({ type: 'text' }) payee!: 'creditor' | 'provider';
  @Column({ type: 'text' }) state!: RepaymentState;
  @Column({ name: 'reporter_id', type: 'uuid' }) reporterId!: string;
  @Column({ name: 'reported_by', type: 'uuid', nullable: true }) reportedBy!: string | null;
  @Column({ name: 'external_ref', type: 'text', nullable: true }) externalRef!: string | null;
  /** Keyed: finds an equal reference without opening any. Null where `externalRef` is not sealed yet. */
  @Column({ name: 'external_ref_index', type: 'bytea', nullable: true }) externalRefIndex!: Buffer | null;
  @Column({ name: 'voucher_file_id', type: 'uuid', nullable: true }) voucherFileId!: string | null;
  /** Why the reporter says that it is not the same payment as an earlier report. */
  @Column({ name: 'not_duplicate_because', type: 'text', nullable: true }) notDuplicateBecause!: string | null;
  /** Of a report out of the creditor's books: the paid figure on record before, and the one they show. */
  @Column({ name: 'books_paid_before_fen', type: 'bigint', nullable: true, transformer: fenColumn })
  booksPaidBeforeFen!: Fen | null;
  @Column({ name: 'books_paid_now_fen', type: 'bigint', nullable: true, transformer: fenColumn })
  booksPaidNowFen!: Fen | null;
  @Column({ name: 'auto_confirm_at', type: 'timestamptz', nullable: true }) autoConfirmAt!: Date | null;
  @Column({ name: 'disputed_at', type: 'timestamptz', nullable: true }) disputedAt!: Date | null;
  @Column({ name: 'dispute_reason', type: 'text', nullable: true }) disputeReason!: string | null;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true }) confirmedBy!: string | null;
  @Column({ name: 'confirmed_how', type: 'text', nullable: true }) confirmedHow!: ConfirmedHow | null;
  @Column({ name: 'rejected_at', type: 'timestamptz', nullable: true }) rejectedAt!: Date | null;
  @Column({ name: 'reject_reason', type: 'text', nullable: true }) rejectReason!: string | null;
  @Column({ name: 'reversed_at', type: 'timestamptz', nullable: true }) reversedAt!: Date | null;
  @Column({ name: 'reverse_reason', type: 'text', nullable: true }) reverseReason!: string | null;
  @CreateDateColumn({ name: 'reported_at', type: 'timestamptz' }) reportedAt!: Date;
}
