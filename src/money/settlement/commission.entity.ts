import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { Fen, FrozenTerms } from '../../kernel/index.js';
import { Ages, fenColumn } from '../../platform/database/index.js';

/** The party that received the debtor's money. */
export type Payee = 'creditor' | 'provider';

/** What was realised and earned under one grab, net of reversals. Locking its row serialises the settlements of the grab. */
@Entity('commission_totals')
export class CommissionTotalEntity {
  @PrimaryColumn({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'realised_fen', type: 'bigint', default: 0, transformer: fenColumn }) realisedFen!: Fen;
  @Column({ name: 'commission_fen', type: 'bigint', default: 0, transformer: fenColumn }) commissionFen!: Fen;
  @Column({ name: 'service_fee_fen', type: 'bigint', default: 0, transformer: fenColumn }) serviceFeeFen!: Fen;
}

/** The commission and service fee on one confirmed repayment, with the terms they were calculated by. */
@Entity('commissions')
// The sandbox's clock dates bookings, so they are compared with what that clock showed before it was advanced.
@Ages<CommissionEntity>({
  of: 'providerId',
  columns: ['billableAt'],
  since: 'bookedAt',
  sinceBySandbox: true,
  where: `state = 'booked' AND billable_at > now()`,
})
export class CommissionEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'repayment_id', type: 'uuid' }) repaymentId!: string;
  @Column({ name: 'grab_id', type: 'uuid' }) grabId!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ type: 'text' }) payee!: Payee;
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
