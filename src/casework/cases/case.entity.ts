import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Fen } from '../../kernel/index.js';
import { Ages, fenColumn, Keeps } from '../../platform/database/index.js';
import type {
  AdmissionReason,
  CaseGrade,
  DebtCategory,
  DebtorKind,
  EvidenceKind,
  LegalOrigin,
  ServiceLine,
  StoredTier,
} from '../admission/index.js';
import type { DebtorIdKind, Matter, StoredClaimTerms, StoredPayment } from '../debt/index.js';
import type { CaseState, CloseCode } from './case.lifecycle.js';

/** One debt put up for recovery. The debtor's personal data is one encrypted JSON; searches use keyed indexes of it. */
@Entity('cases')
// A sandbox clock moved forward makes a case wait longer for its reviewer.
@Ages<CaseEntity>({
  of: 'sandboxId',
  columns: ['createdAt'],
  since: 'createdAt',
  where: `state IN ('submitted', 'under_review')`,
})
export class CaseEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) number!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  /** The creditor's sandbox; null for a live case. */
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ name: 'external_ref', type: 'text' }) externalRef!: string;
  @Column({ name: 'batch_id', type: 'uuid', nullable: true }) batchId!: string | null;
  @Column({ type: 'text' }) state!: CaseState;
  @Column({ type: 'text' }) category!: DebtCategory;
  @Column({ name: 'service_line', type: 'text' }) serviceLine!: ServiceLine;
  @Column({ name: 'region_code', type: 'text', nullable: true }) regionCode!: string | null;
  @Column({ name: 'debtor_kind', type: 'text' }) debtorKind!: DebtorKind;
  @Column({ name: 'debtor_id_kind', type: 'text', nullable: true }) debtorIdKind!: DebtorIdKind | null;
  @Column({ name: 'debtor_masked_name', type: 'text' }) debtorMaskedName!: string;
  @Column({ name: 'debtor_sealed', type: 'bytea' }) debtorSealed!: Buffer;
  @Column({ name: 'debtor_id_index', type: 'bytea', nullable: true }) debtorIdIndex!: Buffer | null;
  @Column({ name: 'debtor_phone_index', type: 'bytea', nullable: true }) debtorPhoneIndex!: Buffer | null;
  @Column({ name: 'contract_number', type: 'text', nullable: true }) contractNumber!: string | null;
  @Column({ name: 'principal_fen', type: 'bigint', transformer: fenColumn }) principalFen!: Fen;
  @Column({ name: 'penalty_fen', type: 'bigint', transformer: fenColumn }) penaltyFen!: Fen;
  @Column({ name: 'paid_fen', type: 'bigint', transformer: fenColumn }) paidFen!: Fen;
  @Column({ name: 'outstanding_fen', type: 'bigint', transformer: fenColumn }) outstandingFen!: Fen;
  @Column({ name: 'recovered_fen', type: 'bigint', default: 0, transformer: fenColumn }) recoveredFen!: Fen;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: Day;
  @Column({ name: 'invoiced_on', type: 'date', nullable: true }) invoicedOn!: Day | null;
  @Column({ name: 'last_interrupted_on', type: 'date', nullable: true }) lastInterruptedOn!: Day | null;
  @Column({ name: 'limitation_expires_on', type: 'date' }) limitationExpiresOn!: Day;
  @Column({ name: 'annual_rate_bps', type: 'integer', nullable: true }) annualRateBps!: number | null;
  @Column({ type: 'text', nullable: true }) matter!: Matter | null;
  @Column({ name: 'claim_terms', type: 'jsonb', nullable: true }) claimTerms!: StoredClaimTerms | null;
  /** What was confirmed as paid since the case was posted, and not reversed; null for nothing. */
  @Column({ type: 'jsonb', nullable: true }) payments!: StoredPayment[] | null;
  @Column({ name: 'legal_origin', type: 'text', nullable: true }) legalOrigin!: LegalOrigin | null;
  @Column({ name: 'evidence_kinds', type: 'text', array: true, default: () => "'{}'" }) evidenceKinds!: EvidenceKind[];
  @Column({ name: 'evidence_bps', type: 'integer' }) evidenceBps!: number;
  @Column({ type: 'integer' }) score!: number;
  @Column({ type: 'text' }) grade!: CaseGrade;
  @Column({ name: 'commission_bps', type: 'integer' }) commissionBps!: number;
  @Column({ name: 'commission_tiers', type: 'jsonb', default: () => "'[]'" }) commissionTiers!: StoredTier[];
  @Column({ name: 'review_reasons', type: 'jsonb', default: () => "'[]'" }) reviewReasons!: AdmissionReason[];
  @Column({ name: 'reviewer_id', type: 'uuid', nullable: true }) reviewerId!: string | null;
  /** The paid figure that the creditor's books showed last. */
  @Column({ name: 'books_paid_fen', type: 'bigint', nullable: true, transformer: fenColumn }) booksPaidFen!: Fen | null;
  /** The document of a connection that the case follows. */
  @Column({ name: 'books_source', type: 'text', nullable: true }) booksSource!: string | null;
  /** The state that an `on_hold` case returns to. */
  @Column({ name: 'held_from', type: 'text', nullable: true }) heldFrom!: CaseState | null;
  @Column({ name: 'close_code', type: 'text', nullable: true }) closeCode!: CloseCode | null;
  @Column({ name: 'listed_at', type: 'timestamptz', nullable: true }) listedAt!: Date | null;
  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true }) acceptedAt!: Date | null;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
}

/** One line of a case's history; never changed or deleted. */
@Entity('case_events')
@Keeps<CaseEventEntity>({ figure: 'historyDays', since: 'createdAt' })
export class CaseEventEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Assigned under the case's lock, so it orders the acts on a case whichever process carried them out. */
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

/** The one secret by which the numbers of cases are permuted. It never changes. */
@Entity('case_number_secret')
export class CaseNumberSecretEntity {
  @PrimaryColumn({ type: 'smallint', default: 1 }) id!: number;
  @Column({ type: 'bytea' }) secret!: Buffer;
}
