import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Keeps } from '../../platform/database/index.js';
import type { DocumentDefaults, ErpKind } from '../erp/index.js';
import type { KeptReason } from '../rows/index.js';
import type { ConnectionState, RunState, RunTrigger, SyncedOutcome } from './erp-connection.lifecycle.js';

/** A creditor's link to its ERP. */
@Entity('erp_connections')
export class ErpConnectionEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'creditor_id', type: 'uuid' }) creditorId!: string;
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ type: 'text' }) kind!: ErpKind;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'base_url', type: 'text', nullable: true }) baseUrl!: string | null;
  @Column({ name: 'credentials_sealed', type: 'bytea', nullable: true }) credentialsSealed!: Buffer | null;
  @Column({ name: 'interval_minutes', type: 'integer' }) intervalMinutes!: number;
  @Column({ type: 'jsonb', default: () => `'{}'` }) defaults!: DocumentDefaults;
  @Column({ type: 'text', default: 'active' }) state!: ConnectionState;
  @Column({ name: 'error_code', type: 'text', nullable: true }) errorCode!: string | null;
  /** The next run reads what changed from here on, in the ERP's own time format; null reads everything. */
  @Column({ type: 'text', nullable: true }) since!: string | null;
  /** Faults in a row. */
  @Column({ type: 'integer', default: 0 }) faults!: number;
  @Column({ name: 'next_sync_at', type: 'timestamptz', nullable: true }) nextSyncAt!: Date | null;
  @Column({ name: 'lease_id', type: 'uuid', nullable: true }) leaseId!: string | null;
  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true }) leaseUntil!: Date | null;
  @Column({ name: 'last_synced_at', type: 'timestamptz', nullable: true }) lastSyncedAt!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' }) updatedAt!: Date;
  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true }) deletedAt!: Date | null;
}

/** How many documents have each outcome. */
export type Counts = Partial<Record<SyncedOutcome, number>>;

/** One reading of an ERP's documents, or one upload. */
@Entity('erp_sync_runs')
@Keeps<ErpSyncRunEntity>({
  figure: 'syncRunDays',
  since: 'finishedAt',
  where: 'NOT EXISTS (SELECT FROM erp_sync_rows r WHERE r.run_id = t.id)',
})
export class ErpSyncRunEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'connection_id', type: 'uuid' }) connectionId!: string;
  @Column({ type: 'text' }) trigger!: RunTrigger;
  @Column({ type: 'text', default: 'running' }) state!: RunState;
  @Column({ type: 'text', nullable: true }) since!: string | null;
  @Column({ name: 'next_since', type: 'text', nullable: true }) nextSince!: string | null;
  /** `changed`: documents changed since; then `recheck`: those that became due, or are open and were not read today. */
  @Column({ type: 'text', default: 'changed' }) phase!: 'changed' | 'recheck';
  @Column({ name: 'after_key', type: 'text', nullable: true }) afterKey!: string | null;
  @Column({ type: 'integer', default: 0 }) documents!: number;
  @Column({ type: 'jsonb', default: () => `'{}'` }) counts!: Counts;
  @Column({ type: 'integer', default: 0 }) faults!: number;
  @Column({ name: 'error_code', type: 'text', nullable: true }) errorCode!: string | null;
  @Column({ name: 'started_at', type: 'timestamptz', default: () => 'now()' }) startedAt!: Date;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}

/** The outcome of one document, rewritten when it changes. */
@Entity('erp_sync_rows')
@Keeps<ErpSyncRowEntity>({ figure: 'syncRowDays', since: 'decidedAt', where: 't.recheck_on IS NULL' })
export class ErpSyncRowEntity {
  @PrimaryColumn({ name: 'connection_id', type: 'uuid' }) connectionId!: string;
  /** The ERP's own; of a file without a number, a digest of its name. */
  @PrimaryColumn({ name: 'document_key', type: 'text', collation: 'C' }) documentKey!: string;
  /** The name of a file without a number, sealed. */
  @Column({ name: 'file_name', type: 'text', nullable: true }) fileName!: string | null;
  @Column({ type: 'text', nullable: true }) number!: string | null;
  @Column({ type: 'text' }) outcome!: SyncedOutcome;
  @Column({ name: 'case_id', type: 'uuid', nullable: true }) caseId!: string | null;
  @Column({ type: 'jsonb', default: () => `'[]'` }) reasons!: readonly KeptReason[];
  /** The due day of the first instalment that its case is about; null for the whole document. */
  @Column({ name: 'from_due_on', type: 'date', nullable: true }) fromDueOn!: string | null;
  @Column({ name: 'recheck_on', type: 'date', nullable: true }) recheckOn!: string | null;
  @Column({ name: 'run_id', type: 'uuid' }) runId!: string;
  @Column({ name: 'decided_at', type: 'timestamptz', default: () => 'now()' }) decidedAt!: Date;
}
