import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TableFormat } from '../../platform/tables/index.js';
import type { Grouping, KeptReason, StoredDefaults } from '../rows/index.js';
import type { BatchMode, BatchState, RowOutcome } from './case-batch.lifecycle.js';

/** A batch of cases and its progress; its contents are sealed in the file store. */
@Entity('case_batches')
export class CaseBatchEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  @Column({ name: 'member_id', type: 'uuid', nullable: true }) memberId!: string | null;
  /** The creditor's sandbox; null for a live one. */
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ type: 'text' }) state!: BatchState;
  @Column({ type: 'text', default: 'create' }) mode!: BatchMode;
  @Column({ type: 'text', default: 'document' }) grouping!: Grouping;
  /** Several rows may make one case, so that they are decided in the order of their cases. */
  @Column({ name: 'in_groups', type: 'boolean', default: false }) inGroups!: boolean;
  /** Rows are judged; no case is created or changed. */
  @Column({ name: 'dry_run', type: 'boolean', default: false }) dryRun!: boolean;
  /** The dry run this batch commits. */
  @Column({ name: 'dry_run_of', type: 'uuid', nullable: true }) dryRunOf!: string | null;
  @Column({ type: 'text' }) format!: TableFormat | 'json';
  @Column({ type: 'text' }) encoding!: string;
  /** Null once the upload and the outcomes of its rows were removed. */
  @Column({ name: 'file_id', type: 'uuid', nullable: true }) fileId!: string | null;
  @Column({ type: 'jsonb', default: () => `'{}'` }) defaults!: StoredDefaults;
  @Column({ name: 'unknown_columns', type: 'text', array: true, default: () => `'{}'` }) unknownColumns!: string[];
  @Column({ name: 'unread_sheets', type: 'text', array: true, default: () => `'{}'` }) unreadSheets!: string[];
  @Column({ name: 'total_rows', type: 'integer' }) totalRows!: number;
  /** Number of the last row that has its outcome, of rows in groups how many have theirs; 0 before the first. */
  @Column({ type: 'integer', default: 0 }) cursor!: number;
  @Column({ name: 'processed_rows', type: 'integer', default: 0 }) processedRows!: number;
  @Column({ name: 'admitted_rows', type: 'integer', default: 0 }) admittedRows!: number;
  @Column({ name: 'in_review_rows', type: 'integer', default: 0 }) inReviewRows!: number;
  @Column({ name: 'duplicate_rows', type: 'integer', default: 0 }) duplicateRows!: number;
  @Column({ name: 'rejected_rows', type: 'integer', default: 0 }) rejectedRows!: number;
  @Column({ name: 'updated_rows', type: 'integer', default: 0 }) updatedRows!: number;
  @Column({ name: 'unchanged_rows', type: 'integer', default: 0 }) unchangedRows!: number;
  @Column({ name: 'settled_rows', type: 'integer', default: 0 }) settledRows!: number;
  @Column({ name: 'withdrawn_rows', type: 'integer', default: 0 }) withdrawnRows!: number;
  @Column({ name: 'repayment_rows', type: 'integer', default: 0 }) repaymentRows!: number;
  @Column({ name: 'revision_rows', type: 'integer', default: 0 }) revisionRows!: number;
  @Column({ name: 'failure_code', type: 'text', nullable: true }) failureCode!: string | null;
  /** How often it was taken up since the cursor last moved. */
  @Column({ type: 'integer', default: 0 }) stalls!: number;
  @Column({ name: 'touched_at', type: 'timestamptz', nullable: true }) touchedAt!: Date | null;
  @Column({ name: 'started_at', type: 'timestamptz', nullable: true }) startedAt!: Date | null;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}

/** The outcome of one row. Written once, in the transaction that admitted or refused it. */
@Entity('case_batch_rows')
export class CaseBatchRowEntity {
  @PrimaryColumn({ name: 'batch_id', type: 'uuid' }) batchId!: string;
  @PrimaryColumn({ name: 'row_number', type: 'integer' }) rowNumber!: number;
  @Column({ name: 'external_ref', type: 'text', nullable: true }) externalRef!: string | null;
  @Column({ type: 'text' }) outcome!: RowOutcome;
  @Column({ name: 'case_id', type: 'uuid', nullable: true }) caseId!: string | null;
  @Column({ name: 'dry_run', type: 'boolean', default: false }) dryRun!: boolean;
  @Column({ type: 'jsonb', default: () => `'[]'` }) reasons!: readonly KeptReason[];
}
