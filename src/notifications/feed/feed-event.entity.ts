import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from './feed.types.js';

/** One public event for one audience. Written in the order of positions, never changed, deleted after the retention. */
@Entity('feed_events')
export class FeedEventEntity {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) position!: bigint;
  @Column({ name: 'event_id', type: 'uuid' }) eventId!: string;
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'text' }) audience!: Audience;
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ name: 'case_id', type: 'uuid', nullable: true }) caseId!: string | null;
  @Column({ name: 'batch_id', type: 'uuid', nullable: true }) batchId!: string | null;
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  @Column({ type: 'jsonb' }) data!: Record<string, unknown>;
  @Column({ name: 'occurred_at', type: 'timestamptz' }) occurredAt!: Date;
}

/** The position up to which rows were deleted: a reader with an older cursor may have missed events. */
@Entity('feed_horizon')
export class FeedHorizonEntity {
  @PrimaryColumn({ type: 'boolean', default: true }) single!: boolean;
  @Column({ name: 'pruned_through', type: 'bigint', default: 0 }) prunedThrough!: bigint;
}
