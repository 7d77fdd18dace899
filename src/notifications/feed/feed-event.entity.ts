import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from './feed.types.js';

/** One public event for one audience. Written in the order of its position, never changed, removed after the retention. */
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

/** Up to which position rows were removed: a cursor before it may have missed something. */
@Entity('feed_horizon')
export class FeedHorizonEntity {
  @PrimaryColumn({ type: 'boolean', default: true }) single!: boolean;
  @Column({ name: 'pruned_through', type: 'bigint', default: 0 }) prunedThrough!: bigint;
}
