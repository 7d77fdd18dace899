import { Column, Entity, PrimaryColumn } from 'typeorm';

export const OUTBOX_STATES = ['pending', 'claimed', 'done', 'dead'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** An event on its way from the transaction that published it to every consumer. */
@Entity('outbox_events')
export class OutboxEventEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) seq!: bigint;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'jsonb' }) payload!: unknown;
  @Column({ name: 'request_id', type: 'text', nullable: true }) requestId!: string | null;
  @Column({ name: 'occurred_at', type: 'timestamptz', default: () => 'now()' }) occurredAt!: Date;
  @Column({ type: 'text', default: 'pending' }) state!: OutboxState;
  @Column({ name: 'available_at', type: 'timestamptz', default: () => 'now()' }) availableAt!: Date;
  @Column({ name: 'claimed_by', type: 'uuid', nullable: true }) claimedBy!: string | null;
  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true }) leaseUntil!: Date | null;
  @Column({ type: 'integer', default: 0 }) attempts!: number;
  @Column({ name: 'last_error', type: 'text', nullable: true }) lastError!: string | null;
  @Column({ name: 'done_at', type: 'timestamptz', nullable: true }) doneAt!: Date | null;
}
