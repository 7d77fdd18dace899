import { Injectable } from '@nestjs/common';
import type { Actor, OrganisationKind, Role } from '../../kernel/access/index.js';
import type { Page, PageInput } from '../../kernel/index.js';
import { columnsOf, oldestFirst, pageOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { joinOrganisation } from '../worlds/index.js';
import { MemberEntity } from './members.entity.js';

export type MemberRecord = Omit<
  MemberEntity,
  'passwordHash' | 'invitationHash' | 'invitationExpiresAt' | 'deactivatedAt' | 'emailConfirmedAt'
>;

export interface Credentials extends MemberRecord {
  organisationKind: OrganisationKind;
  sandboxId: string | null;
  passwordHash: string | null;
}

export type NewMember = Omit<MemberRecord, 'roles' | 'state' | 'createdAt'> & { roles: readonly Role[] };

const COLUMNS = columnsOf(MemberEntity, 'm', ['id', 'organisationId', 'email', 'name', 'roles', 'state', 'createdAt']);
const CREDENTIALS = `SELECT ${COLUMNS}, o.kind AS "organisationKind", o.sandbox_id AS "sandboxId", m.password_hash AS "passwordHash"
  FROM members m ${joinOrganisation('m.organisation_id')}`;
const INSERT_ACTIVE = `INSERT INTO members AS m
  (id, organisation_id, email, name, roles, state, password_hash, email_confirmed_at)`;
const INVITATION_DAYS = 7;

/** Members. An actor sees members of its own organisation only. */
@Injectable()
export class MemberRepository {
  /** Makes commands that create owners of the platform wait for each other. */
  async lockPlatformOwners(tx: Tx): Promise<void> {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtext('identity.platform-owner'))`);
  }

  /** A member whose address counts as confirmed; nothing when it is another member's. */
  insertConfirmed(tx: Tx, member: NewMember, passwordHash: string): Promise<MemberRecord | undefined> {
    return tx.one<MemberRecord>(
      `${INSERT_ACTIVE} VALUES ($1, $2, $3, $4, $5::text[], 'active', $6, now())
       ON CONFLICT (email) WHERE email_confirmed_at IS NOT NULL DO NOTHING RETURNING ${COLUMNS}`,
      [member.id, member.organisationId, member.email, member.name, member.roles, passwordHash],
    );
  }

  /** A member whose address is still to be confirmed, or never will be because it is another's. */
  async insertUnconfirmed(tx: Tx, member: NewMember, passwordHash: string): Promise<MemberRecord> {
    const rows = await tx.rows<MemberRecord>(
      `${INSERT_ACTIVE} VALUES ($1, $2, $3, $4, $5::text[], 'active', $6, NULL) RETURNING ${COLUMNS}`,
      [member.id, member.organisationId, member.email, member.name, member.roles, passwordHash],
    );
    return rows[0]!;
  }

  /** Invites a new member, or an invited or deactivated one again. Returns nothing when the address is an active member's here. */
  async invite(tx: Tx, member: NewMember, hash: Buffer): Promise<(MemberRecord & { expiresAt: Date }) | undefined> {
    return tx.one(
      `INSERT INTO members AS m (id, organisation_id, email, name, roles, state, invitation_hash, invitation_expires_at)
       VALUES ($1, $2, $3, $4, $5::text[], 'invited', $6, now() + make_interval(days => ${INVITATION_DAYS}))
       ON CONFLICT (organisation_id, email) DO UPDATE SET name = EXCLUDED.name, roles = EXCLUDED.roles, state = 'invited',
         password_hash = NULL, deactivated_at = NULL,
         invitation_hash = EXCLUDED.invitation_hash, invitation_expires_at = EXCLUDED.invitation_expires_at
       WHERE m.state IN ('invited', 'deactivated')
       RETURNING ${COLUMNS}, m.invitation_expires_at AS "expiresAt"`,
      [member.id, member.organisationId, member.email, member.name, member.roles, hash],
    );
  }

  invited(q: Queryable, hash: Buffer): Promise<Credentials | undefined> {
    return q.one<Credentials>(
      `${CREDENTIALS} WHERE m.invitation_hash = $1 AND m.state = 'invited' AND m.invitation_expires_at > now()`,
      [hash],
    );
  }

  /** `invited → active`, once: a second request with the same token finds nothing. */
  accept(tx: Tx, hash: Buffer, passwordHash: string, isProof: boolean): Promise<MemberRecord | undefined> {
    // Without proof that the address is the invitee's, it is so as long as it is nobody else's.
    return tx.one<MemberRecord>(
      `UPDATE members m SET state = 'active', password_hash = $2, invitation_hash = NULL, invitation_expires_at = NULL,
         email_confirmed_at = CASE WHEN $3 OR NOT EXISTS (
           SELECT 1 FROM members o WHERE o.email = m.email AND o.email_confirmed_at IS NOT NULL) THEN now() END
        WHERE m.invitation_hash = $1 AND m.state = 'invited' AND m.invitation_expires_at > now() RETURNING ${COLUMNS}`,
      [hash, passwordHash, isProof],
    );
  }

  /** The member who confirmed this address. */
  withEmail(q: Queryable, email: string): Promise<Credentials | undefined> {
    return q.one<Credentials>(`${CREDENTIALS} WHERE m.email = $1 AND m.email_confirmed_at IS NOT NULL`, [email]);
  }

  /** Whom a mail for a new password goes to: who confirmed the address, else the first who named it. */
  toBeMailed(q: Queryable, email: string): Promise<MemberRecord | undefined> {
    return q.one<MemberRecord>(
      `SELECT ${COLUMNS} FROM members m WHERE m.email = $1 AND m.state = 'active'
        ORDER BY m.email_confirmed_at NULLS LAST, m.id LIMIT 1`,
      [email],
    );
  }

  credentialsOf(q: Queryable, id: string): Promise<Credentials | undefined> {
    return q.one<Credentials>(`${CREDENTIALS} WHERE m.id = $1 AND m.state = 'active'`, [id]);
  }

  byId(q: Queryable, actor: Actor, id: string): Promise<MemberRecord | undefined> {
    return q.one<MemberRecord>(`SELECT ${COLUMNS} FROM members m WHERE m.id = $1 AND m.organisation_id = $2`, [
      id,
      actor.organisationId,
    ]);
  }

  list(q: Queryable, actor: Actor, page: PageInput): Promise<Page<MemberRecord>> {
    return pageOf<MemberRecord>(q, page, {
      select: `SELECT ${COLUMNS} FROM members m`,
      where: [['m.organisation_id = ?', actor.organisationId]],
      order: oldestFirst('m.id'),
    });
  }

  async count(q: Queryable, organisationId: string): Promise<number> {
    const row = await q.one<{ n: number }>('SELECT count(*)::integer AS n FROM members WHERE organisation_id = $1', [
      organisationId,
    ]);
    return row?.n ?? 0;
  }

  /** Whether the organisation has another active owner. Call it under the organisation's lock. */
  async hasOtherOwner(tx: Tx, organisationId: string, memberId: string): Promise<boolean> {
    const row = await tx.one(
      `SELECT 1 FROM members WHERE organisation_id = $1 AND id <> $2 AND state = 'active' AND 'owner' = ANY(roles) LIMIT 1`,
      [organisationId, memberId],
    );
    return row !== undefined;
  }

  setRoles(tx: Tx, id: string, roles: readonly Role[]): Promise<MemberRecord | undefined> {
    return tx.one<MemberRecord>(
      `UPDATE members m SET roles = $2::text[] WHERE m.id = $1 AND m.state <> 'deactivated' RETURNING ${COLUMNS}`,
      [id, roles],
    );
  }

  deactivate(tx: Tx, id: string): Promise<MemberRecord | undefined> {
    return tx.one<MemberRecord>(
      `UPDATE members m SET state = 'deactivated', deactivated_at = now(), password_hash = NULL, email_confirmed_at = NULL,
         invitation_hash = NULL, invitation_expires_at = NULL
        WHERE m.id = $1 AND m.state IN ('invited', 'active') RETURNING ${COLUMNS}`,
      [id],
    );
  }

  /** Whether the checked password is still the member's; locks it until the transaction ends. */
  async holdPassword(tx: Tx, id: string, checkedHash: string): Promise<boolean> {
    const row = await tx.one(
      `SELECT 1 FROM members WHERE id = $1 AND password_hash = $2 AND state = 'active' FOR SHARE`,
      [id, checkedHash],
    );
    return row !== undefined;
  }

  /** Replaces the password if it is still the checked one; false when another request has changed it since. */
  async replacePassword(q: Queryable, id: string, checkedHash: string, newHash: string): Promise<boolean> {
    const changed = await q.affected(
      `UPDATE members SET password_hash = $3 WHERE id = $1 AND password_hash = $2 AND state = 'active'`,
      [id, checkedHash, newHash],
    );
    return changed > 0;
  }
}

const TOKEN_HOURS = 24;

/** Tokens that members who have joined get by mail; each member has one at a time. */
@Injectable()
export class MailTokenRepository {
  async put(q: Queryable, memberId: string, hash: Buffer): Promise<void> {
    await q.affected(
      `INSERT INTO mail_tokens (token_hash, member_id, expires_at) VALUES ($1, $2, now() + make_interval(hours => ${TOKEN_HOURS}))
       ON CONFLICT (member_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, expires_at = EXCLUDED.expires_at`,
      [hash, memberId],
    );
  }

  holder(q: Queryable, hash: Buffer): Promise<Credentials | undefined> {
    return q.one<Credentials>(
      `SELECT ${COLUMNS}, o.kind AS "organisationKind", o.sandbox_id AS "sandboxId", m.password_hash AS "passwordHash"
         FROM mail_tokens t JOIN members m ON m.id = t.member_id ${joinOrganisation('m.organisation_id')}
        WHERE t.token_hash = $1 AND t.expires_at > now() AND m.state = 'active'`,
      [hash],
    );
  }

  /** Uses the token, once: sets the password and confirms the address, since only its mailbox had the token. */
  async use(tx: Tx, hash: Buffer, passwordHash: string): Promise<MemberRecord | undefined> {
    const spent = await tx.one<{ id: string }>(
      'DELETE FROM mail_tokens WHERE token_hash = $1 AND expires_at > now() RETURNING member_id AS id',
      [hash],
    );
    if (!spent) return undefined;
    await tx.affected(
      `UPDATE sessions SET revoked_at = now(), revoked_reason = 'password_changed' WHERE member_id = $1 AND revoked_at IS NULL`,
      [spent.id],
    );
    return tx.one<MemberRecord>(
      `UPDATE members m SET password_hash = $2, email_confirmed_at = COALESCE(email_confirmed_at, now())
        WHERE m.id = $1 AND m.state = 'active' RETURNING ${COLUMNS}`,
      [spent.id, passwordHash],
    );
  }
}
