import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** How a provider is taxed; without a profile its statements show no tax. */
@Entity('tax_profiles')
export class TaxProfileEntity {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'vat_bps', type: 'integer', default: 0 }) vatBps!: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
}
