import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TargetInJson } from '../../casework/lines/index.js';
import type { Fen } from '../../kernel/index.js';
import { fenColumn } from '../../platform/database/index.js';
import type { LineAct, LineChangeState } from './line-change.lifecycle.js';

/** One change of the lines of a case by its creditor: applied at once, or proposed to the holder. */
@Entity('case_line_changes')
export class LineChangeEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  @Column({ name: 'proposed_by', type: 'uuid', nullable: true }) proposedBy!: string | null;
  /** The grab whose holder has to agree, and the holder; null when nobody held the case. */
  @Column({ name: 'grab_id', type: 'uuid', nullable: true }) grabId!: string | null;
  @Column({ name: 'provider_id', type: 'uuid', nullable: true }) providerId!: string | null;
  @Column({ type: 'text' }) act!: LineAct;
  /** The line; null for one to be added that is not in the case, and for all of them. */
  @Column({ name: 'line_number', type: 'integer', nullable: true }) lineNumber!: number | null;
  /** The line as it shall be; null for one that is withdrawn, and for all of them. */
  @Column({ type: 'jsonb', nullable: true }) line!: TargetInJson | null;
  /** All open lines as they shall be, of a revision by the books. */
  @Column({ type: 'jsonb', nullable: true }) lines!: TargetInJson[] | null;
  @Column({ type: 'text' }) state!: LineChangeState;
  /** What the case is about before and after. */
  @Column({ name: 'from_fen', type: 'bigint', transformer: fenColumn }) fromFen!: Fen;
  @Column({ name: 'outstanding_fen', type: 'bigint', transformer: fenColumn }) outstandingFen!: Fen;
  @Column({ name: 'proposed_at', type: 'timestamptz', default: () => 'now()' }) proposedAt!: Date;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
}
