import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Keeps } from '../../platform/database/index.js';
import type { AppealAnswer, AppealReason, AppealState } from './appeal.lifecycle.js';

/** What a provider says against a change of its standing, and what the platform answered. */
@Entity('standing_appeals')
@Keeps<StandingAppealEntity>({ figure: 'historyDays', since: 'decidedAt' })
export class StandingAppealEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'provider_id', type: 'uuid' }) providerId!: string;
  @Column({ name: 'sandbox_id', type: 'uuid', nullable: true }) sandboxId!: string | null;
  /** The entry of its history. */
  @Column({ name: 'standing_change_id', type: 'uuid' }) standingChangeId!: string;
  /** The hold it is about; null for none. */
  @Column({ name: 'grab_id', type: 'uuid', nullable: true }) grabId!: string | null;
  @Column({ type: 'text' }) state!: AppealState;
  @Column({ type: 'text' }) reason!: AppealReason;
  /** What the provider wrote, sealed: it may name a debtor. */
  @Column({ type: 'text' }) statement!: string;
  @Column({ type: 'text', nullable: true }) answer!: AppealAnswer | null;
  /** What the platform wrote to the provider, sealed. */
  @Column({ name: 'answer_note', type: 'text', nullable: true }) answerNote!: string | null;
  @Column({ name: 'opened_by', type: 'uuid', nullable: true }) openedBy!: string | null;
  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'now()' }) openedAt!: Date;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
}
