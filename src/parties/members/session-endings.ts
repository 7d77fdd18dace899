import { Injectable } from '@nestjs/common';
import { Authenticator } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { RevokedReason } from './members.entity.js';
import { SessionRepository } from './session.repository.js';

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
