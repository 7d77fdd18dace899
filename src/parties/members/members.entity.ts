import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../kernel/access/index.js';
import { Ages, Keeps } from '../../platform/database/index.js';

export type MemberState = 'invited' | 'active' | 'deactivated';

@Entity('members')
@Ages<MemberEntity>({
  of: 'organisationId',
  columns: ['invitationExpiresAt'],
  since: 'createdAt',
  where: `state = 'invited'`,
})
export class MemberEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  /** Canonical form of `email.policy`; unique in the organisation, and among all members who confirmed theirs. */
  @Column({ type: 'text' }) email!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', array: true }) roles!: Role[];
  @Column({ type: 'text' }) state!: MemberState;
  /** argon2id in PHC format; null until an invitation is accepted. */
  @Column({ name: 'password_hash', type: 'text', nullable: true }) passwordHash!: string | null;
  @Column({ name: 'invitation_hash', type: 'bytea', nullable: true }) invitationHash!: Buffer | null;
  @Column({ name: 'invitation_expires_at', type: 'timestamptz', nullable: true }) invitationExpiresAt!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'deactivated_at', type: 'timestamptz', nullable: true }) deactivatedAt!: Date | null;
  /** Since when the address is this member's; null while nobody showed to read its mailbox. Only then it can log in. */
  @Column({ name: 'email_confirmed_at', type: 'timestamptz', nullable: true }) emailConfirmedAt!: Date | null;
}

/** A token sent by mail to a member who has joined. */
@Entity('mail_tokens')
export class MailTokenEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' }) tokenHash!: Buffer;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}

export type RevokedReason = 'logout' | 'logout_everywhere' | 'refresh_reused' | 'deactivated' | 'password_changed';

/** One login, and the family of refresh tokens that descends from it. */
@Entity('sessions')
@Keeps<SessionEntity>({ figure: 'sessionDays', since: 'expiresAt' })
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'refreshed_at', type: 'timestamptz', default: () => 'now()' }) refreshedAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  @Column({ name: 'revoked_reason', type: 'text', nullable: true }) revokedReason!: RevokedReason | null;
}

@Entity('refresh_tokens')
export class RefreshTokenEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' }) tokenHash!: Buffer;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId!: string;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}
