import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { joinOrganisation, ORGANISATION_OF_ACTOR } from '../worlds/index.js';
import type { RevokedReason } from './members.entity.js';

/** The longest life of a session, even if it is refreshed. */
export const SESSION_DAYS = 30;
/** A session that is not refreshed for so many days ends. */
export const IDLE_DAYS = 7;
/** A second use of a refresh token within so many seconds counts as an answer that was lost, or a race of two tabs. */
export const REUSE_GRACE_SECONDS = 60;

/** The member of a session, as every request needs it. */
export interface SessionHolder extends Pick<Actor, 'organisationId' | 'organisationKind' | 'sandboxId'> {
  sessionId: string;
  memberId: string;
  roles: Role[];
}

const HOLDER = `s.id AS "sessionId", m.id AS "memberId", ${ORGANISATION_OF_ACTOR}, m.roles`;
const HOLDER_TABLES = `sessions s JOIN members m ON m.id = s.member_id ${joinOrganisation('m.organisation_id')}`;
const LIVE = `s.revoked_at IS NULL AND s.expires_at > now() AND m.state = 'active'`;
/** When a refresh token issued now expires: after the idle time, but not after the session. */
const REFRESHABLE_UNTIL = `least(expires_at, now() + make_interval(days => ${IDLE_DAYS}))`;

@Injectable()
export class SessionRepository {
  /** Opens a session; returns when its first refresh token expires. Also deletes this member's long-ended sessions. */
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

  /** Marks a token used, if it is unused and its session is live. Of two requests at once the second waits and finds nothing. */
  useToken(tx: Tx, hash: Buffer): Promise<SessionHolder | undefined> {
    return tx.one<SessionHolder>(
      `UPDATE refresh_tokens t SET used_at = now() FROM ${HOLDER_TABLES}
        WHERE t.token_hash = $1 AND t.used_at IS NULL AND t.created_at > now() - make_interval(days => ${IDLE_DAYS})
          AND s.id = t.session_id AND ${LIVE} RETURNING ${HOLDER}`,
      [hash],
    );
  }

  /** The live session whose token was used just now, and whose next one has not been used since: its answer was lost. */
  unanswered(tx: Tx, hash: Buffer, next: Buffer): Promise<SessionHolder | undefined> {
    return tx.one<SessionHolder>(
      `SELECT ${HOLDER} FROM ${HOLDER_TABLES} JOIN refresh_tokens t ON t.session_id = s.id
         JOIN refresh_tokens n ON n.session_id = s.id
        WHERE t.token_hash = $1 AND t.used_at >= now() - make_interval(secs => ${REUSE_GRACE_SECONDS})
          AND n.token_hash = $2 AND n.used_at IS NULL AND ${LIVE}`,
      [hash, next],
    );
  }

  async touch(tx: Tx, sessionId: string): Promise<Date> {
    const row = await tx.one<{ until: Date }>(
      `UPDATE sessions SET refreshed_at = now() WHERE id = $1 RETURNING ${REFRESHABLE_UNTIL} AS until`,
      [sessionId],
    );
    return row!.until;
  }

  /** The live session whose token was used before, longer ago than the grace: the sign of a stolen token. */
  reusedSession(tx: Tx, hash: Buffer): Promise<SessionHolder | undefined> {
    return tx.one<SessionHolder>(
      `SELECT ${HOLDER} FROM ${HOLDER_TABLES} JOIN refresh_tokens t ON t.session_id = s.id
        WHERE t.token_hash = $1 AND t.used_at < now() - make_interval(secs => ${REUSE_GRACE_SECONDS}) AND ${LIVE}`,
      [hash],
    );
  }

  /** The member of each of these sessions that is live, in their order. */
  async holders(q: Queryable, sessionIds: readonly string[]): Promise<(SessionHolder | undefined)[]> {
    const rows = await q.rows<SessionHolder>(
      `SELECT ${HOLDER} FROM ${HOLDER_TABLES} WHERE s.id = ANY ($1::uuid[]) AND ${LIVE}`,
      [sessionIds],
      'identity.session-holders',
    );
    const found = new Map(rows.map((row) => [row.sessionId, row]));
    return sessionIds.map((id) => found.get(id));
  }

  revoke(tx: Tx, sessionId: string, reason: RevokedReason): Promise<number> {
    return tx.affected(
      'UPDATE sessions SET revoked_at = now(), revoked_reason = $2 WHERE id = $1 AND revoked_at IS NULL',
      [sessionId, reason],
    );
  }

  /** Ends every session of a member but `except`, if given; returns how many ended. */
  revokeAll(tx: Tx, memberId: string, reason: RevokedReason, except: string | null = null): Promise<number> {
    return tx.affected(
      `UPDATE sessions SET revoked_at = now(), revoked_reason = $2
        WHERE member_id = $1 AND revoked_at IS NULL AND ($3::uuid IS NULL OR id <> $3)`,
      [memberId, reason, except],
    );
  }
}
