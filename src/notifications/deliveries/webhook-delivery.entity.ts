import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptError } from '../sinks/index.js';
import type { DeliveryState } from './delivery.lifecycle.js';

/** A message with its exact body, for all endpoints that get it. Its id is the `webhook-id`. */
@Entity('webhook_messages')
export class WebhookMessageEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'occurred_at', type: 'timestamptz' }) occurredAt!: Date;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

/** One message on its way to one endpoint. */
@Entity('webhook_deliveries')
export class WebhookDeliveryEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'endpoint_id', type: 'uuid' }) endpointId!: string;
  @Column({ name: 'message_id', type: 'uuid' }) messageId!: string;
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'text', default: 'pending' }) state!: DeliveryState;
  /** Attempts since it was queued or last replayed. */
  @Column({ type: 'integer', default: 0 }) attempts!: number;
  /** When it is due; while an attempt is under way, when the attempt counts as lost. */
  @Column({ name: 'next_attempt_at', type: 'timestamptz', nullable: true }) nextAttemptAt!: Date | null;
  /** The attempt under way. */
  @Column({ type: 'uuid', nullable: true }) lease!: string | null;
  @Column({ type: 'integer', default: 0 }) replays!: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}

/** One request that was sent, or could not be, and its result. */
@Entity('webhook_attempts')
export class WebhookAttemptEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'delivery_id', type: 'uuid' }) deliveryId!: string;
  @CreateDateColumn({ name: 'attempted_at', type: 'timestamptz' }) attemptedAt!: Date;
  @Column({ name: 'duration_ms', type: 'integer' }) durationMs!: number;
  @Column({ name: 'request_headers', type: 'jsonb' }) requestHeaders!: Record<string, string>;
  @Column({ type: 'integer', nullable: true }) status!: number | null;
  /** The beginning of the answer's body, at most 4 kB. */
  @Column({ type: 'text', nullable: true }) answer!: string | null;
  @Column({ type: 'text', nullable: true }) error!: AttemptError | null;
  @Column({ name: 'error_detail', type: 'text', nullable: true }) errorDetail!: string | null;
}
