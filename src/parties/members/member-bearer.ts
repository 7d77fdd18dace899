import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, Unauthenticated } from '../../kernel/index.js';
import type { Known } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { AccessTokenStrategy } from './access-token.js';
import { type SessionHolder, SessionRepository } from './session.repository.js';

/** The access tokens of members' sessions: what every bearer is taken for that no other kind recognises. */
@Injectable()
export class MemberBearer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly strategy: AccessTokenStrategy,
    private readonly sessions: SessionRepository,
  ) {}

  /** The signature is checked once; whether the session lives, each time. */
  async check(token: string, known: Known | undefined): Promise<Known> {
    const checkedAt = performance.now();
    const sessionId = known?.actor.sessionId;
    const live = sessionId && checkedAt < known.expiresAt;
    const claims = live ? undefined : await this.strategy.verify(token);
    const holder = await this.sessions.holder(this.database, claims?.sid ?? (sessionId as string));
    if (!holder || (claims && claims.sub !== holder.memberId)) throw new Unauthenticated();
    const expiresAt = claims ? checkedAt + claims.exp * 1000 - this.clock.millis() : known!.expiresAt;
    return { actor: memberActor(holder), checkedAt, expiresAt };
  }
}

/** The actor of a member's session. */
export function memberActor(holder: SessionHolder): Actor {
  const { organisationId, organisationKind, sandboxId, memberId, roles, sessionId } = holder;
  const actor: Actor = {
    ...{ kind: 'member', organisationId, organisationKind, sandboxId, memberId, roles, sessionId },
    ...{ apiKeyId: null, oauthClientId: null, scopes: [] },
  };
  return Object.freeze(actor);
}
