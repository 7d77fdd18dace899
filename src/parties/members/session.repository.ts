import { Injectable } from '@nestjs/common';
import type { OrganisationKind, Role } from '../../kernel/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { joinOrganisation, ORGANISATION_OF_ACTOR } from '../worlds/index.js';
import type { RevokedReason } from './members.entity.js';

/** Longest life of a session, however often it is refreshed. */
export const SESSION_DAYS = 30;
/** A session that is not refreshed for so long is over. */
export const IDLE_DAYS = 7;
/** Within so many seconds after its use, a second use of a refresh token is taken for a race of one client's two tabs. */
export const REUSE_GRACE_SECONDS = 10;

/** Whose session it is, as far as every request needs it. */
export interface SessionHolder {
  sessionId: string;
  memberId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  sandboxId: string | null;
  roles: Role[];
}

const HOLDER = `s.id AS "sessionId", m.id AS "memberId", ${ORGANISATION_OF_ACTOR}, m.roles`;
const HOLDER_TABLES = `sessions s JOIN members m ON m.id = s.member_id ${joinOrganisation('m.organisation_id')}`;
const LIVE = `s.revoked_at IS NULL AND s.expires_at > now() AND m.state = 'active'`;
/** When a refresh token issued now stops working: idle time, but never beyond the session. */
const REFRESHABLE_UNTIL = `least(expires_at, now() + make_interval(days => ${IDLE_DAYS}))`;

@Injectable()
export class SessionRepository {
  /** Opens a session; answers until when its first refresh token works. Also drops this member's long-ended sessions. */
  async open(tx: Tx, id: string, memberId: string): Promise<Date> {
    await tx.affected(`DELETE FROM sessions WHERE member_id = $1 AND expires_at < now() - interval '30 days'`, [
      memberId,
    ]);
    const row = await tx.one<{ until: Date }>(
      `INSERT INTO sessions (id, member_id, expires_at) VALUES ($1, $2, now() + make_interval(days => ${SESSION_DAYS}))
       RETURNING ${REFRESHABLE_UNTIL} AS until`,
      [id, memberId],
    );
    return row!.until;
  }

  async addToken(tx: Tx, sessionId: string, hash: Buffer): Promise<void> {
    await tx.affected('INSERT INTO refresh_tokens (token_hash, session_id) VALUES ($1, $2)', [hash, sessionId]);
  }

  /** Uses a token up, if it is unused and its session lives. Of two at once one waits for the other and then finds nothing. */
  useToken(tx: Tx, hash: Buffer): Promise<SessionHolder | undefined> {
    return tx.one<SessionHolder>(
      `UPDATE refresh_tokens t SET used_at = now() FROM ${HOLDER_TABLES}
        WHERE t.token_hash = $1 AND t.used_at IS NULL AND t.created_at > now() - make_interval(days => ${IDLE_DAYS})
          AND s.id = t.session_id AND ${LIVE} RETURNING ${HOLDER}`,
      [hash],
    );
  }

  async touch(tx: Tx, sessionId: string): Promise<Date> {
    const row = await tx.one<{ until: Date }>(
      `UPDATE sessions SET refreshed_at = now() WHERE id = $1 RETURNING ${REFRESHABLE_UNTIL} AS until`,
      [sessionId],
    );
    return row!.until;
  }

  /** The living session a token was used up in longer ago than the grace: the sign of a stolen token. */
  reusedSession(tx: Tx, hash: Buffer): Promise<SessionHolder | undefined> {
    return tx.one<SessionHolder>(
      `SELECT ${HOLDER} FROM ${HOLDER_TABLES} JOIN refresh_tokens t ON t.session_id = s.id
        WHERE t.token_hash = $1 AND t.used_at < now() - make_interval(secs => ${REUSE_GRACE_SECONDS}) AND ${LIVE}`,
      [hash],
    );
  }

  /** The holder of a living session of an active member. */
  holder(q: Queryable, sessionId: string): Promise<SessionHolder | undefined> {
    return q.one<SessionHolder>(
      `SELECT ${HOLDER} FROM ${HOLDER_TABLES} WHERE s.id = $1 AND ${LIVE}`,
      [sessionId],
      'identity.session-holder',
    );
  }

  revoke(tx: Tx, sessionId: string, reason: RevokedReason): Promise<number> {
    return tx.affected(
      'UPDATE sessions SET revoked_at = now(), revoked_reason = $2 WHERE id = $1 AND revoked_at IS NULL',
      [sessionId, reason],
    );
  }

  /** Ends every session of a member, except perhaps one; answers how many there were. */
  revokeAll(tx: Tx, memberId: string, reason: RevokedReason, except: string | null = null): Promise<number> {
    return tx.affected(
      `UPDATE sessions SET revoked_at = now(), revoked_reason = $2
        WHERE member_id = $1 AND revoked_at IS NULL AND ($3::uuid IS NULL OR id <> $3)`,
      [memberId, reason, except],
    );
  }
}
