import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Fen } from '../../kernel/index.js';
import { fenColumn } from '../../platform/database/index.js';

/** What the hall shows of a listed case; nothing identifies the debtor. Exists exactly while the case is listed. */
@Entity('hall_listings')
export class HallListingEntity {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  /** The sandbox of the hall; null for the live one. */
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ type: 'text' }) category!: string;
  @Column({ name: 'service_line', type: 'text' }) serviceLine!: string;
  /** GB/T 2260 code of the region's province, such as `440000`. */
  @Column({ type: 'text', nullable: true }) province!: string | null;
  @Column({ name: 'region_code', type: 'text', nullable: true }) regionCode!: string | null;
  @Column({ name: 'debtor_kind', type: 'text' }) debtorKind!: 'person' | 'enterprise';
  /** The amount still to be recovered. */
  @Column({ name: 'amount_fen', type: 'bigint', transformer: fenColumn }) amountFen!: Fen;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: Day;
  @Column({ name: 'commission_bps', type: 'integer' }) commissionBps!: number;
  @Column({ name: 'evidence_bps', type: 'integer' }) evidenceBps!: number;
  @Column({ type: 'integer' }) score!: number;
  @Column({ type: 'text' }) grade!: string;
  /** What the case is about; null when not stated. */
  @Column({ type: 'text', nullable: true }) matter!: string | null;
  @Column({ name: 'listed_at', type: 'timestamptz' }) listedAt!: Date;
}
