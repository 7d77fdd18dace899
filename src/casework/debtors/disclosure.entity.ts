import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Keeps } from '../../platform/database/index.js';

/** Masked name from the grab on; all data from the accepted entrustment on. */
export type DisclosureStage = 'holder_masked' | 'holder_full';

/** What an organisation may see of a case's debtor: purpose, begin and end. */
@Entity('case_disclosures')
@Keeps<CaseDisclosureEntity>({ figure: 'disclosureDays', since: 'revokedAt' })
export class CaseDisclosureEntity {
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
@Keeps<DebtorReadCountEntity>({ figure: 'readCountDays', since: 'hour' })
export class DebtorReadCountEntity {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @PrimaryColumn({ type: 'timestamptz' }) hour!: Date;
  @Column({ type: 'integer' }) reads!: number;
}
