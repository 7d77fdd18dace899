import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A data key wrapped by the master key. Version 0 is the root of the blind indexes, 1 and up seal fields and files. */
@Entity('data_keys')
export class DataKeyEntity {
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'bytea' }) wrapped!: Buffer;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}
