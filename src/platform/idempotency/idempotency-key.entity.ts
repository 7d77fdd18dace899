import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Keeps } from '../database/index.js';

/** A key and its stored answer, written in the transaction of the effect. */
@Entity('idempotency_keys')
@Keeps<IdempotencyKeyEntity>({ figure: 'idempotencyDays', since: 'createdAt' })
export class IdempotencyKeyEntity {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) operation!: string;
  @Column({ name: 'request_hash', type: 'bytea' }) requestHash!: Buffer;
  @Column({ type: 'jsonb' }) response!: unknown;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}
