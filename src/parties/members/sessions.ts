import { Injectable } from '@nestjs/common';
import { type Actor, memberActor } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Authenticator } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { hashOfSecret, looksOpaque, newOpaqueToken } from '../../platform/crypto/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { AccessTokens } from './access-token.js';
import type { Credentials } from './member.repository.js';
import type { RevokedReason } from './members.entity.js';
import { RefreshRefused } from './members.refusals.js';
import { type SessionHolder, SessionRepository } from './session.repository.js';

/** A session with its tokens. The refresh token is returned here only. */
export interface OpenSession {
  holder: SessionHolder;
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  refreshTokenExpiresAt: Date;
}

/** Ends sessions: revokes them in the database and, after the commit, drops their cached bearers in this process. */
@Injectable()
export class SessionEndings {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly authenticator: Authenticator,
  ) {}

  /** Ends one session; returns how many ended: 0 when it had ended before. */
  end(tx: Tx, sessionId: string, reason: RevokedReason): Promise<number> {
    tx.afterCommit(() => this.authenticator.forget((known) => known.sessionId === sessionId));
    return this.sessions.revoke(tx, sessionId, reason);
  }

  /** Ends every session of a member but `except`, if given; returns how many ended. */
  endAll(tx: Tx, memberId: string, reason: RevokedReason, except?: string | null): Promise<number> {
    this.forget(tx, memberId);
    return this.sessions.revokeAll(tx, memberId, reason, except);
  }

  /** Keeps a member's sessions open but has them read from the database again, because the member's roles changed. */
  forget(tx: Tx, memberId: string): void {
    tx.afterCommit(() => this.authenticator.forget((known) => known.memberId === memberId));
  }
}

/** Sessions from their opening to the logout. */
@Injectable()
export class Sessions {
  private readonly refreshes = new Map<string, Promise<OpenSession | undefined>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly tokens: AccessTokens,
    private readonly endings: SessionEndings,
    private readonly audit: Audit,
  ) {}

  /** Opens a session for a member who has just authenticated, in the caller's transaction. */
  async open(tx: Tx, member: Credentials): Promise<OpenSession> {
    const sessionId = newId(this.clock.millis());
    const refreshUntil = await this.sessions.open(tx, sessionId, member.id);
    const { id: memberId, organisationId, organisationKind, sandboxId, roles } = member;
    const holder: SessionHolder = { sessionId, memberId, organisationId, organisationKind, sandboxId, roles };
    await this.audit.record(tx, memberActor(holder), 'session.open', { kind: 'session', id: sessionId }, {});
    return this.issueTokens(tx, holder, refreshUntil);
  }

  /**
   * Exchanges a refresh token for new tokens. A token works once. Within a minute a second use gets the same next token again,
   * as long as that was not used: the answer was lost, or two tabs of one client race. A later one means that the token was
   * copied, and ends the session. Those that come while the first is under way share its answer, so that a thousand uses of
   * one token wait for one row with one connection and not with all that others need.
   */
  async refresh(refreshToken: string): Promise<OpenSession> {
    if (!looksOpaque(refreshToken)) throw new RefreshRefused();
    const hash = hashOfSecret(refreshToken);
    const name = hash.toString('base64');
    const running =
      this.refreshes.get(name) ?? this.renew(refreshToken, hash).finally(() => this.refreshes.delete(name));
    this.refreshes.set(name, running);
    const renewed = await running;
    if (!renewed) throw new RefreshRefused();
    return renewed;
  }

  private renew(refreshToken: string, hash: Buffer): Promise<OpenSession | undefined> {
    return this.database.transaction(async (tx) => {
      const holder = await this.sessions.useToken(tx, hash);
      const next = this.tokens.refreshTokenAfter(refreshToken);
      if (holder) return this.issueTokens(tx, holder, await this.sessions.touch(tx, holder.sessionId), next);
      const unanswered = await this.sessions.unanswered(tx, hash, hashOfSecret(next));
      if (unanswered) return this.withTokens(unanswered, await this.sessions.touch(tx, unanswered.sessionId), next);
      // The refusal is thrown outside: thrown here it would roll back the end of the session.
      await this.endIfReused(tx, hash);
      return undefined;
    });
  }

  /** Ends the caller's session; returns how many ended: 0 when it had ended before. */
  logout(actor: Actor): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ended = await this.endings.end(tx, actor.sessionId!, 'logout');
      await this.audit.record(tx, actor, 'session.logout', { kind: 'session', id: actor.sessionId! }, {});
      return ended;
    });
  }

  /** Ends every session of the member, on every device. */
  logoutEverywhere(actor: Actor): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ended = await this.endings.endAll(tx, actor.memberId!, 'logout_everywhere');
      const member = { kind: 'member', id: actor.memberId! };
      await this.audit.record(tx, actor, 'session.logout-everywhere', member, { ended });
      return ended;
    });
  }

  private async issueTokens(
    tx: Tx,
    holder: SessionHolder,
    refreshTokenExpiresAt: Date,
    refreshToken = newOpaqueToken(),
  ): Promise<OpenSession> {
    await this.sessions.addToken(tx, holder.sessionId, hashOfSecret(refreshToken));
    return this.withTokens(holder, refreshTokenExpiresAt, refreshToken);
  }

  private async withTokens(
    holder: SessionHolder,
    refreshTokenExpiresAt: Date,
    refreshToken: string,
  ): Promise<OpenSession> {
    const { token, expiresAt } = await this.tokens.issue(holder);
    return { holder, accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken, refreshTokenExpiresAt };
  }

  private async endIfReused(tx: Tx, hash: Buffer): Promise<void> {
    const holder = await this.sessions.reusedSession(tx, hash);
    if (!holder) return;
    const { sessionId } = holder;
    await this.endings.end(tx, sessionId, 'refresh_reused');
    await this.audit.record(tx, memberActor(holder), 'session.refresh-reused', { kind: 'session', id: sessionId }, {});
  }
}
