import { Injectable } from '@nestjs/common';
import { RefreshTokenReused } from '../../events/identity.events.js';
import { type Actor, memberActor } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Authenticator } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { AccessTokens } from './access-token.js';
import { canonicalEmail } from './email.policy.js';
import { LoginThrottle } from './login-throttle.js';
import { type Credentials, MemberRepository } from './member.repository.js';
import { LoginFailed, RefreshRefused } from './members.refusals.js';
import { Passwords } from './passwords.js';
import { hashOfSecret, looksOpaque, newOpaqueToken } from './secrets.js';
import { type SessionHolder, SessionRepository } from './session.repository.js';

/** What a client needs to act as a member and to go on doing so. The refresh token is shown here only. */
export interface OpenSession {
  holder: SessionHolder;
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  refreshTokenExpiresAt: Date;
}

/** Logging in, staying in, logging out. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionRepository,
    private readonly members: MemberRepository,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly tokens: AccessTokens,
    private readonly authenticator: Authenticator,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Opens a session. Unknown address, wrong password and deactivated member get the same answer after the same work. */
  async login(email: string, password: string, address: string): Promise<OpenSession> {
    const known = canonicalEmail(email);
    const canonical = known ?? email.trim().toLowerCase();
    await this.throttle.admit(canonical, address);
    // What is no address belongs to nobody, and may hold what the database cannot even compare.
    const member = known ? await this.members.withEmail(this.database, known) : undefined;
    const fits = await this.passwords.matches(member?.passwordHash, password);
    if (!member || !fits || member.state !== 'active') {
      await this.throttle.failed(address);
      throw new LoginFailed();
    }
    const passwordHash = await this.renewedHash(member, password);
    return this.database.transaction(async (tx) => {
      // A password changed or a member deactivated since the check must not leave this session behind.
      if (!(await this.members.holdPassword(tx, member.id, passwordHash))) throw new LoginFailed();
      await this.throttle.succeeded(tx, canonical);
      return this.open(tx, member);
    });
  }

  /** Opens a session for a member who has just proved who they are, in the caller's transaction. */
  async open(tx: Tx, member: Credentials): Promise<OpenSession> {
    const sessionId = newId(this.clock.millis());
    const refreshUntil = await this.sessions.open(tx, sessionId, member.id);
    const { organisationId, organisationKind, sandboxId, roles } = member;
    const named = { sessionId, memberId: member.id, organisationId, organisationKind };
    const holder: SessionHolder = { ...named, sandboxId, roles };
    await this.audit.record(tx, memberActor(holder), 'session.open', { kind: 'session', id: sessionId }, {});
    return this.furnish(tx, holder, refreshUntil);
  }

  /**
   * Exchanges a refresh token for new tokens. A token works once. A second use within ten seconds is refused and nothing
   * more, since two tabs of one client can race; a later one means the token was copied, and ends the whole session.
   */
  async refresh(refreshToken: string): Promise<OpenSession> {
    if (!looksOpaque(refreshToken)) throw new RefreshRefused();
    const hash = hashOfSecret(refreshToken);
    const renewed = await this.database.transaction(async (tx) => {
      const holder = await this.sessions.useToken(tx, hash);
      if (holder) return this.furnish(tx, holder, await this.sessions.touch(tx, holder.sessionId));
      // The refusal is thrown outside: thrown here it would undo the end of the session.
      await this.endIfReused(tx, hash);
      return undefined;
    });
    if (!renewed) throw new RefreshRefused();
    return renewed;
  }

  /** Ends the session this call came with; answers how many that were (none, when it was over already). */
  logout(actor: Actor): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ended = await this.sessions.revoke(tx, actor.sessionId!, 'logout');
      await this.audit.record(tx, actor, 'session.logout', { kind: 'session', id: actor.sessionId! }, {});
      tx.afterCommit(() => this.authenticator.forget((known) => known.sessionId === actor.sessionId));
      return ended;
    });
  }

  /** Ends every session of the member, on every device. */
  logoutEverywhere(actor: Actor): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ended = await this.sessions.revokeAll(tx, actor.memberId!, 'logout_everywhere');
      await this.audit.record(
        tx,
        actor,
        'session.logout-everywhere',
        { kind: 'member', id: actor.memberId! },
        { ended },
      );
      tx.afterCommit(() => this.authenticator.forget((known) => known.memberId === actor.memberId));
      return ended;
    });
  }

  private async furnish(tx: Tx, holder: SessionHolder, refreshTokenExpiresAt: Date): Promise<OpenSession> {
    const refreshToken = newOpaqueToken();
    await this.sessions.addToken(tx, holder.sessionId, hashOfSecret(refreshToken));
    const { token, expiresAt } = await this.tokens.issue(holder);
    return { holder, accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken, refreshTokenExpiresAt };
  }

  private async endIfReused(tx: Tx, hash: Buffer): Promise<void> {
    const holder = await this.sessions.reusedSession(tx, hash);
    if (!holder) return;
    const { sessionId, memberId, organisationId } = holder;
    await this.sessions.revoke(tx, sessionId, 'refresh_reused');
    await this.audit.record(tx, memberActor(holder), 'session.refresh-reused', { kind: 'session', id: sessionId }, {});
    await this.outbox.publish(tx, RefreshTokenReused, { sessionId, memberId, organisationId });
    tx.afterCommit(() => this.authenticator.forget((known) => known.sessionId === sessionId));
  }

  /** A hash made with other parameters is made anew while the password is at hand; answers the one in force. */
  private async renewedHash(member: Credentials, password: string): Promise<string> {
    const stored = member.passwordHash!;
    if (!this.passwords.isStale(stored)) return stored;
    const renewed = await this.passwords.hash(password);
    return (await this.members.replacePassword(this.database, member.id, stored, renewed)) ? renewed : stored;
  }
}
