import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act: who did what to which subject. Written once; UPDATE and DELETE are neither granted nor possible. */
@Entity('audit_records')
export class AuditRecordEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) seq!: bigint;
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ name: 'member_id', type: 'uuid', nullable: true }) memberId!: string | null;
  @Column({ name: 'api_key_id', type: 'uuid', nullable: true }) apiKeyId!: string | null;
  @Column({ name: 'oauth_client_id', type: 'uuid', nullable: true }) oauthClientId!: string | null;
  @Column({ type: 'text' }) act!: string;
  @Column({ name: 'subject_kind', type: 'text' }) subjectKind!: string;
  @Column({ name: 'subject_id', type: 'uuid' }) subjectId!: string;
  @Column({ type: 'jsonb', default: {} }) facts!: AuditFacts;
  @Column({ name: 'request_id', type: 'text', nullable: true }) requestId!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

/** Facts about the act: ids, codes, states, amounts as strings. Never personal data. */
export type AuditFacts = Readonly<Record<string, AuditFact>>;
export type AuditFact = string | number | boolean | null | readonly (string | number)[];
