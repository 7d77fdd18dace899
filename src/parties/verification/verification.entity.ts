import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/index.js';
import { Ages, Keeps } from '../../platform/database/index.js';
import { type ApplicantKind, type DocumentKind, type PartyRole, type Severity } from '../approvals/index.js';
import type { ApplicationState } from './verification.lifecycle.js';

/** One organisation's application; the newest is the one that counts. */
@Entity('verification_applications')
@Ages<ApplicationEntity>(
  {
    of: 'sandboxId',
    columns: ['submittedAt', 'claimExpiresAt'],
    since: 'submittedAt',
    where: `state IN ('submitted', 'in_review')`,
  },
  { of: 'sandboxId', columns: ['validUntil'], since: 'decidedAt', where: `state IN ('approved', 'suspended')` },
)
export class ApplicationEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'organisation_kind', type: 'text' }) organisationKind!: ApplicantKind;
  /** When the organisation was warned that its approval ends. */
  @Column({ name: 'expiry_warned_at', type: 'timestamptz', nullable: true }) expiryWarnedAt!: Date | null;
  /** The world of the applicant; null for a live one. */
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ type: 'text' }) state!: ApplicationState;
  @Column({ name: 'business_name', type: 'text', nullable: true }) businessName!: string | null;
  /** Every fact, as one sealed JSON text. */
  @Column({ name: 'facts_sealed', type: 'bytea' }) factsSealed!: Buffer;
  @Column({ name: 'credit_code_index', type: 'bytea', nullable: true }) creditCodeIndex!: Buffer | null;
  @Column({ name: 'licence_valid_until', type: 'date', nullable: true }) licenceValidUntil!: Day | null;
  /** How often it was submitted. */
  @Column({ type: 'integer', default: 0 }) submission!: number;
  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true }) submittedAt!: Date | null;
  @Column({ name: 'claimed_by', type: 'uuid', nullable: true }) claimedBy!: string | null;
  @Column({ name: 'claim_expires_at', type: 'timestamptz', nullable: true }) claimExpiresAt!: Date | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  /** Last day of the approval, in China. */
  @Column({ name: 'valid_until', type: 'date', nullable: true }) validUntil!: Day | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
}

/** Blind index of a number by which organisations are found to be related. */
@Entity('verification_parties')
export class PartyEntity {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' }) applicationId!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @PrimaryColumn({ type: 'text' }) role!: PartyRole;
  @PrimaryColumn({ name: 'party_index', type: 'bytea' }) partyIndex!: Buffer;
}

/** Blind index of the lifelong serial of a lawyer a firm lists. */
@Entity('verification_lawyers')
export class LawyerEntity {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' }) applicationId!: string;
  @PrimaryColumn({ name: 'serial_index', type: 'bytea' }) serialIndex!: Buffer;
}

@Entity('verification_documents')
export class DocumentEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId!: string;
  @Column({ type: 'text' }) kind!: DocumentKind;
  @Column({ name: 'file_id', type: 'uuid' }) fileId!: string;
  /** Set when a later version of the application left it out; the row is kept to explain old decisions. */
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

@Entity('verification_checks')
export class CheckEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId!: string;
  @Column({ type: 'integer' }) submission!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'boolean', nullable: true }) passed!: boolean | null;
  @Column({ type: 'text' }) severity!: Severity;
  @Column({ type: 'text', nullable: true }) field!: string | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

@Entity('verification_events')
@Keeps<HistoryEntity>({ figure: 'historyDays', since: 'createdAt' })
export class HistoryEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId!: string;
  @Column({ type: 'text' }) act!: string;
  @Column({ name: 'from_state', type: 'text', nullable: true }) fromState!: ApplicationState | null;
  @Column({ name: 'to_state', type: 'text' }) toState!: ApplicationState;
  /** Both null when the system moved it. */
  @Column({ name: 'actor_organisation_id', type: 'uuid', nullable: true }) actorOrganisationId!: string | null;
  @Column({ name: 'actor_member_id', type: 'uuid', nullable: true }) actorMemberId!: string | null;
  @Column({ name: 'reason_codes', type: 'text', array: true, default: () => "'{}'" }) reasonCodes!: string[];
  @Column({ name: 'note_sealed', type: 'bytea', nullable: true }) noteSealed!: Buffer | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

/** A reviewer saw the facts unmasked. */
@Entity('verification_disclosures')
@Keeps<DisclosureEntity>({ figure: 'disclosureDays', since: 'disclosedAt' })
export class DisclosureEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ type: 'text' }) purpose!: string;
  @Column({ name: 'disclosed_at', type: 'timestamptz', default: () => 'now()' }) disclosedAt!: Date;
}
