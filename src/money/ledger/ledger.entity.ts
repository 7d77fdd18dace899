import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../../platform/database/index.js';

/**
 * One organisation's account of one kind, or the part of it that concerns one counterparty. A positive balance is owed to the organisation, a negative one by it.
 */
@Entity('ledger_accounts')
export class LedgerAccountEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'owner_organisation_id', type: 'uuid' }) ownerOrganisationId!: string;
  @Column({ type: 'text' }) kind!: string;
  /** Null unless the account is kept in parts. */
  @Column({ name: 'counterparty_id', type: 'uuid', nullable: true }) counterpartyId!: string | null;
  @Column({ name: 'balance_fen', type: 'bigint', default: 0, transformer: fenColumn }) balanceFen!: bigint;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

/** One business fact that moved money, under a unique key. Never updated, never deleted. */
@Entity('ledger_transfers')
export class LedgerTransferEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'reference_kind', type: 'text' }) referenceKind!: string;
  @Column({ name: 'reference_id', type: 'uuid' }) referenceId!: string;
  @Column({ name: 'case_id', type: 'uuid', nullable: true }) caseId!: string | null;
  @Column({ name: 'reverses_transfer_id', type: 'uuid', nullable: true }) reversesTransferId!: string | null;
  @CreateDateColumn({ name: 'occurred_at', type: 'timestamptz' }) occurredAt!: Date;
}

/** One side of a transfer. Never updated, never deleted. */
@Entity('ledger_entries')
export class LedgerEntryEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) seq!: bigint;
  @Column({ name: 'transfer_id', type: 'uuid' }) transferId!: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId!: string;
  @Column({ type: 'text' }) part!: string;
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: bigint;
  @CreateDateColumn({ name: 'occurred_at', type: 'timestamptz' }) occurredAt!: Date;
}

/** What an account moved by in a calendar month of China; kept with each transfer, so that balances of the past are short sums. */
@Entity('ledger_months')
export class LedgerMonthEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' }) accountId!: string;
  /** Its first day. */
  @PrimaryColumn({ type: 'date' }) month!: string;
  @Column({ name: 'moved_fen', type: 'bigint', transformer: fenColumn }) movedFen!: bigint;
}
