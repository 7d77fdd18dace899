import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TargetInJson } from '../../casework/lines/index.js';
import type { Fen } from '../../kernel/index.js';
import { fenColumn } from '../../platform/database/index.js';
import type { RevisionState } from './case-revision.lifecycle.js';

/** A lower amount of a held case out of its creditor's books, which only its consent and its holder's make the case's own. */
@Entity('case_revisions')
export class CaseRevisionEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  @Column({ name: 'batch_id', type: 'uuid', nullable: true }) batchId!: string | null;
  @Column({ type: 'text' }) state!: RevisionState;
  /** What the case is about before. */
  @Column({ name: 'from_fen', type: 'bigint', transformer: fenColumn }) fromFen!: Fen;
  @Column({ name: 'principal_fen', type: 'bigint', transformer: fenColumn }) principalFen!: Fen;
  @Column({ name: 'penalty_fen', type: 'bigint', transformer: fenColumn }) penaltyFen!: Fen;
  @Column({ name: 'paid_fen', type: 'bigint', transformer: fenColumn }) paidFen!: Fen;
  @Column({ name: 'outstanding_fen', type: 'bigint', transformer: fenColumn }) outstandingFen!: Fen;
  /** The lines that make the amount; null where it was proposed before cases had lines. */
  @Column({ type: 'jsonb', nullable: true }) lines!: TargetInJson[] | null;
  @Column({ name: 'proposed_at', type: 'timestamptz', default: () => 'now()' }) proposedAt!: Date;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decline_reason', type: 'text', nullable: true }) declineReason!: string | null;
}
