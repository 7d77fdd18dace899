import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberActor } from '../../kernel/access/index.js';
import { Clock, Unauthenticated } from '../../kernel/index.js';
import { Authenticator, type BearerKind, type KnownBearer } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { AskedTogether } from '../../platform/loops/index.js';
import { AccessTokenStrategy, looksLikeAccessToken } from './access-token.js';
import { SessionRepository } from './session.repository.js';

/** The access tokens of members' sessions as bearers. */
@Injectable()
export class MemberBearer implements BearerKind, OnModuleInit {
  private readonly holders = new AskedTogether((ids: string[]) => this.sessions.holders(this.database, ids));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly strategy: AccessTokenStrategy,
    private readonly sessions: SessionRepository,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    this.authenticator.register(this);
  }

  recognises(bearer: string): boolean {
    return looksLikeAccessToken(bearer);
  }

  /** The signature is checked once, the session each time. */
  async check(token: string, known: KnownBearer | undefined): Promise<KnownBearer> {
    const checkedAt = performance.now();
    const sessionId = known?.actor.sessionId;
    const live = sessionId && checkedAt < known.expiresAt;
    const claims = live ? undefined : await this.strategy.verify(token);
    const holder = await this.holders.ask(claims?.sid ?? (sessionId as string));
    if (!holder || (claims && claims.sub !== holder.memberId)) throw new Unauthenticated();
    const expiresAt = claims ? checkedAt + claims.exp * 1000 - this.clock.millis() : known!.expiresAt;
    return { actor: memberActor(holder), checkedAt, expiresAt };
  }
}
