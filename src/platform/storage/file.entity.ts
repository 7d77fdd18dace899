import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An uploaded or generated file; its contents are sealed in the store under `storageKey`. */
@Entity('files')
export class FileEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'media_type', type: 'text' }) mediaType!: string;
  @Column({ type: 'integer' }) bytes!: number;
  @Column({ type: 'bytea' }) sha256!: Buffer;
  @Column({ name: 'storage_key', type: 'text' }) storageKey!: string;
  @Column({ name: 'filename_sealed', type: 'bytea' }) filenameSealed!: Buffer;
  @Column({ type: 'text' }) purpose!: string;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

/** Contents that no row names any more and that are still to be removed from the store. */
@Entity('file_removals')
export class FileRemovalEntity {
  @PrimaryColumn({ name: 'storage_key', type: 'text' }) storageKey!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}
