import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Fen } from '../../kernel/index.js';
import { fenColumn } from '../../platform/database/index.js';
import type { ClockEvent, DebtLine, LineKind } from '../debt/index.js';

/** One part of what a case is about. A withdrawn line stays, and its number is not used again. */
@Entity('case_lines')
export class CaseLineEntity implements DebtLine {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' }) caseId!: string;
  /** Counts the lines of the case from 1. */
  @PrimaryColumn({ name: 'line_number', type: 'integer' }) lineNumber!: number;
  @Column({ type: 'text' }) kind!: LineKind;
  @Column({ name: 'document_number', type: 'text', nullable: true }) documentNumber!: string | null;
  @Column({ name: 'period_from', type: 'date', nullable: true }) periodFrom!: Day | null;
  @Column({ name: 'period_to', type: 'date', nullable: true }) periodTo!: Day | null;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: Day;
  @Column({ name: 'invoiced_on', type: 'date', nullable: true }) invoicedOn!: Day | null;
  @Column({ name: 'principal_fen', type: 'bigint', transformer: fenColumn }) principalFen!: Fen;
  @Column({ name: 'penalty_fen', type: 'bigint', transformer: fenColumn }) penaltyFen!: Fen;
  @Column({ name: 'paid_fen', type: 'bigint', transformer: fenColumn }) paidFen!: Fen;
  @Column({ name: 'last_interrupted_on', type: 'date', nullable: true }) lastInterruptedOn!: Day | null;
  @Column({ type: 'jsonb', default: () => "'[]'" }) clock!: ClockEvent[];
  /** The last day before the claim of this line is time-barred, as judged when it was written; null for a credit note. */
  @Column({ name: 'limitation_expires_on', type: 'date', nullable: true }) limitationExpiresOn!: Day | null;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
}
