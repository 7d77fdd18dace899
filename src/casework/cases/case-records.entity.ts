import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseState } from './case.lifecycle.js';
import type { DisclosureStage } from './case.types.js';

/** A document that proves something about the debt. */
@Entity('case_evidence')
export class CaseEvidence {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'file_id', type: 'uuid' }) fileId!: string;
  @Column({ name: 'added_by', type: 'uuid', nullable: true }) addedBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

/** One line of a case's history; never changed and never deleted. */
@Entity('case_events')
export class CaseEvent {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Given under the case's lock, so it is the order in which things happened to the case, whichever process did them. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) seq!: bigint;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ type: 'text' }) act!: string;
  @Column({ name: 'from_state', type: 'text', nullable: true }) fromState!: CaseState | null;
  @Column({ name: 'to_state', type: 'text' }) toState!: CaseState;
  @Column({ name: 'actor_organisation_id', type: 'uuid', nullable: true }) actorOrganisationId!: string | null;
  @Column({ name: 'actor_member_id', type: 'uuid', nullable: true }) actorMemberId!: string | null;
  @Column({ type: 'jsonb', default: () => "'{}'" }) facts!: Record<string, unknown>;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

/** That an organisation may see so much of a case's debtor, since when, what for, and until when it could. */
@Entity('case_disclosures')
export class CaseDisclosure {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'case_id', type: 'uuid' }) caseId!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'member_id', type: 'uuid', nullable: true }) memberId!: string | null;
  @Column({ type: 'text' }) stage!: DisclosureStage;
  @Column({ type: 'text' }) purpose!: string;
  @Column({ name: 'disclosed_at', type: 'timestamptz', default: () => 'now()' }) disclosedAt!: Date;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
}

/** How many full debtor records an organisation read in an hour. */
@Entity('debtor_read_counts')
export class DebtorReadCount {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @PrimaryColumn({ type: 'timestamptz' }) hour!: Date;
  @Column({ type: 'integer' }) reads!: number;
}
