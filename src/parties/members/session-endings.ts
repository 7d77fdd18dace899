import { Injectable } from '@nestjs/common';
import { Authenticator } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { RevokedReason } from './members.entity.js';
import { SessionRepository } from './session.repository.js';

/** How sessions end: revoked in the database, and after the commit no bearer of theirs is remembered here any more. */
@Injectable()
export class SessionEndings {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly authenticator: Authenticator,
  ) {}

  /** Ends one session; answers how many that were (none, when it was over already). */
  end(tx: Tx, sessionId: string, reason: RevokedReason): Promise<number> {
    tx.afterCommit(() => this.authenticator.forget((known) => known.sessionId === sessionId));
    return this.sessions.revoke(tx, sessionId, reason);
  }

  /** Ends every session of a member, except perhaps one; answers how many there were. */
  endAll(tx: Tx, memberId: string, reason: RevokedReason, except?: string | null): Promise<number> {
    this.forget(tx, memberId);
    return this.sessions.revokeAll(tx, memberId, reason, except);
  }

  /** Leaves a member's sessions open, but has them read from the database again: the member's roles have changed. */
  forget(tx: Tx, memberId: string): void {
    tx.afterCommit(() => this.authenticator.forget((known) => known.memberId === memberId));
  }
}
