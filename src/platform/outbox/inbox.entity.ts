import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a consumer has handled an event: written in the same transaction as the effect, so the effect happens once. */
@Entity('inbox')
export class InboxEntity {
  @PrimaryColumn({ type: 'text' }) consumer!: string;
  @PrimaryColumn({ name: 'event_id', type: 'uuid' }) eventId!: string;
  @Column({ name: 'handled_at', type: 'timestamptz', default: () => 'now()' }) handledAt!: Date;
}
