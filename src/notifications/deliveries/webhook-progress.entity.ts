import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { Keeps } from '../../platform/database/index.js';

/** The position up to which events were queued for the endpoints of one lane, a fixed part of all organisations. */
@Entity('webhook_cursors')
export class WebhookCursorEntity {
  @PrimaryColumn({ type: 'text' }) name!: string;
  @Column({ type: 'smallint', default: 0 }) lane!: number;
  @Column({ type: 'bigint' }) position!: bigint;
  @Column({ name: 'moved_at', type: 'timestamptz', default: () => 'now()' }) movedAt!: Date;
}

/** All events since an instant, to be sent to one endpoint again. */
@Entity('webhook_replays')
@Keeps<WebhookReplayEntity>({ figure: 'replayDays', since: 'finishedAt' })
export class WebhookReplayEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'endpoint_id', type: 'uuid' }) endpointId!: string;
  @Column({ type: 'timestamptz' }) since!: Date;
  /** Only these types; empty means all that the endpoint gets. */
  @Column({ type: 'text', array: true }) types!: string[];
  /** The position up to which events are queued. */
  @Column({ type: 'bigint' }) position!: bigint;
  @Column({ name: 'until_position', type: 'bigint' }) untilPosition!: bigint;
  @Column({ type: 'text' }) state!: 'running' | 'done';
  @Column({ type: 'integer', default: 0 }) queued!: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}
