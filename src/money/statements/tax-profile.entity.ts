import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/index.js';
import type { TaxProfile } from './vat.policy.js';

/** One statement of a provider about how it is taxed; none is changed, the latest of a day counts. */
@Entity('tax_profiles')
export class TaxProfileEntity {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @PrimaryColumn({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  /** Null for a rate of before profiles that names none. */
  @Column({ type: 'text', nullable: true }) profile!: TaxProfile | null;
  /** The first day on which it counts. */
  @Column({ name: 'from_on', type: 'date' }) fromOn!: Day;
  @Column({ name: 'stated_by', type: 'uuid', nullable: true }) statedBy!: string | null;
  /** A rate that was set before providers stated a profile. */
  @Column({ name: 'vat_bps', type: 'integer', nullable: true }) vatBps!: number | null;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
}
